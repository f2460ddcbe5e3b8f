import ChainAnalysis
import Drawing
import SessionModel
import Testing

@testable import Workbench

/// A day held with the program: time, people, votes, groups, slips.
@Suite struct WorkshopDayTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  private func day(started: Bool = false) -> Session {
    var session = Session()
    for (name, text) in [("s-1", "Small growers"), ("s-2", "Packers")] {
      var one = Stakeholder(id: id(name))
      one.name = text
      session.put(one)
    }
    for (name, text) in [("c-1", "Fruit flies"), ("c-2", "No credit")] {
      var constraint = Constraint(id: id(name))
      constraint.name = text
      session.put(constraint)
    }
    for (name, text, consents) in [("p-1", "Rosa", true), ("p-2", "Juan", false), ("p-3", "Luz", true)] {
      var person = Participant(id: id(name))
      person.name = text
      person.consent = consents
      person.stakeholder = id("s-1")
      session.put(person)
    }
    var workshop = Workshop(id: id("w-1"))
    workshop.name = "The day"
    workshop.on = PartialDate("2008-07-01")
    for (name, title, minutes, screen) in [
      ("k-1", "Welcome", 20, WorkScreen.stakeholders), ("k-2", "The chain", 60, .map), ("k-3", "First steps", 40, .plan),
    ] {
      var item = AgendaItem(id: id(name))
      item.title = title
      item.minutes = minutes
      item.screen = .known(screen)
      workshop.agenda.append(item)
    }
    if started { workshop.agenda[0].started = Instant("2008-07-01T09:50:00Z") }
    session.put(workshop)
    return session
  }

  private func bench(_ session: Session, width: Int = 120, height: Int = 40) -> ScreenBench {
    var bench = ScreenBench(session, width: width, height: height, now: ScreenBench.july)
    bench.press(Key("8"))
    return bench
  }

  private func workshop(_ bench: ScreenBench) -> Workshop { bench.desk.working.session.workshops[id("w-1")] ?? Workshop(id: id("w-1")) }

  @Test("a day that nobody ended takes nothing of the next: item, decision, action and trust belong to today's")
  func forgotten() throws {
    var session = day()
    var may = Workshop(id: id("w-9"))
    may.name = "May"
    may.on = PartialDate("2008-05-01")
    var item = AgendaItem(id: id("k-9"))
    item.started = Instant("2008-05-01T09:00:00Z")
    may.agenda = [item]
    session.put(may)
    var test = bench(session)
    test.press(Key("A"))
    test.type("Buy crates")
    test.press(Key(.enter), Key(.escape), Key("D"))
    test.type("Traps in every orchard")
    test.press(Key(.enter), Key("n"))
    #expect(test.desk.working.session.workshops[may.id] == may)
    #expect(workshop(test).decisions.map(\.text) == ["Traps in every orchard"])
    #expect(workshop(test).agenda.first?.started == test.now)
    #expect(test.desk.working.session.actions.sorted.first?.agreedAt == nil)
    #expect(session.workshop(at: test.now)?.id == id("w-1"))
  }

  @Test("a workshop that was running when the program ended goes on, in room mode; an old one was only forgotten")
  func goesOn() {
    var test = bench(day(started: true))
    #expect(test.desk.audience == .room)
    #expect(test.shows("ROOM MODE"))
    #expect(test.shows("▸ Welcome 10:00 left"))
    // On the wall the day stands alone, its digits ten rows high; Tab brings the people.
    #expect(!test.shows("Participants"))
    #expect(test.body.filter { $0.contains("██") }.count >= 9)
    test.press(Key(.tab))
    #expect(test.shows("Participants"))
    test.press(Key("3"))
    #expect(test.shows("▸ Welcome 10:00 left"))
    #expect(ScreenBench(day(started: true), now: Instant("2008-07-09T10:00:00Z") ?? ScreenBench.july).desk.audience == .facilitator)
  }

  @Test("n goes through the agenda to its screens, and the last one ends the day and saves")
  func through() {
    var test = bench(day())
    test.desk.file = OpenFile(name: "day.json", path: "day.json")
    test.press(Key("n"))
    #expect(test.desk.screen == .stakeholders)
    #expect(test.desk.audience == .room)
    test.press(Key("n"))
    #expect(test.desk.screen == .map)
    test.press(Key("n"))
    let effects = test.desk.update(.key(Key("n")), now: test.now)
    #expect(effects == [.save(path: nil)])
    #expect(workshop(test).agenda.allSatisfy { $0.ended != nil })
    #expect(test.shows("x prints the minutes"))
    test.press(Key("x"))
    #expect(test.lines.first { $0.contains("Minutes for printing") } != nil)
    #expect(!test.shows("trust, pair by pair"))
  }

  @Test("a clock that is put forward, by hours or by years, does not take the time of the running item", arguments: [7200, 2 * 365 * 86400])
  func clock(seconds: Int) {
    var test = bench(day(started: true))
    let later = Instant(seconds: test.now.seconds + Int64(seconds) + 60)
    test.desk.clockChanged(by: seconds, now: later)
    _ = test.desk.update(.tick, now: later)
    #expect(test.shows("▸ Welcome 9:00 left"))
  }

  @Test("a jump of the wall clock is noticed; time that goes by, a suspended computer and a trimmed clock are none")
  func watch() {
    var watch = ClockWatch()
    #expect(watch.jump(wall: 1000, steady: 10) == 0)
    #expect(watch.jump(wall: 9000, steady: 8010) == 0)
    #expect(watch.jump(wall: 9010, steady: 8015) == 0)
    #expect(watch.jump(wall: 12_610, steady: 8015) == 3600)
    #expect(watch.jump(wall: 12_611, steady: 8016) == 0)
    #expect(watch.jump(wall: 9012, steady: 8017) == -3600)
  }

  @Test("behind is said, and R shares what is left")
  func replan() {
    var test = bench(day())
    test.press(Key("n"), Key("8"))
    test.now = Instant(seconds: test.now.seconds + 40 * 60)
    test.press(Key(.tab))
    #expect(test.shows("20 min behind"))
    test.press(Key("R"))
    #expect(workshop(test).agenda.map { $0.replanned ?? 0 } == [0, 48, 32])
    #expect(test.shows("on time"))
    test.press(Key("u"))
    #expect(workshop(test).agenda.allSatisfy { $0.replanned == nil })
  }

  @Test("people are noted as here with a key, counted on a line, and added straight into the room")
  func people() {
    var test = bench(day())
    test.press(Key(.tab), Key("p"))
    #expect(workshop(test).present.count == 1)
    test.press(Key("p"))
    #expect(workshop(test).present.isEmpty)
    test.press(Key.control("a"), Key("p"))
    #expect(workshop(test).present.count == 3)
    test.press(Key("w"))
    test.type("9 men 5 women 3 young women Small growers")
    test.press(Key(.enter))
    #expect(test.shows("20 in the room"))
    test.type("7 men small")
    test.press(Key(.enter))
    test.type("nonsense")
    test.press(Key(.enter))
    #expect(test.shows("Type numbers with women"))
    test.press(Key(.escape))
    let attendance = Attendance(workshop(test), test.desk.working.session)
    #expect([attendance.people, attendance.men, attendance.women, attendance.youth] == [18, 7, 8, 3])
    test.press(Key("a"))
    test.type("Ana, packers, woman")
    test.press(Key(.enter), Key(.escape))
    #expect(workshop(test).present.count == 4)
    #expect(test.desk.working.session.participants.sorted.first { $0.name == "Ana" }?.consent == nil)
    test.press(Key("a"))
    #expect(test.shows("may be named"))
    test.type("Bea, may be named")
    test.press(Key(.enter), Key(.escape))
    #expect(test.desk.working.session.participants.sorted.first { $0.name == "Bea" }?.consent == true)
  }

  @Test("a decision and a parked thought say what was caught, and under which item of the agenda")
  func caught() throws {
    var test = bench(day(started: true))
    test.press(Key("D"))
    test.type("We meet again?")
    test.press(Key(.enter))
    #expect(test.shows("Decided: We meet again?  (Welcome)  u undoes it"))
    test.press(Key("P"))
    test.type("The road")
    test.press(Key(.enter))
    #expect(test.shows("Put aside: The road.  (Welcome)  u undoes it"))
    let day = workshop(test)
    #expect(day.decisions.first?.agendaItem == day.agenda[0].id && day.parkingLot.first?.agendaItem == day.agenda[0].id)
  }

  @Test("a workshop that a journal brings back finds the room there, and what was half-typed waits until it has gone")
  func recovered() throws {
    var test = bench(day())
    let saved = test.desk.working.session
    test.press(Key("n"))
    let steps = test.desk.takeSteps()
    var desk = Desk(saved, file: OpenFile(name: "day.json", path: nil), size: Size(width: 120, height: 40), now: test.now, seed: 3)
    #expect(desk.audience == .facilitator)
    var working = WorkingSession(saved)
    for step in steps { _ = try working.perform(step.transaction) }
    desk.receive(.recovered(RecoveredWork(saved: saved, working: working, steps: steps)))
    #expect(desk.audience == .room)
    _ = desk.update(.key(Key("k")), now: test.now)
    #expect(desk.audience == .room && desk.isWorkshopRunning)
  }

  @Test("a vote: options from the session and typed, counted by group, covered in the room until revealed, then written to the constraints")
  func vote() throws {
    var test = bench(day())
    test.press(Key(.function(5)), Key("b"))
    test.type("Which first?")
    test.press(Key(.enter), Key("s"), Key(.enter), Key("a"))
    test.type("Roads")
    test.press(Key(.enter), Key(.escape), Key("g"))
    test.type("Small")
    test.press(Key(.enter), Key("g"))
    test.type("Large")
    test.press(Key(.enter))
    // Down the column of the small ones, then of the large ones.
    test.type("1")
    test.type("2")
    #expect(!test.body.contains { $0.contains("Fruit flies") && $0.contains("12") } && test.body.contains { $0.contains("Fruit flies") && $0.contains("…") })
    test.press(
      Key(.down), Key("3"), Key(.down), Key("4"), Key(.right), Key(.home), Key("7"), Key(.down), Key("9"), Key("9"), Key(.backspace),
      Key(.down))
    let ballot = try #require(workshop(test).ballots.first)
    #expect(BallotResult(ballot).rows.map(\.dots) == [19, 12, 4])
    #expect(!test.body.contains { $0.contains("Fruit flies") && ($0.contains("12") || $0.contains("19")) })
    #expect(test.shows("■"))
    #expect(test.desk.working.session.constraints[id("c-1")]?.votes == nil)
    test.press(Key("r"))
    #expect(test.body.contains { $0.contains("Fruit flies") && $0.contains("19") && $0.contains("1.") })
    #expect(test.desk.working.session.constraints[id("c-1")]?.votes == 19)
    #expect(test.desk.working.session.constraints[id("c-2")]?.votes == 12)
    test.press(Key("u"))
    #expect(test.desk.working.session.constraints[id("c-1")]?.votes == nil)
    #expect(workshop(test).ballots.first?.revealed == nil)
  }

  @Test("groups are named before there is anything to vote for, and every cell of the grid can be counted")
  func groupsOfVote() throws {
    var test = bench(day())
    test.press(Key(.function(5)), Key("b"))
    test.type("Which first?")
    test.press(Key(.enter))
    for name in ["Women", "Men"] {
      test.press(Key("g"))
      test.type(name)
      test.press(Key(.enter))
      #expect(test.shows(name))
    }
    test.press(Key("a"))
    test.type("Roads")
    test.press(Key(.enter), Key(.escape))
    #expect(workshop(test).ballots.first?.options.map(\.group) == ["Women", "Men"])
    // Another window added an option and knew of one group alone.
    var day = workshop(test)
    var water = BallotOption(id: id("x-water"))
    (water.text, water.group) = ("Water", "Women")
    day.ballots[0].options.append(water)
    test.desk.perform(Title(.vote, .workshop), [.replace(day)])
    test.press(Key(.down), Key(.right), Key("7"), Key(.enter))
    #expect(BallotResult(workshop(test).ballots[0]).rows.first { $0.text == "Water" }?.byGroup == ["Women": 0, "Men": 7])
  }

  @Test("groups are dealt from those who are here; who may not be named is a count")
  func breakouts() {
    var test = bench(day())
    test.press(Key(.tab), Key.control("a"), Key("p"), Key("B"), Key("2"), Key(.enter))
    let groups = workshop(test).agenda[0].breakoutGroups
    #expect(groups.count == 2)
    #expect(groups.joined().contains("Rosa") && groups.joined().contains("Luz") && !groups.joined().contains("Juan"))
    test.press(Key("B"))
    test.type("Growers, Others")
    test.press(Key(.enter))
    #expect(workshop(test).agenda[0].breakoutGroups == ["Growers", "Others"])
  }
}

