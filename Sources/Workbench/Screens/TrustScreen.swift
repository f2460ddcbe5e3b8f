import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// Who trusts whom: a row trusts a column. The cursor stands on one direction, digits set it. The room sees nothing of it.
struct TrustScreen: Screen {
  func selection(_ desk: Desk) -> EntityRef? {
    desk.audience == .facilitator ? desk.trust.from.map { EntityRef(.stakeholder, $0) } : nil
  }

  func kindToAdd(_ desk: Desk) -> EntityKind? { .stakeholder }

  func prepare(_ desk: inout Desk) {
    guard desk.audience == .facilitator else { return }
    desk.trust.refresh(desk.working)
    scroll(&desk)
  }

  /// The parts of the screen: the matrix, the pane beside it where there is room, the history below where there is not.
  func layout(_ desk: Desk, _ rect: Rect) -> (grid: TrustGrid, pane: Pane, history: Rect?) {
    let pane = Pane(rect, screenWidth: desk.showsInspector ? desk.size.width : 0, share: rect.width < 160 ? 66 : 74)
    var area = pane.list
    var history: Rect?
    if desk.trust.showsHistory, pane.inspector == nil {
      let (above, below) = area.split(bottom: min(9, area.height / 2))
      area = above
      history = below
    }
    return (TrustGrid(area, matrix: desk.trust.matrix, footRows: history == nil ? 3 : 2), pane, history)
  }

  private func scroll(_ desk: inout Desk) {
    let state = desk.trust
    let grid = layout(desk, desk.frameAreas.body).grid
    (desk.trust.top, desk.trust.left) = grid.scrolled(
      row: state.row, column: state.column, top: state.top, left: state.left, state.matrix)
  }

  func move(_ desk: inout Desk, _ move: Move) {
    guard desk.audience == .facilitator, !desk.trust.matrix.isEmpty else { return }
    desk.trust.isCellChosen = true
    let last = desk.trust.matrix.members.count - 1
    let page = max(1, layout(desk, desk.frameAreas.body).grid.cells.height - 2)
    var (row, column) = (desk.trust.row, desk.trust.column)
    switch move {
    case .up: row -= 1
    case .down: row += 1
    case .left: column -= 1
    case .right: column += 1
    case .pageUp: row -= page
    case .pageDown: row += page
    case .first: (row, column) = (0, 0)
    case .last: (row, column) = (last, last)
    }
    desk.trust.row = min(max(0, row), last)
    desk.trust.column = min(max(0, column), last)
    scroll(&desk)
  }

  func open(_ desk: inout Desk) { if desk.trust.pair != nil { desk.toggleTrustHistory() } }

  func back(_ desk: inout Desk) -> Bool {
    if desk.trust.showsHistory {
      desk.toggleTrustHistory()
    } else if desk.trust.since != nil {
      desk.trust.since = nil
    } else if desk.trust.isCellChosen {
      desk.trust.isCellChosen = false
    } else {
      return false
    }
    return true
  }

  func digitScale(_ desk: Desk) -> DigitScale? {
    canNudge(desk) && desk.trust.isCellChosen ? DigitScale(range: 1...5, name: desk.words.word(WorkScreen.trust)) : nil
  }

  func digit(_ desk: inout Desk, _ digit: Int) -> Bool {
    guard desk.audience == .facilitator, desk.trust.isCellChosen, let pair = desk.trust.pair else { return false }
    if digit == 0 {
      desk.clearTrust()
    } else if digit <= 5 {
      desk.setTrust(pair.from, pair.to, digit)
    } else {
      desk.message = MessageLine(desk.words.trust(.digits), .warning)
    }
    return true
  }

  func canNudge(_ desk: Desk) -> Bool { desk.audience == .facilitator && desk.trust.pair != nil && !desk.file.isReadOnly }

  func nudge(_ desk: inout Desk, _ step: Int) {
    guard let pair = desk.trust.pair else { return }
    let level = desk.trust.analysis.history.level(pair).map { $0 + step } ?? 3
    if (1...5).contains(level) { desk.setTrust(pair.from, pair.to, level) }
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    switch mouse.action {
    case .wheelUp: for _ in 0..<3 { move(&desk, .up) }
    case .wheelDown: for _ in 0..<3 { move(&desk, .down) }
    case .press, .doubleClick:
      guard desk.audience == .facilitator else { return }
      let grid = layout(desk, rect).grid
      let state = desk.trust
      let (x, y) = (mouse.position.x - grid.cells.x, mouse.position.y - grid.cells.y)
      if mouse.position.y >= grid.cells.y, mouse.position.y < grid.cells.bottom,
        let row = grid.rows(top: state.top, state.matrix).first(where: { grid.y(of: $0, top: state.top, state.matrix) == y })
      {
        desk.trust.row = row
      }
      if let column = grid.columns(left: state.left, state.matrix).first(where: {
        let start = grid.x(of: $0, left: state.left, state.matrix)
        return x >= start && x < start + grid.cellWidth
      }), grid.cells.x <= mouse.position.x, mouse.position.y >= grid.groupNames.y, mouse.position.y < grid.cells.bottom {
        desk.trust.column = column
      }
      if mouse.action == .doubleClick { open(&desk) }
    default: break
    }
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    guard desk.audience == .facilitator else {
      Desk.drawCentred(desk.words.trust(.hiddenFromRoom), in: rect, on: &surface)
      return
    }
    guard !desk.trust.matrix.isEmpty else {
      Desk.drawCentred(desk.words.trust(.empty), in: rect, on: &surface)
      return
    }
    let (grid, pane, history) = layout(desk, rect)
    desk.drawTrustMatrix(grid, on: &surface)
    if let inspector = pane.inspector {
      pane.drawDivider(on: &surface)
      let side = inspector.inset(1, 0)
      let lines = { desk.trustSideLines(width: inspector.width - 4, height: inspector.height) }
      if let pair = desk.trust.pair, !desk.trust.showsHistory, desk.trust.since == nil {
        desk.drawNotes(.pair(pair), in: side, on: &surface, lines)
      } else {
        Viewport(lines()).draw(in: side, on: &surface)
      }
    }
    if let history, let pair = desk.trust.pair {
      surface.fill(history.split(top: 1).0, with: "─", Style(.border))
      let lines = desk.trustHistoryLines(pair, detailed: true)
      Viewport(lines.isEmpty ? [StyledLine(desk.words.trust(.neverRead), .dim)] : lines)
        .draw(in: history.split(top: 1).1.inset(1, 0), on: &surface)
    }
  }
}
