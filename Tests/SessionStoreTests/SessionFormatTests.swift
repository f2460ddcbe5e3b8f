import JSON
import SessionModel
import SessionStore
import Testing

@Suite struct SessionFormatTests {
  @Test("what is written is read again as the same session, and written again as the same bytes", arguments: 0..<60)
  func roundTrip(seed: UInt64) throws {
    let session = RandomSession.make(seed: seed)
    let bytes = SessionFormat.encode(session)
    let read = try SessionFormat.decode(bytes, file: "random")
    #expect(read == session)
    #expect(SessionFormat.encode(read) == bytes)
  }

  @Test("a file as it is written is read like the same file in another spelling, whichever of its bytes is damaged")
  func spellings() throws {
    let text = """
      {"rapport": 1, "session": {"id": "session", "segments": [{"id": "g-1", "name": "One"}]}, "stakeholders": [
        {"id": "s-1", "name": "Bees", "type": "trader", "segment": "g-1", "capacity": 3, "tags": ["x"], "later": {"a": 1}},
        {"id": "s-2", "name": "Hón"}], "readings": [{"id": "t-1", "aspect": "trust", "subject": "s-1", "toward": "s-2", "on": "2003-06",
        "counts": [0, 1, 2, 0, 1], "recordedAt": "2003-06-12T09:00:00Z"}]}
      """
    let canonical = SessionFormat.encode(try SessionFormat.decode(Array(text.utf8), file: "x"))
    for place in canonical.indices {
      for byte: UInt8 in [0x22, 0x2C, 0x5C, 0x20, 0x61, 0x7D, 0x0A, 0x00] where byte != canonical[place] {
        var damaged = canonical
        damaged[place] = byte
        // Nothing is told at a glance when a space stands before the comma.
        let other = damaged.indices.flatMap { index -> [UInt8] in
          damaged[index] == 0x2C && index + 1 < damaged.count && damaged[index + 1] == 0x0A ? [0x20, 0x2C] : [damaged[index]]
        }
        let (one, two) = (Self.outcome(damaged), Self.outcome(other))
        #expect(one == two, "byte \(byte) at \(place)")
      }
    }
  }

  @Test("a key that stands twice is found in a file that is laid out as it is written, in whatever order its keys are")
  func twiceInOtherOrder() throws {
    for keys in [["place", "name", "place"], ["name", "name"], ["wants", "place", "contact", "wants"]] {
      let lines = (["id"] + keys).map { "      \"\($0)\": \"a\"" }.joined(separator: ",\n")
      let text = "{\n  \"rapport\": 1,\n  \"stakeholders\": [\n    {\n\(lines)\n    }\n  ]\n}\n"
      let error = #expect(throws: SessionFileError.self) { try SessionFormat.decode(Array(text.utf8), file: "x") }
      #expect(error?.reason == .duplicateKey(keys[keys.count - 1]))
      #expect(error?.line == 5 + keys.count && error?.column == 7 && error?.path == "stakeholders[0].\(keys[keys.count - 1])")
    }
  }

  private enum Outcome: Equatable {
    case session(Session)
    case problems([SessionFileError.Reason], lines: [Int], paths: [String])
  }

  private static func outcome(_ bytes: [UInt8]) -> Outcome {
    do throws(SessionFileError) {
      return .session(try SessionFormat.decode(bytes, file: "x"))
    } catch {
      return .problems(error.problems.map(\.reason), lines: error.problems.map(\.line), paths: error.problems.map(\.path))
    }
  }

