import ChainAnalysis
import SessionModel
import Testing

@Suite struct ProposalTests {
  private func id(_ text: String) -> EntityID { TrustSample.id(text) }
  private let today = PartialDate("2008-07-01") ?? PartialDate(dayNumber: 0)
  private var limits: ProposalLimits { ProposalLimits(from: today) }

  private func kind(_ type: InitiativeKind, _ step: Int, risk: Int = 1, cost: Int = 1_000, weeks: Int = 8, benefit: Int = 4, gain: Int = 40) -> ProposalKind {
    ProposalKind(
      name: type.rawValue, type: .known(type), step: step, risk: risk, cost: Amount(cost, "USD"), weeks: weeks, weeksToBenefit: benefit, gain: gain, why: "Why.",
      source: "Source")
  }

  private var kinds: [ProposalKind] {
    [
      kind(.neutralMeeting, 1, weeks: 2, benefit: 12, gain: 30), kind(.technicalTraining, 1, benefit: 3, gain: 25),
      kind(.observationTrip, 2, cost: 9_000, gain: 45), kind(.demonstrationPlot, 3, risk: 2, cost: 5_000, weeks: 26, gain: 60),
      kind(.pestControl, 3, risk: 2, cost: 3_000, weeks: 20, gain: 50), kind(.jointPurchase, 4, risk: 2, cost: 8_000, gain: 80),
      kind(.jointSale, 5, risk: 4, cost: 20_000, weeks: 30, gain: 100),
    ]
  }

  private func facts(_ session: Session) -> ChainFacts { ChainFacts(session, today: today) }
  private func pair() -> ProposalGoal { .pair(TrustPair(id("asmall"), id("large"))) }

