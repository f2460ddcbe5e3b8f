import SessionModel

/// The trust index year by year, each year over the very same directions, so that a line through it shows trust and not who was asked.
///
/// It begins with the first year by whose end a quarter of all directions had been read that were read again later; the directions are
/// those, and so are the years. When no direction was ever read again, it has one year, the latest, over all directions.
public struct TrustCourse: Hashable, Sendable {
  /// Years in which any of the directions was read, in order; the values stand at the end of each.
  public private(set) var years: [Int] = []
  private var indexes: [TrustIndex] = []

  init(years: [Int], indexes: [TrustIndex]) {
    self.years = years
    self.indexes = indexes
  }

  public init(_ history: TrustHistory, _ grouping: Grouping) {
    let (compared, start) = TrustCourse.compared(history)
    guard let latest = history.years.last else { return }
    years = start.map { start in compared.years.filter { $0 >= start } } ?? [latest]
    let ends = years.compactMap { PartialDate(year: $0)?.lastDay }
    indexes = ends.map { _ in TrustIndex() }
    for (pair, points) in compared.series {
      let scopes = grouping.scopes(of: pair)
      for (index, end) in ends.enumerated() {
        if let level = points.level(by: end) { indexes[index].add(level, scopes) }
      }
    }
  }

  /// The mean of a scope in each of the years; nil where none of its directions is compared.
  public func values(_ scope: TrustScope) -> [Double?] { indexes.map { $0[scope].value } }

  /// How many directions of a scope are compared.
  public func count(_ scope: TrustScope) -> Int { indexes.last?[scope].count ?? 0 }

  /// Whether there are two years to compare.
  public var showsChange: Bool { years.count > 1 }

  /// The directions that a course goes over, and its first year; all of them, and no year, when none was ever read again.
  static func compared(_ history: TrustHistory) -> (history: TrustHistory, start: Int?) {
    guard let start = start(history, years: history.years), let end = PartialDate(year: start)?.lastDay else { return (history, nil) }
    return (history.filtered { isReadAgain($0, after: end) }, start)
  }

  private static func start(_ history: TrustHistory, years: [Int]) -> Int? {
    let needed = max(1, history.count / 4)
    for year in years.dropLast() {
      guard let end = PartialDate(year: year)?.lastDay else { continue }
      var found = 0
      for points in history.series.values where isReadAgain(points, after: end) { found += 1 }
      if found >= needed { return year }
    }
    return nil
  }

  private static func isReadAgain(_ points: TrustHistory.Points, after day: Int) -> Bool {
    points.count > 1 && points.earliest.day <= day && points.latest.day > day
  }
}
