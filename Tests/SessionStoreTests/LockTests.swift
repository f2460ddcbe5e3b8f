import Foundation
import JSON
import SessionModel
import Testing

@testable import SessionStore

/// Two windows on one file.
@Suite struct LockTests {
  let start = RandomSession.make(seed: 31)

  private func file() throws -> Folder {
    let folder = try Folder()
    _ = try SessionFile().save(start, to: folder("a.json"), expecting: nil)
    return folder
  }

  @Test("who opens a file second follows, and sees what the first one does, takes back and saves")
  func following() throws {
    let folder = try file()
    var work = RandomWork(seed: 31)
    let (first, _) = try folder.opened()
    let (second, opening) = try folder.opened()
    guard case .owner(let owner?) = second.following else {
      Issue.record("\(String(describing: second.following))")
      return
    }
    #expect(owner.process == Int(getpid()) && opening.recovery == nil)
    var seen = WorkingSession(opening.opened.session)
    for round in 1...30 {
      first.keep([work.step()], draft: round % 4 == 0 ? .string("half") : .null)
      if round % 7 == 0 { try first.save(work.working.session, at: work.now) }
      for news in second.look() {
        switch news {
        case .steps(let steps): for step in steps { try seen.replay(step) }
        case .replaced(let working, _): seen = working
        default: Issue.record("\(news)")
        }
      }
      #expect(seen.session == work.working.session)
    }
    #expect(second.look().isEmpty)
    // What follows writes nothing.
    second.keep([work.step()], draft: .null)
    #expect(second.journal == nil)
  }

  @Test("who takes a file over goes on where the other one was, and the other one finds out before it writes")
  func takingOver() throws {
    let folder = try file()
    var work = RandomWork(seed: 31)
    let (first, _) = try folder.opened()
    let (second, _) = try folder.opened()
    for _ in 1...4 { first.keep([work.step()], draft: .string("half")) }
    let opening = try second.takeOver(at: work.now, patience: 0)
    #expect(second.following == nil && opening.recovery?.working.session == work.working.session)
    #expect(opening.recovery?.draft == .string("half"))
    guard case .takenOver? = first.look().first else {
      Issue.record("not told")
      return
    }
    #expect(first.following != nil)
    let bytes = folder.bytes(".a.json.journal")
    first.keep([RandomWork(seed: 32).working.nextUndo].compactMap { $0 }.map { RecordedStep(.did, $0, at: work.now) }, draft: .null)
    #expect(folder.bytes(".a.json.journal") == bytes)
    second.keep([work.step()], draft: .null)
    guard case .replaced(let seen, _)? = first.look().first else {
      Issue.record("not followed")
      return
    }
    #expect(seen.session == work.working.session)
    first.close()
    #expect(folder.names.contains(".a.json.lock"))
    second.close()
    #expect(!folder.names.contains(".a.json.lock"))
  }

  @Test("a lock that a crash has left is not in the way; that of another computer is")
  func staleLocks() throws {
    let folder = try file()
    let me = LockOwner.current(at: Instant(seconds: 0))
    var gone = me
    gone.process = 1 << 22
    var past = me
    past.started = "another-boot-12"
    for owner in [gone, past] {
      folder.put(".a.json.lock", String(decoding: owner.bytes, as: UTF8.self))
      let (held, _) = try folder.opened()
      #expect(held.following == nil)
      held.close()
    }
    folder.put(".a.json.lock", "what is this?")
    #expect(try folder.opened().file.following == nil)
    var far = me
    far.host = "another-computer"
    folder.put(".a.json.lock", String(decoding: far.bytes, as: UTF8.self))
    let (held, _) = try folder.opened()
    #expect(held.following == .owner(far))
    _ = try held.takeOver(at: Instant(seconds: 1))
    #expect(held.following == nil)
  }

  @Test("where the file system has no locks, what the lock file says counts")
  func withoutLocks() throws {
    let folder = try file()
    let system = FaultyFiles(.init(failures: [.lock: (95, 0, 1_000)]))
    let (first, _) = try folder.opened("a.json", system)
    #expect(first.following == nil)
    var other = LockOwner.current(at: Instant(seconds: 0))
    other.process = 1
    other.started = ""
    folder.put(".a.json.lock", String(decoding: other.bytes, as: UTF8.self))
    #expect(try folder.opened("a.json", system).file.following == .owner(other))
  }

  @Test("a lock of another user's, which nobody else may read, keeps the file from being written; it cannot be taken over")
  func foreignLock() throws {
    let folder = try file()
    folder.put(".a.json.lock", "")
    let system = FaultyFiles(.init(failures: [.openToAppend: (13, 0, 1_000)]))
    let (held, _) = try folder.opened("a.json", system)
    #expect(held.following != nil)
    #expect(throws: SessionFileFault.heldByOther(path: folder("a.json"))) { try held.takeOver(at: Instant(seconds: 0), patience: 0) }
    #expect(held.following != nil)
    #expect(throws: SessionFileFault.heldByOther(path: folder("a.json"))) { try held.save(start, at: Instant(seconds: 0)) }
  }

  @Test("a folder in which no lock can be made opens all the same")
  func impossible() throws {
    let folder = try file()
    let system = FaultyFiles(.init(failures: [.openToAppend: (30, 0, 1_000)]))
    let (file, _) = try folder.opened("a.json", system)
    #expect(file.following == nil)
  }

  @Test("a change by somebody else is told of, once it is one; reloading goes on from there")
  func changed() throws {
    let folder = try file()
    let (held, _) = try folder.opened()
    #expect(held.look().isEmpty)
    let other = RandomSession.make(seed: 77)
    _ = try SessionFile().save(other, to: folder("a.json"), expecting: nil, overwrite: true)
    guard case .changed? = held.look().first else {
      Issue.record("not told")
      return
    }
    #expect(throws: SessionFileFault.changedOnDisk(path: folder("a.json"))) { try held.save(start, at: Instant(seconds: 0)) }
    #expect(try held.reload() == other)
    #expect(held.look().isEmpty)
    var working = WorkingSession(start)
    try working.perform(Transaction(Title(.edit), SessionComparison(start, other).changes))
    #expect(working.session == other || working.session.extra != other.extra)
    try working.undo()
    #expect(working.session == start)
  }

  @Test("changes wake whoever watches, and nothing else does")
  func watching() throws {
    let folder = try file()
    let count = Counter()
    let (held, _) = try HeldFile.open(folder("a.json"), to: .work, at: Instant(seconds: 0), onChange: { count.add() })
    held.startWatching()
    folder.put("other", "x")
    usleep(100_000)
    #expect(count.value == 0)
    folder.put("a.json", "x")
    for _ in 0..<200 where count.value == 0 { usleep(10_000) }
    #expect(count.value > 0)
  }

  @Test("a newer version's file is held by nobody, and nothing is written beside it")
  func newer() throws {
    let folder = try Folder()
    folder.put("a.json", "{\"rapport\": 99}")
    let (held, opening) = try folder.opened()
    #expect(held.isNewer && opening.opened.isReadOnly && folder.names == ["a.json"])
    #expect(throws: SessionFileFault.readOnly(path: folder("a.json"))) { try held.save(start, at: Instant(seconds: 0)) }
  }
}

import Synchronization

final class Counter: Sendable {
  private let count = Mutex(0)
  func add() { count.withLock { $0 += 1 } }
  var value: Int { count.withLock { $0 } }
}
