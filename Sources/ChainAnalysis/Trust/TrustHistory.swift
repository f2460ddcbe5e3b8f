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

  /// The levels of one direction, the earliest first; there is at least one. Most directions are read once, and cost no list then.
  public struct Points: RandomAccessCollection, Hashable, Sendable {
    public let startIndex = 0
    public let earliest: Point
    private let later: [Point]

    init?(_ points: some Collection<Point>) {
      guard let first = points.first else { return nil }
      earliest = first
      later = points.count == 1 ? [] : Array(points.dropFirst())
    }

    fileprivate init(_ point: Point) {
      earliest = point
      later = []
    }

    public var endIndex: Int { later.count + 1 }
    public var latest: Point { later.last ?? earliest }
    public subscript(index: Int) -> Point { index == 0 ? earliest : later[index - 1] }

    /// The level on a day given in days after 1970-01-01.
    func level(by day: Int) -> Int? {
      if let point = later.last(where: { $0.day <= day }) { return point.level }
      return earliest.day <= day ? earliest.level : nil
    }
  }

  private(set) var series: [TrustPair: Points] = [:]

  /// Nothing read yet.
  public init() {}

  public init(_ session: Session) {
    series.reserveCapacity(session.readings.count)
    var again: Set<TrustPair> = []
    session.readings.forEach { reading in
      guard let pair = TrustPair(reading), let point = Point(reading) else { return }
      if series.updateValue(Points(point), forKey: pair) != nil { again.insert(pair) }
    }
    guard !again.isEmpty else { return }
    var entries: [TrustPair: [Entry]] = [:]
    session.readings.forEach { reading in
      guard let pair = TrustPair(reading), again.contains(pair), let entry = Entry(reading) else { return }
      entries[pair, default: []].append(entry)
    }
    for (pair, list) in entries { series[pair] = Points(list.sorted(by: Entry.isEarlier).map(\.point)) }
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
    series[pair] = Points(points)
  }

  /// Only the directions whose levels satisfy a condition.
  func filtered(_ isKept: (Points) -> Bool) -> TrustHistory {
    var copy = self
    copy.series = series.filter { isKept($0.value) }
    return copy
  }

  /// Every level of one direction; nil when it was never read.
  func course(of pair: TrustPair) -> Points? { series[pair] }

  /// How many directions were ever read.
  public var count: Int { series.count }
  public var isEmpty: Bool { series.isEmpty }

  /// Every level of one direction, the earliest first.
  public func points(_ pair: TrustPair) -> [Point] { series[pair].map { Array($0) } ?? [] }

  /// The level of a direction now, or on a day: the latest that was read on or before it. Nil when it was not read by then.
  public func level(_ pair: TrustPair, on day: PartialDate? = nil) -> Int? {
    guard let points = series[pair] else { return nil }
    guard let day else { return points.latest.level }
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
