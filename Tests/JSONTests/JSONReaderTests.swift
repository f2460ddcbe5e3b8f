import JSON
import Testing

@Suite struct JSONReaderTests {
  @Test("a caller pulls what it knows, skips what it does not, and may look ahead with a copy")
  func pulling() throws {
    let text = """
      \u{FEFF} {"later": {"x": [1, {"y": []}]}, "id": "s-abc", "on": true, "off" : false,
      "count": -42, "amount": 12.50, "note": "line\\nsn\\u00f6 \\ud83d\\ude00 \\/",
      "nothing": null, "tags": [ ], "list":[[],["é"]]}
      """
    var seen: [String] = []
    try JSONReader.read(Array(text.utf8)) { reader throws(JSONError) in
      #expect(try reader.kind() == .object)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        var ahead = reader
        #expect(try ahead.value() != .string("unread"))
        switch key.string {
        case "id":
          #expect(try reader.shortASCII { String(decoding: $0, as: UTF8.self) } == "s-abc")
        case "on", "off": seen.append("\(try reader.bool())")
        case "count": seen.append("\(try reader.integer())")
        case "amount": seen.append(try reader.number())
        case "note": seen.append(try reader.string())
        case "nothing": try reader.null()
        case "tags":
          try reader.beginArray()
          #expect(try !reader.nextElement())
        case "list":
          try reader.beginArray()
          while try reader.nextElement() {
            try reader.beginArray()
            while try reader.nextElement() { seen.append(try reader.string()) }
          }
        default: try reader.skip()
        }
      }
    }
    #expect(seen == ["true", "false", "-42", "12.50", "line\nsnö 😀 /", "é"])
  }

  @Test("keys match by their scalars, however they are escaped")
  func keys() throws {
    let text = """
      {"name": 1, "n\\u0061me": 2, "\\u00e9": 3, "e\u{301}": 4, "nam": 5, "": 6, "\\ud83d\\ude00\\n": 7}
      """
    let bytes = Array(text.utf8)
    var names: [Int: [String]] = [:]
    try JSONReader.read(bytes) { reader throws(JSONError) in
      try reader.beginObject()
      while let key = try reader.nextKey() {
        let number = try reader.integer()
        #expect(bytes[key.offset] == 0x22)
        #expect(key.matches(utf8: Array(key.string.utf8)))
        if key.matches("name") { names[number, default: []].append("name") }
        if key.matches("\u{E9}") { names[number, default: []].append("one") }
        if key.matches("e\u{301}") { names[number, default: []].append("two") }
        if key.matches("") { names[number, default: []].append("empty") }
        if key.matches("😀\n") { names[number, default: []].append("face") }
      }
    }
    #expect(names == [1: ["name"], 2: ["name"], 3: ["one"], 4: ["two"], 6: ["empty"], 7: ["face"]])
  }

  @Test("short plain strings are handed over as bytes; others are left to be read as strings", arguments: [
    ("", true), ("a", true), ("s-12345", true), ("s-123456", true), ("s-0123456789abc", true),
    ("s-0123456789abcd", false), ("é", false), ("a\\n", false), ("12345678é", false),
    (String(repeating: "x", count: 40), false),
  ], ["", "            "])
  func shortStrings(sample: (text: String, isShort: Bool), padding: String) throws {
    let bytes = Array("\"\(sample.text)\"\(padding)".utf8)
    try JSONReader.read(bytes) { reader throws(JSONError) in
      #expect(try reader.shortASCII { _ in Int?.none } == nil)
      let short = try reader.shortASCII { String(decoding: $0, as: UTF8.self) }
      #expect(short == (sample.isShort ? sample.text : nil))
      if short == nil { #expect(try .string(reader.string()) == JSONValue(parsing: bytes)) }
    }
    #expect(throws: JSONError.self) {
      try JSONReader.read(Array("12".utf8)) { reader throws(JSONError) in _ = try reader.shortASCII { $0.count } }
    }
  }

  @Test("the whole range of integers is read", arguments: [
    0, 1, -1, 10, 999, Int.max, Int.min, 1_000_000_000_000_000_000,
  ])
  func integers(value: Int) throws {
    #expect(try JSONReader.read(Array("\(value)".utf8)) { reader throws(JSONError) in try reader.integer() } == value)
  }

  @Test("the offset is that of the next byte that counts")
  func offsets() throws {
    try JSONReader.read(Array("  [ 1 ,  2]".utf8)) { reader throws(JSONError) in
      #expect(reader.offset == 2)
      try reader.beginArray()
      #expect(reader.offset == 4)
      #expect(try reader.nextElement())
      _ = try reader.integer()
      #expect(try reader.nextElement())
      #expect(reader.offset == 9)
      try reader.skip()
      #expect(try !reader.nextElement())
    }
  }

  @Test("a caller that asks in the wrong order gets an error, not a crash")
  func misuse() {
    #expect(throws: JSONError.self) {
      try JSONReader.read(Array("{\"a\": 1, \"b\": 2}".utf8)) { reader throws(JSONError) in
        try reader.beginObject()
        while try reader.nextKey() != nil {}
      }
    }
    #expect(throws: JSONError.self) {
      try JSONReader.read(Array("[1]".utf8)) { reader throws(JSONError) in while try reader.nextKey() != nil {} }
    }
    #expect(throws: JSONError.self) { try JSONReader.read(Array("[1]".utf8)) { _ in } }
  }
}
