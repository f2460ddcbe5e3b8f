import SessionModel
import Testing

@Suite struct ForgettingTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  @Test("somebody who is forgotten is nowhere named, and still counted where they came")
  func forgotten() throws {
    var ana = Participant(id: id("p-1"))
    ana.name = "Ana Pérez"
    ana.gender = .known(.woman)
    ana.contact = "829"
    var bo = Participant(id: id("p-2"))
    bo.name = "Bo"
    var workshop = Workshop(id: id("w"))
    workshop.present = [ana.id, bo.id]
    workshop.evaluation = "ANA PÉREZ spoke, Ana Pérez’s sister not; Anapérez is a place."
    var action = ActionItem(id: id("a"))
    action.person = ana.id
    action.ownerName = "ana pérez"
    let session = Session(profile: SessionProfile(id: .session), entities: [ana, bo, workshop, action])
    #expect(session.participants(called: "ana pérez ").map(\.id) == [ana.id])
    #expect(session.participants(called: "p-2").map(\.name) == ["Bo"])
    let result = session.forgetting([ana.id], names: [], placeholder: "—")
    #expect(result.participants.ids == [bo.id])
    let day = try #require(result.workshops[id("w")])
    #expect(day.present == [bo.id])
    #expect(day.headcounts.map(\.people) == [1])
    #expect(day.evaluation == "— spoke, —’s sister not; Anapérez is a place.")
    #expect(result.actions[id("a")]?.person == nil && result.actions[id("a")]?.ownerName == "—")
    #expect(Set(WorkingSession(session).session.findings().map(\.about)).isSuperset(of: result.findings().map(\.about).filter { $0.kind != .action }))
  }
}
