import Drawing
import JSON
import SessionModel
import Testing
import Words

@testable import Workbench

/// What the workbench gives to be kept, and takes back after a crash.
@Suite struct KeptWorkTests {
  /// A desk that begins where the other one was killed.
  private func after(_ killed: ScreenBench, saved: Session, steps: [RecordedStep]) throws -> ScreenBench {
    var working = WorkingSession(saved)
    for step in steps { try working.replay(step) }
    var bench = ScreenBench(saved, width: killed.desk.size.width, height: killed.desk.size.height, now: killed.now)
    bench.desk.receive(.recovered(RecoveredWork(saved: saved, working: working, steps: steps, draft: killed.desk.halfTyped)))
    return bench
  }

  /// The desk after a kill that finds entries gone from the file, with what was half-typed gone on with.
  private func after(_ killed: ScreenBench, losing refs: [EntityRef], of saved: Session) throws -> ScreenBench {
    var elsewhere = WorkingSession(saved)
    try elsewhere.perform(Transaction(Title(.remove), elsewhere.removal(of: refs)))
    var back = try after(killed, saved: elsewhere.session, steps: [])
    back.press(Key("k"))
    return back
  }

  /// The entry whose form lies open lowest.
  private func edited(_ bench: ScreenBench) throws -> EntityRef {
    guard case .form(let form)? = bench.desk.layers.first, case .edit(let ref) = form.purpose else { throw NoForm() }
    return ref
  }

  private struct NoForm: Error {}

