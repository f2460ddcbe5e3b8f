import ChainAnalysis
import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite struct TrustEntryTests {
  private func trust(width: Int = 120, height: Int = 40) throws -> ScreenBench {
    var bench = try ScreenBench.mango(width: width, height: height, now: ScreenBench.july)
    bench.press(.alt("4"))
    return bench
  }

  private func latest(_ bench: ScreenBench) -> Reading? {
    bench.desk.trust.pair.flatMap { bench.desk.working.readings.current(ReadingSubject(.trust, $0.from, toward: $0.to)) }
  }

  @Test("a pile of slips is typed as five digits, or five numbers and the women’s of them, and counts with its median")
  func slips() throws {
    let before = try trust()
    #expect(SlipCounts("02531")?.counts.counts == [0, 2, 5, 3, 1])
    #expect(SlipCounts("0 12 5 3 1, 0 2 5 0 0")?.women.total == 7)
    let refused = ["", "0 0 0 0 0", "1 2 3", "0 2 5 3 x", "0 2 5 3 1, 9 0 0 0 0", "-1 2 3 4 5", "1O 2 3 4 5 6", "0 2 5 3 1, 0 2 x 1 0 0"]
    #expect(refused.allSatisfy { SlipCounts($0) == nil })
    var bench = try trust()
    bench.type("s13004")
    #expect(bench.shows("8 answers, median 2"))
    bench.press(Key(.enter))
    guard let reading = latest(bench) else {
      Issue.record("nothing was read")
      return
    }
    #expect(reading.counts.counts == [1, 3, 0, 0, 4] && reading.obtained == .secretSlips && reading.on == bench.desk.today && reading.score == nil)
    #expect(bench.shows("÷ split") && bench.shows("1·3·0·0·4"))
    bench.type("s12")
    bench.press(Key(.enter))
    #expect(bench.shows("Five counts are needed"))
    bench.press(Key(.escape), Key("u"))
    #expect(latest(bench) == latest(before))
  }

  @Test("t asks for the pair whose cell is chosen, with both names in sight however long they are; c and t list everybody by name")
  func question() throws {
    for (width, height) in [(64, 20), (80, 24), (200, 60)] {
      var bench = try trust(width: width, height: height)
      bench.press(Key(.right), Key(.right))
      let pair = try #require(bench.desk.trust.pair)
      var long = try #require(bench.desk.working.session.stakeholders[pair.from])
      long.name = "The very long named united cooperative of small mango growers around"
      bench.desk.perform(Title(.edit, .stakeholder), [.replace(long)])
      bench.press(Key("t"))
      let rows = bench.lines.map(Array.init)
      let top = try #require(rows.first { String($0).contains("┌ Trust") })
      let left = try #require(top.lastIndex(of: "┌"))
      let inside = rows.compactMap { $0.count > left + 1 && $0[left] == "│" ? String($0[(left + 1)...].prefix { $0 != "│" }) : nil }
      let text = inside.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains("The very long named united cooperative of") && text.contains("trust “\(bench.desk.trustName(pair.to))”?"))
      #expect(bench.shows("┌ Trust") && bench.shows("1–5") && !bench.shows("or a letter"))
      bench.press(Key("1"), Key("2"))
      #expect(bench.desk.working.readings.trust(pair.from, pair.to) == 1 && bench.desk.working.readings.trust(pair.to, pair.from) == 2)
    }
    var bench = try trust()
    bench.press(.alt("3"), Key("c"))
    guard case .pair(let editor)? = bench.desk.layers.last, case .other(_, let ids) = editor.step else {
      Issue.record("nobody was asked for")
      return
    }
    let names = ids.map { bench.desk.trustName($0) }
    #expect(names == names.sorted { $0.lowercased() < $1.lowercased() } && names.count > 30)
  }

  @Test("under five answers nothing is shown as split")
  func fewAnswers() throws {
    var bench = try trust()
    bench.type("s20002")
    bench.press(Key(.enter))
    #expect(latest(bench)?.counts.total == 4 && !bench.shows("split, half") && !bench.shows("÷1"))
  }

  @Test("what is entered carries its day, how it was obtained, and the workshop it was entered at")
  func circumstances() throws {
    var bench = try trust()
    bench.press(Key(.right), Key("3"))
    #expect(latest(bench)?.obtained == .impression && latest(bench)?.occasion == nil)
    bench.press(Key("o"), Key("4"))
    let next = latest(bench)?.obtained?.option
    #expect(next != nil && next != .impression)
    var workshop = Workshop(id: EntityID("w-today") ?? .session)
    workshop.on = bench.desk.today
    bench.desk.perform(Title(.add, .workshop), [.insert(workshop)])
    bench.now = Instant(seconds: bench.now.seconds + 60)
    bench.press(Key("2"))
    #expect(latest(bench)?.occasion == workshop.id && latest(bench)?.score == 2)
  }

  @Test("changes since a date are counted and marked, and an empty date shows none")
  func since() throws {
    var bench = try trust()
    bench.press(Key("w"), Key.control("u"))
    bench.desk.layers.removeAll()
    bench.desk.trust.since = PartialDate("2003")
    bench.desk.prepare()
    let changes = bench.desk.trust.changes
    #expect(changes.up > changes.down && changes.changes.count == changes.up + changes.down)
    #expect(bench.shows("Changed since 2003") && bench.shows("rose"))
    bench.desk.trust.since = nil
    bench.desk.prepare()
    #expect(!bench.shows("Changed since") && bench.desk.trust.steps.isEmpty)
    bench.type("w")
    for _ in 0..<10 { bench.press(Key(.backspace)) }
    bench.type("2005-13")
    bench.press(Key(.enter))
    #expect(bench.shows("That is no date"))
    for _ in 0..<7 { bench.press(Key(.backspace)) }
    bench.type("end of june 2007")
    bench.press(Key(.enter))
    #expect(bench.desk.trust.since == PartialDate("2007-06-30"))
  }

  @Test("the pane says the chain of trust between the pair, and follows undo on another screen")
  func chain() throws {
    var bench = try trust(width: 160, height: 50)
    #expect(bench.shows("Chain of trust") && bench.shows("Who could introduce them"))
    let pair = try #require(bench.desk.trust.pair)
    let before = bench.desk.working.readings.trust(pair.from, pair.to)
    bench.press(Key(.right), Key(.left), Key("1"), .alt("1"), Key("u"), .alt("4"))
    let cell = bench.desk.trust.matrix.cell(row: bench.desk.trust.row, column: bench.desk.trust.column)
    #expect(cell?.level == before)
  }

  @Test("Esc at the last question of a tie goes back to its kind, and nothing is connected")
  func backFromTie() throws {
    var bench = try ScreenBench.mango(width: 80, height: 24)
    let before = bench.desk.working.session.relationships.count
    bench.type("3c")
    bench.type("cirad")
    bench.press(Key(.enter), Key("t"))
    #expect(bench.shows("Esc back"))
    bench.press(Key(.escape))
    #expect(bench.shows("What kind of tie?") && bench.desk.working.session.relationships.count == before)
    bench.press(Key(.escape))
    #expect(bench.desk.layers.isEmpty && bench.desk.working.session.relationships.count == before)
  }
}
