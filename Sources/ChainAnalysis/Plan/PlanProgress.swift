import SessionModel

/// How far the plan is, for each initiative, owner or phase.
public struct PlanProgress: Sendable {
  public enum Division: CaseIterable, Sendable { case initiative, owner, phase }

  /// What a part of the plan belongs to.
  public enum Part: Hashable, Sendable {
    case entity(EntityRef)
    case phase(EntityID)
    /// An owner in free words.
    case text(String)
    case none
  }

  public struct Row: Sendable {
    public let part: Part
    public private(set) var counts: [PlanStanding: Int] = [:]

    init(_ part: Part) { self.part = part }

    mutating func count(_ standing: PlanStanding) { counts[standing, default: 0] += 1 }

    public func count(of standing: PlanStanding) -> Int { counts[standing] ?? 0 }
    /// Without what was dropped.
    public var planned: Int { counts.values.reduce(0, +) - count(of: .dropped) }
    /// Of 100; nil when nothing is planned.
    public var percentDone: Int? { planned > 0 ? (count(of: .done) * 100 + planned / 2) / planned : nil }
  }

  /// Those with most to do first, what belongs to nothing last; phases in their order.
  public let rows: [Row]

  public init(_ session: Session, by division: Division, today: PartialDate) {
    var rows: [Part: Row] = [:]
    session.actions.forEach { action in
      let part = Part(action, division, session)
      rows[part, default: Row(part)].count(action.standing(on: today))
    }
    let phases = session.profile.phases.map(\.id)
    func order(_ row: Row) -> Int {
      switch row.part {
      case .none: Int.max
      case .phase(let id): phases.firstIndex(of: id) ?? Int.max - 1
      case .entity, .text: row.count(of: .done) - row.planned
      }
    }
    func name(_ part: Part) -> String {
      switch part {
      case .entity(let ref): session.name(of: ref) + " " + ref.id.text
      case .phase(let id): id.text
      case .text(let text): text
      case .none: ""
      }
    }
    self.rows = rows.values.sorted { (order($0), name($0.part)) < (order($1), name($1.part)) }
  }
}

extension PlanProgress.Part {
  /// Where an action belongs. Its owner, who answers for it, is the stakeholder, else the person, else the free words; its phase that of its initiative.
  public init(_ action: ActionItem, _ division: PlanProgress.Division, _ session: Session) {
    switch division {
    case .initiative: self = action.initiative.map { .entity(EntityRef(.initiative, $0)) } ?? .none
    case .owner:
      if let owner = action.owner, session.stakeholders.contains(owner) {
        self = .entity(EntityRef(.stakeholder, owner))
      } else if let person = action.person, session.participants.contains(person) {
        self = .entity(EntityRef(.participant, person))
      } else {
        self = action.ownerName.isEmpty ? .none : .text(action.ownerName)
      }
    case .phase: self = session.initiatives[action.initiative]?.phase.map { .phase($0) } ?? .none
    }
  }
}

/// Planned against observed on one day: how many actions should have been done by then, and how many were.
public struct PlanPace: Hashable, Sendable {
  public let on: PartialDate
  public let planned: Int
  public let observed: Int

  /// What was dropped counts neither way. An action that is done and does not say when counts from the day it was due, without that from today.
  public init(_ session: Session, on: PartialDate, today: PartialDate) {
    var planned = 0
    var observed = 0
    session.actions.forEach { action in
      guard action.status?.option != .dropped else { return }
      if let due = action.due, due.lastDay <= on.lastDay { planned += 1 }
      if action.status == .done, (action.doneOn ?? action.due ?? today).firstDay <= on.lastDay { observed += 1 }
    }
    self.on = on
    self.planned = planned
    self.observed = observed
  }
}
