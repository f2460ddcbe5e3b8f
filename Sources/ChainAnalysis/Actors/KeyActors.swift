import SessionModel

/// Where many come together, and who holds others together (Upgrading plan; Cluster approach, Best practice on mapping leaders).
public struct KeyActors: Sendable {
  /// What the measures say of one stakeholder.
  public struct Place: Hashable, Sendable {
    public let id: EntityID
    /// With how many it is tied.
    public let degree: Int
    /// From how many it takes goods, labour or members.
    public let suppliers: Int
    /// The share of shortest ways between others that lead through it, 0…1; nil where nobody computed it.
    public let betweenness: Double?
    /// How near it is to all others, 0…1.
    public let closeness: Double?
    /// Without it some would lose their last way to each other.
    public let isCut: Bool
  }

  /// By this many stakeholders the measures that look at all ways take longer than a key may wait, and are left out unless asked for.
  public static let quickLimit = 700

  public let network: Network
  /// In the order of the network's members.
  public let places: [Place]
  public let bridges: [TrustPair]
  /// How many groups have no tie to each other; the largest first. Those tied to nobody are not counted.
  public let groups: [[EntityID]]
  public let untied: [EntityID]

  /// - Parameter isThorough: whether to compute betweenness and closeness, which for many thousands take seconds. By default below `quickLimit`.
  public init(_ session: Session, on day: PartialDate? = nil, isThorough: Bool? = nil) {
    let network = Network(session, on: day)
    self.network = network
    var suppliers: [EntityID: Set<EntityID>] = [:]
    session.relationships.forEach { tie in
      guard tie.stands(on: day), let from = tie.from, let to = tie.to, from != to else { return }
      if tie.type == .trade || tie.type == .labour || tie.type == .membership { suppliers[to, default: []].insert(from) }
    }
    let isThorough = isThorough ?? (network.count <= KeyActors.quickLimit)
    let betweenness = isThorough ? network.betweenness() : []
    let closeness = isThorough ? network.closeness() : []
    let weak = network.weakPoints()
    let cut = Set(weak.cutMembers)
    places = network.degrees.enumerated().map { place, degree in
      let id = network.members[place]
      return Place(
        id: id, degree: degree, suppliers: suppliers[id]?.count ?? 0, betweenness: isThorough ? betweenness[place] : nil,
        closeness: isThorough ? closeness[place] : nil, isCut: cut.contains(place))
    }
    bridges = weak.bridges.map { TrustPair(network.members[$0.0], network.members[$0.1]) }
    let all = network.groups()
    groups = all.filter { $0.count > 1 }.map { $0.map { network.members[$0] } }
    untied = all.filter { $0.count == 1 }.map { network.members[$0[0]] }
  }

  public func place(of id: EntityID) -> Place? { network.place(of: id).map { places[$0] } }

  /// Those into whom the goods, labour or membership of at least three run, the most first: points where a change reaches many.
  public func aggregationPoints(limit: Int) -> [Place] {
    let found = places.filter { $0.suppliers >= 3 }.sorted { a, b in
      if a.suppliers != b.suppliers { return a.suppliers > b.suppliers }
      let (first, second) = (a.betweenness ?? 0, b.betweenness ?? 0)
      return first != second ? first > second : a.id < b.id
    }
    return Array(found.prefix(max(0, limit)))
  }

  /// The rank of one by a measure, from 1; those with as much share it.
  public func rank(of id: EntityID, by measure: (Place) -> Double) -> Int? {
    guard let own = place(of: id) else { return nil }
    let value = measure(own)
    return places.reduce(1) { $0 + (measure($1) > value ? 1 : 0) }
  }
}
