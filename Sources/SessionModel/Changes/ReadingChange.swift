extension ReadingIndex {
  /// What to write so that something changing in time has this value from a day on. A second entry for the same day and occasion replaces the
  /// first, an empty value takes it away; nil when there is nothing to write, or the value is none that a reading can have.
  /// - Parameters:
  ///   - now: when it is entered: of two of one day with other occasions, what was entered last is current.
  ///   - occasion: the workshop at which it was read; of two of one day, each occasion keeps its own.
  ///   - obtained: how it was obtained, when that is known by itself.
  public func change(
    _ of: ReadingSubject, to value: FieldValue, on day: PartialDate, at now: Instant, occasion: EntityID? = nil, obtained: HowObtained? = nil,
    newID: () -> EntityID
  ) -> Change? {
    let sameDay = history(of).last { $0.on == day && $0.occasion == occasion }
    if value.isEmpty { return sameDay.map { .remove($0.ref) } }
    var reading = sameDay ?? Reading(id: newID())
    reading.aspect = .known(of.aspect)
    reading.subject = of.subject
    reading.toward = of.toward
    reading.on = day
    reading.recordedAt = now
    reading.occasion = occasion
    if let obtained { reading.obtained = .known(obtained) }
    switch value {
    case .number(let level):
      reading.score = level
      reading.counts = Levels()
      reading.womenCounts = Levels()
    case .levels(let counts):
      reading.score = nil
      reading.counts = counts
      reading.womenCounts = Levels()
    case .figures(let figures): reading.figure = figures
    case .choice(let code): reading.state = Choice(code: code)
    default: return nil
    }
    return sameDay == nil ? .insert(reading) : .replace(reading)
  }
}
