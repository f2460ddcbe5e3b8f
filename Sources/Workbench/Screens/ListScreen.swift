import Drawing
import SessionModel
import Widgets
import Words

/// A screen of one or two lists with an inspector beside them.
struct ListScreen: Screen {
  let screen: WorkScreen
  let listKinds: [EntityKind]

  init(_ screen: WorkScreen, _ kinds: [EntityKind]) {
    self.screen = screen
    listKinds = kinds
  }

  var paneCount: Int { listKinds.count }

  func kind(_ desk: Desk) -> EntityKind { listKinds[min(desk.panes[screen] ?? 0, listKinds.count - 1)] }
  func focusedList(_ desk: Desk) -> EntityKind? { kind(desk) }
  func kindToAdd(_ desk: Desk) -> EntityKind? { kind(desk) == .relationship ? nil : kind(desk) }

  func selection(_ desk: Desk) -> EntityRef? {
    let kind = kind(desk)
    return desk.lists[kind]?.selectedID.map { EntityRef(kind, $0) }
  }

  func prepare(_ desk: inout Desk) { if listKinds.contains(.stakeholder), desk.showsAnswers { desk.askForAnswers() } }

  func move(_ desk: inout Desk, _ move: Move) { desk.moveInList(kind(desk), move) }

  func back(_ desk: inout Desk) -> Bool {
    guard var list = desk.lists[kind(desk)] else { return false }
    if !list.marks.isEmpty {
      list.marks = []
    } else if !list.filter.isEmpty {
      list.filter = ""
    } else if list.column != 0 {
      list.column = 0
    } else {
      return false
    }
    desk.lists[list.kind] = list
    return true
  }

  func digitScale(_ desk: Desk) -> DigitScale? { desk.cellScale(kind(desk)) }
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool { desk.setCell(kind(desk), digit: digit) }
  func canNudge(_ desk: Desk) -> Bool { desk.cellField(kind(desk)) != nil }
  func nudge(_ desk: inout Desk, _ step: Int) { desk.nudgeCell(kind(desk), step) }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let layout = layout(desk, rect)
    for (index, kind) in listKinds.enumerated() where layout.lists[index].contains(mouse.position) {
      desk.panes[screen] = index
      desk.mouseInList(kind, mouse, in: layout.lists[index].split(top: 1).1)
    }
  }

  /// One list is shown whole; of two, each has half the height where there is room for both.
  func layout(_ desk: Desk, _ rect: Rect) -> (lists: [Rect], pane: Pane) {
    let pane = desk.pane(rect)
    let area = pane.list
    guard listKinds.count == 2 else { return ([area], pane) }
    let focused = desk.panes[screen] ?? 0
    let share = area.height < 16 ? 4 : max(6, area.height * 2 / 5)
    let rows = listKinds.map { desk.lists[$0]?.rows.count ?? 0 }
    return (desk.stacked(area, rows: rows, focused: focused) { focused == 0 ? $0.split(bottom: share) : $0.split(top: share) }, pane)
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let layout = layout(desk, rect)
    for (index, kind) in listKinds.enumerated() {
      desk.drawList(kind, in: layout.lists[index], isFocused: kind == self.kind(desk), on: &surface)
    }
    desk.drawInspector(selection(desk), layout.pane, on: &surface)
  }
}
