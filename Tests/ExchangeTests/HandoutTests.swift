import Foundation
import SessionModel
import Testing
import Words

@testable import Exchange

@Suite struct HandoutTests {
  private let now = Instant("2008-07-01T10:00:00Z") ?? Instant(seconds: 0)
  private var today: PartialDate { now.date }

  private func page(_ kind: HandoutKind, _ session: Session, _ format: ReportFormat = .html) throws -> String {
    try Handout(kind, session, at: now, words: English()).render(format)
  }

  /// Every confidential text and name replaced by a word that can be searched for, every confidential number changed.
  private func marked(_ session: Session) -> Session {
    var result = session
    for kind in EntityKind.allCases {
      for entity in session.entities(of: kind) {
        var other = entity
        other.common.notes = "SECRETNOTE"
        for field in kind.description.fields where field.isConfidential && field.aspect == nil {
          if field.kind == .text { other = other.setting(field.key, to: .text("SECRETTEXT")) ?? other }
          if case .scale = field.kind { other = other.setting(field.key, to: .number(1)) ?? other }
        }
        if var person = other as? Participant, person.consent != true {
          person.name = "SECRETNAME"
          other = person
        }
        if var reading = other as? Reading, reading.aspect?.option?.isConfidential == true {
          reading.score = reading.score.map { $0 == 1 ? 2 : 1 }
          other = reading
        }
        if var day = other as? Workshop {
          for index in day.ballots.indices where day.ballots[index].isCovered {
            for place in day.ballots[index].options.indices { day.ballots[index].options[place].dots = 7_654 }
          }
          other = day
        }
        result.put(other)
      }
    }
    return result
  }

  @Test("what is read aloud begins with what was agreed that day, counts what it leaves out, and leaves out nobody who stands for many")
  func readAloud() throws {
    var session = try Sample.mango()
    var day = try #require(session.workshops.sorted.max { ($0.on?.firstDay ?? 0) < ($1.on?.firstDay ?? 0) })
    day.agenda.append(AgendaItem(id: Sample.id("x-now")))
    var decision = Decision(id: Sample.id("x-decision"))
    decision.text = "We meet every first Monday"
    day.decisions.append(decision)
    session.put(day)
    for number in 0..<20 {
      var action = ActionItem(id: Sample.id("a-more-\(number)"))
      (action.what, action.due) = ("Further task \(number)", Sample.day("2007-07-01"))
      session.put(action)
    }
    var agreed = ActionItem(id: Sample.id("a-agreed"))
    (agreed.what, agreed.due, agreed.agreedAt) = ("Call the school", Sample.day("2030-01-01"), Sample.id("x-now"))
    session.put(agreed)
    let text = try page(.readAloud, session, .text)
    #expect(text.contains("Call the school"))
    #expect(text.contains("actions are in the plan.") && !text.contains("and 1 more"))
    #expect(text.contains("Small mango growers") && text.contains("We meet every first Monday."))
  }

