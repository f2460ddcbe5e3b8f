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
}
