import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  private var boardBody: Rect { frameAreas.body.split(top: 1).1 }

  mutating func moveOnBoard(_ move: Move) {
    let page = PlanBoardLayout.page(boardBody)
    if let id = plan.board.neighbour(of: lists[.action]?.selectedID, move, page: page) { selectInList(EntityRef(.action, id)) }
  }

  /// Moves the selected card, or all that are marked, so many columns to the right.
  mutating func moveCards(_ step: Int) {
    let refs = targets.filter { $0.kind == .action }
    guard let first = refs.first, let action = working.session.actions[first.id] else { return }
    let shown = PlanBoard.order
    guard let at = shown.firstIndex(of: PlanBoard.column(of: action)), shown.indices.contains(at + step) else { return }
    setStatus(shown[at + step], of: refs.map(\.id))
  }

  /// Gives actions a status. What becomes done was done today; what no longer is loses that day.
  mutating func setStatus(_ status: ActionStatus, of ids: [EntityID]) {
    let changed = ids.compactMap { id -> ActionItem? in
      guard var action = working.session.actions[id], action.status?.option != status else { return nil }
      if status == .done, action.doneOn == nil { action.doneOn = today }
      if status != .done { action.doneOn = nil }
      action.status = .known(status)
      return action
    }
    guard let first = changed.first else { return }
    let message = Message.movedTo(name: name(first.ref), words.choice(ActionStatus.list, status.rawValue), count: changed.count)
    perform(Title(.edit, .action, name: first.what, count: changed.count, field: "status"), changed.map { .replace($0) }, saying: message)
    selectInList(EntityRef(.action, first.id))
  }

  mutating func mouseOnBoard(_ mouse: MouseEvent, in rect: Rect) {
    let layout = PlanBoardLayout(plan.board, selected: lists[.action]?.selectedID, in: rect)
    switch mouse.action {
    case .wheelUp: moveOnBoard(.up)
    case .wheelDown: moveOnBoard(.down)
    case .press, .doubleClick:
      guard let id = layout.card(at: mouse.position, plan.board) else { return }
      selectInList(EntityRef(.action, id))
      plan.dragged = id
      if mouse.action == .doubleClick { openForm() }
    case .drag: break
    case .release:
      guard let id = plan.dragged else { return }
      plan.dragged = nil
      guard let status = layout.column(at: mouse.position), plan.board.place(of: id)?.column != status, !file.isReadOnly else { return }
      setStatus(status, of: [id])
    }
  }

  func drawBoard(in rect: Rect, on surface: inout Surface) {
    guard let list = lists[.action] else { return }
    guard !list.rows.isEmpty else {
      surface.put(list.filter.isEmpty ? words.empty(.action) : words.frame(.findEmpty), x: rect.x + 2, y: rect.y + 2, Style(.placeholder), width: rect.width - 4)
      return
    }
    let layout = PlanBoardLayout(plan.board, selected: list.selectedID, in: rect)
    let chosen = plan.board.place(of: list.selectedID)?.column
    for (status, column) in layout.columns {
      let cards = plan.board.cards(status)
      let (head, body) = column.split(top: 1)
      let title = words.choice(ActionStatus.list, status.rawValue).capitalised + " " + String(cards.count)
      surface.put(title, x: head.x + 1, y: head.y, Style(chosen == status ? .heading : .dim), width: head.width - 2)
      let top = layout.top[status] ?? 0
      let page = PlanBoardLayout.page(rect)
      for (place, id) in cards.dropFirst(top).prefix(page).enumerated() {
        let area = Rect(x: body.x, y: body.y + place * PlanBoardLayout.cardHeight, width: body.width - 1, height: PlanBoardLayout.cardHeight)
        if let action = view.session.actions[id] { drawCard(action, in: area, isSelected: id == list.selectedID, isMarked: list.marks.contains(id), on: &surface) }
      }
      let hidden = cards.count - top - page
      if hidden > 0 { surface.put("… " + String(hidden) + " " + words.frame(.more), x: body.x + 1, y: body.bottom - 1, .dim, width: body.width - 2) }
    }
  }

  /// Two rows say what, one who and by when.
  private func drawCard(_ action: ActionItem, in rect: Rect, isSelected: Bool, isMarked: Bool, on surface: inout Surface) {
    let standing = action.standing(on: today)
    let isPressing = standing == .late || standing == .blocked
    let inner = rect.inset(1, 0)
    surface.fill(Rect(x: rect.x, y: rect.y, width: 1, height: 3), with: isMarked ? "•" : "▏", isPressing ? standing.mark.style : Style(isSelected ? .borderFocused : .border))
    var runs = [standing.mark, StyledText(" ")]
    if plan.conflicts[action.id] != nil { runs.append(StyledText("⇤ ", Style(.error))) }
    runs.append(StyledText(action.what, isPressing ? standing.mark.style : action.isOver ? .dim : Style(.strong)))
    let lines = StyledLine(runs).wrapped(width: max(4, inner.width))
    for (index, line) in lines.prefix(2).enumerated() {
      // What does not fit is cut on the second row.
      let shown = index == 1 && lines.count > 2 ? StyledLine(line.runs + [StyledText(" ")] + lines[2].runs) : line
      shown.draw(x: inner.x, y: inner.y + index, width: inner.width, on: &surface)
    }
    let due = action.due.map { words.date($0) } ?? ""
    let owner = ownerName(of: action)
    let dueWidth = TextWidth.columns(due)
    let y = inner.y + min(2, lines.count)
    surface.put(due, x: inner.x, y: y, standing == .late ? Style(.warning) : .dim, width: inner.width)
    if inner.width > dueWidth + 3 { surface.put((due.isEmpty ? "" : "  ") + owner, x: inner.x + dueWidth, y: y, .dim, width: inner.width - dueWidth) }
    if isSelected { surface.emphasise(Rect(x: rect.x, y: rect.y, width: rect.width, height: min(2, lines.count) + 1), layers.isEmpty ? .selected : .selectedElsewhere) }
  }
}
