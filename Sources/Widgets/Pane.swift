import Drawing

/// A list with an inspector beside it. On a narrow screen the inspector folds away and the list has it all.
public struct Pane: Hashable, Sendable {
  /// Columns below which there is no room for an inspector (UX.md, Screens).
  public static let inspectorNeeds = 100

  public let list: Rect
  /// The column between the two; nil when folded.
  public let divider: Rect?
  public let inspector: Rect?

  /// - Parameter share: the list's part of the width, of 100.
  public init(_ rect: Rect, screenWidth: Int, share: Int = 60) {
    guard screenWidth >= Pane.inspectorNeeds, rect.width >= 60 else {
      list = rect
      divider = nil
      inspector = nil
      return
    }
    let wanted = rect.width * (100 - min(max(20, share), 80)) / 100
    let width = min(max(32, wanted), 80)
    let (left, right) = rect.split(right: width)
    list = left.split(right: 1).0
    divider = left.split(right: 1).1
    inspector = Rect(x: right.x + 1, y: right.y, width: right.width - 1, height: right.height)
  }

  public func drawDivider(on surface: inout Surface, focused: Bool = false) {
    guard let divider else { return }
    surface.fill(divider, with: "│", Style(focused ? .borderFocused : .border))
  }
}
