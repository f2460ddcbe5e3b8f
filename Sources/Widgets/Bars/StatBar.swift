import Drawing

/// A horizontal bar for a share of a whole, fine to an eighth of a cell.
public struct StatBar: Hashable, Sendable {
  /// From 0 to 1; anything else is cut to that.
  public var share: Double
  public var style: Style

  public init(share: Double, style: Style = Style(.chart)) {
    self.share = share.isFinite ? min(max(0, share), 1) : 0
    self.style = style
  }

  public init(_ value: Int, of whole: Int, style: Style = Style(.chart)) {
    self.init(share: whole > 0 ? Double(value) / Double(whole) : 0, style: style)
  }

  /// Fills the first row of `rect`; a share above nothing always shows something.
  public func draw(in rect: Rect, on surface: inout Surface) {
    guard !rect.isEmpty else { return }
    let parts: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    var eighths = Int((share * Double(rect.width) * 8).rounded())
    if share > 0 { eighths = max(1, eighths) }
    for column in 0..<rect.width {
      let filled = eighths - column * 8
      if filled <= 0 { break }
      surface.put(filled >= 8 ? "█" : parts[filled], x: rect.x + column, y: rect.y, style)
    }
  }
}
