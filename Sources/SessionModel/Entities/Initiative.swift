import JSON

/// Something done together, to build trust or to upgrade the chain.
public struct Initiative: Entity {
  public static let kind = EntityKind.initiative
  public static let collection: WritableKeyPath<Session, EntityCollection<Initiative>> & Sendable = \.initiatives

  public var id: EntityID
  public var name = ""
  public var type: Choice<InitiativeKind>?
  public var constraints: [EntityID] = []
  public var endMarket: EntityID?
  public var phase: EntityID?
  public var intents: [Choice<Intent>] = []
  public var upgrading: Choice<Upgrading>?
  public var upgradingDriver: Choice<UpgradingDriver>?
  public var level: Choice<InitiativeLevel>?
  public var whySystemic = ""
  public var lead: EntityID?
  public var participants: [EntityID] = []
  public var beneficiaries: [Beneficiary] = []
  public var reach: [Figure] = []
  public var reachWomen: [Figure] = []
  public var reachYouth: [Figure] = []
  public var host: EntityID?
  /// 1 shared room, 2 shared trip, 3 shared work, 4 shared money, 5 joint venture.
  public var step: Int?
  /// 1…5
  public var risk: Int?
  /// 1…5, felt by the chain's own people at the start.
  public var ownership: Int?
  public var from: PartialDate?
  public var to: PartialDate?
  public var firstBenefitOn: PartialDate?
  public var needs: [EntityID] = []
  /// 1…5: the trust that must hold among the participants before it starts.
  public var needsTrust: Int?
  public var builds: [ExpectedTrust] = []
  public var funding: [Funding] = []
  public var firmCommits = ""
  public var status: Choice<InitiativeStatus>?
  public var result = ""
  public var resultFigure: [Figure] = []
  public var resultOn: PartialDate?
  public var lesson = ""
  public var upscaling: [Upscaling] = []
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { name }

  public static let fields: [Field<Initiative>] =
    [
      Field("name", \.name).prominent,
      Field("type", \.type).prominent,
      Field("status", \.status).prominent,
      Field("step", \.step, .scale(.step)).prominent,
      Field("lead", \.lead, .reference(.entities([.stakeholder]))).prominent,
      Field("participants", \.participants, .references(.entities([.stakeholder]))).prominent,
      Field("from", \.from).prominent,
      Field("to", \.to).prominent,
    ]
    + group("purpose", [
      Field("constraints", \.constraints, .references(.entities([.constraint]))),
      Field("endMarket", \.endMarket, .reference(.entities([.endMarket]))),
      Field("phase", \.phase, .reference(.phase)),
      Field("intents", \.intents),
      Field("upgrading", \.upgrading),
      Field("upgradingDriver", \.upgradingDriver),
      Field("level", \.level),
      Field("whySystemic", \.whySystemic, .longText),
    ])
    + group("people", [
      Field("host", \.host, .reference(.entities([.stakeholder]))),
      Field("beneficiaries", \.beneficiaries),
      Field("reach", \.reach, .figures(hint: "people")),
      Field("reachWomen", \.reachWomen, .figures(hint: "people")),
      Field("reachYouth", \.reachYouth, .figures(hint: "people")),
    ])
    + group("conditions", [
      Field("risk", \.risk, .scale(.level)),
      Field("ownership", \.ownership, .scale(.level)).confidential,
      Field("needs", \.needs, .references(.entities([.initiative]))),
      Field("needsTrust", \.needsTrust, .scale(.trust)).confidential,
      Field("builds", \.builds).confidential,
      Field("firstBenefitOn", \.firstBenefitOn),
    ])
    + group("money", [
      Field("funding", \.funding),
      Field("firmCommits", \.firmCommits),
    ])
    + group("result", [
      Field("result", \.result, .longText),
      Field("resultFigure", \.resultFigure),
      Field("resultOn", \.resultOn),
      Field("lesson", \.lesson, .longText),
      Field("upscaling", \.upscaling),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}

public struct Beneficiary: ItemRecord {
  public static let recordName = "beneficiary"
  public var id: EntityID
  public var stakeholder: EntityID?
  public var benefit = ""
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Beneficiary>] = [
    Field("stakeholder", \.stakeholder, .reference(.entities([.stakeholder]))).prominent.essential,
    Field("benefit", \.benefit).prominent,
  ]
  public static let description = describe()
}

/// A pair whose trust the initiative is expected to raise, and by how much.
public struct ExpectedTrust: ItemRecord {
  public static let recordName = "expectedTrust"
  public var id: EntityID
  public var from: EntityID?
  public var toward: EntityID?
  /// Levels, 1…4.
  public var gain: Int?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<ExpectedTrust>] = [
    Field("from", \.from, .reference(.entities([.stakeholder]))).prominent.essential,
    Field("toward", \.toward, .reference(.entities([.stakeholder]))).prominent.essential,
    Field("gain", \.gain, .number(1...4, unit: nil)).prominent,
  ]
  public static let description = describe()
}

public struct Funding: ItemRecord {
  public static let recordName = "funding"
  public var id: EntityID
  public var by: EntityID?
  public var amount: [Figure] = []
  public var form: Choice<Contribution>?
  public var answer: Choice<FundingAnswer>?
  public var purpose = ""
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Funding>] = [
    Field("by", \.by, .reference(.entities([.stakeholder]))).prominent,
    Field("amount", \.amount, .figures(hint: "money")).prominent,
    Field("form", \.form).prominent,
    Field("answer", \.answer).prominent,
    Field("purpose", \.purpose),
  ]
  public static let description = describe()
}

/// What taking a pilot to many would need (Upscaling). At most one an initiative.
public struct Upscaling: ItemRecord {
  public static let recordName = "upscaling"
  public var id: EntityID
  public var initiator: EntityID?
  public var reachNow: [Figure] = []
  public var reachTarget: [Figure] = []
  public var takenOverBy: EntityID?
  public var confirmedOn: PartialDate?
  public var costRecovery = ""
  public var strategyFit = ""
  public var facilitating = ""
  public var limiting = ""
  public var arbitration = ""
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Upscaling>] = [
    Field("takenOverBy", \.takenOverBy, .reference(.entities([.stakeholder]))).prominent,
    Field("confirmedOn", \.confirmedOn).prominent,
    Field("reachNow", \.reachNow, .figures(hint: "people")).prominent,
    Field("reachTarget", \.reachTarget, .figures(hint: "people")).prominent,
    Field("initiator", \.initiator, .reference(.entities([.stakeholder]))),
    Field("costRecovery", \.costRecovery, .longText),
    Field("strategyFit", \.strategyFit, .longText),
    Field("facilitating", \.facilitating, .longText),
    Field("limiting", \.limiting, .longText),
    Field("arbitration", \.arbitration),
  ]
  public static let description = describe()
}
