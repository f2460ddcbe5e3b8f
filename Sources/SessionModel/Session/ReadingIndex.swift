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
  /// Most subjects have a single reading.
  private enum Series: Sendable {
    case one(Box<Reading>)
    case many([Box<Reading>])

    var boxes: [Box<Reading>] {
      switch self {
      case .one(let box): [box]
      case .many(let boxes): boxes
      }
    }

    var latest: Box<Reading>? {
      switch self {
      case .one(let box): box
      case .many(let boxes): boxes.last
      }
    }

    /// What the latest says; asked in two steps, so that the reading, which has many fields, is not copied for it.
    var level: Int? {
      guard let latest else { return nil }
      return latest.value.level
    }

    init?(_ boxes: [Box<Reading>]) {
      guard let first = boxes.first else { return nil }
      self = boxes.count == 1 ? .one(first) : .many(boxes)
    }
  }

  private var series: [ReadingSubject: Series] = [:]

  public init(_ session: Session) {
    series.reserveCapacity(session.readings.count)
    var more: [ReadingSubject: [Box<Reading>]] = [:]
    session.readings.forEachBox { box in
      guard let of = box.value.of else { return }
      if let before = series.updateValue(.one(box), forKey: of), case .one(let other) = before { more[of, default: []].append(other) }
    }
    for (of, others) in more {
      guard case .one(let last)? = series[of] else { continue }
      series[of] = Series((others + [last]).sorted { Reading.isEarlier($0.value, $1.value) })
    }
  }

  /// All readings of it, the earliest first.
  public func history(_ of: ReadingSubject) -> [Reading] { series[of]?.boxes.map(\.value) ?? [] }

  /// The latest reading, or the latest on or before a day.
  public func current(_ of: ReadingSubject, on day: PartialDate? = nil) -> Reading? {
    guard let all = series[of] else { return nil }
    guard let day else { return all.latest?.value }
    return all.boxes.last { ($0.value.on?.firstDay ?? .min) <= day.lastDay }?.value
  }

  /// What the latest reading says; empty when there is none.
  public func shown(_ of: ReadingSubject) -> FieldValue { series[of]?.latest?.value.shown ?? .empty }

  /// The level of trust from one to another, 1…5; nil when it was never read.
  public func trust(_ from: EntityID, _ to: EntityID, on day: PartialDate? = nil) -> Int? {
    let of = ReadingSubject(.trust, from, toward: to)
    return day == nil ? series[of]?.level : current(of, on: day)?.level
  }

  /// The latest level of every pair with one, a direction at a time, in no order; of one towards itself too.
  public func forEachTrust(_ body: (_ from: EntityID, _ to: EntityID, _ level: Int) -> Void) {
    for (of, all) in series where of.aspect == .trust {
      if let to = of.toward, let level = all.level { body(of.subject, to, level) }
    }
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
      series[of] = Series((series[of]?.boxes ?? []).filter { $0.value.id != old.id })
    }
    for result in transaction.results {
      guard let new = result as? Reading, let of = new.of else { continue }
      var boxes = (series[of]?.boxes ?? []).filter { $0.value.id != new.id }
      let place = boxes.firstIndex { Reading.isEarlier(new, $0.value) } ?? boxes.endIndex
      boxes.insert(Box(new), at: place)
      series[of] = Series(boxes)
    }
  }
}
