import Drawing
import SessionModel
import Widgets
import Words

/// Where things stand: the vision, figures, trust over time, what is due, what is measured, what changed, the next workshop.
struct OverviewScreen: Screen {
  /// Columns of text from these widths on.
  private static let twoColumns = 100
  private static let threeColumns = 170

  /// Tab only tells forwards from backwards here; the panels themselves come and go.
  var paneCount: Int { 3 }

  /// More of what the cursor is among.
  func kindToAdd(_ desk: Desk) -> EntityKind? {
    switch desk.overview.stop.map({ desk.overview.panels[$0.panel].panel.name }) {
    case .actions: .action
    case .indicators: .indicator
    case .workshop: .workshop
    default: .stakeholder
    }
  }

  func selection(_ desk: Desk) -> EntityRef? {
    guard case .entity(let ref) = desk.overview.stop?.target, desk.view.session.contains(ref) else { return nil }
    return ref
  }

  func prepare(_ desk: inout Desk) {
    let body = desk.frameAreas.body
    if !desk.isBlank { desk.askForAdvice() }
    let key = OverviewState.Key(
      revision: desk.working.session.revision, audience: desk.audience, width: body.width, height: body.height, today: desk.today,
      awaits: desk.awaitsAnswers)
    if key != desk.overview.key {
      desk.overview.figures.refresh(desk.view.session, desk.audience)
      desk.overview.show(columns(desk, body), key)
    }
    let pane = desk.panes[.overview] ?? 0
    if pane != desk.overview.pane { desk.overview.turn(by: (pane - desk.overview.pane + 3) % 3 == 1 ? 1 : -1, to: pane) }
    desk.overview.scroll(rows: body.height)
  }

  private func columnCount(_ width: Int) -> Int { width >= Self.threeColumns ? 3 : width >= Self.twoColumns ? 2 : 1 }

  /// The rectangle of a column; its last three cells keep it apart from the next.
  private func column(_ index: Int, of count: Int, in rect: Rect) -> Rect {
    let width = (rect.width - 2) / max(1, count)
    return Rect(x: rect.x + 1 + index * width, y: rect.y, width: width - (count > 1 ? 3 : 2), height: rect.height)
  }

  private func columns(_ desk: Desk, _ body: Rect) -> [[OverviewPanel]] {
    let count = columnCount(desk.metrics.worth(of: body.width))
    let width = column(0, of: count, in: body).width
    if desk.isBlank { return [[desk.welcomePanel()]] }
    let limit = count == 1 ? 6 : max(6, body.height / 4)
    let vision = desk.visionPanel(width)
    let actions = desk.actionsPanel(width, limit: limit)
    let figures = desk.figuresPanel(width)
    let trust = desk.trustPanel(width, height: count == 3 ? min(16, max(7, body.height / 4)) : 7).map { [$0] } ?? []
    let indicators = desk.view.session.indicators.isEmpty ? [] : [desk.indicatorsPanel(width, limit: count == 1 ? 6 : max(6, body.height / 4))]
    let advice = desk.advicePanel(width, limit: 3).map { [$0] } ?? []
    let standing = desk.standingPanel(width).map { [$0] } ?? []
    let changes = desk.changesPanel(width, limit: 6)
    let workshop = desk.workshopPanel(width)
    switch count {
    case 1: return [[vision, actions] + advice + [figures] + trust + standing + indicators + [workshop, changes]]
    case 2: return [[vision, figures] + trust + advice, [actions] + indicators + [workshop, changes] + standing]
    default: return [[vision, figures], trust + standing + indicators, [actions] + advice + [workshop, changes]]
    }
  }

  func move(_ desk: inout Desk, _ move: Move) {
    let rows = desk.frameAreas.body.height
    let stops = desk.overview.stops
    guard let stop = desk.overview.stop else { return }
    let cursor = desk.overview.cursor
    switch move {
    case .up: if cursor > 0, stops[cursor - 1].column == stop.column { desk.overview.cursor -= 1 }
    case .down: if cursor + 1 < stops.count, stops[cursor + 1].column == stop.column { desk.overview.cursor += 1 }
    case .left, .right:
      let column = stop.column + (move == .left ? -1 : 1)
      let there = stops.indices.filter { stops[$0].column == column }
      if let nearest = there.min(by: { abs(stops[$0].y - stop.y) < abs(stops[$1].y - stop.y) }) { desk.overview.cursor = nearest }
    case .pageUp, .pageDown:
      let y = stop.y + (move == .pageUp ? -rows : rows)
      let here = stops.indices.filter { stops[$0].column == stop.column }
      if let nearest = here.min(by: { abs(stops[$0].y - y) < abs(stops[$1].y - y) }) { desk.overview.cursor = nearest }
    case .first: desk.overview.cursor = 0
    case .last: desk.overview.cursor = stops.count - 1
    }
    desk.overview.scroll(rows: rows)
  }

  func open(_ desk: inout Desk) {
    switch desk.overview.stop?.target {
    case .entity(let ref): desk.jump(to: ref)
    case .session(let field): desk.openForm(of: [EntityRef(.session, .session)], focus: field)
    case .screen(let screen): desk.show(screen)
    case nil: break
    }
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    switch mouse.action {
    case .wheelUp: desk.overview.top = max(0, desk.overview.top - 3)
    case .wheelDown: desk.overview.top = max(0, min(desk.overview.top + 3, desk.overview.height - 1 - rect.height))
    case .press, .doubleClick:
      let y = mouse.position.y - rect.y + desk.overview.top
      let hit = desk.overview.stops.firstIndex { stop in
        stop.y == y && column(stop.column, of: desk.overview.columnCount, in: rect).contains(Point(x: mouse.position.x, y: rect.y))
      }
      guard let hit else { return }
      desk.overview.cursor = hit
      if mouse.action == .doubleClick { open(&desk) }
    default: break
    }
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let state = desk.overview
    for placed in state.panels {
      let area = column(placed.column, of: state.columnCount, in: rect)
      let y = rect.y + placed.top - state.top
      guard y < rect.bottom, y + placed.panel.height > rect.y else { continue }
      draw(placed.panel, x: area.x, y: y, width: area.width, on: &surface)
    }
    if let stop = state.stop {
      let area = column(stop.column, of: state.columnCount, in: rect)
      let row = Rect(x: area.x, y: rect.y + stop.y - state.top, width: area.width, height: 1)
      surface.emphasise(row, desk.layers.isEmpty ? .selected : .selectedElsewhere)
    }
    Scrollbar(total: state.height - 1, visible: rect.height, top: state.top).draw(in: rect.split(right: 1).1, on: &surface)
  }

  private func draw(_ panel: OverviewPanel, x: Int, y: Int, width: Int, on surface: inout Surface) {
    let used = surface.put(panel.heading, x: x, y: y, Style(.heading), width: width)
    let noteWidth = TextWidth.columns(panel.note)
    let showsNote = noteWidth > 0 && used + noteWidth + 4 <= width
    let end = showsNote ? width - noteWidth - 1 : width
    surface.fill(Rect(x: x + used + 1, y: y, width: end - used - 1, height: 1), with: "─", Style(.border))
    if showsNote { surface.put(panel.note, x: x + width - noteWidth, y: y, panel.name == .actions ? Style(.warning) : .dim) }
    for (index, line) in panel.lines.enumerated() { line.draw(x: x, y: y + 1 + index, width: width, on: &surface) }
  }
}
