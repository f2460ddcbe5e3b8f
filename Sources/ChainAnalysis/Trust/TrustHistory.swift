import SessionModel

/// Every level of trust ever read, by direction and in the order of time: all that the measures of trust need of a session, in little room.
///
/// A reading that says no level from 1 to 5 is left out, so that it neither counts nor hides an earlier one.
public struct TrustHistory: Sendable {
  /// A level on the first day that its date may mean, in days after 1970-01-01; the lowest number when it has no date.
  public struct Point: Hashable, Sendable {
    let storedDay: Int32
    let storedLevel: Int8

    public var day: Int { Int(storedDay) }
    public var level: Int { Int(storedLevel) }
    public var year: Int? { storedDay == .min ? nil : PartialDate(dayNumber: day).year }

    init?(_ reading: Reading) {
      guard let level = reading.level, (1...5).contains(level) else { return nil }
      storedDay = reading.on.flatMap { Int32(exactly: $0.firstDay) } ?? .min
      storedLevel = Int8(level)
    }
  }

  private(set) var series: [TrustPair: [Point]] = [:]

  public init(_ session: Session) {
    var entries: [TrustPair: [Entry]] = [:]
    session.readings.forEach { reading in
      guard let pair = TrustPair(reading), let entry = Entry(reading) else { return }
      entries[pair, default: []].append(entry)
    }
    series = entries.mapValues { list in list.count == 1 ? [list[0].point] : list.sorted(by: Entry.isEarlier).map(\.point) }
  }

  /// A point with what tells it apart from others of the same day, in the order that `Reading.isEarlier` has.
  private struct Entry {
    let point: Point
    let seconds: Int64
    let id: EntityID

    init?(_ reading: Reading) {
      guard let point = Point(reading) else { return nil }
      self.point = point
      seconds = reading.recordedAt?.seconds ?? .min
      id = reading.id
    }

    static func isEarlier(_ a: Entry, _ b: Entry) -> Bool {
      if a.point.storedDay != b.point.storedDay { return a.point.storedDay < b.point.storedDay }
      return a.seconds != b.seconds ? a.seconds < b.seconds : a.id < b.id
    }
  }

  /// Takes in what was read anew of one direction, or taken away.
  public mutating func refresh(_ pair: TrustPair, from readings: ReadingIndex) {
    let points = readings.history(ReadingSubject(.trust, pair.from, toward: pair.to)).compactMap { Point($0) }
    series[pair] = points.isEmpty ? nil : points
  }

  /// Only the directions whose levels satisfy a condition.
  func filtered(_ isKept: ([Point]) -> Bool) -> TrustHistory {
    var copy = self
    copy.series = series.filter { isKept($0.value) }
    return copy
  }

  /// How many directions were ever read.
  public var count: Int { series.count }
  public var isEmpty: Bool { series.isEmpty }

  /// Every level of one direction, the earliest first.
  public func points(_ pair: TrustPair) -> [Point] { series[pair] ?? [] }

  /// The level of a direction now, or on a day: the latest that was read on or before it. Nil when it was not read by then.
  public func level(_ pair: TrustPair, on day: PartialDate? = nil) -> Int? {
    guard let points = series[pair] else { return nil }
    guard let day else { return points.last?.level }
    return points.level(by: day.lastDay)
  }

  /// The years in which anything was read, in order.
  public var years: [Int] {
    // By day first: many readings share one, and finding its year costs more than looking the day up.
    var days: Set<Int32> = []
    for points in series.values { for point in points where point.storedDay != .min { days.insert(point.storedDay) } }
    return Set(days.map { PartialDate(dayNumber: Int($0)).year }).sorted()
  }
}

extension [TrustHistory.Point] {
  /// The level on a day given in days after 1970-01-01.
  func level(by day: Int) -> Int? { last { $0.day <= day }?.level }
}
