import SessionModel

/// Why something that is proposed begins later than it could, or would better not lie where it lies.
public enum ProposalHold: Hashable, Sendable {
  /// Somebody has busy months then, like the harvest.
  case busyMonths(EntityID)
  /// Somebody is in so many other things already.
  case otherWork(EntityID, count: Int)
  /// The end market does not buy then.
  case outOfSeason(EntityID)
}

/// When people have time: outside their busy months, and while they are not in too much else. Made once for a session, asked for many stretches.
public struct Availability: Sendable {
  private var busy: [EntityID: MonthSet] = [:]
  /// Dated initiatives that are planned or running, and open actions, by whom they take up.
  private var work: [EntityID: [ClosedRange<Int>]] = [:]
  private var seasons: [EntityID: MonthSet] = [:]

  /// In so many things at once one has no time for another.
  static let most = 2
  /// Up to so many days the whole stretch keeps clear of busy months; of a longer one its beginning does.
  static let shortStretch = 56
  /// Of a long stretch so many days count as its beginning.
  static let beginning = 28
  /// One waits no longer than so many days for a better time.
  static let patience = 371

  /// - Parameter ignoring: initiatives that take up nobody, like the one that is being moved.
  public init(_ session: Session, ignoring: Set<EntityID> = []) {
    session.stakeholders.forEach { stakeholder in
      if let months = MonthSet(stakeholder.busyMonths), !months.isEmpty { busy[stakeholder.id] = months }
    }
    session.initiatives.forEach { initiative in
      guard initiative.status == .planned || initiative.status == .running, !ignoring.contains(initiative.id),
        let from = initiative.from?.firstDay, let to = (initiative.to ?? initiative.from)?.lastDay, from <= to
      else { return }
      for id in initiative.people { work[id, default: []].append(from...to) }
    }
    session.actions.forEach { action in
      guard action.status?.option?.isOver != true, let owner = action.owner, let due = action.due?.lastDay else { return }
      work[owner, default: []].append(min(due, action.from?.firstDay ?? due - 14)...due)
    }
    session.endMarkets.forEach { market in
      if let season = MonthSet(market.season), !season.isEmpty { seasons[market.id] = season }
    }
  }

  /// What stands in the way of a stretch of days for these people, each at most once a reason.
  public func holds(_ people: [EntityID], from: Int, days: Int, season market: EntityID? = nil) -> [ProposalHold] {
    guard days > 0 else { return [] }
    let length = days <= Availability.shortStretch ? days : Availability.beginning
    let months = Availability.months(from: from, days: length)
    var found: [ProposalHold] = []
    for id in people {
      if let own = busy[id], months.contains(where: own.contains) { found.append(.busyMonths(id)) }
      let beginning = from...(from + min(days, Availability.beginning) - 1)
      let count = work[id].map { $0.count { $0.overlaps(beginning) } } ?? 0
      if count >= Availability.most { found.append(.otherWork(id, count: count)) }
    }
    if let market, let season = seasons[market], !Availability.months(from: from, days: days).contains(where: season.contains) { found.append(.outOfSeason(market)) }
    return found
  }

  /// The first day from one on, week by week, on which nothing stands in the way, with what stood there before it; the day itself, with what
  /// stands in the way, when there is none within a year.
  func begin(_ people: [EntityID], from day: Int, days: Int, season: EntityID? = nil) -> (day: Int, waited: [ProposalHold], clashes: [ProposalHold]) {
    let first = holds(people, from: day, days: days, season: season)
    guard !first.isEmpty else { return (day, [], []) }
    for later in stride(from: day + 7, through: day + Availability.patience, by: 7) where holds(people, from: later, days: days, season: season).isEmpty {
      return (later, first, [])
    }
    return (day, [], first)
  }

  private static func months(from: Int, days: Int) -> [Int] {
    var months: [Int] = []
    var day = from
    while day < from + days, months.count < 12 {
      let date = PartialDate(dayNumber: day)
      months.append(date.month ?? 1)
      guard let month = PartialDate(year: date.year, month: date.month) else { break }
      day = month.lastDay + 1
    }
    return months
  }
}
