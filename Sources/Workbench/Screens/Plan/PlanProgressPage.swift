import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  /// Dates that are set apart by commas, as people say them; nil names the first that is none.
  func typedDates(_ text: String) -> (dates: [PartialDate], unknown: String?) {
    var dates: [PartialDate] = []
    for part in text.split(separator: ",").map(\.trimmed) where !part.isEmpty {
      guard let date = typedDate(part) else { return (dates, part) }
      dates.append(date)
    }
    return (dates, nil)
  }

  /// Asks for the days on which planned and observed are compared.
  mutating func openProgressDates() {
    ask(
      CaptureLine(label: words.plan(.progressLabel), placeholder: words.plan(.progressPlaceholder), separator: nil),
      CaptureLayer.Purpose(
        keeping: .nothing, takesNothing: true,
        finished: { desk, text in
          let (dates, unknown) = desk.typedDates(text)
          if let unknown { return .stay(MessageLine(desk.notADate(unknown), .error)) }
          desk.openProgress(on: dates)
          return .close()
        }))
  }

  /// How far the plan is by initiative, owner and phase, and planned against observed on some days: those given, or else the workshops', the ends of the phases, and today.
  mutating func openProgress(on chosen: [PartialDate]) {
    let session = view.session
    var dates = chosen
    if dates.isEmpty {
      dates = session.workshops.sorted.compactMap(\.on) + session.profile.phases.compactMap(\.to).filter { !today.isBefore($0) } + [today]
    }
    dates = Array(Set(dates)).sorted()
    var lines: [StyledLine] = [StyledLine(words.plan(.plannedObserved), Style(.heading))]
    let width = min(size.width, 100) - 10
    for date in dates {
      let pace = PlanPace(session, on: date, today: today)
      let behind = pace.planned - pace.observed
      lines.append(
        StyledLine([
          StyledText(TextWidth.padded(words.date(date), to: 14), date == today ? Style(.accent) : .text),
          StyledText(words.pace(planned: pace.planned, observed: pace.observed), behind > 0 ? Style(.warning) : Style(.success)),
        ]))
    }
    lines += indicatorPace(dates, width: width)
    let divisions: [(PlanProgress.Division, PlanText)] = [(.initiative, .byInitiative), (.owner, .byOwner), (.phase, .byPhase)]
    for (division, title) in divisions {
      lines += [.empty, StyledLine(words.plan(.progress) + " " + words.plan(title), Style(.heading))]
      for row in PlanProgress(session, by: division, today: today).rows { lines.append(progressLine(row, division, width: width)) }
    }
    layers.append(.page(TextPage(title: words.plan(.progress), text: Viewport(lines))))
  }

  private func progressLine(_ row: PlanProgress.Row, _ division: PlanProgress.Division, width: Int) -> StyledLine {
    let name: String
    switch row.part {
    case .entity(let ref): name = self.name(ref)
    case .phase(let id): name = view.session.phase(id)?.name ?? ""
    case .text(let text): name = text
    case .none: name = words.plan(division == .owner ? .nobody : division == .phase ? .noPhase : .noInitiative)
    }
    let order: [PlanStanding] = [.done, .doing, .open, .late, .blocked]
    let bar = SharedBar(
      order.compactMap { standing in
        row.count(of: standing) > 0 ? .init(row.count(of: standing), standing.part.glyph, standing.part.style) : nil
      })
    var runs = [StyledText(TextWidth.padded(TextWidth.truncated(name, to: width - 46), to: width - 45) + " ")]
    runs += bar.runs(width: 16)
    runs.append(StyledText(TextWidth.padded(row.percentDone.map { "\($0)%" } ?? "", to: 6, .right), Style(.strong)))
    for standing in [PlanStanding.late, .blocked] where row.count(of: standing) > 0 {
      runs.append(StyledText("  " + words.counted(row.count(of: standing), standing), standing.mark.style))
    }
    return StyledLine(runs)
  }

  /// Where each indicator should have been on these days, and where it was: a column for each day, and further tables where they do not fit side by side.
  private func indicatorPace(_ dates: [PartialDate], width: Int) -> [StyledLine] {
    let cell = 17
    let courses = view.session.indicators.sorted.compactMap { indicator -> (indicator: Indicator, course: IndicatorCourse)? in
      guard let course = plan.courses[indicator.id], let start = course.start, let target = course.target, target.day > start.day else { return nil }
      return (indicator, course)
    }
    let dates = Array(dates.suffix(6))
    guard !courses.isEmpty, !dates.isEmpty else { return [] }
    let most = max(1, (width - 24) / cell)
    var lines: [StyledLine] = [.empty, StyledLine(words.plan(.indicatorsPlanned), Style(.heading))]
    for first in stride(from: 0, to: dates.count, by: most) {
      let shown = dates[first..<min(dates.count, first + most)]
      let room = width - shown.count * cell
      if first > 0 { lines.append(.empty) }
      lines.append(StyledLine([StyledText(String(repeating: " ", count: room))] + shown.map { StyledText(TextWidth.padded(words.date($0), to: cell, .right), .dim) }))
      for (indicator, course) in courses {
        let unit = indicator.target.first?.amount.unit ?? indicator.unit
        let name = name(indicator.ref) + (unit.isEmpty ? "" : ", " + unit)
        lines.append(
          StyledLine([StyledText(TextWidth.padded(TextWidth.truncated(name, to: room - 1), to: room), Style(.strong))] + shown.map { pace(course, on: $0, columns: cell) }))
      }
    }
    return lines
  }

  /// What was observed by that day of what was planned for it; a dot where nothing was yet.
  private func pace(_ course: IndicatorCourse, on date: PartialDate, columns: Int) -> StyledText {
    guard let start = course.start, let target = course.target, let observed = course.places.last(where: { $0.day <= date.lastDay }) else {
      return StyledText(TextWidth.padded("·", to: columns, .right), .dim)
    }
    let share = min(1, max(0, Double(date.firstDay - start.day) / Double(max(1, target.day - start.day))))
    let planned = start.value + (target.value - start.value) * share
    let isBehind = target.value >= start.value ? observed.value < planned : observed.value > planned
    let text = words.plannedObserved(Desk.amount(planned), Desk.amount(observed.value))
    return StyledText(TextWidth.padded(text, to: columns, .right), Style(isBehind ? .warning : .success))
  }

  /// Rounded to what can be taken in: prices keep their cents, what is below a hundred one digit behind the point.
  private static func amount(_ value: Double) -> Amount {
    guard value.isFinite else { return Amount(0) }
    let decimals = value.magnitude < 10 ? 2 : value.magnitude < 100 ? 1 : 0
    let factor = [1.0, 10, 100][decimals]
    let digits = Int64(min(max((value * factor).rounded(), -9e15), 9e15))
    let isWhole = digits % Int64(factor) == 0
    return Amount(mantissa: isWhole ? digits / Int64(factor) : digits, decimals: isWhole ? 0 : decimals) ?? Amount(0)
  }
}
