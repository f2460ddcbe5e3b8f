import JSON

/// A person in the room. Without consent they are printed only as a count.
public struct Participant: Entity {
  public static let kind = EntityKind.participant
  public static let collection: WritableKeyPath<Session, EntityCollection<Participant>> & Sendable = \.participants

  public var id: EntityID
  public var name = ""
  public var stakeholder: EntityID?
  public var gender: Choice<Gender>?
  public var ageGroup: Choice<AgeGroup>?
  public var contact = ""
  public var consent: Bool?
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { name }

  public static let fields: [Field<Participant>] =
    [
      Field("name", \.name).prominent,
      Field("stakeholder", \.stakeholder, .reference(.entities([.stakeholder]))).prominent,
      Field("gender", \.gender).prominent,
      Field("ageGroup", \.ageGroup).prominent,
      Field("contact", \.contact).prominent.confidential,
      Field("consent", \.consent).prominent,
    ]
    + Common.fields(\.common)
  public static let description = describe()
}
