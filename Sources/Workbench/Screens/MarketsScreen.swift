import Drawing
import SessionModel

struct MarketsScreen: Screen {
  private let lists = ListScreen(.markets, [.endMarket, .constraint])

  var paneCount: Int { lists.paneCount }
  var listKinds: [EntityKind] { lists.listKinds }
  func selection(_ desk: Desk) -> EntityRef? { lists.selection(desk) }
  func kindToAdd(_ desk: Desk) -> EntityKind? { lists.kindToAdd(desk) }
  func focusedList(_ desk: Desk) -> EntityKind? { lists.focusedList(desk) }
  func move(_ desk: inout Desk, _ move: Move) { lists.move(&desk, move) }
  func back(_ desk: inout Desk) -> Bool { lists.back(&desk) }
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool { lists.digit(&desk, digit) }
  func canNudge(_ desk: Desk) -> Bool { lists.canNudge(desk) }
  func nudge(_ desk: inout Desk, _ step: Int) { lists.nudge(&desk, step) }
  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) { lists.mouse(&desk, mouse, in: rect) }
  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) { lists.draw(desk, in: rect, on: &surface) }
}
