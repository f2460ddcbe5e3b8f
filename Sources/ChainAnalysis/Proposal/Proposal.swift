import SessionModel

/// What a proposal is to lead to.
public enum ProposalGoal: Hashable, Sendable {
  /// More trust between two, in both directions.
  case pair(TrustPair)
  /// That an open initiative can begin.
  case initiative(EntityID)
}

/// What a proposal has to keep to.
public struct ProposalLimits: Hashable, Sendable {
  /// The first day on which anything may begin.
  public var from: PartialDate
  /// Everything has to be over by then; nil when there is time.
  public var until: PartialDate?
  /// The most that all of it may cost; nil when that is open. Costs in another currency are not counted.
  public var money: Amount?

  public init(from: PartialDate, until: PartialDate? = nil, money: Amount? = nil) {
    self.from = from
    self.until = until
    self.money = money
  }
}

/// Small initiatives one after the other that lead from the trust there is to the trust that is wanted: small wins first, shared money only when people
/// trust each other (Cluster approach, Best practice on early accomplishments, and Conclusions).
public struct Proposal: Sendable {
  public struct Step: Hashable, Sendable {
    public let kind: ProposalKind
    public let from: PartialDate
    public let to: PartialDate
    public let firstBenefit: PartialDate
    /// The weakest trust that is expected before and after it, in hundredths of a level, failure reckoned in.
    public let before: Int
    public let after: Int
    public let lead: EntityID?
    public let participants: [EntityID]
    /// What it waits for and so begins later.
    public let waited: [ProposalHold]
  }

  /// Why it ends where it does.
  public enum End: Hashable, Sendable {
    /// The trust wanted is expected to be there.
    case reached
    /// The trust wanted is there today.
    case alreadyThere
    case outOfTime, outOfMoney, outOfKinds, longEnough
    /// Fewer than two are left who could take part.
    case nobody
  }

  public let goal: ProposalGoal
  /// The weakest direction that is to rise, and its level today; nil when none was read.
  public let weakest: TrustPair?
  public let level: Int?
  /// 1…5
  public let wanted: Int
  public private(set) var steps: [Step] = []
  public private(set) var end = End.reached
  /// What they did together already, or have planned, for which nothing of the kind is proposed again.
  public let done: [EntityID]
  /// Of whom the initiatives are to raise the trust.
  public let people: [EntityID]
  /// Whom both ends of the weakest pair trust, to bring them together.
  public let introducer: EntityID?
  /// The end market of the initiative that it leads to, in whose season a joint sale has to lie.
  private let market: EntityID?

  /// More than these in a row nobody plans ahead.
  static let longest = 6
  /// More than these around one table are not brought nearer to each other by small steps.
  static let peopleLimit = 6
  /// Where nobody was asked: those who have not begun yet seldom cooperate.
  static let unread = 200

  /// Nil when the goal is not in the session, or is over.
  public init?(
    _ goal: ProposalGoal, _ facts: ChainFacts, kinds: [ProposalKind], limits: ProposalLimits, assumptions: OutlookAssumptions = .defaults
  ) {
    let session = facts.session
    var top = 5
    var lead: EntityID?
    var market: EntityID?
    var candidates: [EntityID]
    switch goal {
    case .pair(let pair):
      guard pair.from != pair.to, session.stakeholders.contains(pair.from), session.stakeholders.contains(pair.to) else { return nil }
      candidates = [pair.from, pair.to]
      wanted = 4
    case .initiative(let id):
      guard let initiative = session.initiatives[id], initiative.isOpen else { return nil }
      candidates = Array(initiative.people.prefix(Readiness.peopleLimit))
      wanted = initiative.needsTrust ?? ProposalKind.neededTrust(step: initiative.step ?? 1) ?? 2
      top = max(1, (initiative.step ?? 5) - 1)
      lead = initiative.lead
      market = initiative.endMarket
    }
    self.goal = goal
    self.market = market
    candidates.removeAll { facts.engagement($0) == .left }
    let weak = Proposal.weakDirections(among: candidates, facts, wanted: wanted)
    let weakest = weak.first?.pair ?? (candidates.count == 2 ? TrustPair(candidates[0], candidates[1]) : nil)
    self.weakest = weakest
    level = Proposal.lowest(among: candidates, facts)
    var people: [EntityID] = []
    for id in weak.flatMap({ [$0.pair.from, $0.pair.to] }) + candidates where !people.contains(id) && people.count < Proposal.peopleLimit {
      // With a goal only those who lack trust, as long as there are any.
      if !weak.isEmpty, people.count >= 2, !weak.contains(where: { $0.pair.from == id || $0.pair.to == id }) { break }
      people.append(id)
    }
    self.people = people
    let introducer = Proposal.introducer(people, facts)
    self.introducer = introducer
    let common = session.initiatives.sorted.filter { initiative in
      let own = initiative.people
      guard initiative.hasSucceeded || initiative.isOpen, .initiative(initiative.id) != goal else { return false }
      return weakest.map { own.contains($0.from) && own.contains($0.to) } ?? false
    }
    done = common.map(\.id)
    guard people.count >= 2 else {
      end = .nobody
      return
    }
    if let level, level >= wanted, weak.isEmpty {
      end = .alreadyThere
      return
    }
    let leader = lead ?? Proposal.moreTrusted(people, facts)
    climb(kinds, limits, assumptions, Availability(session), top: top, common: common) { step in step <= 2 ? introducer ?? leader : leader ?? introducer }
  }

