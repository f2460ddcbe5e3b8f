import Drawing
import SessionModel

/// How much time a column of the timeline is.
enum PlanZoom: Int, CaseIterable, Sendable {
  case years, quarters, months, weeks, days

  /// Columns for each day, as a fraction.
  private var ratio: (columns: Int, days: Int) {
    switch self {
    case .years: (1, 30)
    case .quarters: (1, 12)
    case .months: (1, 4)
    case .weeks: (1, 1)
    case .days: (4, 1)
    }
  }

  /// Columns between the first days of two dates; negative when the second is earlier.
  func columns(_ days: Int) -> Int {
    let (columns, perDays) = ratio
    let product = days * columns
    return product >= 0 ? product / perDays : -((-product + perDays - 1) / perDays)
  }

  /// Whole days in so many columns.
  func days(_ columns: Int) -> Int { columns * ratio.days / ratio.columns }

  /// Days by which `[` and `]` move a date.
  var step: Int {
    switch self {
    case .days: 1
    case .weeks, .months: 7
    case .quarters, .years: 30
    }
  }
}

/// Time laid out over the columns of the chart.
struct PlanTimeline {
  let origin: Int
  let zoom: PlanZoom
  let width: Int

  /// A label at a column.
  struct Tick: Hashable {
    let column: Int
    let label: String
    /// Whether a larger stretch of time begins, which is ruled more strongly.
    let isStrong: Bool
  }

  func column(_ day: Int) -> Int { zoom.columns(day - origin) }

  /// The columns of an action's time, from the first to the one after the last; it may lie outside. Nil without a date.
  func columns(of action: ActionItem) -> Range<Int>? {
    guard let first = (action.from ?? action.due)?.firstDay else { return nil }
    let last = max(first, (action.due ?? action.from)?.lastDay ?? first)
    let start = column(first)
    return start..<max(start + 1, column(last + 1))
  }

  /// Years or months above, months, weeks or days below.
  func ticks(month: (Int) -> String) -> (upper: [Tick], lower: [Tick]) {
    var upper: [Tick] = []
    var lower: [Tick] = []
    let last = origin + zoom.days(width)
    switch zoom {
    case .years, .quarters, .months:
      let from = PartialDate(dayNumber: origin)
      var year = from.year
      var number = from.month ?? 1
      let step = zoom == .years ? 12 : zoom == .quarters ? 3 : 1
      if zoom != .months { number = (number - 1) / step * step + 1 }
      while let date = PartialDate(year: year, month: number), date.firstDay <= last, lower.count < 1000 {
        if number == 1 || upper.isEmpty { upper.append(Tick(column: max(0, column(date.firstDay)), label: String(year), isStrong: number == 1)) }
        if column(date.firstDay) >= 0 {
          lower.append(Tick(column: column(date.firstDay), label: zoom == .years ? "" : month(number), isStrong: number == 1))
        }
        number += step
        if number > 12 {
          number -= 12
          year += 1
        }
      }
    case .weeks, .days:
      var day = origin
      while day <= last, lower.count < 1000 {
        let date = PartialDate(dayNumber: day)
        if date.day == 1 || upper.isEmpty {
          upper.append(Tick(column: max(0, column(day)), label: month(date.month ?? 1) + " " + String(date.year), isStrong: date.day == 1))
        }
        // Weeks begin on Monday.
        let isMonday = (day + 3) % 7 == 0
        if zoom == .days || isMonday { lower.append(Tick(column: column(day), label: String(date.day ?? 1), isStrong: isMonday)) }
        day += 1
      }
    }
    return (upper, lower)
  }

  /// The nearest zoom at which all these days fit.
  static func zoom(for days: ClosedRange<Int>, width: Int) -> PlanZoom {
    PlanZoom.allCases.reversed().first { $0.columns(days.upperBound - days.lowerBound + 1) <= width } ?? .years
  }
}
