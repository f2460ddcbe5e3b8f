import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  private var boardBody: Rect { frameAreas.body.split(top: 1).1 }

  mutating func moveOnBoard(_ move: Move) {
    let page = PlanBoardLayout.page(boardBody, metrics)
    if let id = plan.board.neighbour(of: lists[.action]?.selectedID, move, page: page) { selectInList(EntityRef(.action, id)) }
  }

  /// Moves the selected card, or all that are marked, so many columns to the right.
  mutating func moveCards(_ step: Int) {
    let refs = targets.filter { $0.kind == .action }
    guard let first = refs.first, let action = working.session.actions[first.id] else { return }
    guard let status = PlanBoard.status(after: PlanBoard.column(of: action), step) else { return }
    setStatus(status, of: refs.map(\.id))
  }

  mutating func mouseOnBoard(_ mouse: MouseEvent, in rect: Rect) {
    let layout = PlanBoardLayout(plan.board, selected: lists[.action]?.selectedID, in: rect, metrics)
    switch mouse.action {
    case .wheelUp: moveOnBoard(.up)
    case .wheelDown: moveOnBoard(.down)
    case .press, .doubleClick:
      guard let id = layout.card(at: mouse.position, plan.board) else { return }
      selectInList(EntityRef(.action, id))
      plan.dragged = id
      if mouse.action == .doubleClick { openForm() }
    case .drag: if plan.dragged != nil { plan.draggedOver = layout.column(at: mouse.position) }
    case .release:
      guard let id = plan.dragged else { return }
      (plan.dragged, plan.draggedOver) = (nil, nil)
      guard let status = layout.column(at: mouse.position), plan.board.place(of: id)?.column != status, !file.isReadOnly else { return }
      setStatus(status, of: [id])
    }
  }

  func drawBoard(in rect: Rect, on surface: inout Surface) {
    guard let list = lists[.action] else { return }
    guard !list.rows.isEmpty else {
      surface.put(
        list.filter.isEmpty ? words.empty(.action) : words.frame(.findEmpty), x: rect.x + 2, y: rect.y + 2, Style(.placeholder),
        width: rect.width - 4)
      return
    }
    let layout = PlanBoardLayout(plan.board, selected: list.selectedID, in: rect, metrics)
    let chosen = plan.board.place(of: list.selectedID)?.column
    for (status, column) in layout.columns {
      let cards = plan.board.cards(status)
      let (head, body) = column.split(top: 1)
      let title = words.choice(ActionStatus.list, status.rawValue).capitalised + " " + String(cards.count)
      let style = plan.draggedOver == status ? Style(.accent, .bold) : Style(chosen == status ? .heading : .dim)
      surface.put((plan.draggedOver == status ? "▾ " : "") + title, x: head.x + 1, y: head.y, style, width: head.width - 2)
      let top = layout.top[status] ?? 0
      let page = PlanBoardLayout.page(rect, metrics)
      for (place, id) in cards.dropFirst(top).prefix(page).enumerated() {
        let area = Rect(
          x: body.x, y: body.y + place * metrics.cardLines, width: body.width - 1, height: metrics.cardLines)
        if let action = view.session.actions[id] {
          drawCard(action, in: area, isSelected: id == list.selectedID, isMarked: list.marks.contains(id), on: &surface)
        }
      }
      let hidden = cards.count - top - page
      if hidden > 0 {
        surface.put("… " + String(hidden) + " " + words.frame(.more), x: body.x + 1, y: body.bottom - 1, .dim, width: body.width - 2)
      }
    }
  }

  /// The first rows say what, then who and by when: on one row, or for the room on two.
  private func drawCard(_ action: ActionItem, in rect: Rect, isSelected: Bool, isMarked: Bool, on surface: inout Surface) {
    let standing = action.standing(on: today)
    let isPressing = standing == .late || standing == .blocked
    let inner = rect.inset(1, 0)
    var runs = [standing.mark, StyledText(" ")]
    if plan.conflicts[action.id] != nil { runs.append(StyledText("⇤ ", Style(.error))) }
    runs.append(StyledText(action.what, isPressing ? standing.mark.style : action.isOver ? .dim : Style(.strong)))
    let due = StyledText(action.due.map { words.date($0) } ?? "", standing == .late ? Style(.warning) : .dim)
    let owner = StyledText(ownerName(of: action), .dim)
    let hasRoom = metrics.cardLines > 4
    let below = hasRoom ? [[due], [owner]] : [[due, StyledText(due.text.isEmpty ? "" : "  "), owner]]
    let rows =
      StyledLine(runs).wrapped(width: max(4, inner.width), lines: rect.height - 1 - below.count)
      + below.map { StyledLine($0) }.filter { hasRoom ? $0.columns > 0 : true }
    for (index, row) in rows.enumerated() { row.draw(x: inner.x, y: inner.y + index, width: inner.width, on: &surface) }
    surface.fill(
      Rect(x: rect.x, y: rect.y, width: 1, height: rect.height - 1), with: isMarked ? "•" : "▏",
      isPressing ? standing.mark.style : Style(isSelected ? .borderFocused : .border))
    if isSelected {
      surface.emphasise(Rect(x: rect.x, y: rect.y, width: rect.width, height: rows.count), layers.isEmpty ? .selected : .selectedElsewhere)
    }
  }
}
