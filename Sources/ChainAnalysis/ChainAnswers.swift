import SessionModel

/// The answers that more than one place asks for: made once, then looked at by the advice, the inspectors and the overview. They hold no session.
public struct ChainAnswers: Sendable {
  public let anchors: AnchorCandidates
  public let network: KeyActors
  public let contributions: Contributions
  public let feasibility: Feasibility
  /// Those who trust each other, directly or over others; the largest group first.
  public let groups: [[EntityID]]
  /// Of those named honest brokers.
  public let exits: [EntityID: BrokerExit]

  public init(_ facts: ChainFacts) {
    let session = facts.session
    anchors = AnchorCandidates(facts)
    network = KeyActors(session, on: facts.today)
    let contributions = Contributions(session)
    self.contributions = contributions
    feasibility = Feasibility(facts)
    groups = facts.trust.groups(of: session)
    var exits: [EntityID: BrokerExit] = [:]
    session.stakeholders.forEach { if $0.has(.honestBroker) { exits[$0.id] = BrokerExit($0.id, facts, contributions) } }
    self.exits = exits
  }
}