  // MARK: - Who

  private static func lowest(among people: [EntityID], _ facts: ChainFacts) -> Int? {
    var lowest: Int?
    for one in people { for other in people where one != other { lowest = [lowest, facts.readings.trust(one, other)].compactMap { $0 }.min() } }
    return lowest
  }

  /// Directions that were read and fall short, the weakest first.
  private static func weakDirections(among people: [EntityID], _ facts: ChainFacts, wanted: Int) -> [(pair: TrustPair, level: Int)] {
    var found: [(pair: TrustPair, level: Int)] = []
    for one in people {
      for other in people where one != other {
        if let level = facts.readings.trust(one, other), level < wanted { found.append((TrustPair(one, other), level)) }
      }
    }
    return found.enumerated().sorted { $0.element.level != $1.element.level ? $0.element.level < $1.element.level : $0.offset < $1.offset }.map(\.element)
  }

  /// Whom both ends of the weakest pair trust: those whose part it is to bring others together before the rest, and the lasting before a project.
  private static func introducer(_ people: [EntityID], _ facts: ChainFacts) -> EntityID? {
    guard people.count >= 2 else { return nil }
    let found = facts.trust.introducers(between: people[0], and: people[1]).filter { !people.contains($0.id) && facts.engagement($0.id) != .left }
    func rank(_ introducer: Introducer) -> Int {
      guard let stakeholder = facts.session.stakeholders[introducer.id] else { return 3 }
      if stakeholder.isProject { return 2 }
      return stakeholder.has(.neutralHost) || stakeholder.has(.supportInstitution) || stakeholder.has(.honestBroker) ? 0 : 1
    }
    return found.enumerated().min { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }?.element.id
  }

  /// The one of those who work together whom the others trust the most; what they share they lead themselves.
  private static func moreTrusted(_ people: [EntityID], _ facts: ChainFacts) -> EntityID? {
    people.enumerated().max { a, b in
      let (one, other) = (received(a.element, people, facts), received(b.element, people, facts))
      return one != other ? one < other : a.offset > b.offset
    }?.element
  }

  private static func received(_ id: EntityID, _ people: [EntityID], _ facts: ChainFacts) -> Double {
    var mean = TrustMean()
    for other in people where other != id { if let level = facts.readings.trust(other, id) { mean.add(level) } }
    return mean.value ?? 0
  }

  // MARK: - What and when

