import SessionModel

extension WorkingSession {
  /// The reading to write so that something changing in time has this value from a day on. A second entry for the same day replaces the first.
  func reading(_ of: ReadingSubject, _ value: FieldValue, on day: PartialDate, at now: Instant, newID: () -> EntityID) -> Change? {
    let history = readings.history(of)
    let sameDay = history.last { $0.on == day && $0.occasion == nil }
    if value.isEmpty { return sameDay.map { .remove($0.ref) } }
    var reading = sameDay ?? Reading(id: newID())
    reading.aspect = .known(of.aspect)
    reading.subject = of.subject
    reading.toward = of.toward
    reading.on = day
    reading.recordedAt = now
    switch value {
    case .number(let level):
      reading.score = level
      reading.counts = Levels()
    case .figures(let figures): reading.figure = figures
    case .choice(let code): reading.state = Choice(code: code)
    default: return nil
    }
    return sameDay == nil ? .insert(reading) : .replace(reading)
  }
}
