import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// How the plan is shown. The three looks have one cursor, one filter and one order.
enum PlanLook: CaseIterable, Sendable { case table, timeline, board }

struct PlanState: Sendable {
  var look = PlanLook.table
  /// How wide a day is on the timeline, and the day of its first column; nil until the first look at it.
  var zoom = PlanZoom.weeks
  var origin: Int?
  /// The card that the mouse holds.
  var dragged: EntityID?
  /// The column that it is held over.
  var draggedOver: ActionStatus?

  var groups: [ListGroup] = []
  var counts: [PlanStanding: Int] = [:]
  /// What begins before what it needs.
  var conflicts: [EntityID: PlanConflict] = [:]
  var board = PlanBoard()
  /// How each listed indicator went.
  var courses: [EntityID: IndicatorCourse] = [:]
  var key: Key?

  struct Key: Hashable {
    var revisions: [Int]
    var audience: Audience
    var sortKey: String
    var isAscending: Bool
    var filter: String
    var today: PartialDate
  }
}

/// Who does what by when, and what is measured: as tables, on a timeline, on a board.
struct PlanScreen: Screen {
  private let lists = ListScreen(.plan, [.action, .indicator])
  private var table: PlanTable { PlanTable(lists: lists) }

  private func isTable(_ desk: Desk) -> Bool { desk.plan.look == .table }

  /// The indicators stand beside the table only.
  var paneCount: Int { lists.paneCount }
  var listKinds: [EntityKind] { lists.listKinds }
  func selection(_ desk: Desk) -> EntityRef? { isTable(desk) ? lists.selection(desk) : desk.lists[.action]?.selectedID.map { EntityRef(.action, $0) } }
  func kindToAdd(_ desk: Desk) -> EntityKind? { isTable(desk) ? lists.kindToAdd(desk) : .action }
  func focusedList(_ desk: Desk) -> EntityKind? { isTable(desk) ? lists.focusedList(desk) : .action }

  func move(_ desk: inout Desk, _ move: Move) {
    switch desk.plan.look {
    case .table: lists.move(&desk, move)
    case .timeline: desk.moveOnTimeline(move)
    case .board: desk.moveOnBoard(move)
    }
  }

  /// The other looks lead back to the table.
  func back(_ desk: inout Desk) -> Bool {
    if lists.back(&desk) { return true }
    guard !isTable(desk) else { return false }
    desk.plan.look = .table
    return true
  }

  func digitScale(_ desk: Desk) -> DigitScale? { isTable(desk) ? lists.digitScale(desk) : nil }
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool { isTable(desk) && lists.digit(&desk, digit) }

  func canNudge(_ desk: Desk) -> Bool {
    switch desk.plan.look {
    case .table: lists.canNudge(desk)
    case .timeline: true
    case .board: false
    }
  }

  func nudge(_ desk: inout Desk, _ step: Int) {
    if desk.plan.look == .timeline { desk.zoomTimeline(step) } else { lists.nudge(&desk, step) }
  }

  func prepare(_ desk: inout Desk) {
    guard let list = desk.lists[.action] else { return }
    if desk.plan.look != .table { desk.panes[.plan] = 0 }
    let session = desk.view.session
    let kinds: [EntityKind] = [.action, .indicator, .reading, .stakeholder, .initiative, .participant, .session]
    let key = PlanState.Key(
      revisions: kinds.map { session.revision(of: $0) }, audience: desk.audience, sortKey: list.sortKey, isAscending: list.isAscending, filter: list.filter,
      today: desk.today)
    guard desk.plan.key != key else { return }
    desk.plan.key = key
    desk.plan.groups = desk.planGroups()
    var counts: [PlanStanding: Int] = [:]
    session.actions.forEach { counts[$0.standing(on: desk.today), default: 0] += 1 }
    desk.plan.counts = counts
    desk.plan.conflicts = Dictionary(PlanGraph(session).conflicts().map { ($0.action, $0) }, uniquingKeysWith: { first, _ in first })
    desk.plan.board = PlanBoard(list.rows.compactMap { session.actions[$0] })
    var courses: [EntityID: IndicatorCourse] = [:]
    let readings = desk.view.readings
    session.indicators.forEach { courses[$0.id] = IndicatorCourse($0, readings.history(ReadingSubject(.indicator, $0.id))) }
    desk.plan.courses = courses
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let body = rect.split(top: 1).1
    switch desk.plan.look {
    case .table: table.mouse(&desk, mouse, in: body)
    case .timeline: desk.mouseOnTimeline(mouse, in: body)
    case .board: desk.mouseOnBoard(mouse, in: body)
    }
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let (progress, body) = rect.split(top: 1)
    drawProgress(desk, in: progress, on: &surface)
    switch desk.plan.look {
    case .table: table.draw(desk, in: body, on: &surface)
    case .timeline: desk.drawTimeline(in: body, on: &surface)
    case .board: desk.drawBoard(in: body, on: &surface)
    }
  }

  /// How far the plan is: one bar, and the counts that make it up.
  private func drawProgress(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let order: [PlanStanding] = [.done, .doing, .open, .late, .blocked, .dropped]
    let counts = order.compactMap { standing in desk.plan.counts[standing].map { (standing, $0) } }
    guard !counts.isEmpty else { return }
    var legend: [StyledText] = []
    for (standing, count) in counts {
      let isPressing = standing == .late || standing == .blocked
      legend.append(StyledText(legend.isEmpty ? "" : "  "))
      legend.append(standing.mark)
      legend.append(StyledText(" " + desk.words.counted(count, standing), isPressing ? standing.mark.style : .text))
    }
    let line = StyledLine(legend)
    let room = min(60, rect.width - line.columns - 4)
    var x = rect.x + 1
    if room >= 8 {
      let bar = SharedBar(counts.map { .init($0.1, $0.0.part.glyph, $0.0.part.style) })
      x += StyledLine(bar.runs(width: room)).draw(x: x, y: rect.y, width: room, on: &surface) + 2
    }
    line.draw(x: x, y: rect.y, width: rect.right - x - 1, on: &surface)
  }

}
