/// What a field holds, and so how it is shown, entered, checked and described in the JSON Schema.
public indirect enum FieldKind: Hashable, Sendable {
  /// One line.
  case text
  /// Any number of lines.
  case longText
  case flag
  /// A whole number in a range, with an optional unit that the catalogue words (`people`, `minutes`).
  case number(ClosedRange<Int>, unit: String?)
  /// A small whole number whose levels the catalogue words; set by one digit.
  case scale(Scale)
  case choice(ChoiceList)
  case choices(ChoiceList)
  case date
  case moment
  /// Amounts with a unit; the hint is `money`, or a unit such as `t`.
  case figures(hint: String?)
  /// Counts of answers at the levels 1 to 5.
  case levels
  case reference(ReferenceTarget)
  case references(ReferenceTarget)
  case strings
  case items(RecordDescription)

  /// Whether a value may point at something, itself or through its items.
  var isReferring: Bool {
    switch self {
    case .reference, .references: true
    case .items(let items): !items.referring.isEmpty
    default: false
    }
  }

  /// Whether the value is (or holds) a single word, number or name that one table cell can show.
  public var isScalar: Bool {
    switch self {
    case .longText, .items: false
    default: true
    }
  }
}

/// The scales of the method. Levels run 1…5 unless said otherwise; empty is "not assessed" and never a level.
public enum Scale: String, CaseIterable, Sendable {
  /// 1 antagonistic … 5 would commit on a handshake.
  case trust
  /// 1 very low … 5 very high.
  case level
  /// −2 opposes … +2 champions.
  case stance
  /// −2 the other side dominates … +2 this side dominates.
  case power
  /// 1 shared room … 5 joint venture.
  case step

  public var range: ClosedRange<Int> {
    switch self {
    case .stance, .power: -2...2
    case .trust, .level, .step: 1...5
    }
  }
}

/// What a reference may point at.
public enum ReferenceTarget: Hashable, Sendable {
  case entities([EntityKind])
  /// An item of the session profile or of a workshop.
  case segment, phase, agendaItem

  /// Whether an id of this target names an entity rather than an item.
  public var kinds: [EntityKind] {
    if case .entities(let kinds) = self { return kinds }
    return []
  }
}

/// The fields of a record without its Swift type.
public struct RecordDescription: Hashable, Sendable {
  /// As in the catalogue and the JSON Schema: `stakeholder`, `agendaItem`.
  public let name: String
  public let fields: [FieldDescription]
  /// A new, empty record of this type.
  public let make: @Sendable (EntityID) -> any Record
  /// How its stored fields are read and written.
  let slots: RecordSlots
  /// Places of the fields that refer to something or hold items that do.
  let referring: [Int]
  /// Of these the places of items.
  let referringItems: [Int]

  public static func == (a: RecordDescription, b: RecordDescription) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  public func field(_ key: String) -> FieldDescription? { fields.first { $0.key == key } }
}

/// One field without its Swift type. Label and help are found in the catalogue by `record` and `key`.
public struct FieldDescription: Hashable, Sendable {
  /// The record it belongs to.
  public let record: String
  /// Its key in the file.
  public let key: String
  public let kind: FieldKind
  /// Left out of room mode, default exports and reports (METHOD.md, Confidentiality).
  public let isConfidential: Bool
  /// One of the few fields that a form shows first and a table shows by default.
  public let isProminent: Bool
  /// Heading under which a form shows it; worded by the catalogue.
  public let group: String
  /// The dated reading that holds the value, when it changes in time and so is not stored in the record itself.
  public let aspect: Aspect?
  /// Whether the record makes no sense without what this reference points at, and goes when it goes.
  public let isEssential: Bool
  /// Its place among the record's fields.
  public let index: Int

  public static func == (a: FieldDescription, b: FieldDescription) -> Bool { a.record == b.record && a.key == b.key }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(record)
    hasher.combine(key)
  }

  /// `stakeholder.name`: how the catalogue and error messages name it.
  public var path: String { record + "." + key }
}
