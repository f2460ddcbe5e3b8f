import JSON

/// Something that holds the chain back, or an opportunity that it misses.
public struct Constraint: Entity {
  public static let kind = EntityKind.constraint
  public static let collection: WritableKeyPath<Session, EntityCollection<Constraint>> & Sendable = \.constraints

  public var id: EntityID
  public var name = ""
  public var type: Choice<ConstraintType>?
  public var sits: Choice<ConstraintPlace>?
  public var segments: [EntityID] = []
  public var affected: [EntityID] = []
  public var causedBy: [EntityID] = []
  /// 1…5
  public var severity: Int?
  /// 1…5
  public var feasibility: Int?
  public var identifiedOn: PartialDate?
  public var identifiedJointly: Bool?
  public var oneFirmCanSolve: Bool?
  public var votes: Int?
  public var status: Choice<ConstraintStatus>?
  public var resolvedBy: [EntityID] = []
  public var resolvedOn: PartialDate?
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { name }

  public static let fields: [Field<Constraint>] =
    [
      Field("name", \.name).prominent,
      Field("sits", \.sits).prominent,
      Field("votes", \.votes, .number(0...100_000, unit: "votes")).prominent,
      Field("severity", \.severity, .scale(.level)).prominent,
      Field("feasibility", \.feasibility, .scale(.level)).prominent,
      Field("status", \.status).prominent,
    ]
    + group("where", [
      Field("type", \.type),
      Field("segments", \.segments, .references(.segment)),
      Field("affected", \.affected, .references(.entities([.stakeholder]))),
      Field("causedBy", \.causedBy, .references(.entities([.constraint]))),
      Field("identifiedOn", \.identifiedOn),
      Field("identifiedJointly", \.identifiedJointly),
      Field("oneFirmCanSolve", \.oneFirmCanSolve),
    ])
    + group("solution", [
      Field("resolvedBy", \.resolvedBy, .references(.entities([.initiative]))),
      Field("resolvedOn", \.resolvedOn),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}
