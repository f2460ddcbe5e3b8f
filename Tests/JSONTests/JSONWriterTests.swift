import JSON
import Testing

@Suite struct JSONWriterTests {
  @Test("one member a line, inline arrays on one line, empty ones closed at once, a newline at the end")
  func layout() {
    var writer = JSONWriter(reserving: 10)
    writer.beginObject()
    writer.key(literal: "format")
    writer.string("rapport")
    writer.key("empty")
    writer.beginObject()
    writer.endObject()
    writer.key("none")
    writer.beginArray()
    writer.endArray()
    writer.key("tags")
    writer.beginInlineArray()
    writer.string("a")
    writer.integer(-5)
    writer.beginArray()
    writer.beginObject()
    writer.key("x")
    writer.null()
    writer.key("y")
    writer.bool(true)
    writer.endObject()
    writer.endArray()
    writer.endInlineArray()
    writer.key("list")
    writer.beginArray()
    writer.beginObject()
    writer.key("n")
    writer.number("1.50")
    writer.endObject()
    writer.value(.array([.integer(1), .null]))
    writer.endArray()
    writer.endObject()
    #expect(String(decoding: writer.finish(), as: UTF8.self) == """
      {
        "format": "rapport",
        "empty": {},
        "none": [],
        "tags": ["a", -5, [{"x": null, "y": true}]],
        "list": [
          {
            "n": 1.50
          },
          [1, null]
        ]
      }

      """)
    #expect(writer.bytes.isEmpty)
    writer.integer(1)
    #expect(writer.finish() == Array("1\n".utf8))
  }

  @Test("what could do harm in a terminal is escaped, all else stays as it is", arguments: [
    ("\"\\/", #"\"\\/"#), ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#), ("\0\u{1B}\u{1F}\u{7F}", #"\u0000\u001b\u001f\u007f"#),
    ("\u{80}\u{9B}\u{9F}\u{A0}é", "\\u0080\\u009b\\u009f\u{A0}é"),
    ("\u{2027}\u{2028}\u{2029}", "\u{2027}\\u2028\\u2029"),
    ("\u{202A}\u{202E}\u{202F}", "\\u202a\\u202e\u{202F}"),
    ("\u{2065}\u{2066}\u{2069}\u{206A}", "\u{2065}\\u2066\\u2069\u{206A}"),
    ("\u{FEFF}\u{FEFE}", "\\ufeff\u{FEFE}"), ("12345678\u{1B}abcdefgh😀漢字\u{202E}", "12345678\\u001babcdefgh😀漢字\\u202e"),
  ])
  func escaping(text: String, expected: String) throws {
    var writer = JSONWriter()
    writer.string(text)
    let bytes = writer.finish()
    #expect(Array("\"\(expected)\"\n".utf8) == bytes)
    #expect(try JSONValue(parsing: bytes) == .string(text))
  }

  @Test("scalars of every kind survive, at every place in a word and in texts of any length")
  func everyScalar() throws {
    var all = String.UnicodeScalarView()
    let codes = Array(0...0x3000) + Array(stride(from: 0x3001, to: 0xFE00, by: 61)) + Array(0xFE00...0x10010)
      + Array(stride(from: 0x10011, through: 0x10FFFF, by: 997)) + [0xD7FF, 0xE000, 0x10FFFF]
    for code in codes { if let scalar = Unicode.Scalar(UInt32(code)) { all.append(scalar) } }
    #expect(try JSONValue(parsing: JSONValue.string(String(all)).serialized()) == .string(String(all)))
    for length in 0..<40 {
      for special in ["\"", "\u{1B}", "é", "\u{2028}", "\u{7F}"] {
        let text = String(repeating: "x", count: length) + special + String(repeating: "y", count: 40 - length)
        #expect(try JSONValue(parsing: JSONValue.string(text).serialized()) == .string(text))
      }
    }
  }

  @Test("integers are spelled in full", arguments: [0, 9, 10, -1, 99, 100, Int.max, Int.min, 1_000_000_000_000_000_000])
  func integers(value: Int) {
    var writer = JSONWriter()
    writer.integer(value)
    #expect(writer.finish() == Array("\(value)\n".utf8))
  }

  @Test("a number that is none is written as a string, so that the document stays valid", arguments: [
    "", "NaN", "01", "1.", "1 ",
  ])
  func invalidNumbers(spelling: String) throws {
    #expect(try JSONValue(parsing: JSONValue.number(spelling).serialized()) == .string(spelling))
  }
}
