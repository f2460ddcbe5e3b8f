import ChainAnalysis
import SessionModel
import Testing

@Suite struct MarketStandingTests {
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
    MarketStanding(market, SupplyIndex(session)).coverage
  }

  @Test("what is asked is held against the largest supplier, then against as many together as it takes")
  func coverages() {
    let session = session([("s-a", "", "50 t"), ("s-b", "", "30.5 t"), ("s-c", "", "20 t")])
    #expect(coverage(market("45 t"), session) == .byOne(TrustSample.id("s-a")))
    #expect(coverage(market("80 t"), session) == .byTogether(2))
    #expect(coverage(market("120 t"), session) == Amount("19.5 t").map { .short($0) })
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
}
