import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite struct OverviewScreenTests {
  @Test("an empty session is welcomed with three keys, and the first leads to the form of the session")
  func welcome() {
    var bench = ScreenBench(Session())
    for key in ["Enter  ", "a      ", "?      "] { #expect(bench.shows(key)) }
    bench.press(Key(.enter))
    #expect(bench.desk.layers.count == 1)
  }

  @Test("it tells vision, who takes part, what is due and late, what is measured and how trust went")
  func mango() throws {
    let bench = try ScreenBench.mango(width: 120, height: 40)
    for text in [
      "by 2015", "agreed on 18 Feb 2005", "37 stakeholders", "15 open", "4 late", "Send the supermarkets", "0 → 14k → 40k USD", "small ⇄ large",
      "2003", "Carrying on by ourselves",
    ] {
      #expect(bench.shows(text), "\(text)")
    }
  }

  @Test("Enter on a due action goes to it in the plan")
  func jump() throws {
    var bench = try ScreenBench.mango()
    bench.press(Key(.down))
    let action = try #require(bench.desk.selection)
    #expect(action.kind == .action)
    bench.press(Key(.enter))
    #expect(bench.desk.screen == .plan && bench.desk.selection == action)
  }

  @Test("late actions stand out from those that are only due")
  func late() throws {
    let bench = try ScreenBench.mango(width: 120, height: 40)
    #expect(bench.shows("! 2 May"))
    #expect(bench.body.contains { $0.contains("  30 Jun ") && !$0.contains("! 30 Jun") })
  }

  @Test("the cursor is in sight wherever it goes, and the whole page can be read in one column")
  func scrolling() throws {
    var bench = try ScreenBench.mango()
    var seen = Set(bench.body)
    let body = bench.desk.frameAreas.body
    for _ in bench.desk.overview.stops.indices {
      bench.press(Key(.down))
      let y = try #require(bench.desk.overview.stop).y - bench.desk.overview.top
      #expect((0..<body.height).contains(y))
      seen.formUnion(bench.body)
    }
    for text in ["Vision ─", "Next actions ─", "Who and what ─", "Trust over time ─", "Measured ─", "Last workshop ─", "Latest changes ─"] {
      #expect(seen.contains { $0.contains(text) }, "\(text)")
    }
    bench.press(Key(.home))
    #expect(bench.desk.overview.top == 0)
  }

  @Test("the room sees neither trust nor that it was changed")
  func room() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(.alt("4"), Key(.right), Key("1"), .alt("1"))
    #expect(bench.shows("Set trust") && bench.shows("Trust over time"))
    var stakeholder = try #require(bench.desk.working.session.stakeholders.sorted.first)
    stakeholder.capacity = 1
    bench.desk.perform(Title(.edit, .stakeholder, name: stakeholder.name, field: "capacity"), [.replace(stakeholder)])
    stakeholder.place = "Azua"
    bench.desk.perform(Title(.edit, .stakeholder, name: stakeholder.name, field: "place"), [.replace(stakeholder)])
    let conflict = try #require(bench.desk.working.session.relationships.sorted.first { $0.type == .known(.conflict) })
    bench.desk.perform(Title(.remove, .relationship, name: "A – B"), [.remove(conflict.ref)])
    #expect(bench.shows("capacity") && bench.shows("A – B"))
    bench.press(Key(.function(5)))
    #expect(!bench.body.contains { $0.contains("rust") || $0.contains("capacity") || $0.contains("A – B") })
    // Where there is room for it beside what is due.
    bench.resize(200, 60)
    #expect(bench.shows(": place"))
  }

  @Test("every size from a small window to a wall draws, the cursor in sight")
  func sizes() throws {
    var bench = try ScreenBench.mango()
    for (width, height) in [(60, 16), (99, 24), (100, 24), (120, 40), (170, 50), (200, 60), (400, 200), (1, 1), (80, 24)] {
      bench.resize(width, height)
      for key in [Key(.right), Key(.down), Key(.pageDown), Key(.left), Key(.end), Key(.up), Key(.pageUp)] { bench.press(key) }
      #expect(bench.lines.count == height)
      let stop = try #require(bench.desk.overview.stop)
      if width >= 60 { #expect((0..<bench.desk.frameAreas.body.height).contains(stop.y - bench.desk.overview.top)) }
    }
  }
}
