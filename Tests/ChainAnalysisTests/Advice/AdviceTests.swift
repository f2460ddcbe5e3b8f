import ChainAnalysis
import SessionModel
import Testing

/// Each published case in small: the session says what the document says, and the rule that it taught speaks up.
@Suite struct AdviceTests {
  private func id(_ text: String) -> EntityID { TrustSample.id(text) }
  private let today = PartialDate("2008-07-01") ?? PartialDate(dayNumber: 0)

  private func advice(_ session: Session) -> [Advice] { AdviceList(ChainFacts(session, today: today)).open }
  private func rules(_ session: Session) -> Set<AdviceRule.Name> { Set(advice(session).map(\.rule)) }

  /// A session with stakeholders as `name kind`.
  private func session(_ stakeholders: (String, StakeholderKind)...) -> Session {
    var session = Session()
    for (name, kind) in stakeholders {
      var stakeholder = Stakeholder(id: id(name))
      (stakeholder.name, stakeholder.type) = (name, .known(kind))
      session.put(stakeholder)
    }
    return session
  }

  private func read(_ session: inout Session, _ aspect: Aspect, _ subject: String, _ level: Int, toward: String? = nil) {
    var reading = Reading(id: id("t-\(session.readings.count)"))
    (reading.aspect, reading.subject, reading.toward, reading.score) = (.known(aspect), id(subject), toward.map { id($0) }, level)
    reading.on = PartialDate("2008")
    session.put(reading)
  }

  private func tie(_ session: inout Session, _ from: String, _ to: String, _ kind: RelationshipKind) {
    var tie = Relationship(id: id("r-\(session.relationships.count)"))
    (tie.from, tie.to, tie.type, tie.status) = (id(from), id(to), .known(kind), .known(.existing))
    session.put(tie)
  }

