import Drawing
import SessionModel
import Widgets
import Words

/// What the actions are put together by. Each goes with an order of the list, so that a group is a run of rows.
enum PlanGrouping: CaseIterable {
  case time, owner, initiative, phase, status

  /// The key that the list is sorted by.
  var sortKey: String {
    switch self {
    case .time: EntityList.byUrgency
    case .owner: "owner"
    case .initiative: "initiative"
    case .phase: EntityList.byPhase
    case .status: "status"
    }
  }

  var name: PlanText {
    switch self {
    case .time: .byTime
    case .owner: .byOwner
    case .initiative: .byInitiative
    case .phase: .byPhase
    case .status: .byStatus
    }
  }

  init?(sortKey: String) {
    guard let grouping = PlanGrouping.allCases.first(where: { $0.sortKey == sortKey }) else { return nil }
    self = grouping
  }
}

extension PlanStanding {
  /// One character that can be told without colour.
  var mark: StyledText {
    switch self {
    case .done: StyledText("✓", Style(.success))
    case .doing: StyledText("▸", Style(.accent))
    case .open: StyledText("○", .dim)
    case .late: StyledText("!", Style(.warning, .bold))
    case .blocked: StyledText("■", Style(.error, .bold))
    case .dropped: StyledText("–", .dim)
    }
  }

  /// Its part of a bar.
  var part: (glyph: Character, style: Style) {
    switch self {
    case .done: ("█", Style(.success))
    case .doing: ("▓", Style(.accent))
    case .open: ("░", .dim)
    case .late: ("▒", Style(.warning))
    case .blocked: ("■", Style(.error))
    case .dropped: ("·", .dim)
    }
  }
}

extension Desk {
  /// The next way of putting the actions together.
  mutating func regroupPlan() {
    guard var list = lists[.action] else { return }
    let all = PlanGrouping.allCases
    let next = PlanGrouping(sortKey: list.sortKey).flatMap { all.firstIndex(of: $0) }.map { all[($0 + 1) % all.count] } ?? .time
    list.sortKey = next.sortKey
    list.isAscending = true
    lists[.action] = list
    panes[.plan] = 0
    prepare()
  }

  /// The runs of rows that belong together, with how many of each still ask for something.
  func planGroups() -> [ListGroup] {
    guard let list = lists[.action], let grouping = PlanGrouping(sortKey: list.sortKey) else { return [] }
    var groups: [ListGroup] = []
    var current: String?
    var counts: [PlanStanding: Int] = [:]
    var total = 0
    func close() {
      guard var last = groups.popLast() else { return }
      last.heading.runs.append(StyledText("  " + String(total), .dim))
      for standing in [PlanStanding.late, .blocked] where grouping != .time || standing == .blocked {
        if let count = counts[standing] { last.heading.runs.append(StyledText("  " + words.counted(count, standing), standing.mark.style)) }
      }
      groups.append(last)
    }
    for (row, id) in list.rows.enumerated() {
      guard let action = view.session.actions[id] else { continue }
      let (key, title) = group(of: action, grouping)
      if key != current {
        close()
        current = key
        counts = [:]
        total = 0
        groups.append(ListGroup(first: row, heading: StyledLine(title, Style(.heading))))
      }
      counts[action.standing(on: today), default: 0] += 1
      total += 1
    }
    close()
    return groups
  }

  private func group(of action: ActionItem, _ grouping: PlanGrouping) -> (key: String, title: String) {
    switch grouping {
    case .time:
      let span = action.span(on: today)
      return (String(span.rawValue), words.heading(span))
    case .owner:
      let owner = ownerName(of: action)
      return (owner, owner.isEmpty ? words.plan(.nobody) : owner)
    case .phase:
      let phase = view.session.phase(view.session.initiatives[action.initiative]?.phase)
      return (phase?.id.text ?? "", phase?.name ?? words.plan(.noPhase))
    case .initiative: return reference(action.initiative, .initiative, .noInitiative)
    case .status: return (action.status?.code ?? "", action.status.map { words.choice($0).capitalised } ?? words.plan(.noStatus))
    }
  }

  private func reference(_ id: EntityID?, _ kind: EntityKind, _ none: PlanText) -> (key: String, title: String) {
    guard let id else { return ("", words.plan(none)) }
    return (id.text, name(EntityRef(kind, id)))
  }
}
