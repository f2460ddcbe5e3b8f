import JSON

/// One dated value of something that changes in time: how far `subject` trusts `toward`, a stakeholder's influence, an indicator.
///
/// The current one is the latest by day, then by when it was recorded, then by id. Trust runs from 1, antagonistic, to 5, would commit on a handshake,
/// and is a reading of a directed pair; a group may be read towards itself.
public struct Reading: Entity {
  public static let kind = EntityKind.reading
  public static let collection: WritableKeyPath<Session, EntityCollection<Reading>> & Sendable = \.readings

  public var id: EntityID
  public var aspect: Choice<Aspect>?
  /// Who trusts, whose influence, which indicator.
  public var subject: EntityID?
  /// Whom the subject trusts; only for trust.
  public var toward: EntityID?
  public var on: PartialDate?
  /// One answer: a level of the aspect's scale.
  public var score: Int?
  /// Or many answers, as the pile of slips had them.
  public var counts = Levels()
  /// Of these the women's.
  public var womenCounts = Levels()
  public var figure: [Figure] = []
  public var state: Choice<Engagement>?
  public var obtained: Choice<HowObtained>?
  public var restsOn: [Choice<TrustBasis>] = []
  /// The initiative or workshop that occasioned the change.
  public var occasion: EntityID?
  public var visibleTo: Choice<Visibility>?
  public var recordedAt: Instant?
  public var common = Common()
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public var ownName: String { "" }

  /// The level it says: the one answer, or the median of many.
  public var level: Int? { score ?? counts.median }

  /// Whether a split of the answers may be shown: never under five answers, where it would tell who said what.
  public var showsSplit: Bool { counts.total >= 5 }

  public static let fields: [Field<Reading>] =
    [
      Field("aspect", \.aspect).prominent,
      Field("subject", \.subject, .reference(.entities([.stakeholder, .indicator]))).prominent.essential,
      Field("toward", \.toward, .reference(.entities([.stakeholder]))).prominent.essential,
      Field("on", \.on).prominent,
      Field("score", \.score, .number(-2...5, unit: nil)).prominent,
      Field("counts", \.counts).prominent,
    ]
    + group("answers", [
      Field("womenCounts", \.womenCounts),
      Field("figure", \.figure),
      Field("state", \.state),
    ])
    + group("circumstances", [
      Field("obtained", \.obtained),
      Field("restsOn", \.restsOn),
      Field("occasion", \.occasion, .reference(.entities([.initiative, .workshop]))),
      Field("visibleTo", \.visibleTo),
      Field("recordedAt", \.recordedAt),
    ])
    + Common.fields(\.common)
  public static let description = describe()
}
