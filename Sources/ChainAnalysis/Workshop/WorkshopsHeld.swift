import SessionModel

extension Workshop {
  /// The agenda item that is going on.
  public func runningItem(at now: Instant) -> AgendaItem? { agenda.first { $0.isRunning(at: now) } }
}

extension Session {
  /// The workshop that is being held.
  public func runningWorkshop(at now: Instant) -> Workshop? {
    var running: Workshop?
    workshops.forEach { if $0.runningItem(at: now) != nil { running = $0 } }
    return running
  }

  /// The workshop to which belongs what is said or read now: the one being held, or else that of this day.
  public func workshop(at now: Instant) -> Workshop? { runningWorkshop(at: now) ?? workshops.sorted.last { $0.on == now.date } }

  /// The same, or else the workshop with the latest date: what is meant when none is named.
  public func latestWorkshop(at now: Instant) -> Workshop? {
    workshop(at: now) ?? workshops.sorted.max { ($0.on?.firstDay ?? 0, $0.id) < ($1.on?.firstDay ?? 0, $1.id) }
  }
}
