import SessionModel

/// Days laid out over columns, with marks at years, quarters or months, as the span allows.
struct TimeAxis: Hashable, Sendable {
  struct Tick: Hashable, Sendable {
    let column: Int
    let label: String
  }

  /// Days after 1970-01-01, both ends included.
  let days: ClosedRange<Int>
  let width: Int
  let ticks: [Tick]

  /// - Parameter month: a month's short name.
  init(days: ClosedRange<Int>, width: Int, month: (Int) -> String) {
    let first = PartialDate(dayNumber: days.lowerBound)
    let last = PartialDate(dayNumber: days.upperBound)
    let months = (last.year - first.year) * 12 + (last.month ?? 12) - (first.month ?? 1) + 1
    // Months between two marks: the fewest that leave room for their names.
    let step = [1, 3, 12, 24, 60, 120, 240].first { width * $0 >= months * ($0 < 12 ? 8 : 6) } ?? 600
    // The span begins at a mark, so that the first column is not an odd day.
    let start = ((first.year * 12 + (first.month ?? 1) - 1) / step) * step
    let from = PartialDate(year: max(1, start / 12), month: start % 12 + 1)?.firstDay ?? days.lowerBound
    let whole = min(from, days.lowerBound)...max(days.upperBound, min(from, days.lowerBound) + 1)
    self.days = whole
    self.width = max(1, width)
    var ticks: [Tick] = []
    var at = start
    while let date = PartialDate(year: at / 12, month: at % 12 + 1), date.firstDay <= days.upperBound, ticks.count < 600 {
      let isYear = at % 12 == 0
      let label = step >= 12 || isYear ? String(at / 12) : month(at % 12 + 1)
      ticks.append(Tick(column: TimeAxis.column(date.firstDay, whole, self.width), label: label))
      at += step
    }
    self.ticks = ticks
  }

  /// The column of a day; days outside stand at the edges.
  func column(_ day: Int) -> Int { TimeAxis.column(day, days, width) }

  func contains(_ day: Int) -> Bool { days.contains(day) }

  private static func column(_ day: Int, _ days: ClosedRange<Int>, _ width: Int) -> Int {
    let inside = min(max(day, days.lowerBound), days.upperBound) - days.lowerBound
    return min(width - 1, inside * width / max(1, days.upperBound - days.lowerBound + 1))
  }
}
