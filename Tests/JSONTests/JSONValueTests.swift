import JSON
import Testing

@Suite struct JSONValueTests {
  @Test("a canonical document comes back as the same bytes, numbers as spelled and keys in their order")
  func canonicalBytes() throws {
    let text = """
      {
        "b": 1.50,
        "a": [1e400, -0, "x\\n\\u202e"],
        "list": [
          {
            "id": "s-1"
          },
          {},
          [],
          [true, null]
        ],
        "none": [],
        "é": null
      }

      """
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(String(decoding: value.serialized(), as: UTF8.self) == text)
    #expect(value["b"]?.number == "1.50")
    #expect(value["a"]?.array?.first == .number("1e400"))
    #expect(value["list"]?.array?.first?["id"]?.string == "s-1")
    #expect(value["missing"] == nil)
    #expect(value["b"]?["deeper"] == nil)
  }

  @Test("any value read back from its own text is the same value", arguments: 0..<80 as Range<UInt64>)
  func randomRoundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let value = random.value(depth: 5)
    let bytes = value.serialized()
    let again = try JSONValue(parsing: bytes)
    #expect(again == value)
    #expect(again.hashValue == value.hashValue)
    #expect(again.serialized() == bytes)
    try JSONReader.read(bytes) { reader throws(JSONError) in try reader.skip() }
  }

  @Test("é as one scalar and é as two are different texts and different keys")
  func canonicalEquivalence() throws {
    #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    let value = try JSONValue(parsing: Array("{\"\u{E9}\": 1, \"e\u{301}\": 2}".utf8))
    #expect(value["\u{E9}"]?.int == 1)
    #expect(value["e\u{301}"]?.int == 2)
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array("{\"\u{E9}\": 1, \"\\u00e9\": 2}".utf8)) }
  }

  @Test("a number counts as an integer only if it is spelled as one and fits")
  func integers() {
    #expect(JSONValue.number("-7").int == -7)
    #expect(JSONValue.number("9223372036854775807").int == Int.max)
    #expect(JSONValue.number("9223372036854775808").int == nil)
    #expect(JSONValue.number("1.0").int == nil)
    #expect(JSONValue.string("1").int == nil)
  }
}
