import JSON

/// A type that a field can hold: it knows its empty value, its place in the file and its form without a Swift type.
public protocol Storable: Hashable, Sendable {
  /// Whether it is the empty value, which is not written.
  var isAbsent: Bool { get }
  /// The kind of a field of this type unless the field says otherwise.
  static var kind: FieldKind { get }
  init(from reader: inout JSONReader) throws(JSONError)
  /// Writes a value that is not absent.
  func write(to writer: inout JSONWriter)
  var erased: FieldValue { get }
  /// Nil if the value is of another kind.
  init?(erased: FieldValue)
}

extension String: Storable {
  public var isAbsent: Bool { isEmpty }
  public static var kind: FieldKind { .text }
  public init(from reader: inout JSONReader) throws(JSONError) { self = try reader.string() }
  public func write(to writer: inout JSONWriter) { writer.string(self) }
  public var erased: FieldValue { isEmpty ? .empty : .text(self) }
  public init?(erased: FieldValue) {
    switch erased {
    case .empty: self = ""
    case .text(let text): self = text
    default: return nil
    }
  }
}

extension Optional: Storable where Wrapped: StorableOnce {
  public var isAbsent: Bool { if case .none = self { true } else { false } }
  public static var kind: FieldKind { Wrapped.kind }
  public init(from reader: inout JSONReader) throws(JSONError) { self = try Wrapped(from: &reader) }
  public func write(to writer: inout JSONWriter) { self?.write(to: &writer) }
  public var erased: FieldValue { self?.erased ?? .empty }
  public init?(erased: FieldValue) {
    if erased.isEmpty {
      self = .none
    } else if let value = Wrapped(erased: erased) {
      self = .some(value)
    } else {
      return nil
    }
  }
}

extension Array: Storable where Element: StorableMany {
  public var isAbsent: Bool { isEmpty }
  public static var kind: FieldKind { Element.manyKind }
  public init(from reader: inout JSONReader) throws(JSONError) { self = try Element.readMany(from: &reader) }
  public func write(to writer: inout JSONWriter) { Element.writeMany(self, to: &writer) }
  public var erased: FieldValue { isEmpty ? .empty : Element.erasedMany(self) }
  public init?(erased: FieldValue) {
    if erased.isEmpty {
      self = []
    } else if let values = Element.many(erased: erased) {
      self = values
    } else {
      return nil
    }
  }
}

/// A value that is there once or not at all.
public protocol StorableOnce: Hashable, Sendable {
  static var kind: FieldKind { get }
  init(from reader: inout JSONReader) throws(JSONError)
  func write(to writer: inout JSONWriter)
  var erased: FieldValue { get }
  init?(erased: FieldValue)
}

/// A value of which a field holds a list.
public protocol StorableMany: Hashable, Sendable {
  static var manyKind: FieldKind { get }
  static func readMany(from reader: inout JSONReader) throws(JSONError) -> [Self]
  static func writeMany(_ values: [Self], to writer: inout JSONWriter)
  static func erasedMany(_ values: [Self]) -> FieldValue
  static func many(erased: FieldValue) -> [Self]?
}

extension Int: StorableOnce {
  public static var kind: FieldKind { .number(0...1_000_000_000, unit: nil) }

  /// A file's numbers have at most ten digits, beyond what any field asks for: sums and multiples of many of them cannot overflow.
  private static let limit = 9_999_999_999

  public init(from reader: inout JSONReader) throws(JSONError) {
    let number = try reader.integer()
    guard number.magnitude <= Int.limit else { throw reader.error(.integerOutOfRange) }
    self = number
  }
  public func write(to writer: inout JSONWriter) { writer.integer(self) }
  public var erased: FieldValue { .number(self) }
  public init?(erased: FieldValue) {
    guard case .number(let number) = erased else { return nil }
    self = number
  }
}

