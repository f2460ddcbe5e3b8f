import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// The day of one workshop, in paragraphs: what is going on first, then what was said, then who is here.
extension Desk {
  /// What and when: the agenda with the time left, decisions, parking lot.
  func dayCourse(_ workshop: Workshop, width: Int, hasRoom: Bool) -> [StyledLine] {
    var lines = dayHead(workshop)
    lines += timer(workshop, width: width, hasRoom: hasRoom)
    lines.append(title(.agenda, agendaSum(workshop)))
    if workshop.agenda.isEmpty { lines.append(StyledLine(words.workshop(.noAgenda), .dim)) }
    for item in workshop.agenda { lines.append(agendaLine(item, width: width)) }
    // Before the room the lowest line says so already.
    if workshop.runningItem(at: now) != nil, audience == .facilitator { lines.append(StyledLine("  " + words.workshop(.keys), Style(.hintText))) }
    lines.append(.empty)
    lines.append(title(.decisions, count(workshop.decisions.count)))
    if workshop.decisions.isEmpty { lines.append(StyledLine(words.workshop(.noDecisions), .dim)) }
    for decision in workshop.decisions { lines.append(bullet("✓", decision.text, Style(.success))) }
    lines.append(.empty)
    lines.append(title(.parkingLot, count(workshop.parkingLot.count)))
    if workshop.parkingLot.isEmpty { lines.append(StyledLine(words.workshop(.noParked), .dim)) }
    for thought in workshop.parkingLot { lines.append(bullet("◦", thought.text, .dim)) }
    return lines
  }

  /// Votes, who is here, how it was.
  func daySide(_ workshop: Workshop, width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for ballot in workshop.ballots { lines += ballotLines(ballot, width: width) + [.empty] }
    lines += attendanceLines(width: width)
    if audience == .facilitator, !self.workshop.missing.isEmpty { lines += [.empty] + self.workshop.missing.dropLast() }
    if !workshop.evaluation.isEmpty { lines += [.empty, title(.evaluation, ""), StyledLine(workshop.evaluation)] }
    return lines
  }

  private func dayHead(_ workshop: Workshop) -> [StyledLine] {
    var parts: [String] = []
    if let on = workshop.on { parts.append(words.date(on)) }
    if !workshop.place.isEmpty { parts.append(workshop.place) }
    if let host = workshop.host { parts.append(name(EntityRef(.stakeholder, host))) }
    var lines = [StyledLine([StyledText(name(workshop.ref), Style(.heading)), StyledText("  " + parts.joined(separator: " · "), .dim)], hangingIndent: 2)]
    if let next = workshop.nextMeeting {
      lines.append(StyledLine([StyledText(words.workshop(.nextMeeting) + "  ", .dim), StyledText(words.date(next), Style(next.isBefore(today) ? .dim : .strong))]))
    }
    return lines
  }

  /// The running item with the time that is left of it, large where there is room.
  private func timer(_ workshop: Workshop, width: Int, hasRoom: Bool) -> [StyledLine] {
    guard let item = workshop.runningItem(at: now) else {
      let waits = !workshop.agenda.isEmpty && workshop.agenda.allSatisfy { $0.started == nil } && workshop.id == latestWorkshop?.id
      return (waits ? [StyledLine(words.workshop(.nothingStarted), Style(.accent))] : []) + [.empty]
    }
    let elapsed = item.secondsUsed(until: now) ?? 0
    let left = (item.minutesNow ?? 0) * 60 - elapsed
    let style = Style(item.minutesNow == nil ? .strong : left < 0 ? .error : left < 300 ? .warning : .success, .bold)
    let shown = item.minutesNow == nil ? elapsed : left
    let clock = (shown < 0 ? "-" : "") + BigClock.text(shown)
    var lines: [StyledLine] = [.empty]
    let digits = clockRows(clock, width: width, hasRoom: hasRoom)
    if !digits.isEmpty {
      lines += digits.map { StyledLine("  " + $0, style) }
      lines.append(StyledLine([StyledText("▸ ", style), StyledText(item.title, Style(.strong))], hangingIndent: 2))
    } else {
      let text = item.minutesNow == nil ? clock : words.timeLeft(left)
      lines.append(StyledLine([StyledText("▸ " + text + "  ", style), StyledText(item.title, Style(.strong))], hangingIndent: 2))
    }
    for group in item.breakoutGroups { lines.append(StyledLine([StyledText("  · ", .dim), StyledText(group)], hangingIndent: 4)) }
    if let pace = paceLine(workshop) { lines.append(pace) }
    return lines + [.empty]
  }

  private func agendaSum(_ workshop: Workshop) -> String {
    let planned = workshop.agenda.reduce(0) { $0 + min(max(0, $1.minutes ?? 0), 100_000) }
    let used = workshop.agenda.compactMap { $0.secondsUsed(until: now).map { $0 / 60 } }
    return words.minutes(planned: planned == 0 ? nil : planned, used: used.isEmpty ? nil : used.reduce(0, +))
  }

