import SessionModel

extension Workshop {
  /// The agenda item that is going on: begun within the last day and a half, and not ended. An older one was only forgotten.
  public func runningItem(at now: Instant) -> AgendaItem? {
    agenda.first { item in item.ended == nil && item.started.map { now.seconds - $0.seconds < 36 * 3600 } ?? false }
  }
}

extension Session {
  /// The workshop that is being held.
  public func runningWorkshop(at now: Instant) -> Workshop? { workshops.sorted.last { $0.runningItem(at: now) != nil } }

  /// The workshop that is being held, or else the one with the latest date: whatever is said of a workshop without naming one is said of this.
  public func latestWorkshop(at now: Instant) -> Workshop? {
    runningWorkshop(at: now) ?? workshops.sorted.max { ($0.on?.firstDay ?? 0, $0.id) < ($1.on?.firstDay ?? 0, $1.id) }
  }

  /// The workshop at which is read what is read now: the one being held, or else one of this day.
  public func occasion(at now: Instant) -> EntityID? {
    (runningWorkshop(at: now) ?? workshops.sorted.last { $0.on == now.date })?.id
  }
}
