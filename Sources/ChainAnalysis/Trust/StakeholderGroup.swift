import SessionModel

/// What kind of group a stakeholder is or speaks for, in the order in which they are shown: those whom the documents want heard come first
/// (Cluster approach, Engendering trust; Collective action, Small enterprises in value chains).
public enum StakeholderGroup: Int, CaseIterable, Sendable {
  /// Groups of producers, workers or neighbours of which more than half are women.
  case women
  /// Smallholders, workers and small growers.
  case smallProducers
  case smallFirms, largeFirms
  /// Cooperatives, associations, clusters and their apex bodies.
  case organisations
  case communities, publicBodies, knowledge
  /// Projects and donors.
  case outside
}

extension Stakeholder {
  /// Nil for a business of which neither kind nor size is known.
  public var group: StakeholderGroup? {
    if isProject { return .outside }
    if isMostlyWomen, isSmallProducer || effectiveSector == .civilSociety || sizeGroup == .small { return .women }
    if type?.option?.isCollective == true { return .organisations }
    switch effectiveSector {
    case .publicSector: return .publicBodies
    case .civilSociety: return .communities
    case .knowledge: return .knowledge
    case .donor: return .outside
    case .business, nil: break
    }
    if isSmallProducer { return .smallProducers }
    return sizeGroup.map { $0 == .small ? .smallFirms : .largeFirms }
  }

  /// Whether women are more than half of those it stands for; no where either was not counted.
  private var isMostlyWomen: Bool {
    guard let all = people.first?.amount, let women = women.first?.amount, all.unit == women.unit, all.approximate > 0 else { return false }
    return women.approximate * 2 > all.approximate
  }
}
