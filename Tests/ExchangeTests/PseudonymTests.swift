import Exchange
import SessionModel
import SessionStore
import Testing
import Words

@Suite struct PseudonymTests {
  private func session() -> Session {
    var stakeholder = Stakeholder(id: Sample.id("s-1"))
    stakeholder.name = "Mangos de Matanzas"
    stakeholder.contact = "829"
    stakeholder.place = "Matanzas"
    var second = Stakeholder(id: Sample.id("s-2"))
    second.name = "Mangos"
    second.wants = "To sell with MANGOS DE MATANZAS, not against it; mangosteens too."
    var person = Participant(id: Sample.id("p-1"))
    person.name = "=Ana"
    person.stakeholder = second.id
    var workshop = Workshop(id: Sample.id("w-1"))
    var decision = Decision(id: Sample.id("d-1"))
    decision.text = "=Ana calls Mangos."
    workshop.decisions = [decision]
    workshop.pictures = ["ana.jpg"]
    var action = ActionItem(id: Sample.id("a-1"))
    action.ownerName = "Somebody Else"
    return Session(profile: SessionProfile(id: .session), entities: [stakeholder, second, person, workshop, action])
  }

  @Test("names go everywhere, in texts too, and nothing is left to find anybody by")
  func replaced() throws {
    let names = try Pseudonyms(session(), key: nil, words: English())
    let result = names.applied(to: session())
    #expect(result.stakeholders.sorted.map(\.name) == ["Stakeholder 1", "Stakeholder 2"])
    #expect(result.stakeholders[Sample.id("s-2")]?.wants == "To sell with Stakeholder 1, not against it; mangosteens too.")
    #expect(result.workshops.sorted.first?.decisions.first?.text == "Participant 1 calls Stakeholder 2.")
    let text = String(decoding: SessionFormat.encode(result), as: UTF8.self)
    for word in ["Matanzas", "829", "Ana", "ana.jpg", "Somebody"] { #expect(!text.contains(word), "\(word)") }
    #expect(try SessionFormat.decode(SessionFormat.encode(result), file: "x") == result)
  }

  @Test("with the key of an earlier export everybody keeps the name given then, and new ones get other names")
  func consistent() throws {
    let first = try Pseudonyms(session(), key: nil, words: English())
    var later = session()
    var early = Stakeholder(id: Sample.id("s-0"))
    early.name = "New one"
    later.put(early)
    let second = try Pseudonyms(later, key: first.keyFile, words: English())
    #expect(second.entries.prefix(3) == first.entries[...])
    #expect(second.entries.last?.pseudonym == "Stakeholder 3")
    #expect(String(decoding: first.keyFile, as: UTF8.self).contains("'=Ana"))
  }

  @Test("under other names a random session still opens", arguments: 0..<20 as Range<UInt64>)
  func laws(seed: UInt64) throws {
    let session = RandomSession.make(seed: seed)
    let result = try Pseudonyms(session, key: nil, words: English()).applied(to: session)
    #expect(try SessionFormat.decode(SessionFormat.encode(result), file: "x") == result)
    #expect(try Pseudonyms(session, key: Pseudonyms(session, key: nil, words: English()).keyFile, words: English()).applied(to: session) == result)
  }
}
