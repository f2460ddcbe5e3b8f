import Drawing
import SessionModel
import Testing
import Words

@testable import Workbench

/// What somebody who had never seen the program ran into.
@Suite struct NewcomerTests {
  private func type(_ text: String, on bench: inout ScreenBench) { for character in text { bench.press(Key(character)) } }

  @Test("changing marked rows leaves every field that one only walks past as it is")
  func severalKeepTheRest() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let before = bench.desk.working.session.actions
    bench.press(Key("7"), Key(" "), Key(" "), Key(" "), Key("e"), Key(.down), Key(.down), Key(.down))
    type("blo", on: &bench)
    bench.press(Key(.enter), Key.control("s"))
    let changed = bench.desk.working.session.actions.sorted.filter { before[$0.id] != $0 }
    #expect(!changed.isEmpty)
    for action in changed {
      var expected = try #require(before[action.id])
      expected.status = .known(.blocked)
      #expect(action == expected)
    }
  }

  @Test("a digit changes the screen until a cell of the matrix was chosen, and sets trust from then on")
  func digitsInTheMatrix() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let before = bench.desk.working.session
    bench.press(Key("4"), Key("5"))
    #expect(bench.desk.screen == .markets)
    #expect(bench.desk.working.session == before)
    bench.press(Key("4"), Key(.down), Key("5"))
    #expect(bench.desk.screen == .trust)
    #expect(bench.desk.working.session.readings.count == before.readings.count + 1)
    bench.press(Key(.escape), Key("5"))
    #expect(bench.desk.screen == .markets)
  }

  @Test("the first letter typed on a long text is its first letter")
  func firstLetter() throws {
    var bench = ScreenBench(Session(), width: 100, height: 30)
    bench.press(Key("3"))
    _ = bench.desk.update(.paste("Valley Bank"), now: bench.now)
    bench.press(Key("e"))
    for _ in 0..<60 {
      if case .form(let form)? = bench.desk.layers.last, form.form.focusedID == "contribution" { break }
      bench.press(Key(.down))
    }
    type("Loans", on: &bench)
    bench.press(Key(.escape), Key(.escape))
    #expect(bench.desk.working.session.stakeholders.sorted.first?.contribution == "Loans")
  }

  @Test("names in a quick line: the first leads, the others take part, and what is no date or number is kept as a note")
  func quickInitiative() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("6"), Key("a"))
    type("Joint cold store, Mangos de Matanzas, Frutas del Caribe, from March 2027, if it rains", on: &bench)
    bench.press(Key(.enter), Key(.escape))
    let made = try #require(bench.desk.working.session.initiatives.sorted.first { $0.name == "Joint cold store" })
    #expect(bench.desk.working.session.stakeholders[made.lead]?.name == "Mangos de Matanzas")
    #expect(made.participants.compactMap { bench.desk.working.session.stakeholders[$0]?.name } == ["Frutas del Caribe"])
    #expect(made.host == nil)
    #expect(made.reach.isEmpty)
    #expect(made.from == PartialDate("2027-03"))
    #expect(made.common.notes == "if it rains")
  }

  @Test("in a list of several answers Enter takes what was searched for")
  func enterTicks() throws {
    var bench = ScreenBench(Session(), width: 100, height: 30)
    bench.press(Key("3"))
    _ = bench.desk.update(.paste("Valley Bank"), now: bench.now)
    bench.press(Key("e"), Key(.down), Key(.down), Key(.down))
    type("leader", on: &bench)
    bench.press(Key(.enter), Key(.enter), Key(.escape))
    #expect(bench.desk.working.session.stakeholders.sorted.first?.roles.map(\.code) == ["leader"])
  }

  @Test("there is no advice in room mode, right or wrong")
  func adviceInTheRoom() throws {
    var bench = try ScreenBench.mango(width: 100, height: 30)
    bench.press(Key(.function(5)), Key("9"))
    #expect(bench.desk.derived.findings.isEmpty)
    #expect(!bench.shows("has no name"))
  }

  @Test("a filter shows what contains the typed words, and nothing that only looks like it")
  func filter() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("3"), Key("f"))
    type("matanzas", on: &bench)
    let shown = bench.desk.lists[.stakeholder]?.rows ?? []
    #expect(!shown.isEmpty)
    for id in shown {
      let entity = try #require(bench.desk.working.session.stakeholders[id])
      #expect(bench.desk.searchText(entity, bench.desk.view).lowercased().contains("matanzas"))
    }
  }

  @Test("marks go with the rows they were on")
  func marks() throws {
    var bench = ScreenBench(Session(), width: 100, height: 30)
    bench.press(Key("3"))
    _ = bench.desk.update(.paste("A\nB\nC"), now: bench.now)
    bench.press(Key(.enter))
    bench.press(Key.control("a"), Key("u"))
    #expect(bench.desk.lists[.stakeholder]?.marks.isEmpty == true)
  }

  @Test("a kind proposes a segment even where the chain has none of just that stage")
  func segment() throws {
    var profile = SessionProfile(id: .session)
    profile.segments = [Segment(EntityID("g-p") ?? .session, "Production", .production), Segment(EntityID("g-t") ?? .session, "Trade", .trade)]
    var bench = ScreenBench(Session(profile: profile), width: 100, height: 30)
    bench.press(Key("3"))
    _ = bench.desk.update(.paste("Lima Exporter, exporter"), now: bench.now)
    #expect(bench.desk.working.session.stakeholders.sorted.first?.segment?.text == "g-t")
  }

  @Test("Ctrl+Q leaves from anywhere and takes what was being typed along")
  func leaving() throws {
    var bench = ScreenBench(Session(), width: 100, height: 30)
    bench.desk.file.path = "village.json"
    bench.press(Key("3"), Key("a"))
    type("River Traders, trader", on: &bench)
    let effects = bench.desk.update(.key(Key.control("q")), now: bench.now)
    #expect(effects == [.save(path: nil, thenQuit: true)])
    #expect(bench.desk.working.session.stakeholders.sorted.map(\.name) == ["River Traders"])
    bench.press(Key("e"))
    type("!", on: &bench)
    _ = bench.desk.update(.key(Key.control("q")), now: bench.now)
    #expect(bench.desk.layers.isEmpty)
    #expect(bench.desk.working.session.stakeholders.sorted.map(\.name) == ["River Traders!"])
  }

  @Test("the screen asks to be woken only while a clock on it goes on")
  func ticking() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("8"))
    #expect(bench.desk.nextTick == nil)
    var workshop = try #require(bench.desk.latestWorkshop)
    workshop.agenda[0].started = bench.now
    workshop.agenda[0].ended = nil
    workshop.agenda[0].minutes = 30
    bench.desk.perform(Title(.workshop, .workshop, name: workshop.name), [.replace(workshop)])
    #expect(bench.desk.nextTick != nil)
    let before = bench.lines
    _ = bench.desk.update(.tick, now: Instant(seconds: bench.now.seconds + 300))
    #expect(bench.lines != before)
    // The title line of every screen shows the clock where it has room.
    bench.press(Key("1"))
    #expect(bench.shows("left"))
    #expect(bench.desk.nextTick != nil)
    bench.resize(70, 24)
    #expect(bench.desk.nextTick == nil)
  }

  @Test("leaving stops once at a value that is half-typed")
  func leavingHalfTyped() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("7"), Key("e"), Key(.down), Key(.down), Key.control("u"))
    type("next wee", on: &bench)
    bench.press(Key(.escape))
    #expect(bench.desk.update(.key(Key.control("q")), now: bench.now).isEmpty)
    #expect(bench.shows("next wee"))
    #expect(bench.desk.update(.key(Key.control("q")), now: bench.now) == [.quit])
  }

  private func entry(_ name: String) -> ScreenBench {
    var bench = ScreenBench(Session(), width: 80, height: 24)
    bench.press(Key("3"))
    _ = bench.desk.update(.paste(name), now: bench.now)
    return bench
  }

  /// A form that was left with a new name, which is understood, and a kind, which is not.
  private func leftHalfTyped() -> ScreenBench {
    var bench = entry("Valley Bank")
    bench.press(Key("e"))
    type("XX", on: &bench)
    bench.press(Key(.down))
    type("zzz", on: &bench)
    bench.press(Key(.escape))
    return bench
  }

  @Test("what is left half-typed waits alone: undo and leaving the form again do not put back what was undone")
  func draftHoldsOnlyWhatIsWrong() throws {
    var bench = leftHalfTyped()
    #expect(bench.desk.working.session.stakeholders.sorted.map(\.name) == ["Valley BankXX"])
    #expect(bench.shows("not in force yet: Kind"))
    bench.press(Key("u"), Key("e"))
    #expect(bench.shows("zzz") && !bench.shows("Valley BankXX"))
    let before = bench.desk.working.session
    bench.press(Key(.escape))
    #expect(bench.desk.working.session == before && bench.desk.working.session.stakeholders.sorted.map(\.name) == ["Valley Bank"])
  }

  @Test("Ctrl+Z in a form gives a field back what the entry has, and with the last wrong one nothing waits any more")
  func asItWas() throws {
    var bench = leftHalfTyped()
    bench.press(Key("u"), Key("e"), Key.control("z"))
    #expect(!bench.shows("zzz"))
    bench.press(Key(.escape))
    #expect(bench.desk.drafts.isEmpty && bench.desk.halfTyped == .null)
    // Also what is understood, while the form is open.
    let before = bench.desk.working.session
    bench.press(Key("e"))
    type("YY", on: &bench)
    bench.press(Key.control("z"), Key(.escape))
    #expect(bench.desk.working.session == before)
    // And Ctrl+Y takes that back.
    bench.press(Key("e"))
    type("YY", on: &bench)
    bench.press(Key.control("z"), Key.control("y"), Key(.escape))
    #expect(bench.desk.working.session.stakeholders.sorted.map(\.name) == ["Valley BankYY"])
  }

  @Test("walking past a word that only a newer version knows leaves it as it is, and nothing waits")
  func unknownWord() throws {
    var bench = entry("Valley Bank")
    var bank = try #require(bench.desk.working.session.stakeholders.sorted.first)
    bank.roles = [.unknown("seer")]
    bench.desk.perform(Title(.edit, .stakeholder), [.replace(bank)])
    let before = bench.desk.working.session
    bench.press(Key("e"))
    for _ in 0..<6 { bench.press(Key(.down)) }
    bench.press(Key(.escape))
    #expect(bench.desk.working.session == before && bench.desk.halfTyped == .null)
  }

  @Test("in a list of several names a blank belongs to the name that is typed, and a name that nobody has stays and is said")
  func blanksInNames() throws {
    var bench = try ScreenBench.mango(width: 80, height: 24)
    bench.press(Key("6"), Key("a"))
    type("Test shed", on: &bench)
    bench.press(Key(.enter), Key(.escape), Key(.enter))
    for _ in 0..<60 {
      if case .form(let form)? = bench.desk.layers.last, form.form.focusedID == "participants" { break }
      bench.press(Key(.down))
    }
    func participants() -> [String] {
      let session = bench.desk.working.session
      return session.initiatives.sorted.first { $0.name == "Test shed" }?.participants.compactMap { session.stakeholders[$0]?.name } ?? []
    }
    type("small man", on: &bench)
    bench.press(Key(.enter))
    type("xyz", on: &bench)
    bench.press(Key(.escape))
    #expect(bench.shows("not in force yet: Participants"))
    bench.press(Key("e"))
    #expect(bench.shows("xyz"))
    bench.press(Key(.backspace), Key(.escape))
    #expect(participants() == ["Small mango growers"] && bench.desk.halfTyped == .null)
  }

  @Test("a line left by Esc offers its text again where it was typed, to go on with or to type over, through a crash, and never to the room")
  func lineWaits() throws {
    var bench = ScreenBench(Session(), width: 80, height: 24)
    bench.press(Key("3"), Key("a"))
    #expect(bench.shows("Enter adds it") && bench.shows("the text waits"))
    type("Gamma, trader", on: &bench)
    bench.press(Key(.escape), Key("A"))
    #expect(!bench.shows("Gamma"))
    bench.press(Key(.escape))
    var other = ScreenBench(Session(), width: 80, height: 24)
    other.desk.restore(halfTyped: bench.desk.halfTyped)
    other.press(Key("3"), Key("a"))
    #expect(other.shows("Gamma, trader"))
    bench.press(Key(.function(5)), Key("a"))
    #expect(!bench.shows("Gamma"))
    bench.press(Key(.escape), Key(.function(5)), Key("l"), Key("a"))
    #expect(bench.shows("Gamma, trader"))
    bench.press(Key(.enter))
    #expect(bench.desk.working.session.stakeholders.sorted.map(\.name) == ["Gamma"])
    type("Delta", on: &bench)
    bench.press(Key(.escape), Key("a"))
    type("Epsilon", on: &bench)
    bench.press(Key(.enter), Key(.escape), Key("a"))
    #expect(!bench.shows("Delta") && bench.desk.working.session.stakeholders.sorted.map(\.name).sorted() == ["Epsilon", "Gamma"])
  }

  @Test("any other line waits for the same question about the same thing, and no other")
  func questionWaits() throws {
    var bench = try ScreenBench.mango(width: 80, height: 24)
    bench.press(Key("3"), Key("r"))
    type(" of the south", on: &bench)
    bench.press(Key(.escape), Key("j"), Key("r"))
    #expect(!bench.shows("of the south"))
    bench.press(Key(.escape), Key("k"), Key("r"))
    #expect(bench.shows("of the south"))
    bench.press(Key.control("z"))
    #expect(!bench.shows("of the south") && bench.shows("schools and universities"))
    bench.press(Key(.escape))
    #expect(bench.desk.leftLines.isEmpty)
  }

  @Test("the row of keys says what a digit sets while it sets something")
  func digitsAreSaid() throws {
    var bench = try ScreenBench.mango(width: 80, height: 24)
    bench.press(Key("4"))
    #expect(!bench.shows("set trust"))
    bench.press(Key(.right))
    #expect(bench.lines.last?.contains("1–5 set trust") == true)
    bench.press(Key("?"))
    #expect(bench.shows("1–5") && bench.shows("Set trust"))
    bench.press(Key(.escape), Key(.escape))
    #expect(!bench.shows("set trust"))
    bench.press(Key("3"))
    for _ in 0..<30 where bench.desk.cellField(.stakeholder) == nil { bench.press(Key(.right)) }
    #expect(bench.lines.last?.contains("–5 set ") == true)
    bench.press(Key(.function(5)), Key("4"), Key(.right))
    #expect(!bench.shows("set trust"))
  }

  @Test("a line takes the beginning of a word it offers and a field by its name, and says every word that went into the notes")
  func vocabulary() throws {
    var bench = ScreenBench(Session(), width: 120, height: 24)
    bench.press(Key("3"), Key("a"))
    type("Zeta, trader, anchor, place Azua, nursery, seedlings", on: &bench)
    bench.press(Key(.enter))
    #expect(bench.shows("Added Zeta") && bench.shows("“nursery”, “seedlings”"))
    let zeta = try #require(bench.desk.working.session.stakeholders.sorted.first)
    #expect(zeta.roles.map(\.code) == ["anchor-firm"] && zeta.place == "Azua" && zeta.common.notes == "nursery, seedlings")
    bench.press(Key(.escape), Key("5"), Key(.tab), Key("a"))
    type("Bad road, severity 4", on: &bench)
    bench.press(Key(.enter))
    #expect(bench.desk.working.session.constraints.sorted.first?.severity == 4)
  }

  @Test("the example in every empty line is understood to the last word", arguments: [
    EntityKind.stakeholder, .constraint, .endMarket, .initiative, .workshop, .indicator,
  ])
  func examples(_ kind: EntityKind) throws {
    var desk = try ScreenBench.mango().desk
    let example = try #require(desk.words.entryExample(kind).split(separator: ": ").last)
    let made = desk.entry(String(example), kind)
    #expect(made?.unknown == [])
    #expect(desk.words.entryExample(kind).count < 66)
  }

  @Test("a date in a form says which day was meant as soon as the field is left, as lists say it")
  func resolvedDates() throws {
    var bench = try ScreenBench.mango(width: 80, height: 24)
    bench.press(Key("7"), Key("e"))
    for _ in 0..<60 {
      if case .form(let form)? = bench.desk.layers.last, form.form.focusedID == "due" { break }
      bench.press(Key(.down))
    }
    bench.press(Key.control("u"))
    type("next month", on: &bench)
    bench.press(Key(.tab))
    #expect(bench.shows("Jul 2008") && !bench.shows("next month"))
  }

  @Test("a message that one row does not hold takes a second, and what is below the line is said whole")
  func longMessages() throws {
    var bench = try ScreenBench.mango(width: 80, height: 24)
    bench.press(Key("3"))
    _ = bench.desk.update(.paste("The very long named united cooperative of small mango growers of the south, trader, nursery"), now: bench.now)
    #expect(bench.lines[21].contains("“nursery”") && bench.lines[22].contains("of the south"))
    bench.press(Key("j"))
    #expect(!bench.lines[21].contains("nursery"))
    // A line that is open says it below itself.
    bench.press(Key("a"))
    type("Another very long named united cooperative of small mango growers, trader, nursery", on: &bench)
    bench.press(Key(.enter))
    #expect(!bench.lines[21].contains("nursery") && bench.lines[23].contains("nursery"))
  }

  @Test("Esc ends looking at what changed since, and marks on the map; details without room say so; folding says which way")
  func waysBack() throws {
    var bench = try ScreenBench.mango(width: 80, height: 24)
    bench.press(Key("4"), Key("w"), Key.control("u"))
    type("2005", on: &bench)
    bench.press(Key(.enter))
    #expect(bench.desk.trust.since != nil)
    bench.press(Key(.escape))
    #expect(bench.desk.trust.since == nil)
    bench.press(Key("i"))
    #expect(bench.shows("100 columns"))
    bench.press(Key("2"), Key(" "), Key(.escape))
    #expect(bench.desk.lists[.stakeholder]?.marks.isEmpty == true)
    bench.press(Key("z"))
    #expect(bench.shows("Folded "))
    bench.press(Key("z"))
    #expect(bench.shows("Unfolded "))
  }
}
