import JSON

/// Whoever takes part in the chain or shapes it: a group, firm, institution or person.
public struct Stakeholder: Entity {
  public static let kind = EntityKind.stakeholder
  public static let collection: WritableKeyPath<Session, EntityCollection<Stakeholder>> & Sendable = \.stakeholders

  public var id: EntityID
  public var name = ""
  public var type: Choice<StakeholderKind>?
  public var segment: EntityID?
  public var sector: Choice<Sector>?
  public var size: Choice<EnterpriseSize>?
  public var people: [Figure] = []
  public var women: [Figure] = []
  public var youth: [Figure] = []
  public var place = ""
  public var insideCluster: Bool?
  public var languages: [String] = []
  public var needsSpokenMaterial: Bool?
  /// The months in which it has no time for anything new, as `6-9` or `6,7,8`.
  public var busyMonths = ""
  public var supplies: [Supply] = []
  /// 1…5
  public var capacity: Int?
  public var roles: [Choice<StakeholderRole>] = []
  /// 1…5; with interest and capacity the anchor test (Cluster approach, best practice on anchor firms).
  public var visionary: Int?
  /// 1…5
  public var cooperative: Int?
  public var contribution = ""
  public var possibleContribution = ""
  public var wants = ""
  public var needsResearch = ""
  public var contact = ""
  public var organisation: [OrganisationProfile] = []
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { name }

  /// The sector it was given, or else the usual one of its kind.
  public var effectiveSector: Sector? { sector?.option ?? type?.option?.usualSector }

  public static let fields: [Field<Stakeholder>] =
    [
      Field("name", \.name).prominent,
      Field("type", \.type).prominent,
      Field("segment", \.segment, .reference(.segment)).prominent,
      Field("roles", \.roles).prominent,
      Field("size", \.size).prominent,
      Field("people", \.people, .figures(hint: "people")).prominent,
    ]
    + group("power", [
      Field(reading: "influence", .influence, .scale(.level)).confidential,
      Field(reading: "interest", .interest, .scale(.level)).confidential,
      Field(reading: "stance", .stance, .scale(.stance)).confidential,
      Field(reading: "engagement", .engagement, .choice(ChoiceList(Engagement.self))),
      Field("capacity", \.capacity, .scale(.level)).confidential,
      Field("visionary", \.visionary, .scale(.level)).confidential,
      Field("cooperative", \.cooperative, .scale(.level)).confidential,
    ])
    + group("contribution", [
      Field("contribution", \.contribution, .longText),
      Field("possibleContribution", \.possibleContribution, .longText),
      Field("wants", \.wants, .longText),
      Field("needsResearch", \.needsResearch),
    ])
    + group("who", [
      Field("sector", \.sector),
      Field("women", \.women, .figures(hint: "people")),
      Field("youth", \.youth, .figures(hint: "people")),
      Field("place", \.place),
      Field("insideCluster", \.insideCluster),
      Field("languages", \.languages),
      Field("needsSpokenMaterial", \.needsSpokenMaterial).confidential,
      Field("busyMonths", \.busyMonths),
      Field("supplies", \.supplies),
      Field("contact", \.contact).confidential,
    ])
    + group("organisation", [
      Field(reading: "members", .members, .figures(hint: "members")),
      Field("organisation", \.organisation),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}

/// What a stakeholder can deliver.
public struct Supply: ItemRecord {
  public static let recordName = "supply"
  public var id: EntityID
  public var product = ""
  public var variety = ""
  public var volume: [Figure] = []
  /// The months it can deliver, as `6-9` or `6,7,8`.
  public var months = ""
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Supply>] = [
    Field("product", \.product).prominent,
    Field("variety", \.variety).prominent,
    Field("volume", \.volume, .figures(hint: "t")).prominent,
    Field("months", \.months).prominent,
  ]
  public static let description = describe()
}

/// What a collective action organisation has besides (Collective action, Collective Action Organizations and their risks). At most one a stakeholder.
public struct OrganisationProfile: ItemRecord {
  public static let recordName = "organisationProfile"
  public var id: EntityID
  public var foundedOn: PartialDate?
  public var foundedBy: Choice<FoundedBy>?
  public var registered: PartialDate?
  public var parentBody: EntityID?
  public var services: [OfferedService] = []
  public var womenInLeadership: [Figure] = []
  /// Per cent of its income.
  public var aidShare: Int?
  public var dues: [Figure] = []
  public var duesScaleWith = ""
  public var managerSkills: Int?
  public var memberOwnership: Int?
  /// −2 serves customers alone … +2 serves members alone.
  public var memberCustomerBalance: Int?
  public var freeRidingRisk: Int?
  public var sideSellingRisk: Int?
  public var conflictControl = ""
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<OrganisationProfile>] = [
    Field("foundedOn", \.foundedOn).prominent,
    Field("foundedBy", \.foundedBy).prominent,
    Field("registered", \.registered).prominent,
    Field("parentBody", \.parentBody, .reference(.entities([.stakeholder]))).prominent,
    Field("services", \.services),
    Field("womenInLeadership", \.womenInLeadership, .figures(hint: "people")),
    Field("aidShare", \.aidShare, .number(0...100, unit: "percent")).confidential,
    Field("dues", \.dues, .figures(hint: "money")),
    Field("duesScaleWith", \.duesScaleWith),
    Field("managerSkills", \.managerSkills, .scale(.level)).confidential,
    Field("memberOwnership", \.memberOwnership, .scale(.level)).confidential,
    Field("memberCustomerBalance", \.memberCustomerBalance, .scale(.power)).confidential,
    Field("freeRidingRisk", \.freeRidingRisk, .scale(.level)).confidential,
    Field("sideSellingRisk", \.sideSellingRisk, .scale(.level)).confidential,
    Field("conflictControl", \.conflictControl).confidential,
  ]
  public static let description = describe()
}

public struct OfferedService: ItemRecord {
  public static let recordName = "offeredService"
  public var id: EntityID
  public var service: Choice<ServiceKind>?
  public var since: PartialDate?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<OfferedService>] = [Field("service", \.service).prominent, Field("since", \.since).prominent]
  public static let description = describe()
}
