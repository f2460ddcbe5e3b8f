import SessionModel

/// How trust between small and large went: the mean of the weaker directions, over the pairs that were read from the start, so that two days
/// are compared over the same pairs (METHOD.md, What it answers 1 and 2).
struct TrustCourse: Sendable {
  struct Place: Sendable {
    let day: Int
    /// 1…5
    let level: Double
  }

  private(set) var places: [Place] = []
  private(set) var pairCount = 0

  init() {}

  init(_ working: WorkingSession) {
    var small: Set<EntityID> = []
    var large: Set<EntityID> = []
    working.session.stakeholders.forEach { stakeholder in
      guard let kind = stakeholder.type?.option, kind.usualSector == .business else { return }
      if stakeholder.size?.option?.isSmall == true || kind == .smallholderGroup { small.insert(stakeholder.id) }
      if stakeholder.size == .large || kind == .largeProducer { large.insert(stakeholder.id) }
    }
    guard !small.isEmpty, !large.isEmpty else { return }
    var histories: [Pair: (there: [Reading], back: [Reading])] = [:]
    working.session.readings.forEach { reading in
      guard reading.aspect == .trust, reading.level != nil, reading.on != nil, let from = reading.subject, let to = reading.toward else { return }
      if small.contains(from), large.contains(to) { histories[Pair(small: from, large: to), default: ([], [])].there.append(reading) }
      if large.contains(from), small.contains(to) { histories[Pair(small: to, large: from), default: ([], [])].back.append(reading) }
    }
    let both = histories.values.filter { !$0.there.isEmpty && !$0.back.isEmpty }.map { pair in
      (there: pair.there.sorted(by: Reading.isEarlier), back: pair.back.sorted(by: Reading.isEarlier))
    }
    func start(_ pair: (there: [Reading], back: [Reading])) -> Int {
      max(pair.there.first?.on?.firstDay ?? 0, pair.back.first?.on?.firstDay ?? 0)
    }
    guard let firstYear = both.map({ PartialDate(dayNumber: start($0)).year }).min() else { return }
    let pairs = both.filter { PartialDate(dayNumber: start($0)).year == firstYear }
    // Days on which somebody was asked, one a quarter of a year: a round of asking takes weeks.
    var rounds: [Int: Int] = [:]
    for pair in pairs {
      for reading in pair.there + pair.back {
        guard let day = reading.on?.firstDay else { continue }
        rounds[day / 91] = max(rounds[day / 91] ?? .min, day)
      }
    }
    let opening = pairs.map(start).max() ?? 0
    for day in rounds.values.sorted() where day >= opening {
      var sum = 0
      for pair in pairs {
        let there = pair.there.last { ($0.on?.firstDay ?? .max) <= day }?.level ?? 0
        let back = pair.back.last { ($0.on?.firstDay ?? .max) <= day }?.level ?? 0
        sum += min(there, back)
      }
      places.append(Place(day: day, level: Double(sum) / Double(pairs.count)))
    }
    pairCount = pairs.count
  }

  private struct Pair: Hashable {
    let small: EntityID
    let large: EntityID
  }
}