  private func agendaLine(_ item: AgendaItem, width: Int) -> StyledLine {
    let isRunning = item.started != nil && item.ended == nil
    let isOver = item.ended != nil
    let mark = isRunning ? StyledText("▸ ", Style(.accent, .bold)) : isOver ? StyledText("✓ ", Style(.success)) : StyledText("○ ", .dim)
    let used = item.secondsUsed(until: now).map { $0 / 60 }
    let minutes = words.minutes(planned: item.minutesNow, used: used)
    let isLong = item.minutesNow.map { (used ?? 0) > $0 } ?? false
    let minutesWidth = 13
    let room = max(10, width - minutesWidth - 3)
    let title = TextWidth.padded(item.title, to: room)
    return StyledLine([
      mark, StyledText(title, Style(isRunning ? .strong : isOver ? .dim : .text)),
      StyledText(" " + TextWidth.padded(minutes, to: minutesWidth, .right), isLong ? Style(.warning) : .dim),
    ])
  }

  private func ballotLines(_ ballot: Ballot, width: Int) -> [StyledLine] {
    let isRevealed = ballot.revealed == true
    var head = [StyledText(words.workshop(.ballots) + "  ", Style(.heading)), StyledText(ballot.question, Style(.strong))]
    if !isRevealed { head += [StyledText("  "), StyledText(words.workshop(audience == .facilitator ? .notRevealed : .covered), Style(.confidential))] }
    var lines = [StyledLine(head, hangingIndent: 2)]
    // Covered, neither the counts nor an order that tells them is shown.
    guard isRevealed || audience == .facilitator else {
      return lines + ballot.options.map { bullet("·", $0.text, .dim) }
    }
    let options = BallotResult(ballot).rows
    let most = options.map(\.dots).max() ?? 0
    let barWidth = min(24, max(6, width / 3))
    let textWidth = max(8, width - barWidth - 7)
    for option in options {
      let rank = isRevealed && most > 0 ? TextWidth.padded(words.rank(option.rank, isTied: option.isTied), to: 4) : ""
      let bar = most > 0 ? BlockChart.bar(Double(option.dots) / Double(most), width: barWidth) : ""
      lines.append(
        StyledLine([
          StyledText(rank, .dim), StyledText(TextWidth.padded(option.text, to: textWidth - TextWidth.columns(rank)) + " "), StyledText(TextWidth.padded(words.number(option.dots), to: 4, .right) + " ", Style(.strong)),
          StyledText(bar, Style(.chart)),
        ]))
    }
    return lines
  }

  private func attendanceLines(width: Int) -> [StyledLine] {
    let attendance = workshop.attendance
    guard attendance.people > 0 else { return [title(.present, ""), StyledLine(words.workshop(.noPresent), .dim)] }
    var lines = [title(.present, words.attendance(people: attendance.people, women: attendance.women, men: attendance.men, youth: attendance.youth))]
    let most = attendance.groups.first?.people ?? 0
    let barWidth = min(20, max(5, width / 4))
    let textWidth = max(8, width - barWidth - 7)
    for group in attendance.groups.prefix(30) {
      let who = group.stakeholder.map { name(EntityRef(.stakeholder, $0)) } ?? words.workshop(.fromElsewhere)
      lines.append(
        StyledLine([
          StyledText(TextWidth.padded(who, to: textWidth) + " "), StyledText(TextWidth.padded(String(group.people), to: 4, .right) + " ", Style(.strong)),
          StyledText(BlockChart.bar(Double(group.people) / Double(max(1, most)), width: barWidth), Style(.chart)),
        ]))
    }
    if attendance.groups.count > 30 { lines.append(StyledLine("  … " + String(attendance.groups.count - 30) + " " + words.frame(.more), .dim)) }
    var names = attendance.names.prefix(60).map { name(EntityRef(.participant, $0)) }
    if attendance.names.count > 60 { names.append("… " + String(attendance.names.count - 60) + " " + words.frame(.more)) }
    var runs = [StyledText(names.joined(separator: " · "))]
    if attendance.unnamed > 0 { runs.append(StyledText((names.isEmpty ? "" : " · ") + words.unnamed(attendance.unnamed), .dim)) }
    lines.append(StyledLine(runs))
    return lines
  }

  private func title(_ text: WorkshopText, _ note: String) -> StyledLine {
    StyledLine([StyledText(words.workshop(text), Style(.heading)), StyledText(note.isEmpty ? "" : "  " + note, .dim)])
  }

  private func count(_ number: Int) -> String { number == 0 ? "" : String(number) }

  private func bullet(_ mark: String, _ text: String, _ style: Style) -> StyledLine {
    StyledLine([StyledText(mark + " ", style), StyledText(text)], hangingIndent: 2)
  }
}

/// Minutes and seconds as a clock shows them.
enum BigClock {
  static func text(_ seconds: Int) -> String {
    let size = seconds.magnitude
    return String(size / 60) + ":" + (size % 60 < 10 ? "0" : "") + String(size % 60)
  }
}