  @Test("no export for the room differs when only confidential values do")
  func confidential() throws {
    let session = try Sample.mango()
    let other = marked(session)
    func all(_ session: Session) throws -> [String] {
      var texts = try HandoutKind.allCases.filter { !$0.isConfidential }.map { try page($0, session) }
      texts += try [HandoutKind.actions, .readAloud].map { try page($0, session, .text) }
      for workshop in session.workshops.sorted {
        for format in ReportFormat.allCases {
          texts.append(try #require(Minutes(session, workshop: workshop.id, at: now, words: English())).render(format))
        }
      }
      texts.append(String(decoding: PlanCalendar.bytes(session, now: now, words: English()), as: UTF8.self))
      texts.append(String(decoding: PlanTable.bytes(session, today: today, words: English()), as: UTF8.self))
      texts.append(PlanAgenda(session, today: today, words: English()).text())
      texts += try ReportFormat.allCases.map { try SessionReport(session, today: today, words: English()).render($0) }
      texts += CSVExport.files(session).map { String(decoding: $0.bytes, as: UTF8.self) }
      return texts
    }
    let (plain, changed) = (try all(session), try all(other))
    for (a, b) in zip(plain, changed) {
      #expect(a == b)
      #expect(!b.contains("SECRET") && !b.contains("7654"))
    }
    #expect(try page(.trustSheet, session) != page(.trustSheet, other))
  }

  @Test("every handout has something in it for the sample, and none breaks on an empty session", arguments: HandoutKind.allCases)
  func whole(kind: HandoutKind) throws {
    let page = try page(kind, try Sample.mango())
    #expect(page.contains(kind == .pictures || kind == .trustSlips ? "<svg" : "<h"))
    #expect(!page.contains("{{"))
    #expect(try self.page(kind, Session()).contains("</html>"))
  }

  @Test("names cannot become markup in any handout", arguments: HandoutKind.allCases)
  func hostile(kind: HandoutKind) throws {
    var session = try Sample.mango()
    for kind in EntityKind.allCases {
      for entity in session.entities(of: kind) {
        for key in ["name", "what", "title", "vision", "product"] {
          if let other = entity.setting(key, to: .text("<script>alert(1)</script>{{x}}")) { session.put(other) }
        }
      }
    }
    #expect(!(try page(kind, session)).contains("<script"))
  }

  @Test("no short message is longer than 160 characters, and no task is lost")
  func messages() throws {
    let tasks = (0..<40).map { "Task \($0) " + String(repeating: "🌳ñ", count: $0) }
    let texts = ShortMessages.texts(to: String(repeating: "Owner ", count: 20), tasks: tasks)
    #expect(texts.allSatisfy { $0.utf16.count <= 160 })
    for number in 0..<40 { #expect(texts.contains { $0.contains("Task \(number) ") }) }
    #expect(texts.allSatisfy { ShortMessages.length(of: $0).used <= ShortMessages.length(of: $0).of })
    #expect(ShortMessages.texts(to: "Ana", tasks: ["Plant"]) == ["Ana: Plant"])
    let lines = try page(.actions, try Sample.mango(), .text)
    #expect(lines.contains("Mangos de Matanzas"))
  }

  @Test("a short message is counted as telephones count: accents that their alphabet lacks are left off, other scripts have 70 characters")
  func alphabet() {
    #expect(ShortMessages.texts(to: "José Núñez", tasks: ["Podar “Banilejo” – 40 árboles…"]) == [#"José Nuñez: Podar "Banilejo" - 40 arboles..."#])
    #expect(ShortMessages.length(of: "ñ€[]") == (7, 160))
    #expect(ShortMessages.length(of: "आम") == (2, 70))
    #expect(ShortMessages.texts(to: "आम", tasks: [String(repeating: "पेड़ ", count: 40)]).allSatisfy { $0.utf16.count <= 70 })
    let many = ShortMessages.texts(to: "Ana", tasks: (0..<9).map { "\($0) " + String(repeating: "é", count: 60) })
    #expect(many.count == 5 && many[0].hasPrefix("Ana 1/5: 0 ") && many.allSatisfy { $0.count <= 160 })
  }

  private func promises(_ count: Int) -> Session {
    var session = Session()
    for number in 0..<count {
      guard let id = EntityID("a-\(number)") else { continue }
      var action = ActionItem(id: id)
      action.what = "Promise \(number) of those that are to be signed before people leave"
      action.ownerName = "Somebody \(number)"
      session.put(action)
    }
    return session
  }

  @Test("all promises are on one page to sign, in smaller print where they are many; more than that go on further pages that say which they are")
  func commitments() throws {
    for (count, pages, isSmall) in [(5, 1, false), (20, 1, true), (60, 3, true)] {
      let sheet = try page(.commitments, promises(count))
      #expect(sheet.components(separatedBy: "<section class=\"page").count - 1 == pages, "\(count)")
      #expect(sheet.contains("class=\"page small\"") == isSmall)
      #expect(sheet.contains("page 2 of \(pages)") == (pages > 1))
      for number in 0..<count { #expect(sheet.contains("Promise \(number) of those")) }
    }
  }

  @Test("handouts and minutes say in which language the session is")
  func language() throws {
    var profile = SessionProfile(id: .session)
    profile.language = "es"
    var session = Session(profile: profile)
    session.put(Workshop(id: EntityID("w-1") ?? .session))
    #expect(try page(.readAloud, session).contains("lang=\"es\""))
    #expect(try #require(Minutes(session, at: now, words: English())).render(.html).contains("lang=\"es\""))
  }

  @Test("a ministry gets no slips for large enterprises")
  func slips() throws {
    var session = Session()
    for (name, kind, size) in [("s-1", StakeholderKind.government, EnterpriseSize.large), ("s-2", .smallFirm, .small)] {
      var one = Stakeholder(id: EntityID(name) ?? .session)
      one.name = name
      one.type = .known(kind)
      one.size = .known(size)
      session.put(one)
    }
    var tie = Relationship(id: EntityID("r-1") ?? .session)
    tie.from = EntityID("s-1")
    tie.to = EntityID("s-2")
    session.put(tie)
    let sheets = try page(.trustSlips, session)
    #expect(sheets.contains(English().handout(.slipsSmall)) && !sheets.contains(English().handout(.slipsLarge)))
  }

  @Test("a buyer’s months are said by their names, over the new year too")
  func season() throws {
    for (typed, said) in [("5-8", "May–Aug"), ("11-2,6", "Jun, Nov–Feb"), ("1-12", "Jan–Dec"), ("after the rains", "after the rains")] {
      var session = Session()
      var market = EndMarket(id: EntityID("m-1") ?? .session)
      market.name = "Market"
      market.season = typed
      session.put(market)
      #expect(try page(.buyerCard, session).contains("<dd>\(said)</dd>"), "\(said)")
    }
  }

  @Test("people who may not be named are counts on the attendance sheet, and their actions on the sheet of short messages")
  func unnamed() throws {
    var session = Session()
    var day = Workshop(id: EntityID("w-1") ?? .session)
    for (number, consents) in [true, false, false].enumerated() {
      guard let id = EntityID("p-\(number)"), let action = EntityID("a-\(number)") else { continue }
      var person = Participant(id: id)
      person.name = consents ? "Rosa" : "SECRET"
      person.consent = consents
      session.put(person)
      day.present.append(id)
      var promise = ActionItem(id: action)
      promise.what = "Task \(number)"
      promise.person = id
      session.put(promise)
    }
    session.put(day)
    let sheet = try page(.attendance, session)
    #expect(sheet.contains("Rosa") && sheet.contains("Of 3 people on our list, 2 are counted and not named.") && !sheet.contains("SECRET"))
    let texts = try page(.actions, session)
    #expect(texts.contains("Rosa: Task 0") && texts.contains("2 more actions are of people who are not named here."))
    #expect(!texts.contains("Task 1") && !texts.contains("SECRET"))
  }

  @Test("minutes tell who was there, the agenda as it ran, decisions, votes with ties, actions and what was put aside")
  func minutes() throws {
    var session = Session()
    func id(_ text: String) -> EntityID { EntityID(text) ?? .session }
    var workshop = Workshop(id: id("w-1"))
    workshop.name = "The day"
    workshop.on = PartialDate("2008-07-01")
    var item = AgendaItem(id: id("k-1"))
    item.title = "Night shift"
    item.minutes = 30
    item.started = Instant("2008-07-01T23:50:00-04:00")
    item.ended = Instant("2008-07-02T00:35:00-04:00")
    workshop.agenda = [item]
    var decision = Decision(id: id("d-1"))
    decision.text = "Traps in every orchard"
    decision.agendaItem = item.id
    workshop.decisions = [decision]
    var ballot = Ballot(id: id("y-1"))
    ballot.question = "Which first?"
    ballot.revealed = true
    for (name, text, dots) in [("j-1", "Roads", 3), ("j-2", "Credit", 7), ("j-3", "Water", 7)] {
      var option = BallotOption(id: id(name))
      option.text = text
      option.dots = dots
      ballot.options.append(option)
    }
    var covered = ballot
    covered.id = id("y-2")
    covered.question = "Whom do we ask?"
    covered.revealed = nil
    workshop.ballots = [ballot, covered]
    for (name, consents) in [("Rosa", true), ("Juan", false)] {
      var person = Participant(id: id("p-" + name.lowercased()))
      person.name = name
      person.consent = consents
      person.gender = .known(name == "Rosa" ? .woman : .man)
      session.put(person)
      workshop.present.append(person.id)
    }
    session.put(workshop)
    var action = ActionItem(id: id("a-1"))
    action.what = "Buy traps"
    action.agreedAt = item.id
    action.person = id("p-rosa")
    session.put(action)
    let text = try #require(Minutes(session, at: now, words: English())).render(.text)
    for expected in [
      "2 people, 1 woman, 1 man.", "Rosa", "One of them is counted and not named.", "23:50–00:35 Night shift (45 min, 30 planned)",
      "- Traps in every orchard (Night shift)",
      "1=. Credit: 7", "1=. Water: 7", "3. Roads: 3", "Not revealed yet.", "- Buy traps — Rosa, No date yet",
    ] { #expect(text.contains(expected), "\(expected)") }
    #expect(!text.contains("Juan"))
    #expect(text.components(separatedBy: "Credit: 7").count == 2)
    #expect(Minutes(Session(), at: now, words: English()) == nil)
  }
}