  @Test("every rule is in the list once, with a heading to find it under, and rules are named by their numbers")
  func complete() {
    let names = AdviceRule.all.map(\.name)
    #expect(Set(names) == Set(AdviceRule.Name.allCases) && names.count == AdviceRule.Name.allCases.count)
    #expect(names.count >= 60)
    for rule in AdviceRule.all { #expect(!rule.source.heading.isEmpty && rule.name.rawValue.hasPrefix("R")) }
  }

  @Test("a session without anything, with one actor, and one that refers to itself are no trouble")
  func empty() {
    #expect(advice(Session()).isEmpty)
    var one = session(("a", .trader))
    tie(&one, "a", "a", .trade)
    read(&one, .trust, "a", 2, toward: "a")
    #expect(rules(one).isDisjoint(with: [.noAnchor, .lowTrustNothingShared, .sectorMissing]))
  }

  @Test("the mango cluster has its anchors, a broker who may go, and early wins behind it; its second thoughts are small")
  func mango() throws {
    let found = rules(try TrustSample.mango())
    #expect(found.isDisjoint(with: [.noAnchor, .anchorUnfit, .anchorWithoutBuyer, .anchorIdle, .noBroker, .noHandOver, .brokerMistrusted]))
    #expect(found.isDisjoint(with: [.noEarlyWin, .bigFirst, .sectorMissing, .groupMissing, .oneBuyer, .oneBuyerMitigated, .noSalesIndicator, .noVision]))
    #expect(!found.contains(.foundedByOutsiders))
    #expect(advice(try TrustSample.mango()).allSatisfy { $0.severity < .serious })
  }

  @Test("Oaxaca: lumber yards without capacity or interest leave the chain without an anchor firm, and no segment marked to move without one")
  func oaxaca() {
    var session = session(("foresters", .smallholderGroup), ("yard", .processor), ("office", .government), ("village", .community))
    var yard = session.stakeholders[id("yard")] ?? Stakeholder(id: id("yard"))
    yard.capacity = 2
    session.put(yard)
    read(&session, .interest, "yard", 1)
    var profile = session.profile
    profile.segments = [Segment(id("g-1"), "Forest", .production)]
    session.put(profile)
    let found = advice(session)
    let anchor = found.first { $0.rule == .noAnchor }
    #expect(anchor?.severity == .serious && anchor?.mend == .edit(EntityRef(.session, .session), field: "segments"))
    #expect(found.contains { $0.rule == .noWayWithoutAnchor })
    profile.segments[0].movesWithoutAnchor = true
    session.put(profile)
    #expect(!rules(session).contains(.noWayWithoutAnchor))
  }

  @Test("Huánuco: one buyer without a second or a contract is a risk; what is only written down makes it milder, what has happened makes it a note")
  func huanuco() {
    var session = session(("farmers", .smallholderGroup), ("frito", .leadBuyer))
    var market = EndMarket(id: id("m-1"))
    (market.name, market.buyer, market.evidence) = ("Chips", id("frito"), .known(.repeatSales))
    session.put(market)
    #expect(advice(session).first { $0.rule == .oneBuyer }?.about.first?.id == id("frito"))
    market.mitigations = "Contracts over several years; other buyers over time."
    session.put(market)
    let note = advice(session).first { $0.rule == .oneBuyerMitigated }
    #expect(note?.severity == .warning && note?.arguments.contains(.mitigation(.stated(market.id))) == true)
    #expect(!rules(session).contains(.oneBuyer))
    var tie = Relationship(id: id("r-1"))
    (tie.from, tie.to, tie.type, tie.status, tie.contract) = (id("farmers"), id("frito"), .known(.trade), .known(.existing), .known(.multiYear))
    session.put(tie)
    #expect(advice(session).first { $0.rule == .oneBuyerMitigated }?.severity == .note)
  }

  @Test("Aguaytía: a buyer who wants one counterpart faces five groups until they stand behind one of their own")
  func aguaytia() {
    var session = session(("buyer", .leadBuyer), ("union", .cooperative))
    var market = EndMarket(id: id("m-1"))
    (market.name, market.buyer, market.wantsOneCounterpart) = ("Plantain chips", id("buyer"), true)
    session.put(market)
    let groups = (1...5).map { "g\($0)" }
    for name in groups {
      var group = Stakeholder(id: id(name))
      (group.name, group.type) = (name, .known(.smallholderGroup))
      session.put(group)
      tie(&session, name, "buyer", .trade)
    }
    let found = advice(session).first { $0.rule == .manyCounterparts }
    #expect(found?.arguments.first == .number(5) && found?.about.first == market.ref)
    if case .addInitiative(.groupFormation, let people)? = found?.mend { #expect(people.count == 5) } else { Issue.record("no group to form") }
    for name in groups { tie(&session, name, "union", .membership) }
    tie(&session, "union", "buyer", .trade)
    #expect(!rules(session).contains(.manyCounterparts))
  }

  @Test("Puerto Plata: a community that is not on the map, or on it and missing from everything, is the problem")
  func puertoPlata() {
    var session = session(("hotels", .largeProducer), ("operator", .leadBuyer), ("town", .government), ("stalls", .smallFirm))
    #expect(advice(session).contains { $0.rule == .groupMissing && $0.arguments == [.kind(.community)] && $0.severity < .serious })
    var village = Stakeholder(id: id("village"))
    village.type = .known(.community)
    session.put(village)
    #expect(!advice(session).contains { $0.rule == .groupMissing && $0.arguments == [.kind(.community)] })
    var reading = Reading(id: id("t-v"))
    (reading.aspect, reading.subject, reading.state) = (.known(.engagement), village.id, .known(.missing))
    session.put(reading)
    #expect(advice(session).first { $0.rule == .groupMissing }?.about == [village.ref])
  }

  @Test("a small and a large one who do not trust each other and share nothing come first, with something small to plan")
  func lowTrust() throws {
    var session = try TrustSample.session("asmall>large 2003 2", "large>asmall 2003 4", "large>bsmall 2003 2")
    let pair = TrustPair(id("asmall"), id("large"))
    #expect(advice(session).first { $0.rule == .lowTrustNothingShared }?.mend == .propose(pair))
    var initiative = Initiative(id: id("i-1"))
    initiative.participants = [id("asmall"), id("large"), id("bsmall")]
    session.put(initiative)
    #expect(rules(session).contains(.lowTrustOnce) && !rules(session).contains(.lowTrustNothingShared))
  }

  @Test("shared money waits for two small successes of the same people")
  func crescendo() throws {
    var session = try TrustSample.session()
    let people = [id("asmall"), id("large")]
    func put(_ name: String, step: Int, _ status: InitiativeStatus) {
      var initiative = Initiative(id: id(name))
      (initiative.participants, initiative.step, initiative.status) = (people, step, .known(status))
      session.put(initiative)
    }
    put("i-plant", step: 5, .planned)
    put("i-one", step: 1, .succeeded)
    #expect(advice(session).first { $0.rule == .bigTooEarly }?.arguments == [.number(1), .number(2)])
    put("i-two", step: 2, .partly)
    #expect(!rules(session).contains(.bigTooEarly))
    var profile = session.profile
    var own = Threshold(id: id("q-1"))
    (own.rule, own.value) = ("R25", 3)
    profile.thresholds = [own]
    session.put(profile)
    #expect(rules(session).contains(.bigTooEarly))
  }

  @Test("advice that was put aside stays aside for the same entries, and for no others")
  func silenced() throws {
    var session = try TrustSample.session("asmall>large 2003 2")
    let found = try #require(advice(session).first { $0.rule == .lowTrustNothingShared })
    var profile = session.profile
    profile.silenced = [SilencedAdvice(found, id: id("z-1"), reason: "They live too far apart", on: today)]
    session.put(profile)
    let list = AdviceList(ChainFacts(session, today: today))
    #expect(!list.open.contains(found))
    #expect(list.silenced.first?.advice == found && list.silenced.first?.by.reason == "They live too far apart")
    session.put(TrustSample.reading(9, "bsmall", "large", PartialDate("2004"), 1))
    #expect(rules(session).contains(.lowTrustNothingShared))
    #expect(session.redacted(for: .room).profile.silenced.isEmpty)
  }

  @Test("the gravest comes first, and advice is the same each time")
  func order() throws {
    let session = try TrustSample.mango()
    let found = advice(session)
    #expect(found == advice(session) && Set(found).count == found.count)
    #expect(found.map(\.severity.rawValue) == found.map(\.severity.rawValue).sorted(by: >))
    for advice in found { for ref in advice.about { #expect(session.contains(ref)) } }
  }
}
