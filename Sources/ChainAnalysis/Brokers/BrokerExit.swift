import SessionModel

/// What would be missing if one actor went: an honest broker is to leave once others can carry on (Cluster approach, Best practice on the
/// honest broker and Conclusions).
public struct BrokerExit: Hashable, Sendable {
  /// Who takes over something that the actor began.
  public struct HandOver: Hashable, Sendable {
    public let initiative: EntityID
    public let successor: EntityID
    public let on: PartialDate?
    public let trust: ReceivedTrust
  }

  /// The share of the money that comes from outside, in a phase.
  public struct Share: Hashable, Sendable {
    public let phase: EntityID?
    /// 0…1
    public let outside: Double
    /// Of it the actor's own, 0…1.
    public let own: Double
  }

  /// Why the actor cannot leave yet.
  public enum Obstacle: Hashable, Sendable {
    case losesPairs(Int)
    case losesLead([EntityID])
    case losesMoney([EntityID])
    /// The share of outside money in the latest phase with any, 0…1, which did not fall.
    case shareNotFalling(Double)
    case noHandOver
    case handOverUndated(EntityID)
    case successorNotTrusted(EntityID)
    case successorNotRead(EntityID)
    /// Nothing was read of who trusts the actor.
    case trustNotRead
  }

  public let actor: EntityID
  /// Pairs of others whose last chain of trust leads through the actor, in the order of ids.
  public let pairs: [TrustPair]
  /// Initiatives to come or going on that the actor leads.
  public let leads: [EntityID]
  /// The same that the actor pays for.
  public let pays: [EntityID]
  /// Of these the ones that nobody else pays for.
  public let paysAlone: [EntityID]
  /// In the order of phases, those with money only.
  public let shares: [Share]
  public let handOvers: [HandOver]
  public let obstacles: [Obstacle]

  public var canLeave: Bool { obstacles.isEmpty }

  /// - Parameter contributions: the session's, where somebody has them already.
  public init(_ actor: EntityID, _ facts: ChainFacts, _ contributions: Contributions? = nil) {
    let session = facts.session
    self.actor = actor
    pairs = facts.trust.pairs(leaningOn: actor)
    var leads: [EntityID] = []
    var pays: [EntityID] = []
    var paysAlone: [EntityID] = []
    var handOvers: [HandOver] = []
    var isInvolved = false
    session.initiatives.forEach { initiative in
      let paid = initiative.funding.filter(\.counts)
      let isPayer = paid.contains { $0.by == actor }
      if initiative.isOpen {
        if initiative.lead == actor { leads.append(initiative.id) }
        if isPayer {
          pays.append(initiative.id)
          if !paid.contains(where: { $0.by != nil && $0.by != actor }) { paysAlone.append(initiative.id) }
        }
      }
      if initiative.lead == actor || isPayer { isInvolved = true }
      for upscaling in initiative.upscaling {
        guard let successor = upscaling.takenOverBy, successor != actor,
          upscaling.initiator.map({ $0 == actor }) ?? initiative.people.contains(actor)
        else { continue }
        handOvers.append(
          HandOver(initiative: initiative.id, successor: successor, on: upscaling.confirmedOn ?? initiative.to, trust: facts.trustIn(successor)))
      }
    }
    self.leads = leads
    self.pays = pays
    self.paysAlone = paysAlone
    self.handOvers = handOvers
    let money = contributions ?? Contributions(session)
    let shares = money.phases.indices.compactMap { phase -> Share? in
      guard let outside = money.share(of: phase) else { return nil }
      return Share(phase: money.phases[phase], outside: outside, own: money.share(of: phase, from: { $0.id == actor }) ?? 0)
    }
    self.shares = shares

    var obstacles: [Obstacle] = []
    if facts.trustIn(actor).byAll.count == 0 { obstacles.append(.trustNotRead) }
    if !pairs.isEmpty { obstacles.append(.losesPairs(pairs.count)) }
    if !leads.isEmpty { obstacles.append(.losesLead(leads)) }
    if !paysAlone.isEmpty { obstacles.append(.losesMoney(paysAlone)) }
    if session.stakeholders.of(actor, { $0.isProject || $0.has(.honestBroker) }) == true {
      if let first = shares.first, let last = shares.last, shares.count > 1, last.outside > 0, last.outside >= first.outside {
        obstacles.append(.shareNotFalling(last.outside))
      }
      if let best = handOvers.first(where: { $0.on != nil && $0.trust.isTrustedByBoth == true }) ?? handOvers.first {
        if best.on == nil { obstacles.append(.handOverUndated(best.successor)) }
        switch best.trust.isTrustedByBoth {
        case true?: break
        case false?: obstacles.append(.successorNotTrusted(best.successor))
        case nil: obstacles.append(.successorNotRead(best.successor))
        }
      } else if isInvolved || session.stakeholders.of(actor, { $0.has(.honestBroker) }) == true {
        obstacles.append(.noHandOver)
      }
    }
    self.obstacles = obstacles
  }
}