extension Bool: StorableOnce {
  public static var kind: FieldKind { .flag }
  public init(from reader: inout JSONReader) throws(JSONError) { self = try reader.bool() }
  public func write(to writer: inout JSONWriter) { writer.bool(self) }
  public var erased: FieldValue { .flag(self) }
  public init?(erased: FieldValue) {
    guard case .flag(let flag) = erased else { return nil }
    self = flag
  }
}

extension Choice: StorableOnce, StorableMany where Option: ChoiceOption {
  public static var kind: FieldKind { .choice(ChoiceList(Option.self)) }
  public init(from reader: inout JSONReader) throws(JSONError) { self.init(code: try reader.string()) }
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .known(let option):
      // The program's own codes need no escape.
      var code = option.rawValue
      code.withUTF8 { writer.plain($0) }
    case .unknown(let code): writer.string(code)
    }
  }
  public var erased: FieldValue { .choice(code) }
  public init?(erased: FieldValue) {
    guard case .choice(let code) = erased else { return nil }
    self.init(code: code)
  }

  public static var manyKind: FieldKind { .choices(ChoiceList(Option.self)) }
  public static func readMany(from reader: inout JSONReader) throws(JSONError) -> [Choice] {
    try readList(from: &reader) { reader throws(JSONError) in try Choice(from: &reader) }
  }
  public static func writeMany(_ values: [Choice], to writer: inout JSONWriter) {
    writeList(values, to: &writer) { value, writer in value.write(to: &writer) }
  }
  public static func erasedMany(_ values: [Choice]) -> FieldValue { .choices(values.map(\.code)) }
  public static func many(erased: FieldValue) -> [Choice]? {
    guard case .choices(let codes) = erased else { return nil }
    return codes.map { Choice(code: $0) }
  }
}

extension String: StorableMany {
  public static var manyKind: FieldKind { .strings }
  public static func readMany(from reader: inout JSONReader) throws(JSONError) -> [String] {
    try readList(from: &reader) { reader throws(JSONError) in try reader.string() }
  }
  public static func writeMany(_ values: [String], to writer: inout JSONWriter) {
    writeList(values, to: &writer) { value, writer in writer.string(value) }
  }
  public static func erasedMany(_ values: [String]) -> FieldValue { .strings(values) }
  public static func many(erased: FieldValue) -> [String]? {
    guard case .strings(let values) = erased else { return nil }
    return values
  }
}

extension EntityID: StorableOnce, StorableMany {
  public static var kind: FieldKind { .reference(.entities([])) }
  public init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.offset
    if let id = try reader.packedASCII({ EntityID($0) }) {
      self = id
      return
    }
    let text = try reader.string()
    guard let id = EntityID(text) else { throw reader.error(.invalidValue("id"), at: start) }
    self = id
  }
  public func write(to writer: inout JSONWriter) { withBytes { writer.plain($0) } }
  public var erased: FieldValue { .reference(self) }
  public init?(erased: FieldValue) {
    guard case .reference(let id) = erased else { return nil }
    self = id
  }

  public static var manyKind: FieldKind { .references(.entities([])) }
  public static func readMany(from reader: inout JSONReader) throws(JSONError) -> [EntityID] {
    try readList(from: &reader) { reader throws(JSONError) in try EntityID(from: &reader) }
  }
  public static func writeMany(_ values: [EntityID], to writer: inout JSONWriter) {
    writeList(values, to: &writer) { value, writer in value.write(to: &writer) }
  }
  public static func erasedMany(_ values: [EntityID]) -> FieldValue { .references(values) }
  public static func many(erased: FieldValue) -> [EntityID]? {
    guard case .references(let ids) = erased else { return nil }
    return ids
  }
}

