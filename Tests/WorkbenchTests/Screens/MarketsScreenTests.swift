import Drawing
import SessionModel
import Testing
import Words

@testable import Workbench

@Suite struct MarketsScreenTests {
  @Test("the screen says which evidence to get next, on a wide screen and on a small one")
  func next() throws {
    for (width, height) in [(120, 40), (80, 24)] {
      var test = try ScreenBench.mango(width: width, height: height, now: ScreenBench.july)
      test.press(Key("5"))
      #expect(test.text.contains("Agree a contract ahead"))
      #expect(test.text.contains("it takes 2 of them together"))
    }
  }

  @Test("what is asked stands with the days on which producers were told and with whom, and names suppliers whom nobody told")
  func told() throws {
    var test = try ScreenBench.mango(width: 120, height: 60, now: ScreenBench.july)
    test.press(Key("5"))
    #expect(test.shows("EUREPGAP · Traceability") && test.shows("18 Apr 2007"))
    #expect(test.body.contains { $0.contains("14 Feb 2007") && $0.contains("Larger growers") })
    #expect(!test.shows("Not noted as told"))
    guard var market = test.desk.working.session.endMarkets.sorted.first(where: { $0.name == "Europe through Westfalia" }) else { throw TestProblem() }
    market.tellings.removeLast(2)
    test.desk.perform(Title(.edit, .endMarket, name: market.name), [.replace(market)])
    #expect(test.shows("Not noted as told") && test.shows("Once is not enough."))
    // A small screen says it in a line.
    var small = try ScreenBench.mango(width: 80, height: 24, now: ScreenBench.july)
    small.press(Key("5"))
    #expect(small.shows("Told 3 times, last 18 Apr 2007 to Small mango growers"))
    // The days of older files, of which nobody noted whom, count as well.
    (market.tellings, market.toldOn) = ([market.tellings[0]], ["2006-11-20", "2007-02-14"].compactMap { PartialDate($0) })
    #expect(market.told.map(\.to.isEmpty) == [false, true])
  }

  private struct TestProblem: Error {}

  @Test("a constraint says whom it holds back and what it leads to")
  func holdsBack() throws {
    var test = try ScreenBench.mango(width: 80, height: 24, now: ScreenBench.july)
    test.press(Key("5"), Key(.tab))
    #expect(test.body.contains { $0.contains("Holds back") && $0.contains("Small mango growers") })
  }

  @Test("constraints stand by votes, and among equals the graver and easier first")
  func order() throws {
    var test = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july)
    test.press(Key("5"), Key(.tab))
    let rows = test.desk.lists[.constraint]?.rows.compactMap { test.desk.view.session.constraints[$0] } ?? []
    #expect(rows.first?.votes == 21)
    for (a, b) in zip(rows, rows.dropFirst()) where a.votes == b.votes { #expect((a.severity ?? 0) >= (b.severity ?? 0)) }
    #expect(test.text.contains("Tackled by"))
  }

  @Test("what is planned against leaning on one buyer stands there as soon as it is planned")
  func dependence() throws {
    var session = try ScreenBench.mango().desk.working.session
    var market = try #require(session.endMarkets.sorted.first { $0.buyer != nil })
    session.put(all: EntityCollection<EndMarket>())
    market.channel = .known(.export)
    session.put(market)
    session.put(all: EntityCollection<Initiative>())
    var test = ScreenBench(session, width: 120, height: 60, now: ScreenBench.july)
    test.press(Key("5"))
    #expect(test.shows("is the only named buyer") && !test.shows("Spread the risk"))
    var plan = Initiative(id: try #require(EntityID("i-risk")))
    (plan.name, plan.type, plan.endMarket) = ("Spread the risk", .known(.riskSharing), market.id)
    test.desk.perform(Title(.add, .initiative, name: plan.name), [.insert(plan)])
    #expect(test.shows("Spread the risk"))
  }
}
