import Exchange
import Foundation
import SessionModel
import Testing
import Words

@Suite struct SessionReportTests {
  private func report(_ session: Session, for audience: Audience = .room, today: PartialDate = Sample.today) -> SessionReport {
    SessionReport(session, for: audience, today: today, words: English())
  }

  private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  @Test("a handout holds every section of the sample and nothing confidential", arguments: ReportFormat.allCases)
  func room(format: ReportFormat) throws {
    let session = try Sample.mango()
    // Lines may end anywhere between words.
    let text = oneLine(try report(session).render(format))
    let english = English()
    for word in [ReportWord.vision, .stakeholders, .relationships, .constraints, .markets, .initiatives, .plan, .indicators, .workshops, .basis] {
      #expect(text.contains(english.report(word)), "\(word)")
    }
    for stakeholder in session.stakeholders.sorted { #expect(text.contains(format.escape(stakeholder.name)), "\(stakeholder.name)") }
    #expect(text.contains(english.report(.confidentialLeftOut)))
    #expect(!text.contains(english.report(.confidentialNotice)))
    #expect(!text.contains(english.report(.trustGaps)))
    for kind in EntityKind.allCases {
      for entity in session.entities(of: kind) where !entity.common.notes.isEmpty { #expect(!text.contains(entity.common.notes)) }
    }
    for person in session.participants.sorted where person.consent != true && !person.name.isEmpty { #expect(!text.contains(person.name), "\(person.name)") }
  }

  @Test("the facilitator's copy says that it is confidential and adds trust, influence and notes", arguments: ReportFormat.allCases)
  func facilitator(format: ReportFormat) throws {
    let text = oneLine(try report(Sample.mango(), for: .facilitator).render(format))
    let english = English()
    for word in [ReportWord.confidentialNotice, .trust, .trustGaps, .trustSmallLarge, .influence] { #expect(text.contains(english.report(word)), "\(word)") }
  }

  @Test("trust in the handed-out summary changes nothing in it: two sessions that differ in secrets alone print the same", arguments: ReportFormat.allCases)
  func secretsLeaveNoTrace(format: ReportFormat) throws {
    let session = try Sample.mango()
    var other = session
    session.readings.forEach { reading in
      var changed = reading
      if reading.aspect == .trust, let score = reading.score { changed.score = 6 - score }
      other.put(changed)
    }
    session.stakeholders.forEach { stakeholder in
      var changed = stakeholder
      changed.capacity = 1
      changed.common.notes = "secret"
      changed.contact = "secret"
      other.put(changed)
    }
    #expect(try report(session).render(format) == report(other).render(format))
  }

  @Test("no name becomes markup, in any place of any format", arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'`--><svg/onload=1>", "]]>&lt;b&gt;", "| a | b |\n| --- | --- |", "# Head\n\n- x\n1. y\n> z",
    "[click](javascript:alert(1))", "![](http://x/y.png)", "{{title}}{{{title}}}{{#words}}", "\u{1b}[31mred\u{9b}2J\u{202e}evil\u{2028}line", "~~~\n```\ncode", "https://evil.example <b>",
  ])
  func hostile(text: String) throws {
    let report = report(Sample.hostile(text), for: .facilitator)
    let html = try report.render(.html)
    // The same document with a harmless name of as many lines has exactly the same tags.
    let harmless = String(text.map { $0.isNewline ? $0 : "x" })
    let calm = try self.report(Sample.hostile(harmless), for: .facilitator).render(.html)
    #expect(tags(html) == tags(calm))
    for format in ReportFormat.allCases {
      let output = try report.render(format)
      #expect(!output.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value) })
    }
    let markdown = try report.render(.markdown)
    let calmMarkdown = try self.report(Sample.hostile(harmless), for: .facilitator).render(.markdown)
    func shape(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        // What opens the line, and how many cells it has.
        let start = line.prefix { "#>-|* 0123456789.".contains($0) }
        let cells = line.replacing("\\|", with: "").count { $0 == "|" }
        return start.prefix(2) + "\(cells)"
      }.filter { !$0.hasPrefix("  ") }
    }
    #expect(shape(markdown).count == shape(calmMarkdown).count)
    #expect(shape(markdown).map { $0.last } == shape(calmMarkdown).map { $0.last })
  }

  /// Names of the tags in their order, those of letters and lines in the pictures aside: they depend on how long a name is.
  private func tags(_ html: String) -> [String] {
    let drawn: Set<String> = ["tspan", "path", "polyline", "text", "line", "g", "rect"]
    return html.matches(of: /<\/?([a-zA-Z!]+)/).map { String($0.output.1) }.filter { !drawn.contains($0) }
  }

  @Test("an action that is overdue is marked, one that is done or due later is not")
  func late() throws {
    var session = Session()
    for (id, due, status) in [("a-1", "2007-05", ActionStatus.doing), ("a-2", "2007-05", .done), ("a-3", "2007-06", .toDo), ("a-4", "2007-07", .toDo)] {
      var action = ActionItem(id: Sample.id(id))
      action.what = "Do " + id
      action.due = Sample.day(due)
      action.status = .known(status)
      session.put(action)
    }
    let lines = try report(session).render(.text).split(separator: "\n").filter { $0.contains("Do a-") }
    #expect(lines.filter { $0.contains("! late") }.allSatisfy { $0.contains("Do a-1") })
    #expect(lines.contains { $0.contains("! late") })
  }

  @Test("trust is counted as the program counts it: who is outside business is neither small nor large, and the widest gap with least trust comes first")
  func trust() throws {
    var session = Session()
    for (id, kind, size) in [("s-1", StakeholderKind.smallFirm, EnterpriseSize.small), ("s-2", .exporter, .large), ("s-3", .government, .medium)] {
      var stakeholder = Stakeholder(id: Sample.id(id))
      stakeholder.name = id
      stakeholder.type = .known(kind)
      stakeholder.size = .known(size)
      session.put(stakeholder)
    }
    for (number, (from, toward, level)) in [
      ("s-1", "s-2", 2), ("s-2", "s-1", 4), ("s-1", "s-3", 5), ("s-3", "s-1", 3), ("s-2", "s-3", 3), ("s-3", "s-2", 1), ("s-1", "s-1", 900),
    ].enumerated() {
      var reading = Reading(id: Sample.id("t-\(number)"))
      reading.aspect = .known(.trust)
      reading.subject = Sample.id(from)
      reading.toward = Sample.id(toward)
      reading.score = level
      session.put(reading)
    }
    let context = report(session, for: .facilitator).context
    let matrix = context["trust.matrix"]?.list?.map { [$0["name"]?.text, $0["level"]?.text, $0["pairs"]?.text] }
    #expect(matrix == [["Small towards larger", "2.0", "1"], ["Larger towards small", "4.0", "1"]])
    #expect(context["trust.pairs"]?.text == "6")
    let gaps = context["trust.gaps"]?.list?.map { [$0["from"]?.text, $0["toward"]?.text, $0["oneWay"]?.text, $0["otherWay"]?.text] }
    #expect(gaps == [["s-2", "s-3", "3", "1"], ["s-2", "s-1", "4", "2"], ["s-1", "s-3", "5", "3"]])
  }

  @Test("who was there is named with consent alone and counted as in the minutes, whatever number a file gives")
  func present() throws {
    var session = Session()
    var workshop = Workshop(id: Sample.id("w-1"))
    for (id, name, consents) in [("p-1", "Rosa", true), ("p-2", "Juana", false)] {
      var person = Participant(id: Sample.id(id))
      person.name = name
      person.consent = consents
      person.gender = .known(.woman)
      session.put(person)
      workshop.present.append(person.id)
    }
    workshop.headcounts = [(Int.min, Gender.woman), (5, .man), (2, .woman)].enumerated().map { number, heads in
      var count = Headcount(id: Sample.id("hc-\(number)"))
      count.people = heads.0
      count.gender = .known(heads.1)
      return count
    }
    session.put(workshop)
    for audience in [Audience.room, .facilitator] {
      let row = report(session, for: audience).context["workshops.rows"]?.list?.first
      #expect(row?["present"]?.text == "Rosa, 8 people not named, 3 of them women")
    }
  }

  @Test("an action that only a person answers for is that person's")
  func person() throws {
    var session = Session()
    var maria = Participant(id: Sample.id("p-1"))
    maria.name = "Maria"
    maria.consent = true
    session.put(maria)
    var action = ActionItem(id: Sample.id("a-1"))
    action.what = "Buy crates"
    action.person = maria.id
    session.put(action)
    let context = report(session).context
    #expect(context["plan.byOwner"]?.list?.map { $0["owner"]?.text } == ["Maria"])
    #expect(context["plan.byDate"]?.list?.first?["owner"]?.text == "Maria")
  }

  @Test("constraints are ranked by votes, then by severity; those without come last")
  func ranking() throws {
    var session = Session()
    for (id, votes, severity) in [("c-1", nil, 5), ("c-2", 3, 1), ("c-3", 3, 4), ("c-4", 9, nil)] as [(String, Int?, Int?)] {
      var constraint = Constraint(id: Sample.id(id))
      constraint.name = id
      constraint.votes = votes
      constraint.severity = severity
      session.put(constraint)
    }
    let rows = report(session).context["constraints.rows"]?.list ?? []
    #expect(rows.map { $0["name"]?.text } == ["c-4", "c-3", "c-2", "c-1"])
  }

  @Test("an empty session still gives a summary, with its title in words", arguments: ReportFormat.allCases)
  func empty(format: ReportFormat) throws {
    let text = try report(Session()).render(format)
    #expect(text.contains(English().report(.untitled)))
    #expect(!text.contains(English().report(.stakeholders)))
  }

  @Test("lines of the text summary fit eighty columns")
  func width() throws {
    let text = try report(Sample.mango(), for: .facilitator).render(.text)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("the HTML loads nothing from elsewhere and runs no script")
  func selfContained() throws {
    let html = try report(Sample.mango(), for: .facilitator).render(.html)
    #expect(!html.contains("<script"))
    #expect(!html.contains("<link"))
    #expect(!html.replacing("http://www.w3.org/2000/svg", with: "").contains("://"))
    #expect(!html.contains("url("))
    #expect(html.hasPrefix("<!DOCTYPE html>"))
  }
}
