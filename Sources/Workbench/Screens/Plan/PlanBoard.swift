import Drawing
import SessionModel
import Widgets

/// The actions as cards in columns, one a status. What has no status yet is to do.
struct PlanBoard: Sendable {
  static let order: [ActionStatus] = [.toDo, .doing, .blocked, .done, .dropped]

  /// The cards of each status, in the order of the list.
  private(set) var columns: [ActionStatus: [EntityID]] = [:]

  init() {}

  init(_ actions: [ActionItem]) {
    for action in actions { columns[PlanBoard.column(of: action), default: []].append(action.id) }
  }

  /// The status a step on or back; nil where there is none. On the way on nothing gets blocked, and nothing is dropped by a step too many.
  static func status(after status: ActionStatus, _ step: Int) -> ActionStatus? {
    switch status {
    case .toDo: step > 0 ? .doing : nil
    case .doing: step > 0 ? .done : .blocked
    case .blocked: step > 0 ? .doing : .toDo
    case .done: step > 0 ? nil : .doing
    case .dropped: step > 0 ? nil : .toDo
    }
  }

  static func column(of action: ActionItem) -> ActionStatus { action.status?.option ?? .toDo }

  /// The columns shown: what was dropped has one only when there is any.
  var shown: [ActionStatus] { PlanBoard.order.filter { $0 != .dropped || columns[$0]?.isEmpty == false } }

  func cards(_ status: ActionStatus) -> [EntityID] { columns[status] ?? [] }

  func place(of id: EntityID?) -> (column: ActionStatus, index: Int)? {
    guard let id else { return nil }
    for status in PlanBoard.order { if let index = cards(status).firstIndex(of: id) { return (status, index) } }
    return nil
  }

  /// The card where a step of the cursor leads; to the side it passes over empty columns and keeps its height.
  func neighbour(of id: EntityID?, _ move: Move, page: Int) -> EntityID? {
    guard let (column, index) = place(of: id) else { return shown.lazy.compactMap { columns[$0]?.first }.first }
    let cards = columns[column] ?? []
    guard !cards.isEmpty else { return nil }
    switch move {
    case .up: return cards[max(0, index - 1)]
    case .down: return cards[min(cards.count - 1, index + 1)]
    case .pageUp: return cards[max(0, index - page)]
    case .pageDown: return cards[min(cards.count - 1, index + page)]
    case .first: return cards.first
    case .last: return cards.last
    case .left, .right:
      guard let at = shown.firstIndex(of: column) else { return nil }
      let others = move == .left ? Array(shown[..<at].reversed()) : Array(shown[(at + 1)...])
      guard let next = others.first(where: { columns[$0]?.isEmpty == false }) else { return nil }
      let there = columns[next] ?? []
      return there.isEmpty ? nil : there[min(index, there.count - 1)]
    }
  }
}

/// Where columns and cards stand.
struct PlanBoardLayout {
  /// Columns of the screen that a card needs at the desk for a few words a line.
  private static let least = 15
  let metrics: Metrics
  /// As many as have room, the one with the cursor among them.
  let columns: [(status: ActionStatus, rect: Rect)]
  /// Cards from this one on are shown, in the column with the cursor.
  let top: [ActionStatus: Int]

  init(_ board: PlanBoard, selected: EntityID?, in rect: Rect, _ metrics: Metrics) {
    self.metrics = metrics
    let all = board.shown
    let most = min(all.count, max(1, rect.width / metrics.columns(Self.least)))
    let at = board.place(of: selected).flatMap { all.firstIndex(of: $0.column) } ?? 0
    let first = max(0, min(at - most + 1, all.count - most))
    let shown = Array(all[first..<(first + most)])
    let width = rect.width / max(1, shown.count)
    columns = shown.enumerated().map { index, status in
      (
        status,
        Rect(
          x: rect.x + index * width, y: rect.y, width: index == shown.count - 1 ? rect.width - index * width : width, height: rect.height)
      )
    }
    var top: [ActionStatus: Int] = [:]
    if let (column, index) = board.place(of: selected) { top[column] = max(0, index - Self.page(rect, metrics) + 1) }
    self.top = top
  }

  /// Cards that fit below the head of a column.
  static func page(_ rect: Rect, _ metrics: Metrics) -> Int { max(1, (rect.height - 1) / metrics.cardLines) }

  func column(at point: Point) -> ActionStatus? { columns.first { $0.rect.contains(point) }?.status }

  func card(at point: Point, _ board: PlanBoard) -> EntityID? {
    guard let (status, rect) = columns.first(where: { $0.rect.contains(point) }), point.y > rect.y else { return nil }
    let index = (top[status] ?? 0) + (point.y - rect.y - 1) / metrics.cardLines
    let cards = board.cards(status)
    return cards.indices.contains(index) ? cards[index] : nil
  }
}
