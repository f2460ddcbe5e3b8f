import JSON
import SessionModel
import Testing

@Suite struct ComparisonTests {
  @Test("what a comparison found, applied to the old session, gives the new one byte for byte", arguments: 0..<30)
  func appliedGivesNew(seed: UInt64) throws {
    var maker = RandomSession(seed: seed)
    let old = maker.session(size: 4)
    var working = WorkingSession(old)
    for transaction in RandomChanges(seed: seed).some(working, maker: &maker, count: 12) { try working.perform(transaction) }
    let comparison = SessionComparison(old, working.session)
    var again = WorkingSession(old)
    if !comparison.changes.isEmpty { try again.perform(Transaction(Title(.edit), comparison.changes)) }
    #expect(again.session == working.session)
    #expect(SessionComparison(again.session, working.session).isEmpty)
    #expect(SessionComparison(old, old).isEmpty)
  }

  @Test("fields, elements, items and unknown members are each told apart, with the gain of a count")
  func parts() throws {
    var old = Workshop(id: try #require(EntityID("w")))
    var item = AgendaItem(id: try #require(EntityID("q1")))
    item.minutes = 30
    var gone = AgendaItem(id: try #require(EntityID("q2")))
    gone.title = "Break"
    old.agenda = [item, gone]
    old.pictures = ["wall", "map"]
    old.extra = [JSONMember(key: "weather", value: .string("sun"))]
    var new = old
    item.minutes = 45
    new.agenda = [item]
    new.pictures = ["map", "beans"]
    new.extra = [JSONMember(key: "weather", value: .string("rain"))]
    new.name = "e\u{301}"
    old.name = "é"
    let comparison = SessionComparison(
      Session(profile: SessionProfile(id: .session), entities: [old]), Session(profile: SessionProfile(id: .session), entities: [new]))
    let found = try #require(comparison.entities.first)
    #expect(comparison.entities.count == 1 && found.what == .changed)
    #expect(found.fields.map(\.path.text) == ["name", "agenda/q2", "agenda/q1/minutes", "pictures", "?weather"])
    #expect(found.fields.map(\.gain) == [nil, nil, 15, nil, nil])
    #expect(found.fields[1].what == .itemRemoved(Item(gone)))
    #expect(found.fields[3].what == .elements(added: .strings(["beans"]), removed: .strings(["wall"])))
    #expect(found.fields[4].what == .unknown(old: .string("sun"), new: .string("rain")))
    for field in found.fields { #expect(FieldPath(field.path.text) == field.path) }
  }

  @Test("paths are read back from their text, and other texts are none", arguments: [
    ("", true), ("name", true), ("agenda/q1/minutes", true), ("agenda/*", true), ("a/b/?x/y?", true), ("?a/b", true), ("/", false),
    ("agenda/Q1", false), ("agenda//x", false), ("agenda/*/x", false), ("name/", false),
  ] as [(String, Bool)])
  func paths(text: String, isPath: Bool) { #expect(FieldPath(text)?.text == (isPath ? text : nil)) }
}
