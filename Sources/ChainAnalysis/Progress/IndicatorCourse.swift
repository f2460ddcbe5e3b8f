import SessionModel

/// How an indicator stands at its latest reading.
public enum PlanCourse: Hashable, Sendable { case reached, ahead, behind, noReading, noTarget, notComparable }

/// How an indicator went against the straight line from its baseline to its target. Amounts are compared in the target's unit only.
public struct IndicatorCourse: Sendable {
  public struct Place: Sendable {
    /// Days after 1970-01-01.
    public let day: Int
    public let value: Double
  }

  /// The first and the last known value come first and last: baseline, readings.
  public private(set) var places: [Place] = []
  public private(set) var start: Place?
  public private(set) var target: Place?
  public private(set) var standing = PlanCourse.noReading
  /// From 0 at the baseline to 1 at the target, or beyond; nil while one of the two is not known.
  public private(set) var share: Double?
  /// Where it should be at its latest reading, from 0 to 1.
  public private(set) var expected: Double?

  /// - Parameter readings: the indicator's, the earliest first.
  public init(_ indicator: Indicator, _ readings: [Reading]) {
    let goal = indicator.target.first?.amount
    let unit = goal?.unit ?? readings.last?.figure.first?.amount.unit ?? indicator.unit
    func value(_ figures: [Figure]) -> Double? { figures.first { $0.amount.unit == unit }?.amount.approximate }
    for reading in readings {
      if let value = value(reading.figure) { places.append(Place(day: reading.on?.firstDay ?? 0, value: value)) }
    }
    let baselineDay = indicator.baselineOn?.firstDay ?? places.first?.day
    if let value = value(indicator.baseline), let day = baselineDay {
      start = Place(day: day, value: value)
      if places.first.map({ $0.day > day }) ?? false { places.insert(Place(day: day, value: value), at: 0) }
    } else {
      start = places.first
    }
    if let goal, let day = indicator.due?.lastDay { target = Place(day: day, value: goal.approximate) }
    guard let latest = readings.last else { return }
    guard let goal else {
      standing = .noTarget
      return
    }
    guard let now = value(latest.figure) else {
      standing = .notComparable
      return
    }
    guard let start, goal.approximate != start.value else {
      standing = now >= goal.approximate ? .reached : .behind
      return
    }
    let share = (now - start.value) / (goal.approximate - start.value)
    self.share = share
    if let target, target.day > start.day, let day = latest.on?.firstDay {
      expected = min(1, max(0, Double(day - start.day) / Double(target.day - start.day)))
    }
    standing = share >= 1 ? .reached : share >= expected ?? 1 ? .ahead : .behind
  }
}