  private mutating func climb(
    _ kinds: [ProposalKind], _ limits: ProposalLimits, _ assumptions: OutlookAssumptions, _ time: Availability, top: Int, common: [Initiative],
    lead: (Int) -> EntityID?
  ) {
    var left = kinds.filter { kind in !common.contains { $0.type == kind.type } }
    var trust = level.map { $0 * 100 } ?? Proposal.unread
    var day = limits.from.firstDay
    var money = limits.money
    var small = common.reduce(0) { $0 + ($1.hasSucceeded && ($1.step ?? 1) <= 3 ? 1 : 0) }
    let highest = common.reduce(0) { $1.hasSucceeded ? max($0, $1.step ?? 1) : $0 }
    // Those who have done two small things together need not begin again in one room.
    var rung = min(top, max(1, small >= 2 ? highest + 1 : highest))
    while steps.count < Proposal.longest {
      if trust + 50 >= wanted * 100, !steps.isEmpty || level == nil, isHighEnough(top) {
        end = .reached
        return
      }
      let allowed = (1...5).last { step in
        (ProposalKind.neededTrust(step: step).map { trust + 50 >= $0 * 100 } ?? true) && (step < 4 || small >= 2)
      } ?? 1
      rung = min(rung, allowed, top)
      let fitting = left.filter { $0.step <= rung }
      // The highest step that they are ready for, and a lower one again when nothing else is left there.
      guard let step = fitting.map(\.step).max() else {
        end = .outOfKinds
        return
      }
      func times(_ kind: ProposalKind) -> (people: [EntityID], day: Int, waited: [ProposalHold]) {
        let leader = lead(kind.step)
        let all = leader.map { people.contains($0) ? people : people + [$0] } ?? people
        let begins = time.begin(all, from: day, days: kind.weeks * 7, season: kind.type == .jointSale ? market : nil)
        return (all, begins.day, begins.waited)
      }
      let inTime = fitting.filter { kind in limits.until.map { times(kind).day + kind.weeks * 7 - 1 <= $0.lastDay } ?? true }
      guard !inTime.isEmpty else {
        end = .outOfTime
        return
      }
      let affordable = inTime.filter { Proposal.isAffordable($0.cost, money) }
      guard !affordable.isEmpty else {
        end = .outOfMoney
        return
      }
      let best = affordable.filter { $0.step == step }
      let isFirst = steps.isEmpty && small == 0
      guard let kind = (best.isEmpty ? affordable : best).min(by: { Proposal.goesBefore($0, $1, isFirst: isFirst, assumptions) }) else { return }
      let chosen = times(kind)
      let begin = PartialDate(dayNumber: chosen.day)
      let finish = PartialDate(dayNumber: chosen.day + kind.weeks * 7 - 1)
      let before = trust
      trust = min(500, max(100, trust + Proposal.expected(kind, assumptions)))
      steps.append(
        Step(
          kind: kind, from: begin, to: finish, firstBenefit: PartialDate(dayNumber: chosen.day + kind.weeksToBenefit * 7), before: before, after: trust,
          lead: lead(kind.step), participants: chosen.people, waited: chosen.waited))
      if let cost = kind.cost, let rest = money, let negative = Amount(mantissa: -cost.mantissa, decimals: cost.decimals, unit: cost.unit) {
        money = rest.adding(negative) ?? rest
      }
      left.removeAll { $0 == kind }
      if kind.step <= 3 { small += 1 }
      rung = max(rung, kind.step) + 1
      day = chosen.day + kind.weeks * 7
    }
    end = trust + 50 >= wanted * 100 ? .reached : .longEnough
  }

  /// A pair that trusts each other goes on to shared work; what only clears the way for a goal stops as soon as it is clear.
  private func isHighEnough(_ top: Int) -> Bool {
    if case .initiative = goal { return true }
    return steps.contains { $0.kind.step >= min(3, top) }
  }

  /// What it brings in the mean, with what a failure would cost, in hundredths of a level.
  private static func expected(_ kind: ProposalKind, _ assumptions: OutlookAssumptions) -> Int {
    let chance = assumptions[.success(risk: kind.risk)]
    return (kind.gain * chance - assumptions[.failure] * (100 - chance)) / 100
  }

  private static func isAffordable(_ cost: Amount?, _ money: Amount?) -> Bool {
    guard let cost, let money, cost.unit == money.unit else { return true }
    return cost.approximate <= money.approximate
  }

  /// The first is to be felt soon (Upgrading plan: benefits in the near term); after that the one that brings the most.
  private static func goesBefore(_ a: ProposalKind, _ b: ProposalKind, isFirst: Bool, _ assumptions: OutlookAssumptions) -> Bool {
    if isFirst, a.weeksToBenefit != b.weeksToBenefit { return a.weeksToBenefit < b.weeksToBenefit }
    let (one, other) = (expected(a, assumptions), expected(b, assumptions))
    if one != other { return one > other }
    let (cost, otherCost) = (a.cost?.approximate ?? 0, b.cost?.approximate ?? 0)
    return cost != otherCost ? cost < otherCost : a.name < b.name
  }
}
