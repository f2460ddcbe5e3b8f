import JSON

/// What is measured to see whether the plan works; its values are readings.
public struct Indicator: Entity {
  public static let kind = EntityKind.indicator
  public static let collection: WritableKeyPath<Session, EntityCollection<Indicator>> & Sendable = \.indicators

  public var id: EntityID
  public var name = ""
  public var type: Choice<IndicatorKind>?
  public var unit = ""
  public var split: Choice<IndicatorSplit>?
  public var initiative: EntityID?
  public var endMarket: EntityID?
  public var baseline: [Figure] = []
  public var baselineOn: PartialDate?
  public var target: [Figure] = []
  public var due: PartialDate?
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { name }

  public static let fields: [Field<Indicator>] =
    [
      Field("name", \.name).prominent,
      Field("type", \.type).prominent,
      Field(reading: "current", .indicator, .figures(hint: nil)).prominent,
      Field("baseline", \.baseline).prominent,
      Field("target", \.target).prominent,
      Field("due", \.due).prominent,
    ]
    + group("details", [
      Field("unit", \.unit),
      Field("split", \.split),
      Field("baselineOn", \.baselineOn),
      Field("initiative", \.initiative, .reference(.entities([.initiative]))),
      Field("endMarket", \.endMarket, .reference(.entities([.endMarket]))),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}
