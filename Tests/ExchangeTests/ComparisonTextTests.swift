import Exchange
import SessionModel
import Testing
import Words

@Suite struct ComparisonTextTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  private func session(_ change: (inout [any Entity]) -> Void) -> Session {
    var ana = Stakeholder(id: id("ana"))
    ana.name = "Ana"
    var bo = Stakeholder(id: id("bo"))
    bo.name = "Bo"
    var entities: [any Entity] = [ana, bo, trust("t1", "ana", "bo", 2, "2004")]
    change(&entities)
    return Session(profile: SessionProfile(id: .session), entities: entities)
  }

  private func trust(_ text: String, _ from: String, _ to: String, _ score: Int, _ on: String) -> Reading {
    var reading = Reading(id: id(text))
    reading.aspect = .known(.trust)
    reading.subject = id(from)
    reading.toward = id(to)
    reading.score = score
    reading.on = PartialDate(on)
    return reading
  }

  @Test("trust comes first, then numbers, then entries with their fields, items and gains")
  func lines() {
    let new = session { entities in
      guard var ana = entities[0] as? Stakeholder else { return }
      ana.place = "Baní"
      ana.roles = [.known(.leader)]
      entities[0] = ana
      entities += [trust("t2", "ana", "bo", 4, "2005"), trust("t3", "bo", "ana", 1, "2005")]
      var workshop = Workshop(id: id("w"))
      workshop.name = "Day 2"
      entities.append(workshop)
    }
    let lines = ComparisonText.lines(SessionComparison(session { _ in }, new), words: English()).map(\.plainText)
    #expect(lines == [
      "Trust",
      "  All directions: 2.0 → 2.5 (+0.5), over 1 and now 2 directions",
      "  ▲ Ana → Bo: suspicious 2 → 4 cooperating",
      "  + Bo → Ana: read for the first time, 1 antagonistic",
      "In numbers",
      "  Readings: 1 → 3 (+2)",
      "  Workshops: 0 → 1 (+1)",
      "Stakeholders: 1 changed",
      "  ~ Ana",
      "    ~ Roles: + leader",
      "    ~ Place: nothing → Baní",
      "Workshops: 1 added",
      "  + Day 2",
      "Readings: 2 added",
    ])
    #expect(ComparisonText.lines(SessionComparison(new, new), words: English()).map(\.text) == ["Nothing differs."])
  }

  @Test("a place inside a list is named by its item")
  func items() {
    func plan(_ minutes: Int) -> Session {
      session { entities in
        var workshop = Workshop(id: id("w"))
        var item = AgendaItem(id: id("q"))
        item.title = "Trust map"
        item.minutes = minutes
        workshop.agenda = [item]
        entities.append(workshop)
      }
    }
    let lines = ComparisonText.lines(SessionComparison(plan(30), plan(45)), words: English()).map(\.text)
    #expect(lines.last == "Agenda · Trust map · Minutes: 30 minutes → 45 minutes (+15)")
  }

  @Test("a conflict says where it is and what each side says")
  func conflict() {
    var conflict = MergeConflict(id: id("k"))
    conflict.type = .known(.value)
    conflict.about = id("ana")
    conflict.place = "name"
    conflict.base = "\"A\""
    conflict.theirs = "\"Anna\""
    let text = ConflictText(conflict, in: session { _ in }, words: English())
    #expect(text.title == "Ana · Name" && text.ours == "Ana" && text.theirs == "Anna" && text.base == "A")
  }
}
