import SessionModel

/// Small or large, as the documents set them apart: trust between the two is what a cluster has to build first
/// (Cluster approach, Engendering trust).
public enum SizeGroup: Int, CaseIterable, Sendable { case small, large }

extension Stakeholder {
  /// The group an enterprise belongs to: micro, small and people on their own against medium and large. Nil for those outside business
  /// (government, research, donors), of which neither is said, and for an enterprise whose size is not known.
  public var sizeGroup: SizeGroup? {
    guard (effectiveSector ?? .business) == .business, let size = size?.option else { return nil }
    return size.isSmall ? .small : .large
  }
}

/// Which stakeholders of a session are small or large, and in which segment each stands.
public struct Grouping: Sendable {
  private struct Place: Sendable {
    var size: SizeGroup?
    var segment: EntityID?
  }

  private var places: [EntityID: Place] = [:]

  /// Of nobody.
  public init() {}

  public init(_ session: Session) {
    places.reserveCapacity(session.stakeholders.count)
    session.stakeholders.forEach { places[$0.id] = Place(size: $0.sizeGroup, segment: $0.segment) }
  }

  public func size(of id: EntityID) -> SizeGroup? { places[id]?.size }
  public func segment(of id: EntityID) -> EntityID? { places[id]?.segment }

  /// Every scope that a direction of trust belongs to.
  func scopes(of pair: TrustPair) -> TrustScopes {
    guard let from = places[pair.from], let to = places[pair.to] else { return .all }
    var scopes = TrustScopes.all
    switch (from.size, to.size) {
    case (.small, .small): scopes.insert(.withinSmall)
    case (.large, .large): scopes.insert(.withinLarge)
    case (.small, .large): scopes.formUnion([.smallToLarge, .betweenSizes])
    case (.large, .small): scopes.formUnion([.largeToSmall, .betweenSizes])
    default: break
    }
    if let one = from.segment, let other = to.segment { scopes.insert(one == other ? .withinSegments : .acrossSegments) }
    return scopes
  }
}

/// Between whom trust is averaged (Cluster approach, Engendering trust: within a segment, across segments, between small and large).
public enum TrustScope: Int, CaseIterable, Sendable {
  case all, betweenSizes, smallToLarge, largeToSmall, withinSmall, withinLarge, acrossSegments, withinSegments
}

/// Several scopes at once, a bit each.
struct TrustScopes: OptionSet, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }
  init(_ scope: TrustScope) { rawValue = 1 << UInt8(scope.rawValue) }

  static let all = TrustScopes(.all)
  static let betweenSizes = TrustScopes(.betweenSizes)
  static let smallToLarge = TrustScopes(.smallToLarge)
  static let largeToSmall = TrustScopes(.largeToSmall)
  static let withinSmall = TrustScopes(.withinSmall)
  static let withinLarge = TrustScopes(.withinLarge)
  static let acrossSegments = TrustScopes(.acrossSegments)
  static let withinSegments = TrustScopes(.withinSegments)
}
