import Drawing

/// One line that says what just happened.
public struct MessageLine: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case plain, success, warning, error }

  public var text: String
  public var kind: Kind

  public init(_ text: String, _ kind: Kind = .plain) {
    self.text = text
    self.kind = kind
  }

  public var style: Style {
    switch kind {
    case .plain: Style(.message)
    case .success: Style(.success)
    case .warning: Style(.warning)
    case .error: Style(.error)
    }
  }

  /// Draws it in a row, and over the end of what stands above where one row does not hold it.
  public func draw(upFrom rect: Rect, on surface: inout Surface) {
    guard !rect.isEmpty else { return }
    let lines = StyledLine(text, style).wrapped(width: rect.width, lines: min(2, rect.y + 1))
    for (row, line) in lines.enumerated() {
      let area = Rect(x: rect.x, y: rect.y - lines.count + 1 + row, width: rect.width, height: 1)
      if lines.count > 1 { surface.fill(area, Style.text) }
      line.draw(x: area.x, y: area.y, width: area.width, on: &surface)
    }
  }

  public func draw(in rect: Rect, on surface: inout Surface) {
    guard !rect.isEmpty else { return }
    surface.put(text, x: rect.x, y: rect.y, style, width: rect.width)
  }
}
