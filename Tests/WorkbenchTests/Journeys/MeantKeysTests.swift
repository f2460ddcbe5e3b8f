import Drawing
import SessionModel
import Testing

@testable import Workbench

/// Keys do what the one who presses them can see that they will.
@Suite struct MeantKeysTests {
  @Test("in a row of advice d deletes nobody")
  func advice() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let before = bench.desk.working.session
    bench.press(Key("9"), Key("d"), Key(.down), Key("d"), Key(.delete))
    #expect(bench.desk.working.session == before)
    #expect(bench.lines.last?.contains("d delete") == false)
  }

  @Test("what undo brings back and redo makes again is selected, so that the next key means it")
  func undone() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("3"), Key(.down), Key(.down))
    let selected = try #require(bench.desk.selection)
    bench.press(Key("d"), Key(.end), Key("u"))
    #expect(bench.desk.selection == selected)
    bench.press(Key("2"), Key("a"))
    bench.type("Delta, trader")
    bench.press(Key(.enter), Key(.escape))
    let added = try #require(bench.desk.selection)
    bench.press(Key("u"), Key("U"))
    #expect(bench.desk.selection == added)
  }

  @Test("in a window too small to show anything keys do nothing, but leaving still works")
  func tooSmall() throws {
    var bench = try ScreenBench.mango()
    let before = bench.desk.working.session
    bench.press(Key("3"))
    bench.resize(20, 5)
    bench.type("ddd4")
    #expect(bench.desk.working.session == before && bench.desk.screen == .stakeholders)
    #expect(bench.desk.update(.key(.control("q")), now: bench.now) == [.quit])
  }

  @Test("taking the protection away is asked first")
  func unprotect() throws {
    var bench = try ScreenBench.mango()
    bench.desk.hold(isProtected: true)
    #expect(bench.desk.run(.unprotect).isEmpty && bench.shows("without a passphrase"))
    #expect(bench.desk.update(.key(Key(.enter)), now: bench.now).isEmpty && bench.desk.layers.isEmpty)
    _ = bench.desk.run(.unprotect)
    #expect(bench.desk.update(.key(Key("t")), now: bench.now) == [.unprotect])
  }

  @Test("a session without a file is asked about when one leaves; named and saved, one has left")
  func leaving() throws {
    var bench = try ScreenBench.mango()
    bench.press(Key("3"), Key("d"))
    #expect(bench.desk.update(.key(.control("q")), now: bench.now).isEmpty && bench.shows("has no file yet"))
    bench.press(Key("s"))
    #expect(bench.desk.layers.isEmpty)
    _ = bench.desk.update(.key(.control("q")), now: bench.now)
    bench.press(Key("e"))
    bench.type("village")
    #expect(bench.desk.update(.key(Key(.enter)), now: bench.now) == [.save(path: "village", thenQuit: true)])
  }

  @Test("who is called as was typed is found first, and on the map one stays on the map")
  func find() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("2"), Key("/"))
    bench.type("small mango growers")
    bench.press(Key(.enter))
    #expect(bench.desk.screen == .map && bench.desk.selection?.id.text == "s-small")
    bench.press(Key("7"), Key("/"))
    bench.type("small mango growers")
    bench.press(Key(.enter))
    #expect(bench.desk.screen == .stakeholders && bench.desk.selection?.id.text == "s-small")
  }

  @Test("the status of an action goes on to done and no further, and nothing is blocked on the way")
  func status() {
    #expect(PlanBoard.status(after: .toDo, 1) == .doing && PlanBoard.status(after: .doing, 1) == .done && PlanBoard.status(after: .done, 1) == nil)
    #expect(PlanBoard.status(after: .done, -1) == .doing && PlanBoard.status(after: .doing, -1) == .blocked && PlanBoard.status(after: .blocked, -1) == .toDo)
  }

  @Test("whoever mends what advice is about stays with the advice")
  func mending() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("9"))
    let row = try #require(bench.desk.advice.rows.firstIndex { if case .edit? = $0.advice?.mend { true } else { false } })
    for _ in 0..<row { bench.press(Key(.down)) }
    bench.press(Key("M"))
    #expect(!bench.desk.layers.isEmpty)
    bench.press(Key(.escape))
    #expect(bench.desk.screen == .advice && bench.desk.layers.isEmpty)
  }

  @Test("advice is put aside with a reason and taken up again, and both are said")
  func putAside() throws {
    var bench = try ScreenBench.mango(width: 80, height: 24)
    bench.press(Key("9"), Key("S"))
    bench.type("they know")
    bench.press(Key(.enter))
    #expect(bench.shows("put aside, with your reason"))
    bench.press(Key(.end))
    #expect(bench.body.contains { $0.contains("Put aside 1 Jun 2008: they know") })
    bench.press(Key("S"))
    #expect(bench.shows("taken up again") && bench.desk.working.session.profile.silenced.isEmpty)
  }

  @Test("with nobody on the map advice does not say that nothing is missing")
  func nobody() {
    var profile = SessionProfile(id: .session)
    profile.title = "Village"
    var bench = ScreenBench(Session(profile: profile))
    bench.press(Key("9"))
    #expect(bench.shows("Nobody is on the map yet."))
  }
}
