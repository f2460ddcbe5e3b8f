import Drawing
import SessionModel
import Testing
import Widgets
import Words

@testable import Workbench

@Suite struct PlanScreenTests {
  @Test("late and blocked actions come first, what is over comes last")
  func order() throws {
    var test = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july)
    test.press(Key("7"))
    let today = test.desk.today
    let spans = test.desk.lists[.action]?.rows.compactMap { test.desk.view.session.actions[$0]?.span(on: today).rawValue } ?? []
    #expect(spans.count == 25)
    #expect(spans == spans.sorted())
    #expect(test.text.contains("Late"))
    #expect(test.text.contains("9 done"))
  }

  @Test("b puts actions together by owner, initiative, phase and status, each under one heading")
  func groups() throws {
    var test = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july)
    test.press(Key("7"))
    for key in ["owner", "initiative", EntityList.byPhase, "status", EntityList.byUrgency] {
      test.press(Key("b"))
      #expect(test.desk.lists[.action]?.sortKey == key)
      let headings = test.desk.plan.groups.map { $0.heading.runs.first?.text ?? "" }
      #expect(headings.count > 1)
      #expect(Set(headings).count == headings.count)
      #expect(test.desk.plan.groups.first?.first == 0)
    }
  }

  @Test("headings take lines of their own, and the cursor never stands on one")
  func lines() {
    let rows = ListRows(groups: [ListGroup(first: 0, heading: .empty), ListGroup(first: 2, heading: .empty), ListGroup(first: 3, heading: .empty)], count: 5)
    #expect(rows.total == 8)
    #expect((0..<8).map { rows.entry(at: $0) } == [nil, 0, 1, nil, 2, nil, 3, 4])
    for entry in 0..<5 { #expect(rows.entry(at: rows.line(of: entry)) == entry) }
  }
}
