import SessionModel

/// What trust comes to, kept up to date while single directions are read anew: one more reading costs what that direction has, however
/// many others there are. Always the same as `TrustIndex`, `TrustCourse` and `TrustGaps` would say of the whole.
public struct TrustTally: Sendable {
  public private(set) var history: TrustHistory
  public private(set) var index = TrustIndex()
  public private(set) var course: TrustCourse
  private let grouping: Grouping
  /// All gaps in their order.
  private var allGaps: [TrustGap]

  /// How many readings there are of each year.
  private var readings = YearCounts()
  /// By year, how many more directions have been read by its end and are read again later than by the end of the year before.
  private var spans = YearCounts()

  // What the course stands on when it compares years.
  private var start: Int?
  private var comparedReadings = YearCounts()
  private var comparedIndexes: [TrustIndex] = []

  public init(_ history: TrustHistory, _ grouping: Grouping) {
    self.history = history
    self.grouping = grouping
    course = TrustCourse(years: [], indexes: [])
    allGaps = TrustGaps.all(history)
    for (pair, points) in history.series { count(points, grouping.scopes(of: pair), 1) }
    compare()
  }

  /// The largest gaps of today.
  public func gaps(limit: Int) -> [TrustGap] { Array(allGaps.prefix(max(0, limit))) }

  /// Takes in what was read anew of one direction, or taken away.
  public mutating func refresh(_ pair: TrustPair, from readings: ReadingIndex) {
    let before = history.course(of: pair)
    let gaps = [pair, pair.reversed].compactMap { TrustGaps.gap($0, history) }
    history.refresh(pair, from: readings)
    let after = history.course(of: pair)
    guard before != after else { return }
    for gap in gaps { removeGap(gap) }
    for pair in pair == pair.reversed ? [pair] : [pair, pair.reversed] { if let gap = TrustGaps.gap(pair, history) { insertGap(gap) } }
    let scopes = grouping.scopes(of: pair)
    if let before { count(before, scopes, -1) }
    if let after { count(after, scopes, 1) }
    let years = comparedYears
    if let before { countCompared(before, -1) }
    if let after { countCompared(after, 1) }
    // With other years to compare everything is counted anew.
    guard start != nil, startYear == start, comparedYears == years else { return compare() }
    for (number, year) in years.enumerated() {
      guard let end = PartialDate(year: year)?.lastDay else { continue }
      if let before, isCompared(before), let level = before.level(by: end) { comparedIndexes[number].remove(level, scopes) }
      if let after, isCompared(after), let level = after.level(by: end) { comparedIndexes[number].add(level, scopes) }
    }
    course = TrustCourse(years: years, indexes: comparedIndexes)
  }

  // MARK: All directions

  /// Adds what a direction has to the counts, or with −1 takes it out.
  private mutating func count(_ points: TrustHistory.Points, _ scopes: TrustScopes, _ sign: Int) {
    if sign > 0 { index.add(points.latest.level, scopes) } else { index.remove(points.latest.level, scopes) }
    for point in points { if let year = point.year { readings.add(sign, year) } }
    guard let (first, last) = TrustTally.span(points) else { return }
    spans.add(sign, first)
    spans.add(-sign, last)
  }

  /// The years of the first and the last reading when they differ; one without a date is before all years.
  private static func span(_ points: TrustHistory.Points) -> (first: Int, last: Int)? {
    guard points.count > 1, let last = points.latest.year else { return nil }
    let first = points.earliest.year ?? .min
    return first < last ? (first, last) : nil
  }

  // MARK: The directions that are compared

  /// The first year by whose end enough directions had been read that were read again later; nil when there is none.
  private var startYear: Int? {
    let needed = max(1, history.count / 4)
    var (found, next) = (0, 0)
    for year in readings.years.dropLast() {
      while next < spans.entries.count, spans.entries[next].year <= year {
        found += spans.entries[next].count
        next += 1
      }
      if found >= needed { return year }
    }
    return nil
  }

  private func isCompared(_ points: TrustHistory.Points) -> Bool {
    guard let start, let (first, last) = TrustTally.span(points) else { return false }
    return first <= start && start < last
  }

  private var comparedYears: [Int] { start.map { start in comparedReadings.years.filter { $0 >= start } } ?? [] }

  private mutating func countCompared(_ points: TrustHistory.Points, _ sign: Int) {
    guard isCompared(points) else { return }
    for point in points { if let year = point.year { comparedReadings.add(sign, year) } }
  }

  /// Chooses the years and counts all directions that are compared over them.
  private mutating func compare() {
    start = startYear
    comparedReadings = YearCounts()
    comparedIndexes = []
    guard start != nil else {
      // By the end of the latest year everything has been read.
      course = readings.years.last.map { TrustCourse(years: [$0], indexes: [index]) } ?? TrustCourse(years: [], indexes: [])
      return
    }
    for points in history.series.values { countCompared(points, 1) }
    let years = comparedYears
    let ends = years.compactMap { PartialDate(year: $0)?.lastDay }
    comparedIndexes = ends.map { _ in TrustIndex() }
    for (pair, points) in history.series where isCompared(points) {
      let scopes = grouping.scopes(of: pair)
      for (number, end) in ends.enumerated() { if let level = points.level(by: end) { comparedIndexes[number].add(level, scopes) } }
    }
    course = TrustCourse(years: years, indexes: comparedIndexes)
  }

  // MARK: Gaps

  private mutating func insertGap(_ gap: TrustGap) { allGaps.insert(gap, at: place(of: gap)) }

  private mutating func removeGap(_ gap: TrustGap) {
    let place = place(of: gap)
    if place < allGaps.count, allGaps[place] == gap { allGaps.remove(at: place) }
  }

  /// Where a gap stands, or would.
  private func place(of gap: TrustGap) -> Int {
    var (low, high) = (0, allGaps.count)
    while low < high {
      let middle = (low + high) / 2
      if TrustGaps.isBefore(allGaps[middle], gap) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A number for each of some years, in their order; none that is 0.
private struct YearCounts: Sendable {
  private(set) var entries: [(year: Int, count: Int)] = []

  var years: [Int] { entries.map(\.year) }

  mutating func add(_ count: Int, _ year: Int) {
    // Mostly one of the latest.
    let place = entries.lastIndex { $0.year <= year }
    if let place, entries[place].year == year {
      entries[place].count += count
      if entries[place].count == 0 { entries.remove(at: place) }
    } else {
      entries.insert((year, count), at: place.map { $0 + 1 } ?? 0)
    }
  }
}
