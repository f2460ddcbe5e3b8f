import JSON

/// Somebody who would buy, and how sure that is.
public struct EndMarket: Entity {
  public static let kind = EntityKind.endMarket
  public static let collection: WritableKeyPath<Session, EntityCollection<EndMarket>> & Sendable = \.endMarkets

  public var id: EntityID
  public var name = ""
  public var buyer: EntityID?
  public var product = ""
  public var variety = ""
  public var grade = ""
  public var channel: Choice<MarketChannel>?
  /// The months it buys, as `6-9` or `6,7,8`.
  public var season = ""
  public var volume: [Figure] = []
  public var prices: [MonthlyPrice] = []
  public var premium: [Figure] = []
  public var wantsOneCounterpart: Bool?
  public var growth: Choice<MarketGrowth>?
  public var standards: [String] = []
  public var competitors: [String] = []
  public var benchmark = ""
  public var evidence: Choice<Evidence>?
  /// Days on which producers were told what is asked, where nobody noted whom.
  public var toldOn: [PartialDate] = []
  public var tellings: [Telling] = []
  public var chosenFor: Choice<ChosenFor>?
  public var whyChosen = ""
  public var mitigations = ""
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { name }

  public static let fields: [Field<EndMarket>] =
    [
      Field("name", \.name).prominent,
      Field("buyer", \.buyer, .reference(.entities([.stakeholder]))).prominent,
      Field("product", \.product).prominent,
      Field("variety", \.variety).prominent,
      Field("volume", \.volume, .figures(hint: "t")).prominent,
      Field("evidence", \.evidence).prominent,
    ]
    + group("demand", [
      Field("grade", \.grade),
      Field("channel", \.channel),
      Field("season", \.season),
      Field("prices", \.prices),
      Field("premium", \.premium, .figures(hint: "money")),
      Field("wantsOneCounterpart", \.wantsOneCounterpart),
      Field("growth", \.growth),
      Field("standards", \.standards),
      Field("tellings", \.tellings),
      Field("toldOn", \.toldOn),
    ])
    + group("position", [
      Field("competitors", \.competitors),
      Field("benchmark", \.benchmark),
      Field("chosenFor", \.chosenFor),
      Field("whyChosen", \.whyChosen, .longText),
      Field("mitigations", \.mitigations, .longText),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}

public struct MonthlyPrice: ItemRecord {
  public static let recordName = "monthlyPrice"
  public var id: EntityID
  /// 1…12
  public var month: Int?
  public var price: [Figure] = []
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<MonthlyPrice>] = [
    Field("month", \.month, .number(1...12, unit: nil)).prominent, Field("price", \.price, .figures(hint: "money")).prominent,
  ]
  public static let description = describe()
}

/// That producers were told what the buyer asks: when, and to whom (Cluster approach, Best practice on communicating with stakeholders).
public struct Telling: ItemRecord {
  public static let recordName = "telling"
  public var id: EntityID
  public var on: PartialDate?
  public var to: [EntityID] = []
  /// What was told, when it was not all that is asked.
  public var what = ""
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<Telling>] = [
    Field("on", \.on).prominent,
    Field("to", \.to, .references(.entities([.stakeholder]))).prominent,
    Field("what", \.what).prominent,
  ]
  public static let description = describe()
}

extension EndMarket {
  /// Every time producers were told what is asked, the earliest first and those without a day last; nobody where only the day was noted.
  public var told: [(on: PartialDate?, to: [EntityID])] {
    let noted = tellings.map { (on: $0.on, to: $0.to) }
    let days = toldOn.filter { day in !noted.contains { $0.on == day } }.map { (on: Optional($0), to: [EntityID]()) }
    return (noted + days).enumerated().sorted { a, b in
      let (first, second) = (a.element.on?.firstDay ?? .max, b.element.on?.firstDay ?? .max)
      return first != second ? first < second : a.offset < b.offset
    }.map(\.element)
  }
}
