import SessionModel

extension Session {
  /// The session with the readings taken up to a day, and the ties that were there on it. Who was on the map when is not known, so everybody stays.
  func asItStood(on day: PartialDate) -> Session {
    var session = self
    session.put(all: EntityCollection<Reading>())
    readings.forEach { if ($0.on?.firstDay ?? .min) <= day.lastDay { session.put($0) } }
    session.put(all: EntityCollection<Relationship>())
    relationships.forEach { tie in
      let begins = tie.since?.firstDay ?? .min
      let ends = tie.until?.lastDay ?? .max
      if begins <= day.lastDay, ends >= day.firstDay { session.put(tie) }
    }
    return session
  }

  /// The days with a reading of trust between two, the earliest first.
  var trustDays: [PartialDate] {
    var days: Set<PartialDate> = []
    readings.forEach { if $0.aspect?.option == .trust, let on = $0.on { days.insert(on) } }
    return days.sorted { ($0.firstDay, $0.lastDay) < ($1.firstDay, $1.lastDay) }
  }
}
