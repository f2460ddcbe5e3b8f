import SessionModel
import Testing
import Words

@testable import Exchange

@Suite struct PlanExportTests {
  private let now = Instant("2026-06-11T21:30:00-04:00") ?? Instant(seconds: 0)
  private var today: PartialDate { now.date }
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  private func action(
    _ name: String, _ what: String, due: String = "", _ status: ActionStatus = .toDo, change: (inout ActionItem) -> Void = { _ in }
  ) -> ActionItem {
    var action = ActionItem(id: id(name))
    action.what = what
    action.due = PartialDate(due)
    action.status = .known(status)
    change(&action)
    return action
  }

  private func plan() -> Session {
    var session = Session()
    var growers = Stakeholder(id: id("s-1"))
    growers.name = "Growers"
    session.put(growers)
    for (name, consents) in [("Ana", true), ("Juan", false)] {
      var person = Participant(id: id("p-" + name.lowercased()))
      person.name = name
      person.consent = consents
      session.put(person)
    }
    session.put(
      action("a-1", "Plant; weed, and \\water\nthe trees", due: "2026-06-10") {
        $0.owner = growers.id
        $0.common.notes = "SECRET"
      })
    session.put(
      action("a-2", String(repeating: "ñandú 🌳 ", count: 20), due: "2026-06", .doing) {
        $0.dependsOn = [id("a-1")]
        $0.person = id("p-juan")
      })
    session.put(action("a-3", "=HYPERLINK(1)", due: "2026-06-11", .blocked) { $0.person = id("p-ana") })
    session.put(
      action("a-4", "Sell", due: "2026-06-14") {
        $0.from = PartialDate("2026-06-12")
        $0.ownerName = "The mayor"
      })
    session.put(action("a-5", "Done it", due: "2026-05-01", .done) { $0.doneOn = PartialDate("2026-04-30") })
    return session
  }

  private func calendar() -> [String] {
    let text = String(decoding: PlanCalendar.bytes(plan(), now: now, words: English()), as: UTF8.self)
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    return text.components(separatedBy: "\r\n")
  }

  @Test("every action is a to-do with its date, its status and what it waits for")
  func todos() {
    let lines = calendar()
    #expect(lines.filter { $0 == "BEGIN:VTODO" }.count == 5)
    #expect(lines.contains("UID:a-2@rapport"))
    #expect(lines.contains("RELATED-TO;RELTYPE=DEPENDS-ON:a-1@rapport"))
    #expect(lines.contains("DUE;VALUE=DATE:20260630"))
    #expect(lines.contains("DTSTART;VALUE=DATE:20260612"))
    #expect(lines.contains("STATUS:COMPLETED") && lines.contains("COMPLETED:20260430T120000Z"))
    #expect(lines.contains("STATUS:IN-PROCESS"))
    #expect(lines.contains("DTSTAMP:20260612T013000Z"))
    let whole = lines.joined(separator: "\n").replacing("\n ", with: "")
    // What many programs show of a to-do is its notes only.
    #expect(whole.contains("Due: Jun 2026") && whole.contains("waits for: Plant\\; weed"))
  }

  @Test("long lines are folded between characters, texts escaped, and nobody is named who did not agree")
  func safety() {
    let lines = calendar()
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains("SUMMARY:Plant\\; weed\\, and \\\\water\\nthe trees"))
    let unfolded = lines.joined(separator: "\n").replacing("\n ", with: "")
    #expect(unfolded.contains(String(repeating: "ñandú 🌳 ", count: 19)))
    #expect(!unfolded.contains("Juan") && !unfolded.contains("SECRET"))
    #expect(PlanCalendar.text("a\r\nBEGIN:VEVENT\u{202E}\u{7}") == "a\\nBEGIN:VEVENT")
  }

  @Test("the table has names instead of ids, and no cell that runs")
  func table() {
    let text = String(decoding: PlanTable.bytes(plan(), today: today, words: English()), as: UTF8.self)
    #expect(text.contains("'=HYPERLINK(1)"))
    #expect(text.contains("The mayor"))
    #expect(text.contains("Plant; weed, and \\water the trees"))
    #expect(!text.contains("a-1") && !text.contains("Juan"))
  }

  @Test("the agenda says what is late, blocked, due today and due this week, then the same by owner")
  func agenda() {
    let text = PlanAgenda(plan(), today: today, words: English()).text()
    #expect(text.contains("LATE (1)\n  ! Plant; weed, and \\water the trees — Growers, 10 Jun 2026 (1 day late)"))
    #expect(text.contains("BLOCKED (1)\n  x =HYPERLINK(1) — Ana"))
    #expect(text.contains("THIS WEEK (1)\n  - Sell — The mayor, 14 Jun 2026"))
    #expect(text.contains("\nsomebody not named\n"))
    #expect(!text.contains("Done it") && !text.contains("Juan") && !text.contains("SECRET"))
    #expect(PlanAgenda(Session(), today: today, words: English()).text().contains("Nothing is late"))
  }

  @Test("one person's list is found by the beginning of a name, of a stakeholder, a person or in free words")
  func remind() {
    let agenda = PlanAgenda(plan(), today: today, words: English())
    #expect(agenda.reminder(owner: "grow")?.contains("Plant") == true)
    #expect(agenda.reminder(owner: "ANA")?.contains("=HYPERLINK") == true)
    #expect(agenda.reminder(owner: "mayor")?.contains("Sell") == true)
    #expect(agenda.reminder(owner: "Juan") == nil)
    #expect(PlanAgenda(plan(), for: .facilitator, today: today, words: English()).reminder(owner: "Juan") != nil)
    #expect(agenda.reminder(owner: " ") == nil)
  }
}
