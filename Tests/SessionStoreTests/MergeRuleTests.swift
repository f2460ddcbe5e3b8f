import JSON
import SessionModel
import SessionStore
import Testing

/// The rules of merging, each with the smallest story that needs it.
@Suite struct MergeRuleTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  private func session(_ entities: [any Entity]) -> Session { Session(profile: SessionProfile(id: .session), entities: entities) }

  private func stakeholder(_ text: String, _ change: (inout Stakeholder) -> Void = { _ in }) -> Stakeholder {
    var stakeholder = Stakeholder(id: id(text))
    stakeholder.name = text
    change(&stakeholder)
    return stakeholder
  }

  private func merge(_ base: [any Entity], _ ours: [any Entity], _ theirs: [any Entity]) -> SessionMerge {
    SessionMerge(base: session(base), ours: session(ours), theirs: session(theirs))
  }

  @Test("two fields of one entry merge, and one field set twice keeps ours and remembers theirs")
  func fields() {
    let base = stakeholder("ana") { $0.place = "Baní" }
    let merged = merge(
      [base], [stakeholder("ana") { $0.place = "Azua"; $0.wants = "seedlings" }],
      [stakeholder("ana") { $0.place = "Peravia"; $0.contact = "829" }])
    let ana = merged.session.stakeholders[id("ana")]
    #expect(ana?.wants == "seedlings" && ana?.contact == "829" && ana?.place == "Azua")
    #expect(merged.conflicts.map(\.place) == ["place"])
    #expect(merged.conflicts.first?.theirs == "\"Peravia\"" && merged.conflicts.first?.base == "\"Baní\"")
    #expect(merged.session.profile.conflicts == merged.conflicts)
  }

  @Test("votes of two rooms add up, equal ones too, and so do counted answers")
  func votes() throws {
    func constraint(_ votes: Int?) -> SessionModel.Constraint {
      var constraint = SessionModel.Constraint(id: id("c"))
      constraint.votes = votes
      return constraint
    }
    func reading(_ counts: [Int]) -> Reading {
      var reading = Reading(id: id("t"))
      reading.counts = Levels(counts) ?? Levels()
      return reading
    }
    func room(_ votes: Int?, _ counts: [Int], _ name: String) -> [any Entity] { [constraint(votes), reading(counts), stakeholder(name)] }
    let merged = merge(room(3, [1, 0, 0, 0, 0], "a"), room(5, [1, 2, 0, 0, 0], "b"), room(5, [2, 2, 0, 0, 1], "c-c"))
    #expect(merged.session.constraints[id("c")]?.votes == 7)
    #expect(merged.session.readings[id("t")]?.counts.counts == [2, 4, 0, 0, 1])
    #expect(merged.conflicts.isEmpty)
    let fewer = merge([constraint(3)], [constraint(1)], [constraint(nil), stakeholder("x")])
    #expect(fewer.session.constraints[id("c")]?.votes == 0)
  }

  @Test("readings of the same pair and day are both kept, and of two corrections of one both stay, the later under its id")
  func readings() throws {
    func trust(_ text: String, _ score: Int, at seconds: Int64) -> Reading {
      var reading = Reading(id: id(text))
      reading.aspect = .known(.trust)
      reading.subject = id("ana")
      reading.toward = id("bo")
      reading.on = PartialDate("2005-02-18")
      reading.score = score
      reading.recordedAt = Instant(seconds: seconds)
      return reading
    }
    let people = [stakeholder("ana"), stakeholder("bo")]
    let merged = merge(people + [trust("t0", 1, at: 0)], people + [trust("t0", 2, at: 50), trust("t1", 3, at: 10)],
      people + [trust("t0", 4, at: 40), trust("t2", 5, at: 20)])
    #expect(merged.conflicts.isEmpty)
    #expect(merged.session.readings.sorted.compactMap(\.score).sorted() == [2, 3, 4, 5])
    #expect(merged.session.readings[id("t0")]?.score == 2)
    #expect(ReadingIndex(merged.session).trust(id("ana"), id("bo")) == 2)
  }

  @Test("what one side removed and the other changed or needs is kept and listed; what it left alone goes with its ties")
  func removal() throws {
    func tie(_ text: String, _ from: String, _ to: String, _ strength: Int? = nil) -> Relationship {
      var tie = Relationship(id: id(text))
      tie.from = id(from)
      tie.to = id(to)
      tie.strength = strength
      return tie
    }
    let base: [any Entity] = [stakeholder("ana"), stakeholder("bo"), stakeholder("cy"), tie("r1", "ana", "bo"), tie("r2", "ana", "cy")]
    // Ours removes Ana and Cy with their ties; theirs makes one tie of Ana's stronger and leaves Cy alone.
    let theirs: [any Entity] = [stakeholder("ana"), stakeholder("bo"), stakeholder("cy"), tie("r1", "ana", "bo", 5), tie("r2", "ana", "cy")]
    let merged = merge(base, [stakeholder("bo")], theirs)
    #expect(merged.session.stakeholders.ids == [id("ana"), id("bo")])
    #expect(merged.session.relationships.ids == [id("r1")])
    #expect(merged.conflicts.map { $0.about?.text } == ["r1", "ana"])
    #expect(merged.conflicts.allSatisfy { $0.type == .removedHere })
    var working = WorkingSession(merged.session)
    // Settled by ours, Ana goes after all, with the tie that needs her and its conflict.
    try working.perform(Transaction(Title(.settle), try #require(working.settlement(of: merged.conflicts[1], by: .ours))))
    #expect(working.session.stakeholders.ids == [id("bo")])
    #expect(working.session.relationships.isEmpty)
    #expect(working.session.profile.conflicts.isEmpty)
  }

  @Test("lists merge item by item: added, removed, changed and moved, and two orders are listed")
  func lists() throws {
    func workshop(_ items: [(String, Int)], pictures: [String] = []) -> Workshop {
      var workshop = Workshop(id: id("w"))
      workshop.agenda = items.map { text, minutes in
        var item = AgendaItem(id: id(text))
        item.minutes = minutes
        return item
      }
      workshop.pictures = pictures
      return workshop
    }
    let base = workshop([("a", 1), ("b", 2), ("c", 3)], pictures: ["x", "y", "x"])
    let merged = merge(
      [base], [workshop([("a", 1), ("n", 9), ("b", 20), ("c", 3)], pictures: ["x", "y"])],
      [workshop([("c", 3), ("m", 8), ("b", 2)], pictures: ["x", "y", "x", "z"])])
    let agenda = merged.session.workshops[id("w")]?.agenda ?? []
    #expect(agenda.map(\.id.text) == ["n", "c", "m", "b"])
    #expect(agenda.last?.minutes == 20)
    #expect(merged.session.workshops[id("w")]?.pictures == ["x", "y", "z"])
    #expect(merged.conflicts.isEmpty)
    let orders = merge([base], [workshop([("b", 2), ("a", 1), ("c", 3)])], [workshop([("a", 1), ("c", 3), ("b", 2)])])
    let conflict = try #require(orders.conflicts.first)
    #expect(orders.conflicts.count == 1 && conflict.place == "agenda/*")
    var working = WorkingSession(orders.session)
    try working.perform(Transaction(Title(.settle), try #require(working.settlement(of: conflict, by: .theirs))))
    #expect(working.session.workshops[id("w")]?.agenda.map(\.id.text) == ["a", "c", "b"])
  }

  @Test("figures of two sources stand beside each other, of one source they conflict")
  func figures() {
    func actor(_ figures: [String]) -> Stakeholder { stakeholder("ana") { $0.people = figures.compactMap { Figure(notation: $0) } } }
    let merged = merge([actor(["150 people"])], [actor(["160 people", "9 people (Ana)"])], [actor(["170 people", "8 people (Bo)"])])
    #expect(merged.session.stakeholders[id("ana")]?.people.map(\.notation) == ["160 people", "9 people (Ana)", "8 people (Bo)"])
    #expect(merged.conflicts.first?.theirs == "[\"170 people\", \"9 people (Ana)\", \"8 people (Bo)\"]")
  }

  @Test("members that this version does not know merge too, at the top of the file as well")
  func unknown() {
    func version(_ members: [(String, Int)], top: [(String, Int)]) -> Session {
      var session = session([stakeholder("ana") { $0.extra = members.map { JSONMember(key: $0.0, value: .integer($0.1)) } }])
      session.extra = top.map { JSONMember(key: $0.0, value: .integer($0.1)) }
      return session
    }
    let merge = SessionMerge(
      base: version([("a", 1), ("b", 1)], top: [("x", 1)]), ours: version([("a", 2), ("b", 2)], top: [("x", 2)]),
      theirs: version([("a", 1), ("b", 3), ("c", 4)], top: [("x", 3), ("y", 1)]))
    #expect(merge.session.stakeholders[id("ana")]?.extra.map(\.key) == ["a", "b", "c"])
    #expect(merge.session.stakeholders[id("ana")]?.extra.map { $0.value.int } == [2, 2, 4])
    #expect(merge.session.extra.map { $0.value.int } == [2, 1])
    #expect(merge.conflicts.map(\.place) == ["?b", "file/?x"])
  }

  @Test("two kinds that took one id both stay, under ids of their own")
  func sharedIDs() throws {
    var tie = Relationship(id: id("r"))
    tie.from = id("x")
    tie.to = id("x")
    let merged = merge([], [ActionItem(id: id("x"))], [stakeholder("x"), tie]).session
    #expect(merged.actions.ids == [id("x")])
    let renamed = try #require(merged.stakeholders.ids.first)
    #expect(merged.relationships[id("r")]?.from == renamed)
    #expect(try SessionFormat.decode(SessionFormat.encode(merged), file: "merged") == merged)
  }
}
