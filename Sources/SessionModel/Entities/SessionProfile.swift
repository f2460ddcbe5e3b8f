import JSON

/// What the session is about: one in every session, under the id `session`.
public struct SessionProfile: Entity {
  public static let kind = EntityKind.session
  public static let collection: WritableKeyPath<Session, EntityCollection<SessionProfile>> & Sendable = \.profiles

  public var id: EntityID
  public var title = ""
  public var product = ""
  public var place = ""
  public var purpose = ""
  /// Two letters of ISO 639.
  public var language = ""
  /// Three letters of ISO 4217.
  public var currency = ""
  public var approach: Choice<Approach>?
  public var clusterTests: [Choice<ClusterTest>] = []
  public var vision = ""
  public var visionYear: Int?
  public var visionAgreedOn: PartialDate?
  public var visionEndorsedBy: [EntityID] = []
  public var phases: [Phase] = []
  public var segments: [Segment] = []
  public var thresholds: [Threshold] = []
  public var renamedWords: [RenamedWord] = []
  public var silenced: [SilencedAdvice] = []
  /// What two versions that were merged say differently, until it is settled.
  public var conflicts: [MergeConflict] = []
  public var assumptions: [Assumption] = []
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { title }

  public static let fields: [Field<SessionProfile>] =
    [
      Field("title", \.title).prominent,
      Field("product", \.product).prominent,
      Field("place", \.place).prominent,
      Field("purpose", \.purpose, .longText).prominent,
      Field("approach", \.approach).prominent,
      Field("vision", \.vision, .longText).prominent,
    ]
    + group("vision", [
      Field("visionYear", \.visionYear, .number(1900...2200, unit: nil)),
      Field("visionAgreedOn", \.visionAgreedOn),
      Field("visionEndorsedBy", \.visionEndorsedBy, .references(.entities([.stakeholder]))),
    ])
    + group("frame", [
      Field("language", \.language),
      Field("currency", \.currency),
      Field("clusterTests", \.clusterTests),
      Field("segments", \.segments),
      Field("phases", \.phases),
    ])
    + group("settings", [
      Field("thresholds", \.thresholds),
      Field("renamedWords", \.renamedWords),
      Field("silenced", \.silenced).confidential,
      Field("conflicts", \.conflicts).confidential,
      Field("assumptions", \.assumptions).confidential,
    ])
    + Common.fields(\.common)
  public static let description = describe()
}

/// A column of the chain, or a band below it.
public struct Segment: ItemRecord {
  public static let recordName = "segment"
  public var id: EntityID
  public var name = ""
  public var stage: Choice<Stage>?
  /// Can move ahead although no anchor firm takes part (Cluster approach, best practice on anchor firms).
  public var movesWithoutAnchor: Bool?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public init(_ id: EntityID, _ name: String, _ stage: Stage) {
    self.id = id
    self.name = name
    self.stage = .known(stage)
  }

  public var isBand: Bool { stage?.option?.isBand ?? false }

  public static let fields: [Field<Segment>] = [
    Field("name", \.name).prominent,
    Field("stage", \.stage).prominent,
    Field("movesWithoutAnchor", \.movesWithoutAnchor).prominent,
  ]
  public static let description = describe()
}

public struct Phase: ItemRecord {
  public static let recordName = "phase"
  public var id: EntityID
  public var name = ""
  public var from: PartialDate?
  public var to: PartialDate?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Phase>] = [
    Field("name", \.name).prominent, Field("from", \.from).prominent, Field("to", \.to).prominent,
  ]
  public static let description = describe()
}

/// A figure from which an advice rule speaks up, when the session wants another than the default.
public struct Threshold: ItemRecord {
  public static let recordName = "threshold"
  public var id: EntityID
  public var rule = ""
  public var value: Int?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Threshold>] = [Field("rule", \.rule).prominent, Field("value", \.value).prominent]
  public static let description = describe()
}

/// A word of the program's that this room says otherwise.
public struct RenamedWord: ItemRecord {
  public static let recordName = "renamedWord"
  public var id: EntityID
  public var word = ""
  public var says = ""
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<RenamedWord>] = [Field("word", \.word).prominent, Field("says", \.says).prominent]
  public static let description = describe()
}

/// Advice that was put aside, so that it does not come up again while it is about the same entries.
public struct SilencedAdvice: ItemRecord {
  public static let recordName = "silencedAdvice"
  public var id: EntityID
  /// The number of the rule.
  public var rule = ""
  public var about: [EntityID] = []
  public var reason = ""
  public var on: PartialDate?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<SilencedAdvice>] = [
    Field("rule", \.rule).prominent,
    Field("reason", \.reason).prominent,
    Field("on", \.on).prominent,
    Field("about", \.about, .references(.entities([]))),
  ]
  public static let description = describe()
}

/// A figure that the outlook supposes, when the session wants another than Rapport's own.
public struct Assumption: ItemRecord {
  public static let recordName = "assumption"
  public var id: EntityID
  /// Which one: `success-3`, the chance in percent that an initiative of risk 3 goes well; `gain-2`, `decay` and `failure` in hundredths of a level of
  /// trust; `open`, the chance in percent that something open is settled in time.
  public var about = ""
  public var value: Int?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Assumption>] = [Field("about", \.about).prominent, Field("value", \.value).prominent]
  public static let description = describe()
}
