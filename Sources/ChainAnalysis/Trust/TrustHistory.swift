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
    // Most directions are read once; only the others need what tells readings of one day apart.
    var several: [TrustPair: [Reading]] = [:]
    var first: [TrustPair: Reading] = [:]
    session.readings.forEach { reading in
      guard let pair = TrustPair(reading) else { return }
      if several[pair] != nil {
        several[pair]?.append(reading)
      } else if let earlier = first.updateValue(reading, forKey: pair) {
        several[pair] = [earlier, reading]
      }
    }
    series.reserveCapacity(first.count)
    for (pair, reading) in first where several[pair] == nil { if let point = Point(reading) { series[pair] = [point] } }
    for (pair, readings) in several { store(readings.sorted(by: Reading.isEarlier), pair) }
  }

  /// Takes in what was read anew of one direction, or taken away.
  public mutating func refresh(_ pair: TrustPair, from readings: ReadingIndex) {
    store(readings.history(ReadingSubject(.trust, pair.from, toward: pair.to)), pair)
  }

  private mutating func store(_ readings: [Reading], _ pair: TrustPair) {
    let points = readings.compactMap { Point($0) }
    series[pair] = points.isEmpty ? nil : points
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
