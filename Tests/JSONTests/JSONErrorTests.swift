import JSON
import Testing

struct Fault: Sendable, CustomTestStringConvertible {
  let text: [UInt8]
  let reason: JSONError.Reason
  let line: Int
  let column: Int
  let path: String

  init(_ text: String, _ reason: JSONError.Reason, _ line: Int, _ column: Int, _ path: String = "") {
    self.init(bytes: Array(text.utf8), reason, line, column, path)
  }

  init(bytes: [UInt8], _ reason: JSONError.Reason, _ line: Int, _ column: Int, _ path: String = "") {
    (text, self.reason, self.line, self.column, self.path) = (bytes, reason, line, column, path)
  }

  var testDescription: String { "\(String(decoding: text.prefix(40), as: UTF8.self)): \(reason)" }
}

func found(_ character: Unicode.Scalar) -> JSONError.Reason {
  .unexpected(found: UInt8(truncatingIfNeeded: character.value))
}

@Suite struct JSONErrorTests {
  static let faults: [Fault] = [
    Fault("", .unexpected(found: nil), 1, 1),
    Fault(" \n ", .unexpected(found: nil), 2, 2),
    Fault("{\"a\": [1,", .unexpected(found: nil), 1, 10, "a[1]"),
    Fault("{\"a\"", .unexpected(found: nil), 1, 5, "a"),
    Fault("\"abc", .unexpected(found: nil), 1, 5),
    Fault("\"abc\\", .unexpected(found: nil), 1, 6),
    Fault("[1, 2,]", found("]"), 1, 7),
    Fault("{\"a\": 1,\n}", found("}"), 2, 1),
    Fault("[1 2]", found("2"), 1, 4),
    Fault("{\"a\" 1}", found("1"), 1, 6, "a"),
    Fault("{\"a\": }", found("}"), 1, 7, "a"),
    Fault("{a: 1}", found("a"), 1, 2),
    Fault("{\"é\": [\n  // why\n  1]}", found("/"), 2, 3, "[\"é\"][0]"),
    Fault("[NaN]", found("N"), 1, 2, "[0]"),
    Fault("[+1]", found("+"), 1, 2, "[0]"),
    Fault("[true, nul]", found("n"), 1, 8, "[1]"),
    Fault("tru", .unexpected(found: nil), 1, 4),
    Fault("[,1]", found(","), 1, 2, "[0]"),
    Fault("[1}", found("}"), 1, 3),
    Fault("[\"x\", 01]", .badNumber, 1, 7, "[1]"),
    Fault("[1.]", .badNumber, 1, 2, "[0]"),
    Fault("[-]", .badNumber, 1, 2, "[0]"),
    Fault("[1e+]", .badNumber, 1, 2, "[0]"),
    Fault("{\"a\": \"é\\x\"}", .badEscape, 1, 9, "a"),
    Fault("[\"\\u12G4\"]", .badEscape, 1, 3, "[0]"),
    Fault("[\"ab\\ud83d\"]", .loneSurrogate, 1, 5, "[0]"),
    Fault("[\"\\ude00\"]", .loneSurrogate, 1, 3, "[0]"),
    Fault("[\"\\ud83d\\u0041\"]", .loneSurrogate, 1, 3, "[0]"),
    Fault("{\"a\": [{\"b c\": \"tab\there\"}]}", .controlCharacter, 1, 20, "a[0][\"b c\"]"),
    Fault("{\"a\nb\": 1}", .controlCharacter, 1, 4),
    Fault("{\"x\": {\"k\": 1, \"o\": 0, \"k\": 2}}", .duplicateKey("k"), 1, 24, "x.k"),
    Fault("{\"k\": 1, \"\\u006b\": 2}", .duplicateKey("k"), 1, 10, "k"),
    Fault("{}\n{}", .trailing, 2, 1),
    Fault("\u{FEFF}[1] x", .trailing, 1, 5),
    Fault("\u{FEFF}\u{FEFF}[1]", .unexpected(found: 0xEF), 1, 1),
    Fault(bytes: [0x5B, 0x22, 0x61, 0xFF, 0x22, 0x5D], .invalidUTF8, 1, 4, "[0]"),
    Fault(bytes: [0x22, 0xC3, 0xA9, 0xC0, 0x80, 0x22], .invalidUTF8, 1, 3),
    Fault(bytes: [0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, 1, 2),
    Fault(bytes: [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .invalidUTF8, 1, 2),
    Fault(bytes: [0x22, 0xE2, 0x82, 0x22], .invalidUTF8, 1, 2),
    Fault(String(repeating: "[", count: 200), .tooDeep, 1, 129, String(repeating: "[0]", count: 128)),
  ]

  @Test("what is no JSON is refused with reason, line, column and path", arguments: faults)
  func reading(fault: Fault) throws {
    let error = try #require(throws: JSONError.self) { try JSONValue(parsing: fault.text) }
    #expect(error.reason == fault.reason)
    #expect([error.line, error.column] == [fault.line, fault.column])
    #expect(error.path == fault.path)
    #expect(error.offset >= 0 && error.offset <= fault.text.count)
  }

  @Test("skipping is as strict as reading, but for duplicate keys", arguments: faults)
  func skipping(fault: Fault) throws {
    if case .duplicateKey = fault.reason { return }
    let error = try #require(throws: JSONError.self) {
      try JSONReader.read(fault.text) { reader throws(JSONError) in try reader.skip() }
    }
    #expect(error.reason == fault.reason)
    #expect([error.line, error.column] == [fault.line, fault.column])
  }

  @Test("a value of another kind is named with the kind wanted and the kind found")
  func kinds() throws {
    let bytes = Array("{\"stakeholders\": [{}, {\n  \"name\": 5}]}".utf8)
    let error = try #require(throws: JSONError.self) {
      try JSONReader.read(bytes) { reader throws(JSONError) in
        try reader.beginObject()
        _ = try reader.nextKey()
        try reader.beginArray()
        while try reader.nextElement() {
          try reader.beginObject()
          while try reader.nextKey() != nil { _ = try reader.string() }
        }
        _ = try reader.nextKey()
      }
    }
    #expect(error == JSONError(
      .expected(.string, found: .number), offset: 34, line: 2, column: 11, path: "stakeholders[1].name"))
    #expect(error.description == "line 2, column 11, stakeholders[1].name: expected string, found number")
  }

  @Test("integers refuse fractions, exponents and what 64 bits cannot hold", arguments: [
    ("9223372036854775808", JSONError.Reason.integerOutOfRange), ("-9223372036854775809", .integerOutOfRange),
    ("99999999999999999999999", .integerOutOfRange), ("1.0", .badNumber), ("1e3", .badNumber), ("00", .badNumber),
    ("99999999999999999999999.5", .badNumber), ("-", .badNumber), ("\"1\"", .expected(.number, found: .string)),
  ])
  func integers(spelling: String, reason: JSONError.Reason) throws {
    let error = try #require(throws: JSONError.self) {
      try JSONReader.read(Array("[\(spelling)]".utf8)) { reader throws(JSONError) in
        try reader.beginArray()
        while try reader.nextElement() { _ = try reader.integer() }
      }
    }
    #expect(error == JSONError(reason, offset: 1, line: 1, column: 2, path: "[0]"))
  }

  @Test("an error of the layer above refers to what was read last, or to the place it names")
  func fromAbove() throws {
    func error(_ body: (inout JSONReader) throws(JSONError) -> Void) throws -> JSONError {
      try #require(throws: JSONError.self) { try JSONReader.read(Array("{\"a\": {\"b\": \"x\"} }".utf8), body) }
    }
    let value = try error { reader throws(JSONError) in
      try reader.beginObject()
      _ = try reader.nextKey()
      try reader.beginObject()
      _ = try reader.nextKey()
      _ = try reader.string()
      throw reader.error(.invalidValue("unknown"))
    }
    #expect(value == JSONError(.invalidValue("unknown"), offset: 12, line: 1, column: 13, path: "a.b"))
    let object = try error { reader throws(JSONError) in
      try reader.beginObject()
      _ = try reader.nextKey()
      let start = reader.offset
      try reader.skip()
      throw reader.error(.tooLarge, at: start)
    }
    #expect(object == JSONError(.tooLarge, offset: 6, line: 1, column: 7, path: "a"))
    let missing = try error { reader throws(JSONError) in
      try reader.beginObject()
      _ = try reader.nextKey()
      try reader.beginObject()
      while try reader.nextKey() != nil { try reader.skip() }
      throw reader.error(.invalidValue("c is missing"))
    }
    #expect(missing.path == "a")
    #expect(missing.offset == 15)
  }

  @Test("a path shows no control characters and cuts endless keys")
  func safePaths() throws {
    let key = "\\u001b[2J" + String(repeating: "x", count: 5000)
    let error = try #require(throws: JSONError.self) { try JSONValue(parsing: Array("{\"\(key)\": ?}".utf8)) }
    #expect(error.path.hasPrefix("[\"\\u001b[2Jxx"))
    #expect(error.path.count < 100)
  }
}
