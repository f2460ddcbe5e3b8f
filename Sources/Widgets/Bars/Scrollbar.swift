import Drawing

/// One column that shows which part of a longer whole is seen.
public struct Scrollbar: Hashable, Sendable {
  public var total: Int
  public var visible: Int
  public var top: Int

  public init(total: Int, visible: Int, top: Int) {
    self.total = total
    self.visible = visible
    self.top = top
  }

  /// Nothing to scroll, nothing to draw.
  public var isNeeded: Bool { total > visible && visible > 0 }

  /// Rows that the thumb takes in a bar of `height` rows. It touches an end only when the whole does.
  public func thumb(height: Int) -> Range<Int> {
    guard isNeeded, height > 0 else { return 0..<max(0, height) }
    let length = min(height, max(1, height * visible / total))
    let travel = height - length
    let last = total - visible
    let place = min(max(0, top), last)
    var start = travel * place / last
    if travel >= 2 {
      if place > 0 { start = max(1, start) }
      if place < last { start = min(travel - 1, start) }
    }
    return start..<(start + length)
  }

  /// Draws it in the first column of `rect`.
  public func draw(in rect: Rect, on surface: inout Surface) {
    guard isNeeded, rect.width > 0 else { return }
    let thumb = thumb(height: rect.height)
    for row in 0..<rect.height {
      let style = Style(thumb.contains(row) ? .accent : .border)
      surface.put(thumb.contains(row) ? "┃" : "│", x: rect.x, y: rect.y + row, style)
    }
  }
}
