import SessionModel

/// Why something that is proposed begins later than it could, or would better not lie where it lies.
public enum ProposalHold: Hashable, Sendable {
  /// Somebody has busy months then, like the harvest.
  case busyMonths(EntityID)
  /// Somebody is in so many other things already.
  case otherWork(EntityID, count: Int)
  /// The end market does not buy then.
  case outOfSeason(EntityID)

  fileprivate var otherWork: Int? { if case .otherWork(_, let count) = self { count } else { nil } }
}

/// When people have time: outside their busy months, and while they are not in too much else. Made once for a session, asked for many stretches.
public struct Availability: Sendable {
  private var busy: [EntityID: MonthSet] = [:]
  /// Whom dated initiatives that are planned or running take up while they begin, and open actions until they are due.
  private var work: [EntityID: [ClosedRange<Int>]] = [:]
  private var seasons: [EntityID: MonthSet] = [:]

  /// In so many things at once one has no time for another.
  static let most = 2
  /// Up to so many days the whole stretch keeps clear of busy months; of a longer one its beginning does.
  static let shortStretch = 56
  /// Of a long stretch so many days count as its beginning.
  static let beginning = 28
  /// What runs for years takes people up for so many days.
  static let gettingGoing = 112
  /// One waits no longer than so many days for months that are free and a market that buys, and then for people with less to do.
  static let patience = (months: 371, work: 91)

  /// - Parameter ignoring: initiatives that take up nobody, like the one that is being moved.
  public init(_ session: Session, ignoring: Set<EntityID> = []) {
    session.stakeholders.forEach { stakeholder in
      if let months = MonthSet(stakeholder.busyMonths), !months.isEmpty { busy[stakeholder.id] = months }
    }
    session.initiatives.forEach { initiative in
      guard initiative.status == .planned || initiative.status == .running, !ignoring.contains(initiative.id),
        let from = initiative.from?.firstDay, let to = (initiative.to ?? initiative.from)?.lastDay, from <= to
      else { return }
      for id in initiative.people { work[id, default: []].append(from...min(to, from + Availability.gettingGoing - 1)) }
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

  /// A day from one on, week by week: the first in free months, then among those soon after it the first on which people are in the fewest other
  /// things; with what stood in the way before and no longer does. The day itself when waiting would not help.
  func begin(_ people: [EntityID], from day: Int, days: Int, season: EntityID? = nil) -> (day: Int, waited: [ProposalHold]) {
    let first = holds(people, from: day, days: days, season: season)
    guard !first.isEmpty else { return (day, []) }
    func isFree(_ day: Int) -> Bool { holds(people, from: day, days: days, season: season).allSatisfy { $0.otherWork != nil } }
    let free = isFree(day) ? day : stride(from: day + 7, through: day + Availability.patience.months, by: 7).first(where: isFree) ?? day
    func load(_ day: Int) -> Int { holds(people, from: day, days: days, season: season).reduce(0) { $0 + ($1.otherWork ?? 0) } }
    var (best, least) = (free, load(free))
    for later in stride(from: free + 7, through: free + Availability.patience.work, by: 7) where least > 0 && isFree(later) == isFree(free) {
      let count = load(later)
      if count < least { (best, least) = (later, count) }
    }
    guard best > day else { return (day, []) }
    let left = holds(people, from: best, days: days, season: season)
    return (best, first.filter { !left.contains($0) })
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
