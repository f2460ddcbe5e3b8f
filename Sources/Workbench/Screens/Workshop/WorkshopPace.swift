import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// Running the day: the clock, the next item, what is planned anew, and the end.
extension Desk {
  /// Ends the running agenda item and starts the next on its screen; after the last one the day is through, and the session is saved.
  mutating func nextAgendaItem() -> [Effect] {
    guard let workshop = latestWorkshop else { return [] }
    if workshop.agenda.contains(where: { $0.started == nil }) {
      startNextAgendaItem()
      return []
    }
    return endWorkshop()
  }

  /// Ends the running item; the file is written, since the day's work is worth a backup.
  mutating func endWorkshop() -> [Effect] {
    guard let id = latestWorkshop?.id, var workshop = working.session.workshops[id],
      workshop.agenda.contains(where: { $0.started != nil && $0.ended == nil })
    else { return [] }
    for index in workshop.agenda.indices where workshop.agenda[index].started != nil && workshop.agenda[index].ended == nil {
      workshop.agenda[index].ended = now
    }
    guard perform(Title(.workshop, .workshop, name: workshop.name), [.replace(workshop)]) else { return [] }
    say(.workshopEnded)
    return file.path == nil || file.isReadOnly ? [] : [.save(path: nil)]
  }

  /// Shares what time is left among the items that have not begun, so that the day ends when it was to.
  mutating func replanAgenda() {
    guard let id = latestWorkshop?.id, var workshop = working.session.workshops[id] else { return }
    guard let minutes = AgendaCourse.replanned(workshop, now: now) else {
      say(.nothingToReplan, .warning)
      return
    }
    for index in workshop.agenda.indices {
      guard let new = minutes[workshop.agenda[index].id] else { continue }
      workshop.agenda[index].replanned = new == workshop.agenda[index].minutes ? nil : new
    }
    perform(Title(.workshop, .workshop, name: workshop.name), [.replace(workshop)], saying: .replanned(minutes.count))
  }

  /// The wall clock was put forward or back by so many seconds while an item ran: its beginning goes along, so that the timer shows the time it really took.
  public mutating func clockChanged(by seconds: Int, now: Instant) {
    self.now = now
    // By the clock as it was, or one put far forward would make of the item a forgotten one.
    let before = Instant(seconds: now.seconds - Int64(seconds), offset: now.offset)
    guard seconds != 0, !file.isReadOnly, let id = view.session.runningWorkshop(at: before)?.id, var workshop = working.session.workshops[id],
      let item = workshop.runningItem(at: before), let index = workshop.agenda.firstIndex(where: { $0.id == item.id }), let started = item.started
    else { return }
    workshop.agenda[index].started = Instant(seconds: started.seconds + Int64(seconds), offset: now.offset)
    perform(Title(.workshop, .workshop, name: workshop.name), [.replace(workshop)], saying: .clockChanged)
  }

  /// Whether a day is being held.
  var isWorkshopRunning: Bool { latestWorkshop?.runningItem(at: now) != nil }

  /// Whether the workshop screen is for the wall: the day alone, its clock as large as it goes. Tab goes to the list of people.
  var isOnStage: Bool {
    screen == .workshop && audience == .room && isWorkshopRunning && (panes[.workshop] ?? 0) != 1
      && selectedWorkshop?.id == latestWorkshop?.id
  }

  /// The rows of a clock: as large as fits in so many columns, and in the height there is.
  func clockRows(_ clock: String, width: Int, hasRoom: Bool) -> [String] {
    guard hasRoom, BigDigits.width(clock, rows: 3) + 4 <= width else { return [] }
    let large = BigDigits.lines(clock, rows: 5)
    let columns = BigDigits.width(clock, rows: 5)
    if isOnStage, size.height >= 30, columns * 2 + 4 <= width {
      return large.flatMap { row -> [String] in
        let wide = row.map { String(repeating: $0, count: 2) }.joined()
        return [wide, wide]
      }
    }
    return size.height >= (isOnStage ? 20 : 34) && columns + 4 <= width ? large : BigDigits.lines(clock, rows: 3)
  }

  /// The running item and the time that is left of it, for the title line of every screen.
  var runningTime: (text: String, isOver: Bool)? {
    guard let item = view.session.runningWorkshop(at: now)?.runningItem(at: now), let used = item.secondsUsed(until: now) else { return nil }
    let title = TextWidth.truncated(item.title, to: 24)
    guard let minutes = item.minutesNow else { return (title + " " + BigClock.text(used), false) }
    let left = minutes * 60 - used
    return (title + " " + words.timeLeft(left), left < 0)
  }

  /// Ahead or behind, and what is left of the day.
  func paceLine(_ workshop: Workshop) -> StyledLine? {
    let course = AgendaCourse(workshop, now: now)
    guard course.hasStarted, workshop.agenda.contains(where: { $0.ended == nil }) else { return nil }
    let behind = course.behind / 60
    let style: Style = behind >= 5 ? Style(.warning) : behind <= -5 ? Style(.success) : .dim
    var runs = [StyledText(words.pace(minutesBehind: behind), style), StyledText("  " + words.minutesLeft((course.left + 59) / 60), .dim)]
    if behind >= 5, workshop.agenda.contains(where: { $0.started == nil }) {
      runs.append(StyledText("  " + words.workshop(.replanHint), Style(.hintText)))
    }
    return StyledLine(runs)
  }
}
