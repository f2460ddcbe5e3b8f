import ChainAnalysis
import SessionModel
import Testing

/// What the answers say of the mango cluster, as the document tells it, and of small sessions that turn on one thing.
@Suite struct AnswersTests {
  private func id(_ text: String) -> EntityID { TrustSample.id(text) }
  private let today = PartialDate("2008-07-01") ?? PartialDate(dayNumber: 0)
  private func mango() throws -> ChainFacts { ChainFacts(try TrustSample.mango(), today: today) }

  @Test("the broker of the mango cluster can leave: no pair leans on it, nothing open is led or paid by it alone, a trusted successor is dated")
  func brokerExit() throws {
    let exit = BrokerExit(id("s-cpp"), try mango())
    #expect(exit.pairs.isEmpty && exit.leads.isEmpty && exit.paysAlone.isEmpty)
    #expect(exit.handOvers.map(\.successor).allSatisfy { $0 == id("s-cluster") } && !exit.handOvers.isEmpty)
    let first = try #require(exit.shares.first), last = try #require(exit.shares.last)
    #expect(last.outside < first.outside)
    #expect(exit.obstacles == [])
  }

  @Test("without the leading exporter pairs would lose their last chain of trust and initiatives their lead")
  func exporterExit() throws {
    let exit = BrokerExit(id("s-mdm"), try mango())
    #expect(!exit.pairs.isEmpty && exit.leads == [id("i-contract")] && !exit.canLeave)
    #expect(!exit.obstacles.contains(.noHandOver))
  }

  @Test("a broker with nothing handed over, the lead in hand and all the money cannot leave")
  func stuckBroker() throws {
    var session = try TrustSample.session("asmall>large 2003 2")
    var broker = Stakeholder(id: id("broker"))
    (broker.type, broker.roles) = (.known(.project), [.known(.honestBroker)])
    session.put(broker)
    var initiative = Initiative(id: id("i-1"))
    initiative.lead = broker.id
    var money = Funding(id: id("f-1"))
    (money.by, money.amount) = (broker.id, [Figure(Amount(500, "USD"))])
    initiative.funding = [money]
    session.put(initiative)
    let exit = BrokerExit(broker.id, ChainFacts(session, today: today))
    #expect(exit.obstacles == [.trustNotRead, .losesLead([initiative.id]), .losesMoney([initiative.id]), .noHandOver])
    #expect(exit.shares.map(\.outside) == [1])
  }

  @Test("money is added up by who pays and when; what was asked for, declined or in another currency is not")
  func contributions() throws {
    var session = Session()
    for (name, kind) in [("firm", StakeholderKind.exporter), ("project", .project)] {
      var payer = Stakeholder(id: id(name))
      payer.type = .known(kind)
      session.put(payer)
    }
    var profile = session.profile
    profile.phases = [("h-1", "2001", "2002"), ("h-2", "2003", "2004")].map { name, from, to in
      var phase = Phase(id: id(name))
      (phase.from, phase.to) = (PartialDate(from), PartialDate(to))
      return phase
    }
    session.put(profile)
    let entries: [(String, [(String, String, FundingAnswer?)])] = [
      ("2001", [("project", "90 USD", .given), ("firm", "10 USD", nil)]),
      ("2003", [("project", "40 USD", .promised), ("firm", "60.5 USD", .given), ("firm", "999 USD", .asked), ("project", "999 USD", .declined), ("firm", "5 EUR", .given)]),
    ]
    for (index, (from, payments)) in entries.enumerated() {
      var initiative = Initiative(id: id("i-\(index)"))
      initiative.from = PartialDate(from)
      initiative.funding = payments.enumerated().map { place, payment in
        var funding = Funding(id: id("f-\(index)\(place)"))
        (funding.by, funding.amount) = (id(payment.0), Figure(notation: payment.1).map { [$0] } ?? [])
        funding.answer = payment.2.map { .known($0) }
        return funding
      }
      session.put(initiative)
    }
    let money = Contributions(session)
    #expect(money.phases == [id("h-1"), id("h-2")] && money.currency == "USD" && money.hasUncounted)
    #expect(money.share(of: 0) == 0.9 && money.sum(of: 1).description == "100.5 USD")
    #expect(money.payers.map(\.id.text) == ["project", "firm"])
    #expect(Contributions(Session()).share() == nil)
  }

  @Test("the two lead firms of the mango cluster are its anchors, with more for them than against")
  func anchors() throws {
    let candidates = AnchorCandidates(try mango())
    #expect(Set(candidates.anchors.map(\.id)) == [id("s-mdm"), id("s-fdc")])
    let best = try #require(candidates.candidates.first { $0.isNamed })
    #expect(best.verdict == .yes && best.pros.count > best.contras.count)
  }

