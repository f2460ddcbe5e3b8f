import SessionModel

/// Which action waits for which: circles, what starts before what it needs, and what follows an action.
public struct PlanGraph: Sendable {
  private let actions: [EntityID: ActionItem]
  private let followers: [EntityID: [EntityID]]
  private let ids: [EntityID]

  /// - Parameter actions: in the order in which results are given.
  public init(_ actions: [ActionItem]) {
    var byID: [EntityID: ActionItem] = [:]
    var followers: [EntityID: [EntityID]] = [:]
    for action in actions {
      byID[action.id] = action
      for need in action.dependsOn where followers[need]?.last != action.id { followers[need, default: []].append(action.id) }
    }
    self.actions = byID
    self.followers = followers
    ids = actions.map(\.id)
  }

  public init(_ session: Session) { self.init(session.actions.sorted) }

  /// What the action waits for, as far as it is there.
  public func needs(of id: EntityID) -> [EntityID] { (actions[id]?.dependsOn ?? []).filter { actions[$0] != nil } }

  /// All that waits for the action, itself left out: each after something that it waits for.
  public func allFollowers(of id: EntityID) -> [EntityID] {
    var seen: Set<EntityID> = [id]
    var result: [EntityID] = []
    var queue = [id]
    var next = 0
    while next < queue.count {
      for follower in followers[queue[next]] ?? [] where seen.insert(follower).inserted {
        result.append(follower)
        queue.append(follower)
      }
      next += 1
    }
    return result
  }

  /// The shortest circle of waiting that goes through the action, beginning and ending with it; nil when there is none.
  public func circle(through id: EntityID) -> [EntityID]? { shortestCircle(through: id) { needs(of: $0) } }

  /// The open actions that begin before what they need is due, in the order given.
  public func conflicts() -> [PlanConflict] { ids.compactMap { conflict(of: $0) } }

  /// Why an open action begins too early: the first need found that is due after it begins. A need without a date hands the question on to its own needs.
  public func conflict(of id: EntityID) -> PlanConflict? {
    guard let action = actions[id], !action.isOver, let begins = action.from ?? action.due else { return nil }
    var before: [EntityID: EntityID] = [:]
    var queue = [id]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for need in needs(of: current) where before[need] == nil && need != id {
        guard let needed = actions[need], !needed.isOver else { continue }
        before[need] = current
        if let ready = needed.due ?? needed.from {
          guard begins.isBefore(ready) else { continue }
          var chain = [need]
          var at = need
          while let later = before[at] {
            chain.append(later)
            at = later
          }
          return PlanConflict(action: id, chain: chain, begins: begins, ready: ready)
        }
        queue.append(need)
      }
    }
    return nil
  }
}

/// An action that begins before what it needs is due.
public struct PlanConflict: Hashable, Sendable {
  public let action: EntityID
  /// From what is due too late to the action itself; between them those that have no date.
  public let chain: [EntityID]
  public let begins: PartialDate
  public let ready: PartialDate
}
