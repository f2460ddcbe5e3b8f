import JSON

/// A tie between two stakeholders; its kind makes it vertical, horizontal, support or enabling.
public struct Relationship: Entity {
  public static let kind = EntityKind.relationship
  public static let collection: WritableKeyPath<Session, EntityCollection<Relationship>> & Sendable = \.relationships

  public var id: EntityID
  public var from: EntityID?
  public var to: EntityID?
  public var type: Choice<RelationshipKind>?
  public var status: Choice<RelationshipStatus>?
  public var since: PartialDate?
  public var until: PartialDate?
  public var mutual: Bool?
  public var flows: [Choice<Flow>] = []
  /// 1…5
  public var strength: Int?
  /// −2 `to` dominates … +2 `from` dominates.
  public var powerBalance: Int?
  public var contract: Choice<Contract>?
  public var price: [Figure] = []
  public var paymentDays: Int?
  /// Per cent of what is delivered.
  public var rejection: Int?
  public var embeddedService = ""
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { "" }

  public static let fields: [Field<Relationship>] =
    [
      Field("from", \.from, .reference(.entities([.stakeholder]))).prominent.essential,
      Field("to", \.to, .reference(.entities([.stakeholder]))).prominent.essential,
      Field("type", \.type).prominent,
      Field("status", \.status).prominent,
      Field("strength", \.strength, .scale(.level)).prominent,
      Field("since", \.since).prominent,
    ]
    + group("terms", [
      Field("until", \.until),
      Field("mutual", \.mutual),
      Field("flows", \.flows),
      Field("powerBalance", \.powerBalance, .scale(.power)).confidential,
      Field("contract", \.contract),
      Field("price", \.price, .figures(hint: "money")),
      Field("paymentDays", \.paymentDays, .number(0...3650, unit: "days")),
      Field("rejection", \.rejection, .number(0...100, unit: "percent")),
      Field("embeddedService", \.embeddedService),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}
