import Drawing
import SessionModel
import Testing
import Words

@testable import Workbench

@Suite struct MarketsScreenTests {
  private func market(_ volume: String, variety: String = "") -> EndMarket {
    var market = EndMarket(id: EntityID("m-1") ?? .session)
    market.product = "Mango"
    market.variety = variety
    market.volume = Figure(notation: volume).map { [$0] } ?? []
    return market
  }

  private func session(_ supplies: [(id: String, variety: String, volume: String)]) -> Session {
    var session = Session()
    for supply in supplies {
      var stakeholder = Stakeholder(id: EntityID(supply.id) ?? .session)
      stakeholder.name = supply.id
      var offer = Supply(id: EntityID("u-" + supply.id) ?? .session)
      offer.product = "mango "
      offer.variety = supply.variety
      offer.volume = Figure(notation: supply.volume).map { [$0] } ?? []
      offer.months = "6-8"
      stakeholder.supplies = [offer]
      session.put(stakeholder)
    }
    return session
  }

  private func coverage(_ market: EndMarket, _ session: Session) -> Coverage? {
    MarketStanding(market, SupplyIndex(session)).coverage(name: { $0.text }, show: { $0.description })
  }

  @Test("what is asked is held against the largest supplier, then against as many together as it takes")
  func coverages() {
    let session = session([("s-a", "", "50 t"), ("s-b", "", "30.5 t"), ("s-c", "", "20 t")])
    #expect(coverage(market("45 t"), session) == .byOne("s-a"))
    #expect(coverage(market("80 t"), session) == .byTogether(2))
    #expect(coverage(market("120 t"), session) == .short("19.5 t"))
    #expect(MarketStanding(market("45 t"), SupplyIndex(session)).total?.description == "100.5 t")
  }

  @Test("amounts in another unit and other varieties are not added up")
  func onlyTheSame() {
    let session = session([("s-a", "Keitt", "50 t"), ("s-b", "Keitt", "9 containers"), ("s-c", "Banilejo", "70 t")])
    let standing = MarketStanding(market("45 t", variety: "keitt"), SupplyIndex(session))
    #expect(standing.suppliers.map(\.id.text) == ["s-a"])
    #expect(standing.hasOtherUnits)
    #expect(coverage(market("3 pallets"), session) == nil)
    #expect(MarketStanding(market(""), SupplyIndex(Session())).suppliers.isEmpty)
  }

  @Test("the screen says which evidence to get next, on a wide screen and on a small one")
  func next() throws {
    for (width, height) in [(120, 40), (80, 24)] {
      var test = try ScreenBench.mango(width: width, height: height, now: ScreenBench.july)
      test.press(Key("5"))
      #expect(test.text.contains("Agree a contract ahead"))
      #expect(test.text.contains("it takes 2 of them together"))
    }
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
}
