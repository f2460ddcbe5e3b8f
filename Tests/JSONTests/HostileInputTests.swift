import JSON
import Testing

@Suite struct HostileInputTests {
  static func sample(_ random: inout SeededRandom) -> [UInt8] {
    JSONValue.object([
      JSONMember(key: "stakeholders", value: .array((0..<4).map {
        .object([
          JSONMember(key: "id", value: .string("s-\($0)")), JSONMember(key: "name", value: .string(random.text())),
          JSONMember(key: "n\u{E9}", value: .array([.integer(-12), .number("1.5e3"), .bool(true), .null])),
        ])
      })),
      JSONMember(key: "more", value: random.value(depth: 3)),
    ]).serialized()
  }

  /// Whatever is read must be stable; whatever is refused must have a place inside the text.
  static func check(_ bytes: [UInt8]) {
    do {
      let value = try JSONValue(parsing: bytes)
      #expect((try? JSONValue(parsing: value.serialized())) == value)
    } catch {
      #expect(error.line >= 1 && error.column >= 1 && (0...bytes.count).contains(error.offset), "\(error)")
    }
    _ = try? JSONReader.read(bytes) { reader throws(JSONError) in try reader.skip() }
  }

  @Test("a damaged document is a value or an error with a place, never a crash", arguments: 0..<40 as Range<UInt64>)
  func mutations(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let sample = Self.sample(&random)
    let telling = Array("\"\\{}[],:-.0eEutn \n\u{1}\u{7F}".utf8) + [0x80, 0xC2, 0xE2, 0xED, 0xF4, 0xFF]
    for _ in 0..<60 {
      var bytes = sample
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        let byte = telling.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = byte
        case 1: bytes.insert(byte, at: index)
        case 2: bytes.remove(at: index)
        default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      Self.check(bytes)
    }
  }

  @Test("a document cut anywhere is refused, or lacks no more than the last newline")
  func truncations() {
    var random = SeededRandom(seed: 7)
    let sample = Self.sample(&random)
    for length in 0..<sample.count {
      let cut = Array(sample[..<length])
      #expect((try? JSONValue(parsing: cut)) == nil || length == sample.count - 1)
      Self.check(cut)
    }
  }

  @Test("depth is bounded for arrays and objects, and never by the stack")
  func depth() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> [UInt8] {
      Array((String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)).utf8)
    }
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      #expect(throws: Never.self) { try JSONValue(parsing: nested(128, open, close)) }
      for depth in [129, 1_000_000] {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(depth, open, close)) }
        #expect(error?.reason == .tooDeep)
      }
      let error = #expect(throws: JSONError.self) {
        try JSONReader.read(nested(100_000, open, close), maximumDepth: .max) { reader throws(JSONError) in
          try reader.skip()
        }
      }
      #expect(error?.reason == .tooDeep)
    }
  }

  @Test(
    "many keys, canonically equal keys and endless escapes cost time in proportion to their bytes",
    .timeLimit(.minutes(1)))
  func boundedTime() throws {
    // Each key is another spelling of one text, so that a set of strings as Swift compares them would hold one chain.
    let spellings = ["\u{E9}", "e\u{301}"]
    let keys = (0..<16_384).map { number in (0..<14).map { spellings[number >> $0 & 1] }.joined() }
    let members = keys.map { JSONMember(key: $0, value: .null) }
    let object = try JSONValue(parsing: JSONValue.object(members).serialized())
    #expect(object.object?.count == keys.count)
    let last = #expect(throws: JSONError.self) {
      try JSONValue(parsing: JSONValue.object(members + [JSONMember(key: keys[0], value: .null)]).serialized())
    }
    #expect(last?.reason == .duplicateKey(keys[0]))
    #expect(last?.line == keys.count + 2)

    let escapes = Array(("\"" + String(repeating: "\\u00e9", count: 100_000) + "\"").utf8)
    #expect(try JSONValue(parsing: escapes).string?.utf8.count == 200_000)
  }
}
