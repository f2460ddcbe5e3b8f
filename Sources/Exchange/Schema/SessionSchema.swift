import JSON
import SessionModel
import Words

/// The JSON Schema (draft 2020-12) of the session file, made from the descriptions of the fields.
///
/// It is as lenient as the program: members that it does not know are allowed anywhere, and so are unknown codes of a choice, whose known ones stand under `examples`.
public enum SessionSchema {
  /// - Parameter version: of the file format, `SessionFormat.version`.
  public static func json(version: Int, words: some ExchangeWords) -> JSONValue {
    var properties: [JSONMember] = [
      JSONMember(key: "rapport", value: object([("type", .string("integer")), ("minimum", .integer(1)), ("examples", .array([.integer(version)]))]))
    ]
    var definitions = values
    var pending: [RecordDescription] = []
    for kind in EntityKind.allCases {
      let reference = ref(kind.rawValue)
      properties.append(JSONMember(
        key: kind.tableName,
        value: kind == .session ? reference : object([("title", .string(words.plural(kind))), ("type", .string("array")), ("items", reference)])))
      pending.append(kind.description)
    }
    var done: Set<String> = []
    while !pending.isEmpty {
      let record = pending.removeFirst()
      guard done.insert(record.name).inserted else { continue }
      definitions.append(JSONMember(key: record.name, value: schema(of: record, words)))
      for field in record.fields { if case .items(let item) = field.kind { pending.append(item) } }
    }
    return object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("$id", .string("urn:rapport:session:\(version)")),
      ("title", .string(words.singular(.session))), ("type", .string("object")), ("required", .array([.string("rapport"), .string("session")])),
      ("properties", .object(properties)), ("$defs", .object(definitions)),
    ])
  }

  /// The stored fields of a record; what changes in time stands among the readings.
  private static func schema(of record: RecordDescription, _ words: some ExchangeWords) -> JSONValue {
    var properties = [JSONMember(key: "id", value: ref("id"))]
    for field in record.fields where field.aspect == nil {
      var members: [(String, JSONValue)] = [("title", .string(words.label(field))), ("description", .string(words.help(field)))]
      members += type(of: field, words)
      properties.append(JSONMember(key: field.key, value: object(members)))
    }
    let isSession = record.name == EntityKind.session.rawValue
    if isSession { properties[0].value = object([("const", .string(EntityID.session.text))]) }
    return object([
      ("title", .string(words.recordName(record.name, count: 1))), ("type", .string("object")), ("required", .array([.string("id")])),
      ("properties", .object(properties)),
    ])
  }

  private static func type(of field: FieldDescription, _ words: some ExchangeWords) -> [(String, JSONValue)] {
    switch field.kind {
    case .text, .longText: return [("type", .string("string"))]
    case .flag: return [("type", .string("boolean"))]
    case .number(let range, _): return integer(range)
    case .scale(let scale): return integer(scale.range)
    case .choice(let list): return code(list)
    case .choices(let list): return array(object(code(list)))
    case .date: return [("$ref", .string("#/$defs/date"))]
    case .moment: return [("$ref", .string("#/$defs/moment"))]
    case .figures: return array(ref("figure"))
    case .levels: return [("$ref", .string("#/$defs/levels"))]
    case .reference: return [("$ref", .string("#/$defs/id"))]
    case .references: return array(ref("id"))
    // The only list of dates is told from a list of texts by nothing but its name.
    case .strings: return array(field.path == "endMarket.toldOn" ? ref("date") : object([("type", .string("string"))]))
    case .items(let item): return array(ref(item.name))
    }
  }

  private static func integer(_ range: ClosedRange<Int>) -> [(String, JSONValue)] {
    [("type", .string("integer")), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound))]
  }

  private static func code(_ list: ChoiceList) -> [(String, JSONValue)] {
    [("type", .string("string")), ("examples", .array(list.codes.map { .string($0) }))]
  }

  private static func array(_ items: JSONValue) -> [(String, JSONValue)] { [("type", .string("array")), ("items", items)] }

  private static func ref(_ name: String) -> JSONValue { object([("$ref", .string("#/$defs/" + name))]) }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue { .object(members.map { JSONMember(key: $0.0, value: $0.1) }) }

  private static func pattern(_ pattern: String) -> JSONValue { object([("type", .string("string")), ("pattern", .string(pattern))]) }

  /// The notations of single values.
  private static var values: [JSONMember] {
    [
      JSONMember(key: "id", value: pattern("^[a-z0-9-]{1,15}$")),
      JSONMember(key: "date", value: pattern("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")),
      JSONMember(
        key: "moment",
        value: pattern(
          "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$")),
      // A qualifier, an amount with its unit before or after it, and the source in brackets.
      JSONMember(key: "figure", value: pattern("^\\s*(>=|<=|≥|≤|>|<|~|≈)?[^0-9]*[0-9][\\s\\S]*$")),
      JSONMember(
        key: "levels",
        value: object([
          ("type", .string("array")), ("minItems", .integer(5)), ("maxItems", .integer(5)),
          ("items", object([("type", .string("integer")), ("minimum", .integer(0)), ("maximum", .integer(1_000_000))])),
        ])),
    ]
  }
}
