import ChainAnalysis
import SessionModel
import Testing

/// Rules of upgrading, groups, contracts and scale: each speaks up when its thing is missing, names what it is about, and falls silent once it is there.
@Suite struct UpgradingAdviceTests {
  private func id(_ text: String) -> EntityID { TrustSample.id(text) }
  private let today = PartialDate("2008-07-01") ?? PartialDate(dayNumber: 0)

  private func found(_ session: Session, _ rule: AdviceRule.Name) -> Advice? {
    AdviceList(ChainFacts(session, today: today)).open.first { $0.rule == rule }
  }

  /// Growers, their cooperative, a mill that buys, a town hall and a project, with one trade tie.
  private func chain() -> Session {
    var profile = SessionProfile(id: .session)
    profile.segments = [Segment(id("g-grow"), "Growing", .production), Segment(id("g-road"), "Road", .transport)]
    var session = Session(profile: profile)
    for (name, kind) in [
      ("growers", StakeholderKind.smallholderGroup), ("union", .cooperative), ("mill", .processor), ("town", .government), ("project", .project),
    ] {
      var stakeholder = Stakeholder(id: id(name))
      (stakeholder.name, stakeholder.type, stakeholder.segment) = (name, .known(kind), id("g-grow"))
      session.put(stakeholder)
    }
    var tie = Relationship(id: id("r-1"))
    (tie.from, tie.to, tie.type, tie.status, tie.contract) = (id("growers"), id("mill"), .known(.trade), .known(.existing), .known(.spot))
    session.put(tie)
    var market = EndMarket(id: id("m-1"))
    (market.name, market.buyer, market.evidence, market.growth, market.channel) = ("Flour", id("mill"), .known(.ableToPay), .known(.growing), .known(.domestic))
    session.put(market)
    return session
  }

  private func initiative(_ session: inout Session, _ change: (inout Initiative) -> Void) -> Initiative {
    var initiative = session.initiatives[id("i-1")] ?? Initiative(id: id("i-1"))
    change(&initiative)
    session.put(initiative)
    return initiative
  }

  private func constraint(_ session: inout Session, _ change: (inout Constraint) -> Void) -> Constraint {
    var constraint = session.constraints[id("c-1")] ?? Constraint(id: id("c-1"))
    change(&constraint)
    session.put(constraint)
    return constraint
  }

  private func profile(_ session: inout Session, _ change: (inout OrganisationProfile) -> Void) {
    guard var union = session.stakeholders[id("union")] else { return }
    var own = union.organisation.first ?? OrganisationProfile(id: id("o-1"))
    change(&own)
    union.organisation = [own]
    session.put(union)
  }

  private func service(_ kind: ServiceKind) -> OfferedService {
    var service = OfferedService(id: id("v-" + String(kind.rawValue.prefix(8).filter { $0 != "-" })))
    service.service = .known(kind)
    return service
  }

  @Test("R14: a segment in which nobody’s influence was assessed is named, until somebody’s is")
  func influence() {
    var session = chain()
    #expect(found(session, .influenceUnread)?.arguments == [.segment(id("g-grow"))])
    #expect(found(session, .influenceUnread)?.mend == .edit(EntityRef(.stakeholder, id("growers")), field: "influence"))
    var reading = Reading(id: id("t-1"))
    (reading.aspect, reading.subject, reading.score) = (.known(.influence), id("mill"), 4)
    session.put(reading)
    #expect(found(session, .influenceUnread) == nil)
  }

  @Test("R35: a cluster without a constraint, and then without a target, is an end in itself")
  func clusterEnd() {
    var session = chain()
    var profile = session.profile
    profile.approach = .known(.cluster)
    session.put(profile)
    #expect(found(session, .clusterWithoutEnd)?.mend == .add(.constraint))
    _ = constraint(&session) { $0.name = "Stones in the grain" }
    #expect(found(session, .clusterWithoutEnd)?.arguments == [.number(1)])
    var indicator = Indicator(id: id("n-1"))
    indicator.target = [Figure(Amount(100, "t"))]
    session.put(indicator)
    #expect(found(session, .clusterWithoutEnd) == nil)
  }

