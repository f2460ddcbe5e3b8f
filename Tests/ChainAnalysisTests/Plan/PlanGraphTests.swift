import ChainAnalysis
import SessionModel
import Testing

@Suite struct PlanGraphTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  private func action(_ name: String, needs: [String] = [], from: String = "", due: String = "", _ status: ActionStatus = .toDo) -> ActionItem {
    var action = ActionItem(id: id(name))
    action.what = name
    action.dependsOn = needs.map(id)
    action.from = PartialDate(from)
    action.due = PartialDate(due)
    action.status = .known(status)
    return action
  }

  private func session(_ actions: [ActionItem]) -> Session {
    var session = Session()
    actions.forEach { session.put($0) }
    return session
  }

  @Test("a circle of waiting is named from an action back to itself")
  func circle() {
    let graph = PlanGraph([action("a", needs: ["b"]), action("b", needs: ["c"]), action("c", needs: ["a", "d"]), action("d"), action("e", needs: ["a"])])
    #expect(graph.circle(through: id("a"))?.map(\.text) == ["a", "b", "c", "a"])
    #expect(graph.circle(through: id("d")) == nil)
    #expect(graph.circle(through: id("e")) == nil)
    #expect(PlanGraph([action("a", needs: ["a"])]).circle(through: id("a"))?.map(\.text) == ["a", "a"])
  }

  @Test("what begins before what it needs is due is found, through needs without a date too, and the chain is named")
  func conflicts() throws {
    let graph = PlanGraph([
      action("plant", due: "2026-07-10"), action("weed", needs: ["plant"]), action("harvest", needs: ["weed"], from: "2026-07-01", due: "2026-08-01"),
      action("sell", needs: ["harvest"], due: "2026-08-02"), action("eat", needs: ["old"], due: "2026-01-01"), action("old", due: "2026-05-01", .done),
      action("month", needs: ["plant"], due: "2026-07"),
    ])
    let conflict = try #require(graph.conflicts().first)
    #expect(graph.conflicts().count == 1)
    #expect(conflict.chain.map(\.text) == ["plant", "weed", "harvest"])
    #expect(conflict.ready.description == "2026-07-10")
    #expect(conflict.begins.description == "2026-07-01")
  }

  @Test("what follows moves by as many days, each once, in order; what is over or has no date stays")
  func shift() {
    let before = session([
      action("a", due: "2026-06-10"), action("b", needs: ["a"], from: "2026-06-11", due: "2026-06-20"), action("c", needs: ["a", "b"], due: "2026-07"),
      action("d", needs: ["b"], due: "2026-06-25", .done), action("e", needs: ["c"]),
    ])
    let shift = PlanShift([action("a", due: "2026-06-30")], in: before)
    #expect(shift.followers.map(\.id.text) == ["b", "c"])
    #expect(shift.followers.map { $0.due?.description } == ["2026-07-10", "2026-08"])
    #expect(shift.followers.first?.from?.description == "2026-07-01")
    #expect(PlanShift([action("a", due: "2026-06-10")], in: before).followers.isEmpty)
    #expect(PlanShift([action("new", due: "2026-06-10")], in: before).followers.isEmpty)
  }

  @Test("a circle neither hangs nor moves anything twice")
  func shiftInCircle() {
    let before = session([action("a", needs: ["c"], due: "2026-06-10"), action("b", needs: ["a"], due: "2026-06-11"), action("c", needs: ["b"], due: "2026-06-12")])
    #expect(PlanShift([action("a", needs: ["c"], due: "2026-06-11")], in: before).followers.map(\.id.text) == ["b", "c"])
    #expect(PlanGraph(before).conflicts().isEmpty == false)
  }

  @Test("progress counts each action once for its initiative, its owner of any kind, and its phase")
  func progress() throws {
    var session = Session()
    var profile = SessionProfile(id: .session)
    profile.phases = [Phase(id: id("h-1")), Phase(id: id("h-2"))]
    session.put(profile)
    var course = Initiative(id: id("i-1"))
    course.phase = id("h-2")
    session.put(course)
    session.put(Stakeholder(id: id("s-1")))
    session.put(Participant(id: id("p-1")))
    let today = try #require(PartialDate("2026-06-11"))
    let made: [(String, ActionStatus, String)] = [("a-1", .done, "2026-06-01"), ("a-2", .toDo, "2026-06-10"), ("a-3", .blocked, ""), ("a-4", .dropped, ""), ("a-5", .toDo, "")]
    for (index, (name, status, due)) in made.enumerated() {
      var item = action(name, due: due, status)
      if index < 2 { item.initiative = course.id }
      if index == 0 { item.owner = id("s-1") }
      if index == 1 { item.person = id("p-1") }
      if index == 2 { item.ownerName = "The mayor" }
      session.put(item)
    }
    let initiatives = PlanProgress(session, by: .initiative, today: today).rows
    #expect(initiatives.map(\.part) == [.entity(EntityRef(.initiative, id("i-1"))), .none])
    #expect(initiatives.map(\.percentDone) == [50, 0])
    #expect(initiatives[0].count(of: .late) == 1)
    let owners = Set(PlanProgress(session, by: .owner, today: today).rows.map(\.part))
    #expect(owners == [.entity(EntityRef(.stakeholder, id("s-1"))), .entity(EntityRef(.participant, id("p-1"))), .text("The mayor"), .none])
    #expect(PlanProgress(session, by: .phase, today: today).rows.map(\.part) == [.phase(id("h-2")), .none])
  }

  @Test("planned against observed: what was due by a day, and what was done by then")
  func pace() throws {
    var session = Session()
    let today = try #require(PartialDate("2026-06-11"))
    for (name, due, done, status) in [("a", "2026-05-01", "2026-05-20", ActionStatus.done), ("b", "2026-05-15", "", .toDo), ("c", "2026-09-01", "2026-06-01", .done), ("d", "2026-05-01", "", .dropped)] {
      var item = action(name, due: due, status)
      item.doneOn = PartialDate(done)
      session.put(item)
    }
    func pace(_ day: String) -> [Int] {
      let pace = PlanPace(session, on: PartialDate(day) ?? today, today: today)
      return [pace.planned, pace.observed]
    }
    #expect(pace("2026-05-10") == [1, 0])
    #expect(pace("2026-05-31") == [2, 1])
    #expect(pace("2026-06-11") == [2, 2])
  }
}
