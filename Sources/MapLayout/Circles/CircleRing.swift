import SessionModel

/// How near a stakeholder is to what is being done together.
///
/// Whoever takes part stands in the middle ring, and in the core when it carries the others: an anchor firm, a leader, an honest broker, an aggregation point,
/// or one of the tenth with most ties. Who is missing, invited, reluctant or gone stands in the outer ring. Of those whose engagement was never noted
/// the ones with such a role stand in the core, those with as many ties as half of the others in the middle ring, the rest outside.
public enum CircleRing: Int, CaseIterable, Sendable {
  case core, involved, outer

  /// The ties from which on one belongs to the core or to the middle ring.
  public struct Bounds: Sendable {
    var core: Int
    var involved: Int

    init(degrees: [Int]) {
      let sorted = degrees.sorted()
      core = max(4, sorted.isEmpty ? 0 : sorted[sorted.count * 9 / 10])
      involved = max(1, sorted.isEmpty ? 0 : sorted[sorted.count / 2])
    }
  }

  static func of(_ engagement: Engagement?, roles: [StakeholderRole], ties: Int, _ bounds: Bounds) -> CircleRing {
    let carries = roles.contains { $0 == .anchorFirm || $0 == .leader || $0 == .honestBroker || $0 == .aggregationPoint }
    switch engagement {
    case .takingPart: return carries || ties >= bounds.core ? .core : .involved
    case .missing, .invited, .reluctant, .left: return .outer
    case nil: return carries ? .core : ties >= bounds.involved ? .involved : .outer
    }
  }
}
