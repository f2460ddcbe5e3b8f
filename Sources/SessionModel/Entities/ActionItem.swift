import JSON

/// Who does what by when.
public struct ActionItem: Entity {
  public static let kind = EntityKind.action
  public static let collection: WritableKeyPath<Session, EntityCollection<ActionItem>> & Sendable = \.actions

  public var id: EntityID
  public var what = ""
  public var initiative: EntityID?
  /// The stakeholder that answers for it.
  public var owner: EntityID?
  /// The person, when one is named.
  public var person: EntityID?
  /// Or in free words, when the owner is not on the map.
  public var ownerName = ""
  public var from: PartialDate?
  public var due: PartialDate?
  public var status: Choice<ActionStatus>?
  public var doneOn: PartialDate?
  /// Working days.
  public var effort: Int?
  public var dependsOn: [EntityID] = []
  /// The agenda item during which it was agreed.
  public var agreedAt: EntityID?
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { what }

  public static let fields: [Field<ActionItem>] =
    [
      Field("what", \.what).prominent,
      Field("owner", \.owner, .reference(.entities([.stakeholder]))).prominent,
      Field("due", \.due).prominent,
      Field("status", \.status).prominent,
      Field("initiative", \.initiative, .reference(.entities([.initiative]))).prominent,
      Field("person", \.person, .reference(.entities([.participant]))).prominent,
    ]
    + group("details", [
      Field("ownerName", \.ownerName),
      Field("from", \.from),
      Field("doneOn", \.doneOn),
      Field("effort", \.effort, .number(0...10_000, unit: "days")),
      Field("dependsOn", \.dependsOn, .references(.entities([.action]))),
      Field("agreedAt", \.agreedAt, .reference(.agendaItem)),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}
