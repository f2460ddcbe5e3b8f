import SessionModel

/// How a day runs against its agenda. Times are moments of the wall clock, so that midnight, another time zone and a program that was closed meanwhile change nothing.
public struct AgendaCourse: Hashable, Sendable {
  /// Seconds by which the day will end later than first planned if the rest takes as long as it now says; negative when it ends earlier.
  public private(set) var behind = 0
  /// Seconds that the running item and those after it still have.
  public private(set) var left = 0
  /// Minutes of the whole agenda as first planned.
  public private(set) var planned = 0
  public private(set) var hasStarted = false

  /// A pause longer than this between two items is a night or the next meeting, and nobody's delay.
  public static let longestPause = 3 * 3600

  public init(_ workshop: Workshop, now: Instant) {
    var latest: Instant?
    for item in workshop.agenda.sorted(by: AgendaCourse.began) {
      let minutes = AgendaCourse.bounded(item.minutes)
      planned += minutes ?? 0
      guard let started = item.started else {
        let rest = (item.minutesNow ?? 0) * 60
        left += rest
        behind += rest - (minutes ?? 0) * 60
        continue
      }
      hasStarted = true
      if let latest {
        let pause = Int(started.seconds - latest.seconds)
        if pause > 0, pause <= AgendaCourse.longestPause { behind += pause }
      }
      let used = item.secondsUsed(until: now) ?? 0
      if item.ended == nil {
        let whole = (item.minutesNow ?? 0) * 60
        left += max(0, whole - used)
        if let minutes { behind += max(used, whole) - minutes * 60 }
      } else if let minutes {
        behind += used - minutes * 60
      }
      latest = item.ended ?? now
    }
  }

  /// Those that have begun come first, in the order in which they did.
  private static func began(_ a: AgendaItem, _ b: AgendaItem) -> Bool {
    switch (a.started, b.started) {
    case (let x?, let y?): x < y
    case (.some, nil): true
    default: false
    }
  }

  private static func bounded(_ minutes: Int?) -> Int? { minutes.map { min(max(0, $0), 100_000) } }

  /// Minutes for the items that have not begun, so that the day ends when it was to: what is left is shared out in proportion to what was first planned,
  /// at least a minute each. Nil when nothing is left to plan or less than a minute for each.
  public static func replanned(_ workshop: Workshop, now: Instant) -> [EntityID: Int]? {
    let course = AgendaCourse(workshop, now: now)
    let rest = workshop.agenda.filter { $0.started == nil && ($0.minutes ?? 0) > 0 }
    let current = rest.reduce(0) { $0 + ($1.minutesNow ?? 0) }
    let late = course.behind >= 0 ? (course.behind + 59) / 60 : -(-course.behind / 60)
    let budget = current - late
    guard !rest.isEmpty, budget >= rest.count else { return nil }
    let weights = rest.map { bounded($0.minutes) ?? 0 }
    let total = max(1, weights.reduce(0, +))
    var shares = weights.map { max(1, $0 * budget / total) }
    // What rounding left over goes to the longest items; what the minimum took comes from them.
    let order = rest.indices.sorted { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
    var over = budget - shares.reduce(0, +)
    var place = 0
    while over != 0, place < 10_000 {
      let index = order[place % order.count]
      if over > 0 {
        shares[index] += 1
        over -= 1
      } else if shares[index] > 1 {
        shares[index] -= 1
        over += 1
      }
      place += 1
    }
    return Dictionary(zip(rest.map(\.id), shares), uniquingKeysWith: { first, _ in first })
  }
}

extension AgendaItem {
  /// The minutes it has: as planned anew, or else as first planned.
  public var minutesNow: Int? { (replanned ?? minutes).map { min(max(0, $0), 100_000) } }

  /// Whole seconds that it took, or has taken so far; nil before it starts. Never negative, whatever became of the clock.
  public func secondsUsed(until now: Instant) -> Int? {
    guard let started else { return nil }
    return max(0, Int(min((ended ?? now).seconds - started.seconds, 1_000_000_000)))
  }
}
