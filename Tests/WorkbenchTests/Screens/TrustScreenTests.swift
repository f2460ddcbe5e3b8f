import ChainAnalysis
import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite struct TrustScreenTests {
  private func trust(width: Int = 80, height: Int = 24) throws -> ScreenBench {
    var bench = try ScreenBench.mango(width: width, height: height)
    bench.press(.alt("4"))
    return bench
  }

  private func level(_ bench: ScreenBench) -> Int? {
    bench.desk.trust.pair.flatMap { bench.desk.working.readings.trust($0.from, $0.to) }
  }

  @Test("a digit sets the selected direction, a nudge changes it, Delete takes today's entry away and undo brings all back")
  func setting() throws {
    var bench = try trust()
    bench.press(Key(.right), Key(.left))
    #expect(level(bench) == 4)
    bench.type("2")
    #expect(level(bench) == 2 && bench.desk.screen == .trust)
    bench.type("+")
    #expect(level(bench) == 3)
    bench.press(Key(.delete))
    #expect(level(bench) == 4)
    bench.type("uuu")
    #expect(level(bench) == 4 && bench.desk.working.undoTitle == nil)
    bench.type("1-")
    #expect(level(bench) == 1)
    bench.type("0")
    #expect(level(bench) == 4)
  }

  @Test("what is undone while another screen is shown is undone in the matrix")
  func undoneElsewhere() throws {
    var bench = try trust(width: 120, height: 40)
    bench.press(Key(.right), Key("2"), Key(.down), Key("2"))
    bench.press(.alt("1"))
    bench.type("u")
    bench.press(Key("7"))
    bench.type("u")
    bench.press(.alt("4"))
    let state = bench.desk.trust
    for (row, from) in state.matrix.members.enumerated() {
      for (column, to) in state.matrix.members.enumerated() {
        #expect(state.matrix.cell(row: row, column: column)?.level == bench.desk.working.readings.trust(from, to))
      }
    }
  }

  @Test("what is kept from key to key is what would be computed afresh")
  func incremental() throws {
    var bench = try trust(width: 120, height: 40)
    var generator = SeededGenerator(seed: 3)
    let keys = Array("12345012345uuUuU0") + ["→", "↓", "←", "↑", "r", "v"]
    for step in 0..<200 {
      switch keys[Int(generator.next() % UInt64(keys.count))] {
      case "→": bench.press(Key(.right))
      case "↓": bench.press(Key(.down))
      case "←": bench.press(Key(.left))
      case "↑": bench.press(Key(.up))
      case let key: bench.press(Key(key))
      }
      guard step % 20 == 19 else { continue }
      let session = bench.desk.working.session
      let history = TrustHistory(session)
      let state = bench.desk.trust
      #expect(state.analysis.index == TrustIndex(history, Grouping(session)))
      #expect(state.analysis.course == TrustCourse(history, Grouping(session)))
      #expect(state.analysis.gaps == TrustGaps.largest(history, limit: TrustAnalysis.gapLimit))
      for (row, from) in state.matrix.members.enumerated() {
        for (column, to) in state.matrix.members.enumerated() {
          let cell = state.matrix.cell(row: row, column: column)
          #expect(cell?.level == history.level(TrustPair(from, to)) && cell?.back == (cell == nil ? nil : history.level(TrustPair(to, from))))
        }
      }
    }
  }

  @Test("the cursor is in sight wherever it goes, and both names stand below in full")
  func scrolling() throws {
    var bench = try trust()
    bench.press(Key(.home))
    let members = bench.desk.trust.matrix.members.map { bench.desk.trustName($0) }
    #expect(members.count == 36)
    for step in 0..<(members.count * 2) {
      #expect(bench.body.contains { $0.contains("[") }, "\(step)")
      let state = bench.desk.trust
      #expect(bench.shows(members[state.row]) && bench.shows(members[state.column]), "\(step)")
      bench.press(Key(step % 2 == 0 ? .right : .down))
    }
    bench.press(Key(.end))
    #expect(bench.body.contains { $0.contains("[╲]") })
  }

  @Test("the selected row is what verbs act on; r looks from the other side and v regroups without losing the pair")
  func verbs() throws {
    var bench = try trust()
    let pair = try #require(bench.desk.trust.pair)
    #expect(bench.desk.selection == EntityRef(.stakeholder, pair.from))
    bench.type("r")
    #expect(bench.desk.trust.pair == pair.reversed)
    for (order, heading) in [(TrustMatrix.Order.group, "Women’s groups ─"), (.size, "Small ─"), (.trust, "Trust each other, group 1 ─"), (.segment, "Growing ─")] {
      bench.type("v")
      #expect(bench.desk.trust.pair == pair.reversed && bench.desk.trust.order == order)
      var top = bench
      top.press(Key(.home))
      #expect(top.shows(heading) || order == .segment)
    }
  }

  @Test("the room sees one sentence and nothing of trust; digits change the screen again")
  func room() throws {
    var bench = try trust(width: 120, height: 40)
    bench.press(Key(.function(5)))
    let said = bench.body.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    #expect(said.joined(separator: " ") == "How far people trust each other was told in confidence, so the room does not see it.")
    #expect(bench.desk.selection == nil)
    for key in [Key("+"), Key(.delete), Key("H"), Key("v"), Key("r"), Key(.enter), Key(.down)] { bench.press(key) }
    #expect(bench.desk.working.undoTitle == nil && bench.desk.layers.isEmpty)
    bench.type("3")
    #expect(bench.desk.screen == .stakeholders)
  }

  @Test("a split is shown from five answers on, under that it would tell who said what")
  func split() throws {
    var bench = try trust(width: 240, height: 40)
    let pair = try #require(bench.desk.trust.pair)
    func put(_ counts: [Int]) {
      var reading = Reading(id: bench.desk.newID(.reading))
      reading.aspect = .known(.trust)
      reading.subject = pair.from
      reading.toward = pair.to
      reading.on = PartialDate("2008-05-01")
      reading.counts = Levels(counts) ?? Levels()
      bench.desk.perform(Title(.setTrust, .reading), [.insert(reading)])
    }
    put([1, 0, 0, 3, 0])
    bench.type("H")
    #expect(bench.shows("4 answers") && !bench.shows("1·0·0·3·0"))
    put([1, 1, 0, 3, 0])
    #expect(bench.shows("5 answers 1·1·0·3·0"))
  }

  @Test("Enter shows the whole history and Esc hides it, below the matrix where there is no room beside it")
  func history() throws {
    var bench = try trust()
    #expect(!bench.shows("18 Jun 2003"))
    bench.press(Key(.enter))
    #expect(bench.shows("18 Jun 2003") && bench.body.contains { $0.contains("[") })
    bench.press(Key(.escape))
    #expect(!bench.shows("18 Jun 2003"))
  }

  @Test("without ties or readings it says how to begin")
  func empty() {
    var bench = ScreenBench(Session())
    bench.press(.alt("4"), Key(.down), Key(.enter), Key("H"), Key(.delete))
    #expect(bench.shows("Nobody is tied to anybody yet."))
    bench.type("5")
    #expect(bench.desk.screen == .markets)
  }

  @Test("every size from a small window to a wall draws, with names of any kind")
  func sizes() throws {
    var bench = try trust()
    var stakeholder = try #require(bench.desk.working.session.stakeholders[bench.desk.trust.from])
    stakeholder.name = String(repeating: "芒果 مانجو आम 🥭 ", count: 8)
    bench.desk.perform(Title(.edit, .stakeholder), [.replace(stakeholder)])
    for (width, height) in [(60, 16), (61, 17), (99, 24), (100, 24), (80, 60), (200, 60), (400, 200), (1, 1), (80, 24)] {
      bench.resize(width, height)
      bench.type("HHv")
      #expect(bench.lines.count == height)
      if width >= 60 { #expect(bench.body.contains { $0.contains("[") }, "\(width)x\(height)") }
    }
  }
}
