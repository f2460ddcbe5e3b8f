import Foundation
import JSON
import SessionModel
import Testing

@testable import SessionStore

@Suite struct JournalTests {
  @Test("after a crash at any moment opening brings back the session, and everything can be undone and redone as before", arguments: 0..<6)
  func anyMoment(seed: UInt64) throws {
    var work = RandomWork(seed: seed)
    let folder = try Folder()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, opening) = try folder.opened()
    #expect(opening.recovery == nil && file.following == nil)
    var savedSteps = 0
    for round in 1...40 {
      file.keep([work.step()], draft: .null)
      if round % 13 == 0 {
        try file.save(work.working.session, at: work.now)
        savedSteps = work.working.stepCount
      }
      guard round % 3 == 0 || round % 13 == 0 else { continue }
      let crashed = try folder.afterCrash().opened()
      var back = crashed.opening.recovery?.working ?? WorkingSession(crashed.opening.opened.session)
      #expect(back.session == work.working.session)
      #expect(crashed.opening.aside.isEmpty && crashed.opening.recovery?.isPartial != true)
      // What was done before the last save cannot be undone any more; all that was done after it can.
      var before = work.working
      while back.undoTitle != nil {
        try back.undo()
        try before.undo()
        #expect(back.session == before.session)
      }
      #expect(before.stepCount <= savedSteps)
      while back.redoTitle != nil {
        try back.redo()
        try before.redo()
      }
      #expect(back.session == before.session)
    }
  }

  @Test("work goes on after a recovery, and a second crash loses nothing of either")
  func twoCrashes() throws {
    var work = RandomWork(seed: 3)
    var folder = try Folder()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    for round in 1...5 {
      let (file, opening) = try folder.opened()
      #expect((opening.recovery?.working.session ?? opening.opened.session) == work.working.session)
      #expect(opening.recovery?.steps.count ?? 0 == (round - 1) * 4)
      for _ in 1...4 { file.keep([work.step()], draft: .string("half")) }
      folder = try folder.afterCrash()
    }
    let (file, opening) = try folder.opened()
    #expect(opening.recovery?.draft == .string("half"))
    try file.save(work.working.session, at: work.now)
    #expect(try SessionFile().open(folder("a.json")).session == work.working.session)
    // What is half-typed is not in the file, and stays.
    file.note(draft: .null, at: work.now)
    let last = try folder.afterCrash().opened()
    #expect(last.opening.recovery == nil && last.opening.aside.isEmpty)
  }

  @Test("a journal that is cut anywhere, or damaged in any place, loses only what is behind the damage, and what was there is kept aside")
  func damage() throws {
    var work = RandomWork(seed: 5, size: 2)
    let folder = try Folder()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened()
    var states = [work.working.session]
    var ends = [0]
    for _ in 1...12 {
      file.keep([work.step()], draft: .null)
      states.append(work.working.session)
      ends.append(folder.bytes(".a.json.journal")?.count ?? 0)
    }
    let whole = try #require(folder.bytes(".a.json.journal"))
    let saved = try #require(folder.bytes("a.json"))
    var random = Seeded(9)
    for round in 0..<160 {
      let other = try Folder()
      #expect(FileManager.default.createFile(atPath: other("a.json"), contents: Data(saved)))
      var bytes = whole
      let place = random.below(whole.count)
      if round % 2 == 0 { bytes.removeLast(whole.count - place) } else { bytes[place] ^= UInt8(1 + random.below(255)) }
      #expect(FileManager.default.createFile(atPath: other(".a.json.journal"), contents: Data(bytes)))
      let (held, opening) = try other.opened()
      let kept = (ends.firstIndex { $0 > place } ?? ends.count) - 1
      let session = opening.recovery?.working.session ?? opening.opened.session
      #expect(session == states[kept], "\(round) \(place)")
      if bytes.count != ends[kept] {
        let aside = try #require(opening.aside.first)
        #expect(FileManager.default.contents(atPath: aside) == Data(bytes))
      }
      // And what is done next is there the next time.
      var next = RandomWork(seed: UInt64(round))
      next.working = opening.recovery?.working ?? WorkingSession(opening.opened.session)
      held.keep([next.step()], draft: .null)
      let again = try other.afterCrash().opened()
      #expect(again.opening.recovery?.working.session == next.working.session && again.opening.recovery?.isPartial == false)
    }
  }

  @Test("any bytes as a journal: the session opens, and the bytes are still there", arguments: 0..<40)
  func anyBytes(seed: UInt64) throws {
    var random = Seeded(seed)
    let folder = try Folder()
    _ = try SessionFile().save(RandomSession.make(seed: seed), to: folder("a.json"), expecting: nil)
    var bytes: [UInt8] = (0..<random.below(400)).map { _ in random.chance(20) ? 10 : UInt8(random.below(256)) }
    if seed % 4 == 0 { bytes = Array("1 0000000000000000 [{}]\n2 x\n".utf8) }
    if seed % 4 == 1 { bytes = Array(repeating: 0x5B, count: 100_000) }
    #expect(FileManager.default.createFile(atPath: folder(".a.json.journal"), contents: Data(bytes)))
    let (_, opening) = try folder.opened()
    #expect(opening.recovery == nil)
    if !bytes.isEmpty {
      let aside = try #require(opening.aside.first)
      #expect(FileManager.default.contents(atPath: aside) == Data(bytes))
    }
  }

  @Test("a crash after the file was replaced and before the journal was told finds nothing to recover and nothing wrong")
  func crashWhileSaving() throws {
    var work = RandomWork(seed: 8)
    let folder = try Folder()
    let print = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened()
    for _ in 1...5 { file.keep([work.step()], draft: .null) }
    let bytes = SessionFormat.encode(work.working.session)
    // Before the rename.
    file.journal?.noteSaving(Fingerprint.hash(bytes), at: work.now)
    let early = try folder.afterCrash().opened()
    #expect(early.opening.recovery?.working.session == work.working.session)
    // After it.
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: print)
    let late = try folder.afterCrash().opened()
    #expect(late.opening.recovery == nil && late.opening.aside.isEmpty)
    #expect(late.opening.opened.session == work.working.session)
    // And work that went on before the journal could be emptied.
    file.keep([work.step()], draft: .null)
    let later = try folder.afterCrash().opened()
    #expect(later.opening.recovery?.working.session == work.working.session && later.opening.recovery?.steps.count == 1)
  }

  @Test("a journal of another state of the file is put aside and told of, and never applied")
  func foreign() throws {
    var work = RandomWork(seed: 11)
    let folder = try Folder()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened()
    for _ in 1...3 { file.keep([work.step()], draft: .null) }
    let other = RandomSession.make(seed: 99)
    let crashed = try folder.afterCrash()
    _ = try SessionFile().save(other, to: crashed("a.json"), expecting: nil, overwrite: true)
    let (_, opening) = try crashed.opened()
    guard case .foreign(steps: 3) = opening.finding else {
      Issue.record("\(opening.finding)")
      return
    }
    #expect(opening.opened.session == other)
    #expect(crashed.names.contains(".a.json.journal-20110313T070640Z") && !crashed.names.contains(".a.json.journal"))
  }

  @Test("half-typed text takes up bounded room, and only the latest comes back")
  func drafts() throws {
    var work = RandomWork(seed: 12)
    let folder = try Folder()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened()
    file.keep([work.step()], draft: .null)
    for number in 1...200 { file.note(draft: .string(String(repeating: "x", count: 5_000) + "\(number)"), at: work.now) }
    #expect(try #require(folder.bytes(".a.json.journal")).count < 300_000)
    let crashed = try folder.afterCrash().opened()
    #expect(crashed.opening.recovery?.draft.string?.hasSuffix("x200") == true && crashed.opening.recovery?.steps.count == 1)
    file.note(draft: .null, at: work.now)
    #expect(try folder.afterCrash().opened().opening.recovery?.draft == .null)
    try file.save(work.working.session, at: work.now)
    file.note(draft: .string("half"), at: work.now)
    #expect(folder.bytes(".a.json.journal") != nil)
    file.note(draft: .null, at: work.now)
    #expect(folder.bytes(".a.json.journal") == nil)
  }

  @Test("what was recovered can be let go; the journal is then still there, under a dated name")
  func discard() throws {
    var work = RandomWork(seed: 13)
    let folder = try Folder()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened()
    file.keep([work.step()], draft: .null)
    let journal = folder.bytes(".a.json.journal")
    let crashed = try folder.afterCrash()
    let (again, opening) = try crashed.opened()
    #expect(opening.recovery != nil)
    let aside = try #require(again.discardRecovered(at: work.now))
    #expect(FileManager.default.contents(atPath: aside) == journal.map { Data($0) })
    #expect(try crashed.afterCrash().opened().opening.recovery == nil)
  }

  @Test("work that has no file yet comes back from its journal alone")
  func unsaved() throws {
    var work = RandomWork(seed: 14)
    let folder = try Folder()
    let journal = Journal(at: folder("unsaved.journal"), base: 0)
    journal.begin(with: work.working.session, at: work.now)
    for _ in 1...6 { journal.append([work.step()], draft: .bool(true)) }
    let back = try #require(try JournalFile.read(folder("unsaved.journal"))?.reading.recoverUnsaved())
    #expect(back.working.session == work.working.session && back.draft == .bool(true) && back.steps.count == 6)
    #expect(try PosixFile().read(folder("unsaved.journal")).status.mode == 0o600)
  }

  @Test("a journal that is not this user's own regular file is neither read nor written")
  func planted() throws {
    let folder = try Folder()
    var work = RandomWork(seed: 15)
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    folder.put("target", "")
    try FileManager.default.createSymbolicLink(atPath: folder(".a.json.journal"), withDestinationPath: folder("target"))
    let (file, opening) = try folder.opened()
    #expect(opening.journalFault != nil)
    file.keep([work.step()], draft: .null)
    #expect(folder.bytes("target") == [] && file.journal?.trouble != nil)
    #expect(mkfifo(folder(".b.json.journal"), 0o600) == 0)
    _ = try SessionFile().save(work.working.session, to: folder("b.json"), expecting: nil)
    let (other, _) = try folder.opened("b.json")
    other.keep([work.step()], draft: .null)
    #expect(other.journal?.trouble != nil)
    // The session itself can be saved all the same.
    try other.save(work.working.session, at: work.now)
  }
}