  @Test("the file is readable, sorted, and without what is empty")
  func canonical() throws {
    let text = """
      {"indicators": [], "stakeholders": [{"name": "Bees", "id": "b", "tags": []}, {"id": "a", "name": "", "people": ["~ 1,500  people (Annex 2)"]}],
       "session": {"id": "session", "title": "Mango"}, "rapport": 1}
      """
    let written = SessionFormat.encode(try SessionFormat.decode(Array(text.utf8), file: "x"))
    #expect(
      String(decoding: written, as: UTF8.self) == """
        {
          "rapport": 1,
          "session": {
            "id": "session",
            "title": "Mango"
          },
          "stakeholders": [
            {
              "id": "a",
              "people": ["~1500 people (Annex 2)"]
            },
            {
              "id": "b",
              "name": "Bees"
            }
          ]
        }

        """)
  }

  @Test("what this version does not know survives at every level")
  func unknown() throws {
    let text = """
      {"rapport": 1, "zeta": [1.50, {"a": null}], "session": {"id": "session", "mood": "good", "segments": [{"id": "s1", "stage": "on-mars", "x": 1}]},
       "workshops": [{"id": "w", "weather": {"rain": true}, "ballots": [{"id": "b", "é": 1, "options": [{"id": "o", "deep": 1e400}]}]}], "alpha": "\\u202e"}
      """
    let session = try SessionFormat.decode(Array(text.utf8), file: "x")
    #expect(session.extra.map(\.key) == ["zeta", "alpha"])
    let json = try JSONValue(parsing: SessionFormat.encode(session))
    #expect(json["zeta"] == .array([.number("1.50"), .object([JSONMember(key: "a", value: .null)])]))
    #expect(json["alpha"]?.string == "\u{202E}")
    #expect(json["session"]?["mood"]?.string == "good")
    #expect(json["session"]?["segments"]?.array?.first?["stage"]?.string == "on-mars")
    #expect(json["session"]?["segments"]?.array?.first?["x"]?.int == 1)
    let ballot = json["workshops"]?.array?.first?["ballots"]?.array?.first
    #expect(json["workshops"]?.array?.first?["weather"]?["rain"]?.bool == true)
    #expect(ballot?["é"]?.int == 1 && ballot?["options"]?.array?.first?["deep"]?.number == "1e400")
  }

  @Test("a newer version's file is read as far as it is understood, and known to be newer")
  func newer() throws {
    let text = #"{"rapport": 2, "rumours": [{"id": "q"}], "stakeholders": [{"id": "a", "segment": "q"}]}"#
    let read = try SessionFormat.read(Array(text.utf8), file: "x")
    #expect(read.version == 2 && read.isReadOnly && read.session.stakeholders.count == 1)
    #expect(read.problems.map(\.path) == ["stakeholders[0].segment"])
    #expect(try !SessionFormat.read(Array(#"{"rapport": 1}"#.utf8), file: "x").isReadOnly)
  }

  @Test("each thing that can be wrong is said with its place", arguments: [
    ("", .empty, 0, 0, ""),
    (" \n\t", .empty, 0, 0, ""),
    ("name,type\nA,B", .notJSON, 1, 1, ""),
    ("[1]", .notSession, 1, 1, ""),
    ("{}", .notSession, 0, 0, ""),
    (#"{"session": 5}"#, .notSession, 0, 0, ""),
    ("{\u{0}}", .binary, 0, 0, ""),
    (#"{"rapport": 1"#, .endsEarly, 1, 14, ""),
    (#"{"rapport": 1} x"#, .trailing, 1, 16, ""),
    (#"{"rapport": 0}"#, .badVersion, 1, 13, "rapport"),
    (#"{"rapport": "1"}"#, .expected(.number, found: .string), 1, 13, "rapport"),
    (#"{"rapport": 1, "rapport": 1}"#, .duplicateKey("rapport"), 1, 16, "rapport"),
    (#"{"rapport": 1, "x": 1, "x": 2}"#, .duplicateKey("x"), 1, 24, "x"),
    (#"{"rapport": 1, "actions": [], "actions": []}"#, .duplicateKey("actions"), 1, 31, "actions"),
    (#"{"rapport": 1, "session": {"id": "other"}}"#, .profileID, 1, 27, "session"),
    (#"{"rapport": 1, "session": {"title": "x"}}"#, .missingID, 1, 27, "session"),
    ("{\"rapport\": 1,\n\"stakeholders\": [{\"id\": \"É\"}]}", .badID, 2, 25, "stakeholders[0].id"),
    (#"{"rapport": 1, "stakeholders": [{"id": "a", "name": 3}]}"#, .expected(.string, found: .number), 1, 53, "stakeholders[0].name"),
    (#"{"rapport": 1, "stakeholders": [{"id": "a", "name": "", "name": ""}]}"#, .duplicateKey("name"), 1, 57, "stakeholders[0].name"),
    (#"{"rapport": 1, "readings": [{"id": "a", "on": "2003-13"}]}"#, .badDate, 1, 47, "readings[0].on"),
    (#"{"rapport": 1, "readings": [{"id": "a", "recordedAt": "now"}]}"#, .badMoment, 1, 55, "readings[0].recordedAt"),
    (#"{"rapport": 1, "readings": [{"id": "a", "counts": [1,2]}]}"#, .badLevels, 1, 51, "readings[0].counts"),
    (#"{"rapport": 1, "readings": [{"id": "a", "figure": ["many"]}]}"#, .badFigure, 1, 52, "readings[0].figure[0]"),
    (#"{"rapport": 1, "constraints": [{"id": "a", "votes": 99999999999999999999}]}"#, .numberTooLarge, 1, 53, "constraints[0].votes"),
    (#"{"rapport": 1, "workshops": [{"id": "w", "agenda": [{"id": "a"}, {"id": "a"}]}]}"#, .duplicateID("a", first: ""), 1, 66, "workshops[0].agenda[1]"),
    (#"{"rapport": 1, "x": "\ud800"}"#, .loneSurrogate, 1, 22, "x"),
  ] as [(String, SessionFileError.Reason, Int, Int, String)])
  func errors(text: String, reason: SessionFileError.Reason, line: Int, column: Int, path: String) {
    let error = #expect(throws: SessionFileError.self) { try SessionFormat.decode(Array(text.utf8), file: "a.rapport") }
    #expect(error?.problems == [SessionProblem(reason, line: line, column: column, path: path)])
    #expect(error?.file == "a.rapport")
  }

  @Test("all ids that stand twice and all references to nothing are listed in the order of their places")
  func problems() {
    let text = """
      {"rapport": 1,
       "session": {"id": "session", "visionEndorsedBy": ["a", "nobody"]},
       "stakeholders": [{"id": "a"}, {"id": "b", "segment": "none"}, {"id": "a", "name": "again"}],
       "relationships": [{"id": "r", "from": "a", "to": "r"}],
       "actions": [{"id": "b"}],
       "workshops": [{"id": "session", "ballots": [{"id": "k", "options": [{"id": "o", "about": "q"}]}]},
         {"id": "w", "ballots": [{"id": "k", "options": [{"id": "o", "about": "q"}]}]}]}
      """
    let error = #expect(throws: SessionFileError.self) { try SessionFormat.decode(Array(text.utf8), file: "x") }
    #expect(error?.hasMore == false)
    #expect(
      error?.problems.map { "\($0.line):\($0.column) \($0.path) \($0.reason.key) \($0.reason.arguments)" } == [
        #"2:57 session.visionEndorsedBy[1] dangling ["nobody"]"#,
        #"3:55 stakeholders[1].segment dangling ["none"]"#,
        #"3:71 stakeholders[2].id duplicateID ["a", "stakeholders[0]"]"#,
        #"4:51 relationships[0].to dangling ["r"]"#,
        #"5:21 actions[0].id duplicateID ["b", "stakeholders[1]"]"#,
        #"6:23 workshops[0].id duplicateID ["session", "session"]"#,
        #"6:91 workshops[0].ballots[0].options[0].about dangling ["q"]"#,
        #"7:73 workshops[1].ballots[0].options[0].about dangling ["q"]"#,
      ])
  }

  @Test("of very many problems the first fifty are listed")
  func manyProblems() {
    let many = (0..<500).map { #"{"id": "a\#($0)", "segment": "x"}"# }.joined(separator: ",")
    let error = #expect(throws: SessionFileError.self) {
      try SessionFormat.decode(Array(#"{"rapport": 1, "stakeholders": [\#(many)]}"#.utf8), file: "x")
    }
    #expect(error?.problems.count == 50 && error?.hasMore == true)
    #expect(error?.problems.last?.path == "stakeholders[49].segment")
  }

  @Test("any damage to a file gives a session or an error with a place, and what is read can be written and read again", arguments: 0..<12)
  func damage(seed: UInt64) throws {
    var random = Seeded(seed)
    let whole = SessionFormat.encode(RandomSession.make(seed: seed, size: 2))
    for _ in 0..<60 {
      var bytes = whole
      switch random.below(4) {
      case 0: bytes.removeLast(random.below(bytes.count))
      case 1:
        for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next()) }
      case 2:
        let start = random.below(bytes.count)
        bytes.removeSubrange(start..<min(bytes.count, start + random.below(40)))
      default:
        let start = random.below(bytes.count)
        bytes.insert(contentsOf: bytes[start..<min(bytes.count, start + random.below(60))], at: random.below(bytes.count))
      }
      do {
        let session = try SessionFormat.decode(bytes, file: "damaged")
        let written = SessionFormat.encode(session)
        #expect(try SessionFormat.decode(written, file: "again") == session)
      } catch {
        #expect(!error.problems.isEmpty && error.problems.count <= 50)
        #expect(error.problems.allSatisfy { $0.line >= 0 && $0.column >= 0 && !$0.reason.key.isEmpty })
      }
    }
  }

  @Test("an object with very many unknown keys takes time in proportion, and one of them twice is found")
  func manyUnknownKeys() {
    let keys = (0..<20_000).map { #""k\#(100_000 + $0)": 1"# }.joined(separator: ",")
    let text = #"{"rapport": 1, "stakeholders": [{"id": "a", \#(keys), "k100500": 2}]}"#
    let error = #expect(throws: SessionFileError.self) { try SessionFormat.decode(Array(text.utf8), file: "x") }
    #expect(error?.reason == .duplicateKey("k100500"))
  }
}
