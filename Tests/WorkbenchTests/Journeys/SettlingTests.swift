import Drawing
import SessionModel
import SessionStore
import Testing

@testable import Workbench

@Suite struct SettlingTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  private func session(_ title: String, _ change: (inout Stakeholder) -> Void = { _ in }) -> Session {
    var profile = SessionProfile(id: .session)
    profile.title = title
    var ana = Stakeholder(id: id("ana"))
    ana.name = "Ana"
    change(&ana)
    return Session(profile: profile, entities: [ana])
  }

  /// Ours and theirs have another title and another place for Ana each.
  private func merged() -> SessionMerge {
    SessionMerge(base: session("Mangoes"), ours: session("Mango cluster") { $0.place = "Baní" }, theirs: session("Mango country") { $0.place = "Azua" })
  }

  @Test("each conflict shows both sides, one key takes either, and every settlement can be undone, also from the page")
  func settle() {
    var test = ScreenBench(merged().session, width: 100, height: 30)
    #expect(test.shows("2 conflicts wait"))
    test.press(Key(":"))
    test.type("settle")
    test.press(Key(.enter))
    #expect(test.shows("Session · Title") && test.shows("Mango country") && test.shows("Mangoes") && test.shows("Ana · Place"))
    test.press(Key("t"))
    #expect(test.desk.working.session.profile.title == "Mango country")
    #expect(test.desk.working.session.profile.conflicts.count == 1)
    test.press(Key("u"))
    #expect(test.desk.working.session.profile.title == "Mango cluster")
    #expect(test.desk.working.session.profile.conflicts.count == 2)
    test.press(Key("t"), Key("o"))
    #expect(test.desk.working.session.stakeholders[id("ana")]?.place == "Baní")
    #expect(test.desk.working.session.profile.conflicts.isEmpty)
    #expect(test.shows("All conflicts are settled"))
    // Closed by itself: keys go to the screen again.
    test.press(Key("3"))
    #expect(test.desk.screen == .stakeholders)
  }

  @Test("a merge taken over is one step, opens the conflicts, and the room sees none of them")
  func takenOver() {
    var test = ScreenBench(session("Mango cluster") { $0.place = "Baní" }, width: 100, height: 30)
    test.desk.receive(.merged(merged().session, saved: session("Mango country") { $0.place = "Azua" }, conflicts: 2))
    #expect(test.shows("Ana · Place"))
    test.press(Key(.escape), Key("u"))
    #expect(test.desk.working.session == session("Mango cluster") { $0.place = "Baní" })
    test.press(Key.control("y"))
    #expect(test.desk.working.session.profile.conflicts.count == 2)
    test.press(Key(.function(5)), Key(":"))
    test.type("settle")
    test.press(Key(.enter))
    #expect(!test.shows("Mango country") && !test.shows("Azua"))
  }

  @Test("another version is compared on a page, and the room sees only what it may see of both")
  func compare() throws {
    var test = try ScreenBench.mango(width: 100, height: 40)
    var other = test.desk.working.session
    var profile = other.profile
    profile.title = "Mangoes in 2004"
    other.put(profile)
    let trust = try #require(other.readings.sorted.first { $0.aspect == .trust && ($0.score ?? 5) < 5 })
    var changed = trust
    changed.score = 5
    other.put(changed)
    test.press(Key(":"))
    test.type("compare")
    test.press(Key(.enter))
    test.type("old.json")
    #expect(test.desk.update(.key(Key(.enter)), now: test.now) == [.compare(path: "old.json")])
    test.desk.receive(.otherVersion(other, name: "old.json"))
    #expect(test.shows("What changed since old.json") && test.shows("Mangoes in 2004") && test.shows("Trust"))
    let lines = test.lines
    #expect((lines.firstIndex { $0.contains("Trust") && !$0.contains("4 Trust") } ?? 99) < (lines.firstIndex { $0.contains("Mangoes in 2004") } ?? 0))
    test.press(Key(.escape), Key(.function(5)))
    test.desk.receive(.otherVersion(other, name: "old.json"))
    #expect(test.shows("Mangoes in 2004") && !test.shows("In numbers") && !test.text.contains("Readings"))
  }
}
