import Drawing

/// A box that opens at a field, over what is there.
enum Popup {
  /// Below the field when it fits there, above it when it does not and there is more room, and cut to that room.
  static func place(width: Int, height: Int, at field: Rect, in bounds: Rect) -> Rect {
    let below = bounds.bottom - field.bottom
    let above = field.y - bounds.y
    let rows: Int
    let y: Int
    if height <= below || below >= above {
      rows = min(height, max(0, below))
      y = field.bottom
    } else {
      rows = min(height, max(0, above))
      y = field.y - rows
    }
    let columns = min(width, bounds.width)
    let x = max(bounds.x, min(field.x, bounds.right - columns))
    return Rect(x: x, y: y, width: columns, height: rows)
  }

  /// Draws the empty box and returns its inside.
  static func drawBox(_ box: Rect, title: String = "", on surface: inout Surface) -> Rect {
    surface.fill(box, Style.text)
    surface.frame(box, Style(.borderFocused), title: title)
    return box.inset(1, 1)
  }
}
