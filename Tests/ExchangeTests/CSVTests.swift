import Exchange
import JSON
import SessionModel
import SessionStore
import Testing
import Words

@Suite struct CSVTests {
  private func imported(_ files: [CSVFile], into session: Session, seed: UInt64 = 1, at now: Instant = Sample.now) -> CSVImport {
    var random = Seeded(seed)
    return CSVImport(files, into: session, at: now, words: English(), using: &random)
  }

  private func file(_ name: String, _ text: String) -> CSVFile { CSVFile(name: name, bytes: Array(text.utf8)) }

  private func two() -> Session {
    var session = Session()
    for (id, name) in [("s-1", "Growers"), ("s-2", "Exporter")] {
      var stakeholder = Stakeholder(id: Sample.id(id))
      stakeholder.name = name
      stakeholder.place = "Baní"
      session.put(stakeholder)
    }
    return session
  }

  // MARK: Laws

  @Test("a full export taken into the same session changes nothing", arguments: 0..<60 as Range<UInt64>)
  func unchanged(seed: UInt64) {
    let session = RandomSession.make(seed: seed)
    let result = imported(CSVExport.files(session, confidential: true), into: session)
    #expect(result.issues.isEmpty)
    #expect(result.transaction.changes.isEmpty)
  }

  @Test("a full export taken into an empty session builds an equal one, byte for byte", arguments: 0..<60 as Range<UInt64>)
  func rebuilt(seed: UInt64) throws {
    let session = RandomSession.make(seed: seed)
    let result = imported(CSVExport.files(session, confidential: true), into: Session())
    #expect(result.issues.isEmpty)
    var built = Session()
    _ = try built.apply(result.transaction)
    built.extra = result.fileMembers
    #expect(SessionFormat.encode(built) == SessionFormat.encode(session))
  }

  @Test("a default export taken back changes nothing and loses nothing that it left out", arguments: 0..<60 as Range<UInt64>)
  func defaultBack(seed: UInt64) {
    let session = RandomSession.make(seed: seed)
    let result = imported(CSVExport.files(session), into: session)
    #expect(result.issues.isEmpty)
    #expect(result.transaction.changes.isEmpty)
  }

  @Test("the sample survives both ways, and its default export holds no trust and no notes")
  func sample() throws {
    let session = try Sample.mango()
    var built = Session()
    _ = try built.apply(imported(CSVExport.files(session, confidential: true), into: Session()).transaction)
    #expect(built == session)
    let open = CSVExport.files(session).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(!open.contains(",trust,"))
    #expect(!open.contains("notes"))
    #expect(imported(CSVExport.files(session), into: session).transaction.changes.isEmpty)
  }

  // MARK: Cells

  @Test("a cell that a spreadsheet would run is guarded, a number is not, and both come back", arguments: [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=1", "''=1", "'plain", "-5", "+5.5", "-", "=", "\u{FF1D}1", "a=b", "  =1", "\"", "a\"b;c,d", "x\u{301}", "\u{301}x",
  ])
  func guarded(name: String) throws {
    var session = Session()
    var stakeholder = Stakeholder(id: Sample.id("s-1"))
    stakeholder.name = name
    session.put(stakeholder)
    let files = CSVExport.files(session, confidential: true)
    let table = String(decoding: files.first { $0.name == "stakeholders.csv" }?.bytes ?? [], as: UTF8.self)
    let cell = try #require(table.split(separator: "\r\n").last).dropFirst("s-1,".utf8.count).drop { $0 == "\"" }
    let isNumber = ["-5", "+5.5"].contains(name)
    #expect(isNumber || !["=", "+", "-", "@", "＝"].contains(cell.first))
    var built = Session()
    _ = try built.apply(imported(files, into: Session()).transaction)
    #expect(built.stakeholders[Sample.id("s-1")]?.name.unicodeScalars.elementsEqual(name.unicodeScalars) == true)
  }

  @Test("an absent column leaves the field, an empty cell clears it")
  func clearing() throws {
    var session = two()
    let result = imported([file("stakeholders.csv", "id,place\r\ns-1,\r\n")], into: session)
    #expect((result.changed, result.added, result.unchanged) == (1, 0, 0))
    _ = try session.apply(result.transaction)
    #expect(session.stakeholders[Sample.id("s-1")]?.place == "")
    #expect(session.stakeholders[Sample.id("s-1")]?.name == "Growers")
    #expect(session.stakeholders[Sample.id("s-2")]?.place == "Baní")
  }