  @Test("R38: members of whom nobody says what they gain are named")
  func benefit() {
    var session = chain()
    var member = Relationship(id: id("r-2"))
    (member.from, member.to, member.type, member.status) = (id("growers"), id("union"), .known(.membership), .known(.existing))
    session.put(member)
    session.put(Initiative(id: id("i-0")))
    let work = initiative(&session) { $0.participants = [id("growers"), id("union")] }
    #expect(found(session, .noBenefitStated)?.about == [EntityRef(.stakeholder, id("growers"))])
    #expect(found(session, .noBenefitStated)?.mend == .edit(work.ref, field: "beneficiaries"))
    _ = initiative(&session) {
      var gain = Beneficiary(id: id("b-1"))
      (gain.stakeholder, gain.benefit) = (id("growers"), "A better price")
      $0.beneficiaries = [gain]
    }
    #expect(found(session, .noBenefitStated) == nil)
  }

  @Test("R53, R54, R55: what changes the product or the way of working says what drives it and when it first pays")
  func drivers() {
    var session = chain()
    let work = initiative(&session) { ($0.type, $0.upgrading, $0.status) = (.known(.demonstrationPlot), .known(.product), .known(.planned)) }
    #expect(found(session, .productWithoutPreference)?.arguments == [.number(0)])
    #expect(found(session, .noLeadTime)?.mend == .edit(work.ref, field: "firstBenefitOn"))
    _ = initiative(&session) { ($0.upgradingDriver, $0.firstBenefitOn) = (.known(.costCompetition), PartialDate("2012")) }
    #expect(found(session, .productWithoutPreference)?.arguments == [.number(1)] && found(session, .noLeadTime) == nil)
    _ = initiative(&session) { $0.upgradingDriver = .known(.buyerPreference) }
    #expect(found(session, .productWithoutPreference) == nil)
    _ = initiative(&session) { $0.upgrading = .known(.process) }
    #expect(found(session, .processWithoutCost)?.about == [work.ref])
    _ = initiative(&session) { $0.status = .known(.succeeded) }
    #expect(found(session, .processWithoutCost) == nil)
  }

  @Test("R60: where services are weak and demand is strong, the firm that buys is asked to give some with the trade")
  func embedded() {
    var session = chain()
    let weak = constraint(&session) { $0.sits = .known(.supporting) }
    let advice = found(session, .noEmbeddedService)
    #expect(advice?.about == [EntityRef(.stakeholder, id("mill")), weak.ref])
    #expect(advice?.mend == .edit(EntityRef(.relationship, id("r-1")), field: "embeddedService"))
    if var tie = session.relationships[id("r-1")] {
      tie.embeddedService = "Seed on credit"
      session.put(tie)
    }
    #expect(found(session, .noEmbeddedService) == nil)
  }

  @Test("R61: a road that breaks weighs on small ones, the more while nobody does anything about it")
  func roads() {
    var session = chain()
    let road = constraint(&session) { ($0.sits, $0.segments, $0.affected) = (.known(.enabling), [id("g-road")], [id("growers")]) }
    #expect(found(session, .poorRoads)?.severity == .warning && found(session, .poorRoads)?.about == [road.ref])
    _ = initiative(&session) { $0.constraints = [road.id] }
    #expect(found(session, .poorRoads)?.severity == .note)
    _ = constraint(&session) { $0.status = .known(.resolved) }
    #expect(found(session, .poorRoads) == nil)
  }

  @Test("R62: whether those who are to learn can read is asked once, and not again")
  func reading() {
    var session = chain()
    _ = initiative(&session) { ($0.type, $0.participants) = (.known(.technicalTraining), [id("growers")]) }
    #expect(found(session, .readingUnasked)?.mend == .edit(EntityRef(.stakeholder, id("growers")), field: "needsSpokenMaterial"))
    if var growers = session.stakeholders[id("growers")] {
      growers.needsSpokenMaterial = true
      session.put(growers)
    }
    #expect(found(session, .readingUnasked) == nil)
  }

