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

  public func draw(in rect: Rect, on surface: inout Surface) {
    guard !rect.isEmpty else { return }
    surface.put(text, x: rect.x, y: rect.y, style, width: rect.width)
  }

  /// Draws it as a small box in the lower right of `rect`, over what is there.
  public func drawToast(in rect: Rect, on surface: inout Surface) {
    guard rect.width >= 8, rect.height >= 3 else { return draw(in: rect.split(bottom: 1).1, on: &surface) }
    let inner = min(rect.width - 4, 60)
    let rows = Array(LineWrap.lines(text, width: inner).prefix(rect.height - 2))
    let width = rows.reduce(0) { max($0, TextWidth.columns($1)) } + 4
    let box = Rect(x: rect.right - width, y: rect.bottom - rows.count - 2, width: width, height: rows.count + 2)
    surface.fill(box, style)
    surface.frame(box, style)
    for (index, row) in rows.enumerated() { surface.put(row, x: box.x + 2, y: box.y + 1 + index, style) }
  }
}
