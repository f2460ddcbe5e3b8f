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
      guard let date = DatePhrase.parse(part, today: today, dateVocabularies) else { return (dates, part) }
      dates.append(date)
    }
    return (dates, nil)
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
    lines += indicatorPace(dates)
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
    let bar = SharedBar(order.compactMap { standing in row.count(of: standing) > 0 ? .init(row.count(of: standing), standing.part.glyph, standing.part.style) : nil })
    var runs = [StyledText(TextWidth.padded(TextWidth.truncated(name, to: width - 46), to: width - 45) + " ")]
    runs += bar.runs(width: 16)
    runs.append(StyledText(TextWidth.padded(row.percentDone.map { "\($0)%" } ?? "", to: 6, .right), Style(.strong)))
    for standing in [PlanStanding.late, .blocked] where row.count(of: standing) > 0 {
      runs.append(StyledText("  " + words.counted(row.count(of: standing), standing), standing.mark.style))
    }
    return StyledLine(runs)
  }

  /// Where each indicator should have been on these days, and where it was.
  private func indicatorPace(_ dates: [PartialDate]) -> [StyledLine] {
    var lines: [StyledLine] = []
    for indicator in view.session.indicators.sorted {
      guard let course = plan.courses[indicator.id], let start = course.start, let target = course.target, target.day > start.day else { continue }
      var runs = [StyledText(name(indicator.ref) + "  ", Style(.strong))]
      for date in dates.suffix(6) {
        let share = min(1, max(0, Double(date.firstDay - start.day) / Double(target.day - start.day)))
        let planned = start.value + (target.value - start.value) * share
        let observed = course.places.last { $0.day <= date.lastDay }
        guard let observed else { continue }
        let isBehind = target.value >= start.value ? observed.value < planned : observed.value > planned
        runs.append(StyledText("  " + words.date(date) + " ", .dim))
        runs.append(StyledText(words.plannedObserved(Desk.rounded(planned), Desk.rounded(observed.value)), Style(isBehind ? .warning : .success)))
      }
      if runs.count > 1 { lines.append(StyledLine(runs, hangingIndent: 4)) }
    }
    return lines.isEmpty ? [] : [.empty, StyledLine(words.plan(.indicatorsPlanned), Style(.heading))] + lines
  }

  private static func rounded(_ value: Double) -> Int { value.isFinite ? Int(min(max(value.rounded(), -9e15), 9e15)) : 0 }
}
