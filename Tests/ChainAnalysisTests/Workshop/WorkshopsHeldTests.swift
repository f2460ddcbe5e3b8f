import ChainAnalysis
import SessionModel
import Testing

@Suite struct WorkshopsHeldTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }
  private func at(_ text: String) -> Instant { Instant(text) ?? Instant(seconds: 0) }

  private func workshop(_ name: String, on: String, started: String? = nil, ended: String? = nil) -> Workshop {
    var workshop = Workshop(id: id(name))
    workshop.on = PartialDate(on)
    var item = AgendaItem(id: id("k-" + name))
    item.minutes = 30
    item.started = started.map(at)
    item.ended = ended.map(at)
    workshop.agenda = [item]
    return workshop
  }

  @Test("a day is held until it was ended, or forgotten for a day and a half; then today's stands for it, or else the latest by date")
  func held() {
    let session = Session(
      profile: SessionProfile(id: .session),
      entities: [
        workshop("w-may", on: "2026-05-10", started: "2026-05-10T09:00:00Z"), workshop("w-june", on: "2026-06-10"),
        workshop("w-july", on: "2026-07-10"), workshop("w-none", on: ""),
      ])
    for (now, held, today, latest) in [
      ("2026-05-10T09:30:00Z", "w-may", "w-may", "w-may"), ("2026-05-11T20:59:59Z", "w-may", "w-may", "w-may"),
      ("2026-05-11T21:00:00Z", nil, nil, "w-july"), ("2026-06-10T08:00:00Z", nil, "w-june", "w-june"),
    ] as [(String, String?, String?, String)] {
      #expect(session.runningWorkshop(at: at(now))?.id.text == held)
      #expect(session.workshop(at: at(now))?.id.text == today)
      #expect(session.latestWorkshop(at: at(now))?.id.text == latest)
    }
    #expect(Session().latestWorkshop(at: at("2026-05-10T09:30:00Z")) == nil)
  }

  @Test("of an item that was forgotten nobody knows how long it took, neither before nor after it is ended at last")
  func forgotten() {
    let (next, month) = (at("2026-05-10T10:00:00Z"), at("2026-06-10T10:00:00Z"))
    for ended in [nil, "2026-06-10T10:00:00Z"] {
      let day = workshop("w-may", on: "2026-05-10", started: "2026-05-10T09:00:00Z", ended: ended)
      #expect(day.agenda[0].secondsUsed(until: month) == nil && day.runningItem(at: month) == nil)
      #expect((day.runningItem(at: next) == nil) == (ended != nil))
      #expect(AgendaCourse(day, now: month).behind == 0)
    }
  }
}
