import SessionModel

/// Support against power: who is for what is planned and who against, weighed by influence (METHOD.md, Who matters).
public struct Feasibility: Sendable {
  public struct Force: Hashable, Sendable {
    public let id: EntityID
    /// 1…5
    public let influence: Int
    /// −2…+2
    public let stance: Int
    /// The stance once those who take part in what is planned have come round by a step.
    public let planned: Int

    public var weight: Int { influence * stance }
    public var plannedWeight: Int { influence * planned }
  }

  /// The strongest first, whichever way they pull.
  public let forces: [Force]
  /// Those whose influence or stance was not assessed.
  public let unknown: [EntityID]

  /// - Parameter actors: whose forces count; by default everybody's.
  public init(_ facts: ChainFacts, among actors: [EntityID]? = nil) {
    var joining: Set<EntityID> = []
    facts.session.initiatives.forEach { initiative in
      guard initiative.status == .planned || initiative.status == .running else { return }
      joining.formUnion(initiative.people)
      joining.formUnion(initiative.beneficiaries.compactMap(\.stakeholder))
    }
    var forces: [Force] = []
    var unknown: [EntityID] = []
    for id in actors ?? facts.session.stakeholders.ids {
      guard let influence = facts.level(.influence, id), let stance = facts.level(.stance, id) else {
        unknown.append(id)
        continue
      }
      let bounded = min(max(-2, stance), 2)
      forces.append(
        Force(id: id, influence: min(max(1, influence), 5), stance: bounded, planned: joining.contains(id) ? min(2, bounded + 1) : bounded))
    }
    self.forces = forces.sorted { abs($0.weight) != abs($1.weight) ? abs($0.weight) > abs($1.weight) : $0.id < $1.id }
    self.unknown = unknown
  }

  public var support: Int { forces.reduce(0) { $0 + max(0, $1.weight) } }
  public var resistance: Int { forces.reduce(0) { $0 + max(0, -$1.weight) } }
  public var plannedSupport: Int { forces.reduce(0) { $0 + max(0, $1.plannedWeight) } }
  public var plannedResistance: Int { forces.reduce(0) { $0 + max(0, -$1.plannedWeight) } }

  /// The share of all pull that is for it, 0…1; nil when nobody pulls either way.
  public var share: Double? { Feasibility.share(support, resistance) }
  public var plannedShare: Double? { Feasibility.share(plannedSupport, plannedResistance) }

  private static func share(_ support: Int, _ resistance: Int) -> Double? {
    support + resistance == 0 ? nil : Double(support) / Double(support + resistance)
  }
}