  @Test("a firm without capacity, interest or a buyer is no anchor, and one that nobody assessed is not known to be one")
  func noAnchor() throws {
    var session = try TrustSample.session()
    for (name, capacity, interest) in [("yard", 2, 1), ("mill", nil, nil)] as [(String, Int?, Int?)] {
      var firm = Stakeholder(id: id(name))
      (firm.type, firm.capacity) = (.known(.processor), capacity)
      session.put(firm)
      var reading = Reading(id: id("t-" + name))
      (reading.aspect, reading.subject, reading.score) = (.known(.interest), firm.id, interest)
      session.put(reading)
      var market = EndMarket(id: id("m-" + name))
      market.buyer = firm.id
      session.put(market)
    }
    let candidates = AnchorCandidates(ChainFacts(session, today: today))
    #expect(candidates[id("yard")]?.verdict == .no && candidates[id("mill")]?.verdict == .unknown)
    // The exporter of the sample sells to nobody.
    #expect(candidates[id("large")]?.verdict == .no && candidates.anchors.isEmpty)
  }

  @Test("points where many come together are found by whom they buy from or have as members")
  func aggregation() throws {
    let session = try TrustSample.mango()
    let key = KeyActors(session, on: today)
    let points = key.aggregationPoints(limit: 5)
    #expect(points.first?.id == id("s-cluster"))
    #expect(points.map(\.id).contains(id("s-traders")))
    #expect(key.rank(of: id("s-cluster"), by: { Double($0.degree) }) == 1)
    #expect(key.groups.first?.count ?? 0 > 30)
    #expect(KeyActors(Session()).places.isEmpty)
  }

  @Test("the smallest list covers every segment, sector and size needed, and leaves out whom nobody trusts")
  func convening() throws {
    let facts = try mango()
    let flies = Convening(facts, for: id("c-cold"))
    #expect(flies.isExact && flies.uncovered.isEmpty)
    #expect(flies.needs.contains(.segment(id("g-transport"))) && flies.needs.contains(.size(.small)))
    for need in flies.needs {
      #expect(flies.list.compactMap { facts.session.stakeholders[$0] }.contains { flies.covers($0, need) })
    }
    #expect(!flies.list.contains(id("s-cpp")))
    // Nobody can be spared.
    for one in flies.list {
      let others = flies.list.filter { $0 != one }.compactMap { facts.session.stakeholders[$0] }
      #expect(flies.needs.contains { need in !others.contains { flies.covers($0, need) } })
    }
  }

  @Test("with more needs than can be tried in all ways the list says that it is not proved the smallest, and covers all the same")
  func manyNeeds() {
    var profile = SessionProfile(id: .session)
    profile.segments = (0..<30).map { Segment(id("g-\($0)"), "S\($0)", .production) }
    var session = Session(profile: profile)
    for index in 0..<30 {
      var stakeholder = Stakeholder(id: id("s-\(index)"))
      (stakeholder.segment, stakeholder.type) = (id("g-\(index)"), .known(.trader))
      session.put(stakeholder)
    }
    let convening = Convening(ChainFacts(session, today: today))
    #expect(!convening.isExact && convening.list.count == 30 && convening.uncovered.isEmpty && convening.unread.count == 30)
    #expect(Convening(ChainFacts(Session(), today: today)).list.isEmpty)
  }

  @Test("the room misses whom the constraint affects and whoever would cover what nobody there covers")
  func roomGaps() throws {
    let facts = try mango()
    let convening = Convening(facts, for: id("c-cold"))
    let gaps = RoomGaps(facts, convening, present: [id("s-mdm"), id("s-small")], for: id("c-cold"))
    #expect(gaps.uncovered.contains(.segment(id("g-transport"))))
    #expect(gaps.absent.contains(id("s-trucks")) && !gaps.absent.contains(id("s-mdm")))
    #expect(RoomGaps(facts, convening, present: Set(facts.session.stakeholders.ids), for: id("c-cold")).absent.isEmpty)
  }

