import JSON
import SessionModel
import SessionStore
import Testing

@Suite struct SessionMergeTests {
  /// Two versions of a random session, each with random steps of its own.
  private func versions(_ seed: UInt64) throws -> (base: Session, ours: Session, theirs: Session) {
    var maker = RandomSession(seed: seed)
    let base = maker.session(size: 4)
    func changed(_ seed: UInt64) throws -> Session {
      var working = WorkingSession(base)
      var random = Seeded(seed)
      for _ in 0..<12 { step(&working, &maker, &random) }
      return working.session
    }
    return (base, try changed(seed &+ 7), try changed(seed &+ 70_000))
  }

  private func step(_ working: inout WorkingSession, _ maker: inout RandomSession, _ random: inout Seeded) {
    guard let kind = random.pick(EntityKind.allCases) else { return }
    let id = kind == .session ? .session : random.pick(working.session.ids(of: kind))
    func made<E: Entity>(_: E.Type) -> any Entity { maker.fill(E(id: random.id(kind.prefix))) }
    var changes: [Change] = []
    switch random.below(5) {
    case 0 where kind != .session: changes = [.insert(made(kind.type))]
    case 1 where kind != .session: changes = id.map { working.removal(of: [EntityRef(kind, $0)]) } ?? []
    case 2:
      // One field anew.
      guard let entity = id.flatMap({ working.session.entity(EntityRef(kind, $0)) }) else { return }
      guard let field = random.pick(kind.description.fields.filter { $0.aspect == nil && $0.key != "conflicts" }) else { return }
      guard let changed = entity.setting(field.key, to: maker.value(of: field.kind)) else { return }
      changes = working.replacement(of: changed)
    default:
      guard let entity = id.flatMap({ working.session.entity(EntityRef(kind, $0)) }) else { return }
      changes = working.replacement(of: shuffled(entity, &random))
    }
    // What was removed meanwhile may be pointed at.
    if !changes.isEmpty { try? working.perform(Transaction(Title(.edit, kind), changes)) }
  }

  /// Items removed, moved and changed.
  private func shuffled<E: Entity>(_ entity: E, _ random: inout Seeded) -> any Entity {
    var result = entity
    for field in E.description.fields {
      var items = entity.value(field.key).heldItems
      guard !items.isEmpty else { continue }
      if random.chance(40) { items.remove(at: random.below(items.count)) } else { items.shuffle(using: &random) }
      result = result.setting(field.key, to: items.isEmpty ? .empty : .items(items)) ?? result
    }
    return result
  }

  private func bytes(_ session: Session) -> [UInt8] { SessionFormat.encode(session) }

  @Test("merged with itself, or with what it began from, a version stays as it is to the byte", arguments: 0..<20)
  func identities(seed: UInt64) throws {
    let (base, ours, theirs) = try versions(seed)
    for (base, ours, theirs, expected) in [(base, ours, ours, ours), (base, ours, base, ours), (base, base, theirs, theirs), (ours, ours, ours, ours)] {
      let merge = SessionMerge(base: base, ours: ours, theirs: theirs)
      #expect(bytes(merge.session) == bytes(expected))
      #expect(merge.conflicts.isEmpty)
    }
  }

  @Test("the merged session opens again, and has lost nothing that nobody removed", arguments: 0..<60)
  func nothingIsLost(seed: UInt64) throws {
    let (base, ours, theirs) = try versions(seed)
    let merged = SessionMerge(base: base, ours: ours, theirs: theirs).session
    // Reading it refuses duplicate ids, duplicate items and references to nothing.
    #expect(try SessionFormat.decode(bytes(merged), file: "merged") == merged)
    for kind in EntityKind.allCases {
      for id in Set(ours.ids(of: kind)).union(theirs.ids(of: kind)) {
        let ref = EntityRef(kind, id)
        let wasRemoved = base.contains(ref) && !(ours.contains(ref) && theirs.contains(ref))
        if !wasRemoved { #expect(merged.contains(ref), "\(ref)") }
        // What one side removed is only gone if the other had left it alone.
        if wasRemoved, let other = ours.entity(ref) ?? theirs.entity(ref), let was = base.entity(ref), !other.isExactly(was) {
          #expect(merged.contains(ref), "\(ref)")
        }
      }
    }
  }

  @Test("who merges whom makes no difference but for the side that conflicts take", arguments: 0..<60)
  func symmetry(seed: UInt64) throws {
    let (base, ours, theirs) = try versions(seed)
    let (one, other) = (SessionMerge(base: base, ours: ours, theirs: theirs), SessionMerge(base: base, ours: theirs, theirs: ours))
    func places(_ merge: SessionMerge, swapped: Bool) -> Set<String> {
      Set(merge.conflicts.map { conflict in
        let type: ConflictType? =
          switch conflict.type?.option {
          case .removedHere: swapped ? .removedThere : .removedHere
          case .removedThere: swapped ? .removedHere : .removedThere
          case let type: type
          }
        return "\(type?.rawValue ?? "") \(conflict.about?.text ?? "") \(conflict.place)"
      })
    }
    #expect(places(one, swapped: false) == places(other, swapped: true))
    // Where they differ is listed, and one has what the other remembers.
    let listed = Set(one.conflicts.map { "\($0.about?.text ?? "")/\($0.place)" })
    for difference in SessionComparison(one.session, other.session).entities {
      for field in difference.fields where field.path.steps.first != .field("conflicts") {
        #expect(listed.contains { "\(difference.ref.id.text)/\(field.path.text)".hasPrefix($0) }, "\(difference.ref) \(field.path.text)")
      }
      #expect(difference.what == .changed)
    }
  }

  @Test("every conflict can be settled either way, each settlement is undone by one step, and in the end none is left", arguments: 0..<30)
  func settling(seed: UInt64) throws {
    let (base, ours, theirs) = try versions(seed)
    let merge = SessionMerge(base: base, ours: ours, theirs: theirs)
    var random = Seeded(seed)
    var working = WorkingSession(merge.session)
    for conflict in merge.session.profile.conflicts {
      guard working.session.profile.conflicts.contains(conflict) else { continue }
      let before = bytes(working.session)
      let side: ConflictSide = random.chance(50) ? .ours : .theirs
      if let changes = working.settlement(of: conflict, by: side) {
        do throws(TransactionError) {
          try working.perform(Transaction(Title(.settle), changes))
          #expect(!working.session.profile.conflicts.contains { $0.id == conflict.id })
          _ = try working.undo()
          #expect(bytes(working.session) == before)
          _ = try working.redo()
          continue
        } catch {
          #expect(side != conflict.standing, "\(error)")
        }
      }
      // What the other side says may not fit any more; as it stands it can always be settled.
      let changes = try #require(working.settlement(of: conflict, by: conflict.standing))
      try working.perform(Transaction(Title(.settle), changes))
    }
    #expect(working.session.profile.conflicts.isEmpty)
    #expect(try SessionFormat.decode(bytes(working.session), file: "settled") == working.session)
  }
}
