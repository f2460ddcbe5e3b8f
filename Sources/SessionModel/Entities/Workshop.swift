import JSON

/// A day (or half, or two) on which people meet to work on the session.
public struct Workshop: Entity {
  public static let kind = EntityKind.workshop
  public static let collection: WritableKeyPath<Session, EntityCollection<Workshop>> & Sendable = \.workshops

  public var id: EntityID
  public var name = ""
  public var on: PartialDate?
  public var place = ""
  public var host: EntityID?
  public var agenda: [AgendaItem] = []
  public var present: [EntityID] = []
  public var headcounts: [Headcount] = []
  public var decisions: [Decision] = []
  public var parkingLot: [ParkedThought] = []
  public var ballots: [Ballot] = []
  /// File names of photographs of the wall.
  public var pictures: [String] = []
  public var evaluation = ""
  public var nextMeeting: PartialDate?
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { name }

  public static let fields: [Field<Workshop>] =
    [
      Field("name", \.name).prominent,
      Field("on", \.on).prominent,
      Field("place", \.place).prominent,
      Field("host", \.host, .reference(.entities([.stakeholder]))).prominent,
      Field("agenda", \.agenda).prominent,
      Field("present", \.present, .references(.entities([.participant]))).prominent,
    ]
    + group("day", [
      Field("headcounts", \.headcounts),
      Field("decisions", \.decisions),
      Field("parkingLot", \.parkingLot),
      Field("ballots", \.ballots),
      Field("pictures", \.pictures),
      Field("evaluation", \.evaluation, .longText),
      Field("nextMeeting", \.nextMeeting),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}

public struct AgendaItem: ItemRecord {
  public static let recordName = "agendaItem"
  public var id: EntityID
  public var title = ""
  public var method = ""
  public var screen: Choice<WorkScreen>?
  public var minutes: Int?
  /// What is left to it of the planned minutes since the rest of the day was planned anew.
  public var replanned: Int?
  public var started: Instant?
  public var ended: Instant?
  public var breakoutGroups: [String] = []
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<AgendaItem>] = [
    Field("title", \.title).prominent,
    Field("minutes", \.minutes, .number(0...1440, unit: "minutes")).prominent,
    Field("method", \.method).prominent,
    Field("screen", \.screen).prominent,
    Field("replanned", \.replanned, .number(0...1440, unit: "minutes")),
    Field("started", \.started),
    Field("ended", \.ended),
    Field("breakoutGroups", \.breakoutGroups),
  ]
  public static let description = describe()
}

/// People present who are counted and not named.
public struct Headcount: ItemRecord {
  public static let recordName = "headcount"
  public var id: EntityID
  public var stakeholder: EntityID?
  public var gender: Choice<Gender>?
  public var ageGroup: Choice<AgeGroup>?
  public var people: Int?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Headcount>] = [
    Field("stakeholder", \.stakeholder, .reference(.entities([.stakeholder]))).prominent,
    Field("gender", \.gender).prominent,
    Field("ageGroup", \.ageGroup),
    Field("people", \.people, .number(0...100_000, unit: "people")).prominent,
  ]
  public static let description = describe()
}

public struct Decision: ItemRecord {
  public static let recordName = "decision"
  public var id: EntityID
  public var text = ""
  public var agendaItem: EntityID?
  public var at: Instant?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Decision>] = [
    Field("text", \.text).prominent, Field("agendaItem", \.agendaItem, .reference(.agendaItem)).prominent, Field("at", \.at),
  ]
  public static let description = describe()
}

/// A thought put aside for later, so that it is neither lost nor in the way.
public struct ParkedThought: ItemRecord {
  public static let recordName = "parkedThought"
  public var id: EntityID
  public var text = ""
  public var agendaItem: EntityID?
  public var at: Instant?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<ParkedThought>] = [
    Field("text", \.text).prominent, Field("agendaItem", \.agendaItem, .reference(.agendaItem)).prominent, Field("at", \.at),
  ]
  public static let description = describe()
}

public struct Ballot: ItemRecord {
  public static let recordName = "ballot"
  public var id: EntityID
  public var question = ""
  public var counted: Choice<BallotCount>?
  public var options: [BallotOption] = []
  public var revealed: Bool?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Ballot>] = [
    Field("question", \.question).prominent,
    Field("counted", \.counted).prominent,
    Field("revealed", \.revealed).prominent,
    Field("options", \.options).prominent,
  ]
  public static let description = describe()

  /// Its counts are for the facilitator alone until it is revealed.
  public var isCovered: Bool { revealed != true }
}

public struct BallotOption: ItemRecord {
  public static let recordName = "ballotOption"
  public var id: EntityID
  public var text = ""
  /// What the option stands for, when it was taken from the session.
  public var about: EntityID?
  public var group = ""
  public var dots: Int?
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<BallotOption>] = [
    Field("text", \.text).prominent,
    Field("dots", \.dots, .number(0...100_000, unit: "votes")).prominent,
    Field("group", \.group).prominent,
    Field("about", \.about, .reference(.entities([.constraint, .initiative, .stakeholder]))),
  ]
  public static let description = describe()
}
