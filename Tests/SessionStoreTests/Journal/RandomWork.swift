import Foundation
import SessionModel

@testable import SessionStore

/// Somebody who works on a session at random: changes, removals, steps taken back and done again.
struct RandomWork {
  var random: Seeded
  var maker: RandomSession
  var working: WorkingSession
  private var clock = Int64(1_200_000_000)

  init(seed: UInt64, size: Int = 4) {
    maker = RandomSession(seed: seed)
    working = WorkingSession(maker.session(size: size))
    random = Seeded(seed &+ 77)
  }

  var now: Instant { Instant(seconds: clock) }

  /// The next step, done and recorded.
  mutating func step() -> RecordedStep {
    clock += 7
    while true {
      let roll = random.below(10)
      if roll < 2, let back = working.nextUndo {
        guard (try? working.undo()) != nil else { continue }
        return RecordedStep(.undid, back, at: now)
      }
      if roll < 4, let again = try? working.redo() {
        return RecordedStep(.redid, again, at: now)
      }
      guard let kind = random.pick(EntityKind.allCases.filter { $0 != .session }) else { continue }
      let changes: [Change]
      if roll < 7 {
        changes = [.insert(maker.fill(new(kind, random.id(kind.prefix))))]
      } else {
        guard let id = random.pick(working.session.ids(of: kind)), let old = working.session.entity(EntityRef(kind, id)) else { continue }
        changes = roll == 7 ? working.removal(of: [old.ref]) : working.replacement(of: filled(old))
      }
      let transaction = Transaction(Title(.edit, kind, name: maker.text(), count: random.below(3), field: random.chance(50) ? "name" : nil), changes)
      if (try? working.perform(transaction)) != nil { return RecordedStep(.did, transaction, at: now) }
    }
  }

  private mutating func filled(_ old: any Entity) -> any Entity {
    func fill<E: Entity>(_ entity: E) -> any Entity { maker.fill(entity) }
    return fill(old)
  }

  private func new(_ kind: EntityKind, _ id: EntityID) -> any Entity {
    func make<E: Entity>(_: E.Type) -> any Entity { E(id: id) }
    return make(kind.type)
  }
}

extension Folder {
  /// What a crash leaves: the files as they are at this moment, in a folder of their own.
  func afterCrash() throws -> Folder {
    let copy = try Folder()
    for name in names { try FileManager.default.copyItem(atPath: self(name), toPath: copy(name)) }
    // The lock of a process that has gone: nothing holds it, and the file still says who had it.
    return copy
  }

  func opened(_ name: String = "a.json", _ system: any FileSystem = SystemFiles()) throws -> (file: HeldFile, opening: HeldFile.Opening) {
    try HeldFile.open(self(name), to: .work, at: Instant(seconds: 1_300_000_000), system)
  }
}

extension HeldFile.Opening {
  var recovery: Recovery? { if case .recovered(let recovery) = finding { recovery } else { nil } }
}