  @Test("a pair climbs from a first small win to shared work, one after the other, each with enough trust for its step")
  func climbs() throws {
    let session = try TrustSample.session(
      "asmall>large 2003 2", "large>asmall 2003 3", "asmall>state 2003 4", "large>state 2003 4", "state>asmall 2003 3", "state>large 2003 3")
    let proposal = try #require(Proposal(pair(), facts(session), kinds: kinds, limits: limits))
    #expect(proposal.level == 2 && proposal.weakest == TrustPair(id("asmall"), id("large")) && proposal.introducer == id("state"))
    // The first is the one that is felt soonest.
    #expect(proposal.steps.first?.kind.type == .technicalTraining)
    #expect(proposal.steps.map(\.kind.step).prefix(3) == [1, 2, 3])
    for (one, next) in zip(proposal.steps, proposal.steps.dropFirst()) {
      #expect(one.to.isBefore(next.from) && one.after == next.before)
    }
    for step in proposal.steps { #expect(ProposalKind.neededTrust(step: step.kind.step).map { step.before + 50 >= $0 * 100 } ?? true) }
    #expect(proposal.end == .reached && (proposal.steps.last?.after ?? 0) >= 350)
    #expect(proposal.steps.first?.lead == id("state") && proposal.steps.first?.participants == [id("asmall"), id("large"), id("state")])
    #expect(proposal.steps.last?.lead == id("asmall"))
  }

  @Test("what the two did together is not proposed again, and two small successes lead on to the next step")
  func skips() throws {
    var session = try TrustSample.session("asmall>large 2003 3", "large>asmall 2003 3")
    for (name, type, step, status) in [
      ("i-1", InitiativeKind.technicalTraining, 1, InitiativeStatus.succeeded), ("i-2", .observationTrip, 2, .partly), ("i-3", .pestControl, 3, .planned),
      ("i-4", .jointPurchase, 4, .failed),
    ] {
      var initiative = Initiative(id: id(name))
      (initiative.type, initiative.step, initiative.status) = (.known(type), step, .known(status))
      initiative.participants = [id("asmall"), id("large")]
      session.put(initiative)
    }
    let proposal = try #require(Proposal(pair(), facts(session), kinds: kinds, limits: limits))
    #expect(proposal.done == [id("i-1"), id("i-2"), id("i-3")])
    #expect(proposal.steps.map(\.kind.type).prefix(2) == [.known(.demonstrationPlot), .known(.jointPurchase)])
  }

  @Test("nobody is asked in busy months or while in two other things; it begins when they have time, says whom it waited for, and the rest follows")
  func availability() throws {
    var session = try TrustSample.session("asmall>large 2003 2", "large>asmall 2003 3")
    if var grower = session.stakeholders[id("asmall")] {
      grower.busyMonths = "7-8"
      session.put(grower)
    }
    let harvest = try #require(Proposal(pair(), facts(session), kinds: kinds, limits: limits))
    let first = try #require(harvest.steps.first)
    #expect(first.from == PartialDate("2008-09-02") && first.waited == [.busyMonths(id("asmall"))])
    for (one, next) in zip(harvest.steps, harvest.steps.dropFirst()) { #expect(one.to.isBefore(next.from)) }
    // A season as long as the year cannot be waited for.
    if var grower = session.stakeholders[id("asmall")] {
      grower.busyMonths = "1-12"
      session.put(grower)
    }
    #expect(try #require(Proposal(pair(), facts(session), kinds: kinds, limits: limits)).steps.first?.from == today)
    if var grower = session.stakeholders[id("asmall")] {
      grower.busyMonths = ""
      session.put(grower)
    }
    var other = Initiative(id: id("i-other"))
    (other.status, other.participants, other.from, other.to) = (.known(.running), [id("large"), id("state")], PartialDate("2008-05"), PartialDate("2008-08"))
    session.put(other)
    #expect(try #require(Proposal(pair(), facts(session), kinds: kinds, limits: limits)).steps.first?.waited == [])
    var action = ActionItem(id: id("a-1"))
    (action.owner, action.from, action.due) = (id("large"), PartialDate("2008-06-20"), PartialDate("2008-07-20"))
    session.put(action)
    let taken = try #require(Proposal(pair(), facts(session), kinds: kinds, limits: limits))
    #expect(taken.steps.first?.from == PartialDate("2008-07-22") && taken.steps.first?.waited == [.otherWork(id("large"), count: 2)])
    // Those who are always in other things are not asked in their harvest for all that.
    var busy = session
    for number in 0..<40 {
      var more = ActionItem(id: id("a-m\(number)"))
      (more.owner, more.from, more.due) = (id("large"), PartialDate("2008-01"), PartialDate("2012-01"))
      busy.put(more)
    }
    if var grower = busy.stakeholders[id("asmall")] {
      grower.busyMonths = "7-8"
      busy.put(grower)
    }
    let crowded = try #require(Proposal(pair(), facts(busy), kinds: kinds, limits: limits)).steps.first
    #expect(crowded?.from == PartialDate("2008-09-02") && crowded?.waited.contains(.busyMonths(id("asmall"))) == true)
    // Time that nobody has is no time before the date.
    #expect(try #require(Proposal(pair(), facts(session), kinds: kinds, limits: ProposalLimits(from: today, until: PartialDate("2008-07-20")))).end == .outOfTime)
    action.status = .known(.done)
    session.put(action)
    #expect(try #require(Proposal(pair(), facts(session), kinds: kinds, limits: limits)).steps.first?.from == today)
  }

  @Test("a joint sale lies in the months in which its market buys, and a row that is moved says whose time it takes")
  func season() throws {
    var session = try TrustSample.session()
    var market = EndMarket(id: id("m-1"))
    market.season = "11-1"
    session.put(market)
    let time = Availability(session)
    let july = try #require(PartialDate("2008-07-01")).firstDay
    #expect(time.holds([], from: july, days: 60, season: market.id) == [.outOfSeason(market.id)])
    #expect(time.holds([], from: july, days: 140, season: market.id) == [])
    var own = Initiative(id: id("i-own"))
    (own.status, own.participants, own.from, own.to) = (.known(.planned), [id("large")], PartialDate("2008-06"), PartialDate("2008-12"))
    session.put(own)
    var second = own
    second.id = id("i-second")
    session.put(second)
    #expect(Availability(session).holds([id("large"), id("bsmall")], from: july, days: 7) == [.otherWork(id("large"), count: 2)])
    #expect(Availability(session, ignoring: [own.id]).holds([id("large")], from: july, days: 7) == [])
  }

  @Test("dates and money end it, and it says so; those who left do not take part")
  func keepsToLimits() throws {
    let session = try TrustSample.session("asmall>large 2003 1", "large>asmall 2003 1")
    let short = try #require(Proposal(pair(), facts(session), kinds: kinds, limits: ProposalLimits(from: today, until: PartialDate("2008-08"))))
    #expect(short.end == .outOfTime && short.steps.count == 1 && short.steps.allSatisfy { $0.to.lastDay <= (PartialDate("2008-08")?.lastDay ?? 0) })
    let poor = try #require(Proposal(pair(), facts(session), kinds: kinds, limits: ProposalLimits(from: today, money: Amount(2_500, "USD"))))
    #expect(poor.end == .outOfMoney && poor.steps.map(\.kind.step) == [1, 1])
    // Money in another currency says nothing of these costs.
    #expect(try #require(Proposal(pair(), facts(session), kinds: kinds, limits: ProposalLimits(from: today, money: Amount(1, "EUR")))).steps.count > 2)
    #expect(try #require(Proposal(pair(), facts(session), kinds: [], limits: limits)).end == .outOfKinds)
    var left = session
    var reading = Reading(id: id("t-left"))
    (reading.aspect, reading.subject, reading.state) = (.known(.engagement), id("large"), .known(.left))
    left.put(reading)
    #expect(try #require(Proposal(pair(), facts(left), kinds: kinds, limits: limits)).end == .nobody)
    #expect(Proposal(.pair(TrustPair(id("asmall"), id("nobody"))), facts(session), kinds: kinds, limits: limits) == nil)
    #expect(Proposal(.initiative(id("nothing")), facts(session), kinds: kinds, limits: limits) == nil)
  }

  @Test("what leads to an initiative is inserted as one step, in a chain that ends in it, and one undo takes all of it back")
  func inserts() throws {
    var session = try TrustSample.session("asmall>large 2003 2", "large>asmall 2003 4", "bsmall>large 2003 4")
    var goal = Initiative(id: id("i-goal"))
    (goal.step, goal.needsTrust, goal.lead) = (5, 4, id("large"))
    goal.participants = [id("large"), id("asmall"), id("bsmall")]
    goal.from = PartialDate("2010-06")
    session.put(goal)
    let proposal = try #require(Proposal(.initiative(goal.id), facts(session), kinds: kinds, limits: limits))
    #expect(proposal.people == [id("asmall"), id("large")] && proposal.wanted == 4 && proposal.steps.allSatisfy { $0.kind.step < 5 })
    var number = 0
    let drafts = proposal.drafts(session) { prefix in
      number += 1
      return id("\(prefix)-new\(number)")
    }
    #expect(drafts.count == proposal.steps.count && drafts.count >= 2)
    #expect(drafts.allSatisfy { $0.status == .idea && $0.builds.count == 2 && $0.funding.first?.by == nil && !$0.common.notes.isEmpty })
    var working = WorkingSession(session)
    try working.perform(Proposal.insertion(of: drafts, toward: proposal.goal, session))
    #expect(working.session.initiatives.count == 1 + drafts.count)
    #expect(working.session.initiatives[goal.id]?.needs == [drafts[drafts.count - 1].id])
    #expect(working.session.initiatives[drafts[1].id]?.needs == [drafts[0].id])
    try working.undo()
    #expect(working.session == session)
  }

  @Test("an initiative whose trust is there needs nothing before it; a pair that nobody asked begins with a small win")
  func edges() throws {
    var session = try TrustSample.session("asmall>large 2003 4", "large>asmall 2003 5")
    var goal = Initiative(id: id("i-goal"))
    (goal.needsTrust, goal.participants) = (3, [id("large"), id("asmall")])
    session.put(goal)
    let ready = try #require(Proposal(.initiative(goal.id), facts(session), kinds: kinds, limits: limits))
    #expect(ready.steps.isEmpty && ready.end == .alreadyThere)
    let unread = try #require(Proposal(.pair(TrustPair(id("asmall"), id("bsmall"))), facts(session), kinds: kinds, limits: limits))
    #expect(unread.level == nil && unread.steps.first?.kind.step == 1)
  }
}
