import JSON

/// What is kept of one way to draw the map: where the facilitator put things, and what is folded.
public struct MapView: Entity {
  public static let kind = EntityKind.mapView
  public static let collection: WritableKeyPath<Session, EntityCollection<MapView>> & Sendable = \.mapViews

  public var id: EntityID
  public var view: Choice<MapViewKind>?
  public var pinned: [PinnedPosition] = []
  public var folded: [EntityID] = []
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { "" }

  public static let fields: [Field<MapView>] =
    [
      Field("view", \.view).prominent,
      Field("pinned", \.pinned),
      Field("folded", \.folded, .references(.segment)),
    ]
    + Common.fields(\.common)
  public static let description = describe()
}

public struct PinnedPosition: ItemRecord {
  public static let recordName = "pinnedPosition"
  public var id: EntityID
  public var stakeholder: EntityID?
  public var x: Int?
  public var y: Int?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<PinnedPosition>] = [
    Field("stakeholder", \.stakeholder, .reference(.entities([.stakeholder]))).essential,
    Field("x", \.x, .number(-1_000_000...1_000_000, unit: nil)),
    Field("y", \.y, .number(-1_000_000...1_000_000, unit: nil)),
  ]
  public static let description = describe()
}