extension PartialDate: StorableOnce, StorableMany {
  public static var kind: FieldKind { .date }
  public init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.offset
    if let date = try reader.shortASCII({ PartialDate(bytes: $0) }) {
      self = date
      return
    }
    guard let date = PartialDate(try reader.string()) else { throw reader.error(.invalidValue("date"), at: start) }
    self = date
  }
  public func write(to writer: inout JSONWriter) { writer.plain(atMost: 10) { spell(at: $0) } }
  public var erased: FieldValue { .date(self) }
  public init?(erased: FieldValue) {
    guard case .date(let date) = erased else { return nil }
    self = date
  }

  public static var manyKind: FieldKind { .strings }
  public static func readMany(from reader: inout JSONReader) throws(JSONError) -> [PartialDate] {
    try readList(from: &reader) { reader throws(JSONError) in try PartialDate(from: &reader) }
  }
  public static func writeMany(_ values: [PartialDate], to writer: inout JSONWriter) {
    writeList(values, to: &writer) { value, writer in writer.string(value.description) }
  }
  public static func erasedMany(_ values: [PartialDate]) -> FieldValue { .strings(values.map(\.description)) }
  public static func many(erased: FieldValue) -> [PartialDate]? {
    guard case .strings(let texts) = erased else { return nil }
    let dates = texts.compactMap { PartialDate($0) }
    return dates.count == texts.count ? dates : nil
  }
}

extension Instant: StorableOnce {
  public static var kind: FieldKind { .moment }
  public init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.offset
    if let instant = try reader.plainASCII({ Instant(bytes: $0) }) {
      self = instant
      return
    }
    guard let instant = Instant(try reader.string()) else { throw reader.error(.invalidValue("moment"), at: start) }
    self = instant
  }
  public func write(to writer: inout JSONWriter) { writer.plain(atMost: 25) { spell(at: $0) } }
  public var erased: FieldValue { .moment(self) }
  public init?(erased: FieldValue) {
    guard case .moment(let instant) = erased else { return nil }
    self = instant
  }
}

extension Figure: StorableMany {
  public static var manyKind: FieldKind { .figures(hint: nil) }
  public static func readMany(from reader: inout JSONReader) throws(JSONError) -> [Figure] {
    try readList(from: &reader) { reader throws(JSONError) in
      let start = reader.offset
      if let figure = try reader.plainASCII({ Figure(plain: $0) }) { return figure }
      guard let figure = Figure(notation: try reader.string()) else { throw reader.error(.invalidValue("figure"), at: start) }
      return figure
    }
  }
  public static func writeMany(_ values: [Figure], to writer: inout JSONWriter) {
    writeList(values, to: &writer) { value, writer in writer.string(value.notation) }
  }
  public static func erasedMany(_ values: [Figure]) -> FieldValue { .figures(values) }
  public static func many(erased: FieldValue) -> [Figure]? {
    guard case .figures(let figures) = erased else { return nil }
    return figures
  }
}

extension Levels: Storable {
  public var isAbsent: Bool { isEmpty }
  public static var kind: FieldKind { .levels }
  public init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.offset
    var counts: (Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0)
    var count = 0
    try reader.beginArray()
    while try reader.nextElement() {
      let value = try reader.integer()
      switch count {
      case 0: counts.0 = value
      case 1: counts.1 = value
      case 2: counts.2 = value
      case 3: counts.3 = value
      default: counts.4 = value
      }
      count += 1
    }
    guard count == 5, let levels = Levels(counts.0, counts.1, counts.2, counts.3, counts.4) else { throw reader.error(.invalidValue("levels"), at: start) }
    self = levels
  }
  public func write(to writer: inout JSONWriter) { writeList(counts, to: &writer) { count, writer in writer.integer(count) } }
  public var erased: FieldValue { isEmpty ? .empty : .levels(self) }
  public init?(erased: FieldValue) {
    switch erased {
    case .empty: self = Levels()
    case .levels(let levels): self = levels
    default: return nil
    }
  }
}

func readList<Element>(
  from reader: inout JSONReader, _ element: (inout JSONReader) throws(JSONError) -> Element
) throws(JSONError) -> [Element] {
  var values: [Element] = []
  try reader.beginArray()
  while try reader.nextElement() { values.append(try element(&reader)) }
  return values
}

func writeList<Element>(_ values: [Element], to writer: inout JSONWriter, _ element: (Element, inout JSONWriter) -> Void) {
  writer.beginInlineArray()
  for value in values { element(value, &writer) }
  writer.endInlineArray()
}