/// What is taken from the library.
@Suite struct LibraryTakingTests {
  private func play(_ script: String, on session: Session) throws -> Player {
    let desk = Desk(
      session, file: OpenFile(name: "day.json", path: "day.json"), size: Size(width: 120, height: 40), now: ScreenBench.july, seed: 11)
    var player = Player(desk, now: ScreenBench.july)
    try player.play(KeyScript(script))
    return player
  }

  @Test("a ready agenda makes a workshop where there is none, as one step; a method can be read and added")
  func agenda() throws {
    var player = try play("8 L half<CR> <expect:agenda items added>", on: Session())
    let workshop = try #require(player.desk.working.session.workshops.sorted.first)
    #expect(workshop.agenda.count == 6)
    #expect(workshop.agenda[2].method == "Constraint ranking")
    #expect(workshop.agenda[2].screen == .markets)
    try player.play(KeyScript("M Trust<CR> <expect:Nobody writes a name> <expect:Cluster approach> a"))
    #expect(player.desk.working.session.workshops.sorted.first?.agenda.count == 7)
    try player.play(KeyScript("u u"))
    #expect(player.desk.working.session.workshops.isEmpty)
  }

  @Test("a kind of work makes its actions with dates and what waits for what, as one step")
  func work() throws {
    var player = try play("7 T trip<CR>", on: Session())
    let actions = player.desk.working.session.actions.sorted
    #expect(actions.count == 5)
    #expect(actions.filter { $0.dependsOn.count == 1 }.count == 4)
    #expect(actions.compactMap(\.due).max()?.description == "2008-09-23")
    try player.play(KeyScript("u"))
    #expect(player.desk.working.session.actions.isEmpty)
  }
}
