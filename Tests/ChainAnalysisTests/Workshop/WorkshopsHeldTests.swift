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
    item.started = started.map(at)
    item.ended = ended.map(at)
    workshop.agenda = [item]
    return workshop
  }

  @Test("a day is held from its first item until it was ended or forgotten for a day and a half; then the latest by date stands for it")
  func held() {
    let session = Session(
      profile: SessionProfile(id: .session),
      entities: [
        workshop("w-may", on: "2026-05-10", started: "2026-05-10T09:00:00Z"), workshop("w-june", on: "2026-06-10"), workshop("w-none", on: ""),
      ])
    for (now, held, latest, occasion) in [
      ("2026-05-10T09:30:00Z", "w-may", "w-may", "w-may"), ("2026-05-11T20:59:59Z", "w-may", "w-may", "w-may"),
      ("2026-05-11T21:00:00Z", nil, "w-june", nil), ("2026-06-10T08:00:00Z", nil, "w-june", "w-june"),
    ] as [(String, String?, String, String?)] {
      #expect(session.runningWorkshop(at: at(now))?.id.text == held)
      #expect(session.latestWorkshop(at: at(now))?.id.text == latest)
      #expect(session.occasion(at: at(now))?.text == occasion)
    }
    let ended = workshop("w-may", on: "2026-05-10", started: "2026-05-10T09:00:00Z", ended: "2026-05-10T09:20:00Z")
    #expect(ended.runningItem(at: at("2026-05-10T09:30:00Z")) == nil)
    #expect(Session().latestWorkshop(at: at("2026-05-10T09:30:00Z")) == nil)
  }
}
