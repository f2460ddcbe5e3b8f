import SessionModel
import Testing

@Suite struct ChangeLawTests {
  @Test("a transaction and its inverse cancel", arguments: 0..<40)
  func inverse(seed: UInt64) throws {
    var maker = RandomSession(seed: seed)
    let before = maker.session(size: 5)
    var session = before
    let working = WorkingSession(before)
    for transaction in RandomChanges(seed: seed).some(working, maker: &maker) {
      let start = session
      let back = try session.apply(transaction)
      let after = session
      let again = try session.apply(back)
      #expect(session == start)
      _ = try session.apply(again)
      #expect(session == after)
    }
  }

  @Test("undoing everything gives the session opened, redoing everything the session left", arguments: 0..<40)
  func undoRedo(seed: UInt64) throws {
    var maker = RandomSession(seed: seed)
    let opened = maker.session(size: 5)
    var working = WorkingSession(opened)
    for transaction in RandomChanges(seed: seed).some(working, maker: &maker) { try working.perform(transaction) }
    let left = working.session
    while try working.undo() != nil { expectFreshIndexes(working) }
    #expect(working.session == opened)
    while try working.redo() != nil {}
    #expect(working.session == left)
    expectFreshIndexes(working)
  }

  @Test("removing anything takes along what makes no sense without it, leaves nothing dangling, and undo brings all back", arguments: 0..<10)
  func removal(seed: UInt64) throws {
    let session = RandomSession.make(seed: seed, size: 4)
    for kind in EntityKind.allCases where kind != .session {
      for id in session.ids(of: kind) {
        var working = WorkingSession(session)
        try working.perform(Transaction(Title(.remove, kind), working.removal(of: [EntityRef(kind, id)])))
        #expect(!working.session.contains(EntityRef(kind, id)))
        expectNothingDangles(working.session)
        expectFreshIndexes(working)
        try working.undo()
        #expect(working.session == session)
      }
    }
  }

  @Test("a segment that goes is cleared from the actors in it, and an actor of the same id stays")
  func segment() throws {
    let shared = try #require(EntityID("growers"))
    var profile = SessionProfile(id: .session)
    profile.segments = [Segment(shared, "Growers", .production)]
    var actor = Stakeholder(id: shared)
    actor.segment = shared
    var tie = Relationship(id: try #require(EntityID("r1")))
    tie.from = shared
    tie.to = shared
    var working = WorkingSession(Session(profile: profile, entities: [actor, tie]))
    profile.segments = []
    #expect(throws: TransactionError.dangling(actor.ref, field: "segment", id: shared)) {
      try working.perform(Transaction(Title(.edit), [.replace(profile)]))
    }
    try working.perform(Transaction(Title(.edit), working.replacement(of: profile)))
    #expect(working.session.stakeholders[shared]?.segment == nil)
    #expect(working.session.relationships.count == 1)
    try working.undo()
    try working.perform(Transaction(Title(.remove), working.removal(of: [actor.ref])))
    #expect(working.session.relationships.isEmpty)
    #expect(working.session.profile.segments.count == 1)
  }

  @Test("a step that does not fit changes nothing and says why")
  func refusals() throws {
    let a = Stakeholder(id: try #require(EntityID("a")))
    let b = try #require(EntityID("b"))
    var tie = Relationship(id: try #require(EntityID("r")))
    tie.from = a.id
    tie.to = a.id
    let session = Session(profile: SessionProfile(id: .session), entities: [a, tie])
    let first = Participant(id: try #require(EntityID("p")))
    var dangling = tie
    dangling.to = b
    var workshop = Workshop(id: b)
    workshop.agenda = [AgendaItem(id: a.id), AgendaItem(id: a.id)]
    let cases: [([Change], TransactionError)] = [
      ([.insert(a)], .alreadyThere(a.ref)),
      ([.insert(Initiative(id: a.id))], .idTaken(EntityRef(.initiative, a.id), by: a.ref)),
      ([.replace(Stakeholder(id: b))], .notThere(EntityRef(.stakeholder, b))),
      ([.remove(EntityRef(.stakeholder, b))], .notThere(EntityRef(.stakeholder, b))),
      ([.replace(dangling)], .dangling(tie.ref, field: "to", id: b)),
      ([.remove(a.ref)], .dangling(tie.ref, field: "from", id: a.id)),
      ([.remove(EntityRef(.session, .session))], .profileFixed),
      ([.insert(workshop)], .duplicateItem(workshop.ref, field: "agenda", id: a.id)),
    ]
    for (changes, error) in cases {
      var working = WorkingSession(session)
      #expect(throws: error) { try working.perform(Transaction(Title(.edit), [.insert(first)] + changes)) }
      #expect(working.session == session)
      #expect(working.undoTitle == nil)
      expectFreshIndexes(working)
    }
  }
}

/// Both indexes say the same as ones built afresh.
func expectFreshIndexes(_ working: WorkingSession, sourceLocation: SourceLocation = #_sourceLocation) {
  let references = ReferenceIndex(working.session)
  let readings = ReadingIndex(working.session)
  var ids: Set<EntityID> = []
  for kind in EntityKind.allCases {
    for entity in working.session.entities(of: kind) {
      ids.insert(entity.id)
      entity.forEachReference { _, _, id in ids.insert(id) }
    }
  }
  for id in ids { #expect(working.references.sources(of: id) == references.sources(of: id), sourceLocation: sourceLocation) }
  for aspect in Aspect.allCases {
    let subjects = readings.subjects(aspect)
    #expect(working.readings.subjects(aspect) == subjects, sourceLocation: sourceLocation)
    for subject in subjects {
      #expect(working.readings.history(subject) == readings.history(subject), sourceLocation: sourceLocation)
    }
  }
}

func expectNothingDangles(_ session: Session, sourceLocation: SourceLocation = #_sourceLocation) {
  for kind in EntityKind.allCases {
    for entity in session.entities(of: kind) {
      #expect(entity.refers(onlyTo: { session.exists($1, as: $0) }), sourceLocation: sourceLocation)
    }
  }
}

/// Random steps on a session, each of which fits what the ones before left.
struct RandomChanges {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed &+ 1000) }

  func some(_ working: WorkingSession, maker: inout RandomSession, count: Int = 25) -> [Transaction] {
    var random = random
    var working = working
    var result: [Transaction] = []
    while result.count < count {
      guard let kind = random.pick(EntityKind.allCases.filter { $0 != .session }) else { break }
      var changes: [Change] = []
      switch random.below(4) {
      case 0: changes = [.insert(maker.fill(new(kind, random.id(kind.prefix))))]
      case 1:
        guard let id = random.pick(working.session.ids(of: kind)) else { continue }
        changes = working.removal(of: [EntityRef(kind, id)])
      default:
        guard let id = random.pick(working.session.ids(of: kind)), let old = working.session.entity(EntityRef(kind, id)) else { continue }
        // Twice, for the middle state must leave no trace.
        changes = working.replacement(of: maker.fill(old)) + working.replacement(of: maker.fill(old))
      }
      let transaction = Transaction(Title(.edit, kind), changes)
      // What was removed meanwhile may be pointed at by what the maker fills in.
      if (try? working.perform(transaction)) != nil { result.append(transaction) } else if random.chance(5) { break }
    }
    return result
  }

  private func new(_ kind: EntityKind, _ id: EntityID) -> any Entity {
    func make<E: Entity>(_: E.Type) -> any Entity { E(id: id) }
    return make(kind.type)
  }
}