  @Test("support is weighed by influence, now and once those who join in have come round by a step")
  func feasibility() throws {
    var session = try TrustSample.session()
    func read(_ aspect: Aspect, _ name: String, _ level: Int) {
      var reading = Reading(id: id("t-\(name)-\(aspect.rawValue.prefix(3))"))
      (reading.aspect, reading.subject, reading.score) = (.known(aspect), id(name), level)
      session.put(reading)
    }
    for (name, influence, stance) in [("asmall", 1, 2), ("large", 5, -1)] {
      read(.influence, name, influence)
      read(.stance, name, stance)
    }
    var initiative = Initiative(id: id("i-1"))
    (initiative.status, initiative.participants) = (.known(.planned), [id("large")])
    session.put(initiative)
    let forces = Feasibility(ChainFacts(session, today: today))
    #expect(forces.support == 2 && forces.resistance == 5 && forces.plannedResistance == 0 && forces.plannedShare == 1)
    #expect(forces.unknown.count == 2 && forces.forces.first?.id == id("large"))
    #expect(Feasibility(ChainFacts(Session(), today: today)).share == nil)
  }

  @Test("a chain with one named buyer leans on it, and what makes that bearable is named")
  func oneBuyer() {
    var session = Session()
    for name in ["frito", "grower"] { session.put(Stakeholder(id: id(name))) }
    var market = EndMarket(id: id("m-1"))
    (market.buyer, market.evidence) = (id("frito"), .known(.contract))
    session.put(market)
    func dependence() -> BuyerDependence? { BuyerDependence(session, on: today) }
    #expect(dependence()?.buyer == id("frito") && dependence()?.isOnly == true && dependence()?.mitigations == [])
    var tie = Relationship(id: id("r-1"))
    (tie.from, tie.to, tie.type, tie.contract) = (id("grower"), id("frito"), .known(.trade), .known(.multiYear))
    session.put(tie)
    market.mitigations = "Chips for the local market"
    session.put(market)
    #expect(dependence()?.mitigations == [.contract(tie.id), .stated(market.id)])
    // Somebody else who only showed interest is no buyer yet.
    var second = EndMarket(id: id("m-2"))
    (second.buyer, second.evidence) = (id("grower"), .known(.interest))
    session.put(second)
    #expect(dependence()?.isOnly == true)
    second.evidence = .known(.namedFirm)
    session.put(second)
    #expect(dependence() == nil)
    (market.volume, second.volume) = ([Figure(Amount(90, "t"))], [Figure(Amount(10, "t"))])
    session.put(market)
    session.put(second)
    #expect(dependence()?.share == 0.9 && dependence()?.mitigations.contains(.otherBuyer(second.id)) == true)
  }

  @Test("an initiative waits for what is missing and for nothing else")
  func readiness() throws {
    var session = try TrustSample.session("asmall>large 2003 2", "large>asmall 2003 4")
    var earlier = Initiative(id: id("i-0"))
    earlier.status = .known(.running)
    session.put(earlier)
    var market = EndMarket(id: id("m-1"))
    market.evidence = .known(.study)
    session.put(market)
    var plant = Initiative(id: id("i-1"))
    (plant.type, plant.step, plant.needs, plant.needsTrust, plant.endMarket) = (.known(.newPlant), 5, [earlier.id], 3, market.id)
    func waits() -> [Readiness.Wait] {
      session.put(plant)
      return Readiness(plant, session, ReadingIndex(session)).waits
    }
    #expect(waits() == [.lead, .participants, .earlier(earlier.id), .buyer(market.id), .money(asked: false)])
    (plant.lead, plant.participants) = (id("large"), [id("asmall")])
    #expect(waits().first == .trust(needed: 3, weakest: TrustPair(id("asmall"), id("large")), level: 2, count: 1))
    plant.participants = [id("bsmall"), id("state")]
    #expect(waits().first == .trustUnread(needed: 3, first: TrustPair(id("large"), id("bsmall")), count: 6))
    earlier.status = .known(.failed)
    session.put(earlier)
    #expect(waits().contains(.earlierFailed(earlier.id)))
    plant.status = .known(.succeeded)
    #expect(waits() == [])
  }

  @Test("what an initiative was to build is held against what was read after it")
  func gains() throws {
    let session = try TrustSample.session("asmall>large 2003 2", "asmall>large 2006 3", "large>asmall 2003 2")
    var initiative = Initiative(id: id("i-1"))
    (initiative.from, initiative.to) = (PartialDate("2004"), PartialDate("2005"))
    initiative.builds = [("asmall", "large", 1), ("large", "asmall", 2)].enumerated().map { index, pair in
      var expected = ExpectedTrust(id: id("e-\(index)"))
      (expected.from, expected.toward, expected.gain) = (id(pair.0), id(pair.1), pair.2)
      return expected
    }
    let gains = TrustGain.all(initiative, TrustHistory(session))
    #expect(gains.map(\.observed) == [1, nil] && gains.map(\.isMet) == [true, nil])
  }
}