  @Test(
    "what is half-typed comes back as it was typed, wherever it was",
    arguments: [
      "3 a \"River Tr\"", "A \"Ask Ana, 12 J\"", "8 D \"We will meet aga\"", "P \"Later: the road\"",
      "3 e <C-u> \"Half a name\" <Tab>", "3 + \"New one\" <Tab> \"coop\"", "3 <Space> <Space> e <Tab> <Tab> \"xyz\"",
      "7 e <Down> <Down> <Down> \"someday\" <Tab>", "6 + \"Boxes\" <Down> <Down> <CR> \"Many words of\"",
    ])
  func halfTyped(keys: String) throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let saved = bench.desk.working.session
    for step in try KeyScript(keys).steps {
      if case .event(let event) = step.action { _ = bench.desk.update(event, now: bench.now) }
    }
    let typed = bench.desk.halfTyped
    #expect(typed != .null)
    var back = try after(bench, saved: saved, steps: bench.desk.takeSteps())
    #expect(back.shows("half-typed is here again"))
    back.press(Key("k"))
    #expect(back.desk.halfTyped == typed, "\(back.text)")
    #expect(back.desk.working.session == bench.desk.working.session)
    // And it goes on as it would have gone on.
    for _ in 1...4 {
      bench.press(Key(.escape))
      back.press(Key(.escape))
    }
    #expect(back.desk.halfTyped == bench.desk.halfTyped)
  }

  @Test("items of a list that is being edited come back with the form below")
  func items() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let saved = bench.desk.working.session
    bench.press(Key(":"))
    bench.type("segments")
    bench.press(Key(.enter), Key(.enter), Key("a"))
    bench.type("Drying")
    bench.press(Key(.tab))
    var back = try after(bench, saved: saved, steps: [])
    back.press(Key("k"))
    #expect(back.desk.halfTyped == bench.desk.halfTyped)
    for _ in 1...4 {
      bench.press(Key(.escape))
      back.press(Key(.escape))
    }
    #expect(back.desk.working.session.profile.segments.map(\.name).contains("Drying"))
    #expect(back.desk.working.session.profile.segments.map(\.name) == bench.desk.working.session.profile.segments.map(\.name))
  }

  @Test("a form left with something that could not be understood comes back when it is opened again")
  func keptForm() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let saved = bench.desk.working.session
    bench.press(Key("7"), Key("e"))
    bench.leave("when it rains", in: "due")
    #expect(bench.desk.layers.isEmpty && bench.desk.halfTyped["kept"] != nil)
    var back = try after(bench, saved: saved, steps: bench.desk.takeSteps())
    back.press(Key("k"), Key("7"), Key("e"))
    #expect(back.shows("when it rains"))
  }

  @Test("a form left half-typed waits while the room looks on, whatever is opened, typed or left there")
  func keptFromRoom() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("7"), Key("e"))
    bench.leave("when it rains", in: "due")
    bench.press(Key(.function(5)), Key("e"))
    #expect(!bench.shows("when it rains"))
    bench.leave("after lunch", in: "from")
    #expect(bench.desk.update(.key(Key.control("q")), now: bench.now) == [.quit] && bench.desk.layers.isEmpty)
    bench.press(Key(.function(5)), Key("l"), Key("e"))
    #expect(bench.shows("when it rains") && bench.shows("after lunch"))
  }

  @Test(
    "a form that has no entry to wait with stays open until all of it is understood, and says what is not",
    arguments: [("8 e", "agenda", "minutes"), ("7 <Space> <Space> e", "", "due"), ("p e", "", "from")])
  func staysOpen(keys: String, list: String, field: String) throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("6"))
    bench.desk.selectInList(EntityRef(.initiative, try #require(EntityID("i-packhouse"))))
    for step in try KeyScript(keys).steps { if case .event(.key(let key)) = step.action { bench.press(key) } }
    if !list.isEmpty {
      bench.walk(to: list)
      bench.press(Key(.enter), Key("e"))
    }
    let open = bench.desk.layers.count
    bench.leave("2O", in: field)
    #expect(bench.desk.layers.count == open && bench.shows("is not understood yet") && bench.shows("2O"))
    #expect(bench.desk.update(.key(Key.control("q")), now: bench.now).isEmpty && bench.shows("2O"))
    bench.walk(to: field)
    bench.press(Key.control("u"), Key(.escape))
    #expect(bench.desk.layers.count == open - 1)
  }

  @Test("leaving shows a half-typed form although another one’s entry is gone")
  func leavingWithDrafts() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("7"))
    for _ in 1...2 {
      bench.press(Key("e"))
      bench.leave("when it rains", in: "due")
      bench.press(Key("j"))
    }
    let first = try #require(bench.desk.drafts.keys.min { $0.id < $1.id })
    #expect(bench.desk.drafts.count == 2)
    bench.desk.perform(Title(.remove, .action), bench.desk.working.removal(of: [first]))
    #expect(bench.desk.update(.key(Key.control("q")), now: bench.now).isEmpty && bench.shows("when it rains"))
  }

  @Test("what has lost its place is shown to be read, and kept as long as it is shown")
  func lostPlace() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let saved = bench.desk.working.session
    bench.press(Key("3"), Key("e"), Key.control("u"))
    bench.type("Half a name")
    bench.press(Key(.tab))
    var back = try after(bench, losing: [edited(bench)], of: saved)
    #expect(back.shows("Half a name") && back.desk.halfTyped != .null)
    back.press(Key(.escape))
    #expect(back.desk.halfTyped == .null)
  }

  @Test("a long text above a form that has lost its place is shown with it, and so is a form that was left half-typed")
  func lostTexts() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let saved = bench.desk.working.session
    bench.press(Key("7"), Key("e"))
    bench.leave("when it rains", in: "due")
    let left = try #require(bench.desk.selection)
    bench.press(Key("3"), Key("e"), Key.control("u"))
    bench.type("Half a name")
    bench.walk(to: "notes")
    bench.press(Key(.enter))
    bench.type("Said at the gate")
    var back = try after(bench, losing: [edited(bench), left], of: saved)
    #expect(back.shows("Half a name") && back.shows("Said at the gate") && back.shows("when it rains"))
    // A second crash does not take it either.
    back = try after(back, losing: [], of: back.desk.working.session)
    #expect(back.shows("Half a name") && back.shows("Said at the gate") && back.shows("when it rains"))
  }

  @Test("a list above a form that has lost its place is shown, one item a line")
  func lostList() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let saved = bench.desk.working.session
    bench.press(Key("8"), Key("e"))
    bench.walk(to: "agenda")
    bench.press(Key(.enter), Key("a"))
    bench.type("Who pays the lorry")
    bench.press(Key(.escape))
    let back = try after(bench, losing: [edited(bench)], of: saved)
    #expect(back.shows("Who pays the lorry") && back.lines.contains { $0.contains("Trust, asked on slips") && $0.contains("25") })
  }

  @Test("what waits for the room to go is kept through a second crash, beside what is typed meanwhile")
  func waiting() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("7"), Key("e"))
    bench.leave("when it rains", in: "due")
    var back = try ScreenBench.mango(width: 120, height: 40)
    let saved = back.desk.working.session
    back.press(Key(.function(5)))
    back.desk.restore(halfTyped: bench.desk.halfTyped)
    #expect(back.desk.halfTyped == bench.desk.halfTyped.waiting)
    back.press(Key("3"), Key("a"))
    back.type("River Tr")
    back = try after(back, saved: saved, steps: [])
    back.press(Key("k"))
    #expect(back.shows("River Tr"))
    back.press(Key(.escape), Key("7"), Key("e"))
    #expect(back.shows("when it rains"))
  }

  @Test("looking about and reading leaves nothing to keep")
  func nothing() throws {
    var bench = try ScreenBench.mango()
    for key in ["3", "j", "j", ":"] { bench.press(Key(Character(key))) }
    #expect(bench.desk.halfTyped == .null)
    bench.press(Key(.escape), Key("e"))
    #expect(bench.desk.halfTyped == .null)
    bench.press(Key(.escape), Key("a"))
    #expect(bench.desk.halfTyped == .null && bench.desk.takeSteps().isEmpty)
  }

  @Test("every step is given out once, and replaying all of them gives the same session and the same to undo")
  func steps() throws {
    var bench = try ScreenBench.mango()
    let saved = bench.desk.working.session
    var steps: [RecordedStep] = []
    for step in try KeyScript("3 a \"One\" <CR> \"Two\" <CR> <Esc> u u <C-y> d u 3 4 j 3").steps {
      if case .event(let event) = step.action { _ = bench.desk.update(event, now: bench.now) }
      steps += bench.desk.takeSteps()
    }
    #expect(bench.desk.takeSteps().isEmpty && steps.count >= 7)
    var working = WorkingSession(saved)
    for step in steps { try working.replay(step) }
    #expect(working.session == bench.desk.working.session && working.undoTitle == bench.desk.working.undoTitle)
    #expect(working.redoTitle == bench.desk.working.redoTitle)
  }

  @Test("a window that follows shows what is done elsewhere and changes nothing itself, undo included")
  func following() throws {
    var first = try ScreenBench.mango(width: 120, height: 40)
    var second = try ScreenBench.mango(width: 120, height: 40)
    second.desk.receive(.following(FileOwner(user: "ana", host: "laptop", since: ScreenBench.june)))
    #expect(second.shows("following ana · read only") && second.shows("ana has this file open on laptop"))
    second.press(Key("3"))
    first.press(Key("3"), Key("a"))
    first.type("River Traders")
    first.press(Key(.enter))
    second.desk.receive(.followed(first.desk.takeSteps()))
    #expect(second.shows("Added River Traders") && second.shows("Stakeholders 38"))
    second.press(Key("u"))
    #expect(second.shows("open for reading only") && second.shows("Stakeholders 38"))
    second.desk.receive(.tookOver(first.desk.working.session, saved: first.desk.working.session, draft: .null))
    second.press(Key("u"))
    #expect(second.desk.working.session.stakeholders.count == 37)
  }

  @Test("a journal that cannot be written is said once and stays in the title line until it can")
  func journalTrouble() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.desk.receive(.journal("The disk is full."))
    #expect(bench.shows("The disk is full.") && bench.shows("JOURNAL NOT WRITTEN"))
    bench.press(Key("3"))
    bench.desk.receive(.journal("The disk is full."))
    #expect(!bench.shows("The disk is full.") && bench.shows("JOURNAL NOT WRITTEN"))
    bench.desk.receive(.journal(nil))
    #expect(!bench.shows("JOURNAL NOT WRITTEN") && bench.shows("written again"))
  }

  @Test("leaving when saving fails loses nothing that is in the journal, and says so")
  func leavingUnsaved() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.desk.hold(isReadOnly: false, standing: .own)
    bench.desk.receive(.saveFailed("The disk is full.", wasQuitting: true))
    #expect(bench.shows("since the last save stays"))
    bench.desk.receive(.journal("no"))
    bench.desk.receive(.saveFailed("The disk is full.", wasQuitting: true))
    #expect(bench.shows("since the last save is lost"))
  }

  @Test("what somebody else wrote is brought together with what was done here, and u takes it back")
  func merged() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("3"), Key("a"))
    bench.type("River Traders")
    bench.press(Key(.enter), Key(.escape))
    let mine = bench.desk.working.session
    bench.desk.receive(.changedOnDisk(wasSaving: true, wasQuitting: false))
    #expect(bench.shows("changed on disk") && bench.shows("Bring both together"))
    #expect(bench.desk.update(.key(Key("b")), now: bench.now) == [.merge])
    var theirs = try ScreenBench.mango()
    theirs.press(Key("3"), Key("d"))
    var both = WorkingSession(mine)
    for step in theirs.desk.takeSteps() { try both.replay(step) }
    bench.desk.receive(.merged(both.session, saved: theirs.desk.working.session, conflicts: 0))
    #expect(bench.desk.working.session == both.session && bench.desk.isChanged && !bench.desk.file.isChangedOnDisk)
    bench.press(Key("u"))
    #expect(bench.desk.working.session == mine)
  }
}

extension ScreenBench {
  fileprivate mutating func walk(to field: String) {
    for _ in 1...60 where desk.focusedField != field { press(Key(.down)) }
    for _ in 1...60 where desk.focusedField != field { press(Key(.up)) }
  }

  /// Types what cannot be understood into a field of the open form, and leaves it.
  fileprivate mutating func leave(_ text: String, in field: String) {
    walk(to: field)
    press(Key.control("u"))
    type(text)
    press(Key(.tab), Key(.escape))
  }
}

extension JSONValue {
  /// What a desk before the room keeps of it.
  fileprivate var waiting: JSONValue { .object([JSONMember(key: "waiting", value: .array([self]))]) }
}

extension Desk {
  /// The field of the open form that is being edited.
  fileprivate var focusedField: String? { if case .form(let form)? = layers.last { form.form.focusedID } else { nil } }
}
