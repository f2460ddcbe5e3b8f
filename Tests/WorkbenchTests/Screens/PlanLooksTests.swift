import Drawing
import SessionModel
import Testing

@testable import Workbench

/// The timeline and the board, moving dates with what follows, and lines that say who does what by when.
@Suite struct PlanLooksTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  /// Three actions in a chain of waiting, a grower group, a person and an initiative. Today is 1 July 2008.
  private func plan() -> Session {
    var session = Session()
    var growers = Stakeholder(id: id("s-1"))
    growers.name = "Agronomists’ office"
    session.put(growers)
    var ana = Participant(id: id("p-1"))
    ana.name = "Ana Pérez"
    ana.stakeholder = growers.id
    ana.consent = true
    session.put(ana)
    var course = Initiative(id: id("i-1"))
    course.name = "Pruning course"
    session.put(course)
    for (name, what, from, due, needs) in [
      ("a-1", "Plant", "2008-07-01", "2008-07-10", ""), ("a-2", "Weed", "2008-07-11", "2008-07-20", "a-1"),
      ("a-3", "Harvest", "", "2008-08-01", "a-2"),
    ] {
      var action = ActionItem(id: id(name))
      action.what = what
      action.from = PartialDate(from)
      action.due = PartialDate(due)
      action.dependsOn = needs.isEmpty ? [] : [id(needs)]
      action.status = .known(.toDo)
      session.put(action)
    }
    return session
  }

  private func bench(_ session: Session, width: Int = 120, height: Int = 30) -> ScreenBench {
    var bench = ScreenBench(session, width: width, height: height, now: ScreenBench.july)
    bench.press(Key("7"))
    return bench
  }

  private func due(_ bench: ScreenBench, _ name: String) -> String? { bench.desk.working.session.actions[id(name)]?.due?.description }

  @Test("v goes from the table to the timeline to the board and back, with the same cursor")
  func looks() {
    var test = bench(plan())
    test.press(Key(.down), Key("v"))
    #expect(test.desk.plan.look == .timeline)
    #expect(test.shows("today"))
    #expect(test.body.contains { $0.contains("Plant") && $0.contains("░") })
    #expect(test.text.contains("╮") && test.text.contains("╰"))
    test.press(Key("v"))
    #expect(test.desk.plan.look == .board)
    #expect(test.body.contains { $0.contains("To do 3") && $0.contains("Blocked 0") })
    #expect(test.desk.lists[.action]?.selectedID == id("a-2"))
    test.press(Key("v"))
    #expect(test.desk.plan.look == .table)
  }

  @Test("a date that others wait for moves with them as one step, after saying what would move")
  func follow() {
    var test = bench(plan())
    test.press(Key("]"))
    #expect(test.shows("2 actions wait for this"))
    #expect(test.shows("Harvest: 1 Aug 2008 → 2 Aug 2008"))
    #expect(due(test, "a-1") == "2008-07-10")
    test.press(Key("m"))
    #expect(due(test, "a-1") == "2008-07-11")
    #expect(due(test, "a-2") == "2008-07-21")
    #expect(due(test, "a-3") == "2008-08-02")
    test.press(Key("u"))
    #expect(["a-1", "a-2", "a-3"].map { due(test, $0) } == ["2008-07-10", "2008-07-20", "2008-08-01"])
  }

  @Test("left where they are, what now begins too early is named with its chain")
  func leave() {
    var test = bench(plan())
    test.press(Key("r"))
    #expect(test.shows("What"))
    test.press(Key(.escape), Key(.right), Key(.right), Key("r"))
    for _ in 0..<12 { test.press(Key(.backspace)) }
    test.type("end of july")
    test.press(Key(.enter))
    #expect(test.shows("2 actions wait for this"))
    test.press(Key(.escape))
    #expect(due(test, "a-1") == "2008-07-31")
    #expect(due(test, "a-2") == "2008-07-20")
    #expect(test.desk.plan.conflicts[id("a-2")]?.chain.map(\.text) == ["a-1", "a-2"])
    test.press(Key(.up))
    #expect(test.shows("⇤ “Weed” begins 11 Jul 2008"))
  }

  @Test("cards move by key, and by the mouse from column to column; what is done says when")
  func cards() throws {
    var test = bench(plan())
    test.press(Key("v"), Key("v"), Key(">"))
    #expect(test.desk.working.session.actions[id("a-1")]?.status == .doing)
    test.press(Key(.right, .shift), Key(.right, .shift))
    #expect(test.desk.working.session.actions[id("a-1")]?.status == .done)
    #expect(test.desk.working.session.actions[id("a-1")]?.doneOn?.description == "2008-07-01")
    test.press(Key("<"))
    #expect(test.desk.working.session.actions[id("a-1")]?.doneOn == nil)
    test.press(Key("<"))
    let row = try #require(test.lines.firstIndex { $0.contains("○ Weed") })
    let blocked = try #require(
      test.lines.first { $0.contains("Blocked 1") }.flatMap { line in
        line.range(of: "Blocked").map { line.distance(from: line.startIndex, to: $0.lowerBound) }
      })
    for event in [
      MouseEvent(.press, at: Point(x: 3, y: row)), MouseEvent(.drag, at: Point(x: 30, y: row)),
      MouseEvent(.release, at: Point(x: blocked + 2, y: row + 3)),
    ] {
      _ = test.desk.update(.mouse(event), now: test.now)
    }
    #expect(test.desk.working.session.actions[id("a-2")]?.status == .blocked)
  }

  @Test("what becomes done in a form, a cell or a typed line was done today, and what is opened again no longer")
  func doneToday() throws {
    func action(_ test: ScreenBench) -> ActionItem? { test.desk.working.session.actions[id("a-1")] }
    func setStatus(_ status: String, _ test: inout ScreenBench) {
      test.desk.openForm(of: [EntityRef(.action, id("a-1"))], focus: "status")
      test.type(status)
      test.press(Key(.enter), Key(.escape))
    }
    var test = bench(plan())
    setStatus("done", &test)
    #expect(action(test)?.status == .done && action(test)?.doneOn?.description == "2008-07-01")
    setStatus("doing", &test)
    #expect(action(test)?.status == .doing && action(test)?.doneOn == nil)
    test.press(Key("a"))
    test.type("Ask the bank, done")
    test.press(Key(.enter), Key(.escape))
    #expect(test.desk.working.session.actions.sorted.first { $0.what == "Ask the bank" }?.doneOn == test.desk.today)
  }

  @Test("one line says what, who, by when and for which initiative")
  func quickLine() throws {
    var test = bench(plan())
    test.press(Key("a"))
    test.type("Train 40 growers in pruning @Ana due 3 weeks #Prun")
    #expect(test.shows("@ Agronomists’ office"))
    #expect(test.shows("due 22 Jul 2008"))
    test.press(Key(.tab))
    test.press(Key(.enter))
    let action = try #require(test.desk.working.session.actions.sorted.first { $0.what == "Train 40 growers in pruning" })
    #expect(action.owner == id("s-1"))
    #expect(action.person == id("p-1"))
    #expect(action.due?.description == "2008-07-22")
    #expect(action.initiative == id("i-1"))
    #expect(action.status == .toDo)
    test.type("Ask the priest @Padre Luis due whenever")
    test.press(Key(.enter), Key(.escape))
    let free = try #require(test.desk.working.session.actions.sorted.first { $0.what == "Ask the priest" })
    #expect(free.ownerName == "Padre Luis")
    #expect(free.common.notes == "whenever")
  }

  @Test("a circle of waiting is refused in the form and named")
  func circle() {
    var session = plan()
    var first = session.actions[id("a-1")] ?? ActionItem(id: id("a-1"))
    first.dependsOn = [id("a-3")]
    let desk = bench(session).desk
    #expect(desk.circleSentence(first)?.contains("Plant → Harvest → Weed → Plant") == true)
    session.put(first)
    #expect(bench(session).desk.plan.board.columns[.toDo]?.count == 3)
  }

  @Test("progress is shown on days that are typed as people say them")
  func progress() {
    var test = bench(plan())
    test.press(Key("p"))
    test.type("15 jul 2008, soon")
    test.press(Key(.enter))
    #expect(test.shows("“soon” is no date"))
    for _ in 0..<4 { test.press(Key(.backspace)) }
    test.type("end of august")
    test.press(Key(.enter))
    #expect(test.body.contains { $0.contains("15 Jul 2008") && $0.contains("1 planned, 0 done") })
    #expect(test.body.contains { $0.contains("31 Aug 2008") && $0.contains("3 planned, 0 done") })
  }

  @Test("indicators stand in a table, a column a day, prices with their cents")
  func indicatorsOnDays() throws {
    var test = try ScreenBench.mango(width: 100, height: 40)
    test.press(Key("7"), Key("p"))
    test.type("1 jan 2008, 1 dec 2008")
    test.press(Key(.enter))
    #expect(test.body.contains { $0.contains("1 Jan 2008") && $0.contains("1 Dec 2008") })
    #expect(test.body.contains { $0.contains("Dues paid in, USD") && $0.contains("27k of 30k") && $0.contains("14k of 39.2k") })
    #expect(test.body.contains { $0.contains("Paid to a small grower") && $0.contains("0.3") })
  }

  @Test(
    "nothing, much, small screens and long names: every look draws",
    arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 200, height: 60)])
  func sizes(size: Size) {
    var large = plan()
    for number in 0..<400 {
      var action = ActionItem(id: id("b-\(number)"))
      action.what = number % 3 == 0 ? String(repeating: "長い名前 ", count: 30) : "Task \(number)"
      action.due = number % 5 == 0 ? nil : PartialDate(dayNumber: 14_000 + number * 3)
      action.status = number % 2 == 0 ? .known(.done) : .unknown("waiting")
      large.put(action)
    }
    for session in [Session(), large] {
      var test = bench(session, width: size.width, height: size.height)
      for _ in 0..<3 {
        test.press(Key("v"))
        for key in [
          Key(.down), Key("G"), Key(.right), Key("+"), Key("-"), Key("-"), Key("-"), Key("-"), Key(.left), Key("."), Key("b"), Key(.pageUp),
          Key("]"), Key(.escape), Key(">"), Key("g"),
        ] {
          test.press(key)
          #expect(test.lines.count == size.height)
        }
      }
    }
  }
}
