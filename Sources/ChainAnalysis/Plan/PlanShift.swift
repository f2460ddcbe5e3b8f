import SessionModel

/// What moves when the dates of actions move: everything open that waits for them goes by as many days, so that the room between two stays.
public struct PlanShift: Sendable {
  /// What follows, with its new dates, in the order of the plan.
  public let followers: [ActionItem]

  /// - Parameters:
  ///   - moved: the actions with their new dates. Those that follow one another keep the dates given here.
  ///   - session: as it was before.
  public init(_ moved: [ActionItem], in session: Session) {
    let days = moved.compactMap { action in
      session.actions[action.id].flatMap { old in PlanShift.days(from: old, to: action).map { (action.id, $0) } }
    }
    guard !days.isEmpty else {
      followers = []
      return
    }
    let graph = PlanGraph(session)
    var seen = Set(moved.map(\.id))
    var result: [ActionItem] = []
    for (id, days) in days {
      for follower in graph.allFollowers(of: id) where seen.insert(follower).inserted {
        guard let action = session.actions[follower], !action.isOver, action.from != nil || action.due != nil else { continue }
        let later = action.shifted(days: days)
        if later != action { result.append(later) }
      }
    }
    followers = result
  }

  /// By how many days an action ends later than before, or begins later where it has no end; nil when it does not move.
  static func days(from old: ActionItem, to new: ActionItem) -> Int? {
    let days: Int?
    switch (old.due, new.due) {
    case (let before?, let after?): days = after.lastDay - before.lastDay
    default:
      if let before = old.from, let after = new.from { days = after.firstDay - before.firstDay } else { days = nil }
    }
    return days == 0 ? nil : days
  }
}

extension ActionItem {
  /// Begins and ends so many days later; a date that is only known as a month or year stays so.
  public func shifted(days: Int) -> ActionItem {
    var action = self
    action.from = from?.shifted(days: days)
    action.due = due?.shifted(days: days)
    return action
  }
}

extension Initiative {
  /// Begins, brings its first benefit and ends so many days later; a date that is only known as a month or year stays so.
  public func shifted(days: Int) -> Initiative {
    var initiative = self
    initiative.from = from?.shifted(days: days)
    initiative.to = to?.shifted(days: days)
    initiative.firstBenefitOn = firstBenefitOn?.shifted(days: days)
    return initiative
  }
}
