/// How an action stands on a day, the most pressing first where two are true.
public enum PlanStanding: String, CaseIterable, Sendable { case done, doing, open, late, blocked, dropped }

/// When an action is due, seen from a day.
public enum PlanSpan: Int, CaseIterable, Sendable { case late, soon, later, undated, over }

extension ActionItem {
  /// Whether it is done or dropped.
  public var isOver: Bool { status?.option?.isOver == true }

  /// Whether its day has gone by and it is not over.
  public func isLate(on today: PartialDate) -> Bool {
    guard let due, !isOver else { return false }
    return due.isBefore(today)
  }

  /// The same with the day on which it was done going along with its status: what has become done was done today, what no longer is loses that
  /// day. A day that was given with the status stays.
  public func settingDay(since before: ActionItem, today: PartialDate) -> ActionItem {
    guard status != before.status, doneOn == before.doneOn else { return self }
    var result = self
    result.doneOn = status == .done ? doneOn ?? today : nil
    return result
  }

  public func span(on today: PartialDate) -> PlanSpan {
    if isOver { return .over }
    guard let due else { return .undated }
    if due.isBefore(today) { return .late }
    return due.firstDay <= today.firstDay + 30 ? .soon : .later
  }

  public func standing(on today: PartialDate) -> PlanStanding {
    switch status?.option {
    case .done: .done
    case .dropped: .dropped
    case .blocked: .blocked
    case .doing: isLate(on: today) ? .late : .doing
    case .toDo, nil: isLate(on: today) ? .late : .open
    }
  }
}
