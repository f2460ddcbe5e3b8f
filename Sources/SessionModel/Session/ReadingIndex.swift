/// What a reading is a reading of: an aspect of a subject, for trust towards someone.
public struct ReadingSubject: Hashable, Sendable {
  public let aspect: Aspect
  public let subject: EntityID
  public let toward: EntityID?

  public init(_ aspect: Aspect, _ subject: EntityID, toward: EntityID? = nil) {
    self.aspect = aspect
    self.subject = subject
    self.toward = toward
  }
}

extension Reading {
  /// Nil when the reading does not say of what it is one.
  public var of: ReadingSubject? {
    guard let aspect = aspect?.option, let subject else { return nil }
    return ReadingSubject(aspect, subject, toward: toward)
  }

  /// Earlier readings first: by day, then by when it was recorded, then by id.
  public static func isEarlier(_ a: Reading, _ b: Reading) -> Bool {
    let days = (a.on?.firstDay ?? .min, b.on?.firstDay ?? .min)
    if days.0 != days.1 { return days.0 < days.1 }
    let seconds = (a.recordedAt?.seconds ?? .min, b.recordedAt?.seconds ?? .min)
    if seconds.0 != seconds.1 { return seconds.0 < seconds.1 }
    return a.id < b.id
  }

  /// The value it says, for the field that shows it.
  public var shown: FieldValue {
    switch aspect?.option {
    case .engagement: state?.erased ?? .empty
    case .members, .indicator: figure.erased
    default: level.map { .number($0) } ?? .empty
    }
  }
}

/// The readings of every subject in the order of time.
public struct ReadingIndex: Sendable {
  private var series: [ReadingSubject: [Reading]] = [:]

  public init(_ session: Session) {
    session.readings.forEach { reading in
      if let of = reading.of { series[of, default: []].append(reading) }
    }
    for key in series.keys { series[key]?.sort(by: Reading.isEarlier) }
  }

  /// All readings of it, the earliest first.
  public func history(_ of: ReadingSubject) -> [Reading] { series[of] ?? [] }

  /// The latest reading, or the latest on or before a day.
  public func current(_ of: ReadingSubject, on day: PartialDate? = nil) -> Reading? {
    guard let all = series[of] else { return nil }
    guard let day else { return all.last }
    return all.last { ($0.on?.firstDay ?? .min) <= day.lastDay }
  }

  /// The level of trust from one to another, 1…5; nil when it was never read.
  public func trust(_ from: EntityID, _ to: EntityID, on day: PartialDate? = nil) -> Int? {
    current(ReadingSubject(.trust, from, toward: to), on: day)?.level
  }

  /// Every subject with a reading of the aspect, in the order of ids.
  public func subjects(_ aspect: Aspect) -> [ReadingSubject] {
    series.keys.filter { $0.aspect == aspect }.sorted {
      $0.subject != $1.subject ? $0.subject < $1.subject : ($0.toward ?? .session) < ($1.toward ?? .session)
    }
  }

  mutating func follow(_ transaction: Transaction, inverse: Transaction) {
    for change in inverse.changes {
      guard let old = change.entity as? Reading, let of = old.of else { continue }
      series[of]?.removeAll { $0.id == old.id }
      if series[of]?.isEmpty == true { series[of] = nil }
    }
    for result in transaction.results {
      guard let new = result as? Reading, let of = new.of else { continue }
      var list = (series[of] ?? []).filter { $0.id != new.id }
      let place = list.firstIndex { Reading.isEarlier(new, $0) } ?? list.endIndex
      list.insert(new, at: place)
      series[of] = list
    }
  }
}