  @Test("R70, R73: a buyer with whom nobody shares the risk, and markets that all ask the same")
  func contracts() {
    var session = chain()
    #expect(found(session, .riskNotShared)?.mend == .addInitiative(.riskSharing, with: [id("mill"), id("growers")]))
    if var tie = session.relationships[id("r-1")] {
      tie.contract = .known(.forward)
      session.put(tie)
    }
    #expect(found(session, .riskNotShared) == nil && found(session, .sameRequirements) == nil)
    var second = EndMarket(id: id("m-2"))
    second.channel = .known(.domestic)
    session.put(second)
    #expect(found(session, .sameRequirements)?.about.count == 2)
    second.grade = "Fine"
    session.put(second)
    #expect(found(session, .sameRequirements) == nil)
  }

  @Test("R80: a group that only trades, or only stands together, does half")
  func bothWays() {
    var session = chain()
    profile(&session) { $0.services = [service(.advocacy)] }
    #expect(found(session, .oneSidedActivity)?.arguments == [.number(0)])
    profile(&session) { $0.services = [service(.brand)] }
    #expect(found(session, .oneSidedActivity)?.arguments == [.number(1)])
    profile(&session) { $0.services = [service(.brand), service(.purchase)] }
    #expect(found(session, .oneSidedActivity) == nil)
  }

  @Test("R75, R78, R82: what is not known of a group is asked as a note, what is bad is a warning")
  func asked() {
    var session = chain()
    profile(&session) { $0.services = [service(.finance)] }
    _ = initiative(&session) {
      var money = Funding(id: id("f-1"))
      money.by = id("project")
      ($0.type, $0.lead, $0.participants, $0.funding) = (.known(.groupFormation), id("project"), [id("union")], [money])
    }
    for rule in [AdviceRule.Name.muchAid, .sideSelling] {
      #expect(found(session, rule)?.severity == .note && found(session, rule)?.arguments == [.number(1), .number(0)])
    }
    #expect(found(session, .notTheirInitiative)?.about == [EntityRef(.initiative, id("i-1"))])
    profile(&session) { ($0.aidShare, $0.sideSellingRisk, $0.foundedBy) = (80, 5, .known(.members)) }
    #expect(found(session, .muchAid)?.severity == .warning && found(session, .sideSelling)?.severity == .warning)
    _ = initiative(&session) { $0.lead = id("union") }
    #expect(found(session, .notTheirInitiative) == nil)
  }

  @Test("R89, R91, R92: who takes a pilot over says why it fits, how many it is to reach, and what public bodies do")
  func scale() {
    var session = chain()
    let work = initiative(&session) {
      var plan = Upscaling(id: id("u-1"))
      (plan.takenOverBy, plan.reachTarget) = (id("mill"), [Figure(Amount(300, "people"))])
      $0.upscaling = [plan]
    }
    #expect(found(session, .strategyUnsaid)?.mend == .edit(work.ref, field: "upscaling"))
    #expect(found(session, .pilotScale)?.arguments == [.number(300), .number(1_000)])
    _ = initiative(&session) {
      $0.upscaling[0].strategyFit = "Steady grain"
      $0.upscaling[0].reachTarget = [Figure(Amount(4_000, "people"))]
    }
    #expect(found(session, .strategyUnsaid) == nil && found(session, .pilotScale) == nil)
    let rules = constraint(&session) { $0.sits = .known(.enabling) }
    #expect(found(session, .noPublicRole)?.mend == .addInitiative(.lobbying, with: [id("town")]))
    _ = initiative(&session) { ($0.constraints, $0.participants) = ([rules.id], [id("town")]) }
    #expect(found(session, .noPublicRole) == nil)
  }

  @Test("what many groups lack alike is said once, with all of them named")
  func together() {
    var session = chain()
    for name in ["aunion", "bunion", "union"] {
      var union = session.stakeholders[id(name)] ?? Stakeholder(id: id(name))
      union.type = .known(.cooperative)
      union.organisation = [OrganisationProfile(id: id("o-" + name))]
      session.put(union)
    }
    let all = AdviceList(ChainFacts(session, today: today)).open.filter { $0.rule == .noParentBody }
    #expect(all.count == 1 && all.first?.about.count == 3 && all.first?.arguments == [.number(3)])
  }
}