  @Test("what a spreadsheet saves is understood: mark, semicolons or tabs, labels for keys, words for codes, names for ids, rows without an id", arguments: [";", "\t", ","])
  func spreadsheet(separator: String) throws {
    var session = two()
    let english = English()
    func label(_ kind: EntityKind, _ key: String) throws -> String { english.label(try #require(kind.description.field(key))) }
    let actors = [["id", try label(.stakeholder, "name"), try label(.stakeholder, "type")], ["", "Packer", english.choice("stakeholderKind", "packer").uppercased()], [], ["", "", ""]]
    let ties = [["from", "to", "type"], ["growers".capitalized, "Packer", "trade"]]
    func table(_ rows: [[String]]) -> String { "\u{FEFF}" + rows.map { $0.joined(separator: separator) }.joined(separator: "\n") }
    let result = imported([file("/tmp/Relationships.CSV", table(ties)), file("stakeholder.csv", table(actors))], into: session)
    #expect(result.issues == [])
    _ = try session.apply(result.transaction)
    let packer = try #require(session.stakeholders.sorted.first { $0.name == "Packer" })
    #expect(packer.type == .packer)
    #expect(session.relationships.sorted.first?.to == packer.id)
  }

  @Test("a changed value of what changes in time becomes a reading of today, an unchanged or empty one does not")
  func readings() throws {
    var session = two()
    var reading = Reading(id: Sample.id("t-1"))
    reading.aspect = .known(.influence)
    reading.subject = Sample.id("s-1")
    reading.on = Sample.day("2005")
    reading.score = 2
    session.put(reading)
    let result = imported([file("stakeholders.csv", "id,influence,interest\ns-1,4,\ns-2,,3\n")], into: session)
    _ = try session.apply(result.transaction)
    let index = ReadingIndex(session)
    #expect(index.history(ReadingSubject(.influence, Sample.id("s-1"))).map(\.level) == [2, 4])
    #expect(index.current(ReadingSubject(.influence, Sample.id("s-1")))?.on == Sample.today)
    #expect(index.current(ReadingSubject(.interest, Sample.id("s-2")))?.level == 3)
    #expect(imported([file("stakeholders.csv", "id,influence\ns-1,4\n")], into: session).transaction.changes.isEmpty)
  }

  @Test("what is imported is current over what was entered earlier that day, and taken in again it replaces what it was")
  func sameDay() throws {
    let of = ReadingSubject(.influence, Sample.id("s-1"))
    var working = WorkingSession(two())
    let entered = working.readings.change(of, to: .number(3), on: Sample.today, at: Sample.now) { Sample.id("t-1") }
    try working.perform(Transaction(Title(.edit), [try #require(entered)]))
    for (hours, level) in [(1, 4), (2, 5)] {
      let later = Instant(seconds: Sample.now.seconds + Int64(hours * 3600))
      let result = imported([file("stakeholders.csv", "id,influence\ns-1,\(level)\n")], into: working.session, at: later)
      try working.perform(result.transaction)
      #expect(working.readings.history(of).map(\.level) == [level] && working.readings.current(of)?.recordedAt == later)
    }
  }

  @Test("a segment that a table takes away is cleared from those who stood in it")
  func lostSegment() throws {
    let session = try Sample.mango()
    let segment = try #require(session.profile.segments.first)
    let kept = session.profile.setting("segments", to: .items(session.profile.segments.dropFirst().map { Item($0) }))
    var changed = session
    changed.put(try #require(kept))
    let table = CSVExport.files(changed, confidential: true).filter { $0.name == "session.csv" }
    let result = imported(table, into: session)
    var after = session
    _ = try after.apply(result.transaction)
    #expect(after.stakeholders.sorted.allSatisfy { $0.segment != segment.id })
    #expect(after.stakeholders.count == session.stakeholders.count)
  }

  // MARK: Problems

  @Test("what is wrong is said with file, line and column, and the row is left out", arguments: [
    ("stakeholders.csv", "id,nmae\ns-1,x\n", 1, "nmae", ImportProblem.unknownColumn("nmae", near: "name")),
    ("stakeholders.csv", "id,name,Name\ns-1,x,y\n", 1, "Name", .duplicateColumn("Name")),
    ("stakeholders.csv", "id,name\ns-1,\"x\n\ns-2,y\n", 2, "", .unclosedQuote),
    ("stakeholders.csv", "id,name\r\ns-1,\"x\"y\r\n", 2, "", .textAfterQuote),
    ("stakeholders.csv", "id,name\ns-1,5\" pipe\n", 2, "", .quoteInsideCell),
    ("stakeholders.csv", "", 1, "", .empty),
    ("stakeholders.csv", "id,name\ns-1,a,b\n", 2, "", .columnCount(found: 3, expected: 2)),
    ("stakeholders.csv", "id,name\nS 1,a\n", 2, "id", .badID("S 1")),
    ("stakeholders.csv", "id,name\ns-1,a\ns-1,b\n", 3, "id", .duplicateID("s-1")),
    ("constraints.csv", "id,name\ns-1,a\n", 2, "id", .otherKind(id: "s-1", kind: "stakeholder")),
    ("constraints.csv", "id,name,votes\n,\"a\nb\",many\n", 2, "name", .badValue("a b", field: "Name", .controlCharacter)),
    ("relationships.csv", "from,to\ns-1,s-9\n", 2, "to", .badValue("s-9", field: "To", .unknownReference)),
    ("initiatives.csv", "name,funding\nx,[{]\n", 2, "funding", .badItems("")),
    ("initiatives.csv", "name,extra\nx,\"{\"\"unknown\"\":{\"\"name\"\":1}}\"\n", 2, "extra", .badExtra("")),
    ("people.csv", "name\nx\n", 1, "", .unknownFile("people.csv", known: [])),
  ])
  func problems(name: String, text: String, line: Int, column: String, problem: ImportProblem) throws {
    let result = imported([file(name, text)], into: two())
    let issue = try #require(result.issues.first)
    #expect((issue.file, issue.line, issue.column ?? "") == (name, line, column))
    switch (issue.problem, problem) {
    case (.badItems, .badItems), (.badExtra, .badExtra), (.unknownFile, .unknownFile): break
    default: #expect(issue.problem == problem)
    }
    #expect(issue.sentence(English()).hasPrefix("\(name):\(line): "))
    var session = two()
    #expect(throws: Never.self) { _ = try session.apply(result.transaction) }
  }

  @Test("a row that points at a row with a problem is left out too, and what remains applies")
  func cascade() throws {
    var session = two()
    let files = [
      file("stakeholders.csv", "id,name,capacity\ns-7,New,99\n"), file("relationships.csv", "id,from,to\nr-1,s-1,s-7\nr-2,s-1,s-2\n"),
    ]
    let result = imported(files, into: session)
    #expect(result.issues.map(\.line) == [2, 2])
    _ = try session.apply(result.transaction)
    #expect(session.relationships.ids == [Sample.id("r-2")])
    #expect(session.stakeholders.count == 2)
  }

  @Test("no bytes trap: damaged exports import or are refused, and the result always applies", arguments: 0..<40 as Range<UInt64>)
  func damaged(seed: UInt64) {
    var random = Seeded(seed)
    let session = RandomSession.make(seed: seed)
    var files = CSVExport.files(session, confidential: true)
    for index in files.indices {
      for _ in 0..<(1 + random.below(6)) where !files[index].bytes.isEmpty {
        let at = random.below(files[index].bytes.count)
        switch random.below(4) {
        case 0: files[index].bytes[at] = UInt8(random.below(256))
        case 1: files[index].bytes.remove(at: at)
        case 2: files[index].bytes.insert(contentsOf: Array("\"".utf8), at: at)
        default: files[index].bytes.removeSubrange(at..<min(files[index].bytes.count, at + random.below(50)))
        }
      }
    }
    for base in [session, Session()] {
      var target = base
      let result = imported(files, into: target)
      #expect(throws: Never.self) { _ = try target.apply(result.transaction) }
    }
  }
}
