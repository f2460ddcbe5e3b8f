import Foundation
import JSON
import SessionModel
import Testing

@testable import SessionStore

/// The disk and the system refuse; work goes on.
@Suite struct JournalFaultTests {
  @Test("whatever fails while a journal is written, work goes on, it is said, and all of it is there as soon as the disk lets it", arguments: [
    (.write, 28), (.write, 5), (.write, 122), (.write, 27), (.openToAppend, 30), (.openToAppend, 13), (.createNew, 28), (.rename, 5), (.sync, 5),
  ] as [(FaultyFiles.Call, Int32)], [3, Int.max])
  func faults(fault: (FaultyFiles.Call, Int32), shortest: Int) throws {
    var work = RandomWork(seed: 21)
    let folder = try Folder()
    let system = FaultyFiles()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened("a.json", system)
    file.keep([work.step()], draft: .null)
    let one = work.working.session
    // What fails must be needed: a journal that lies open needs neither a new file nor a new name.
    var failures: [FaultyFiles.Call: (errno: Int32, from: Int, times: Int)] = [fault.0: (fault.1, 0, 100_000)]
    if fault.0 != .write { failures[.write] = (28, 0, 1) }
    system.plan = .init(failures: failures, shortest: shortest)
    file.keep([work.step()], draft: .string("half"))
    file.keep([work.step()], draft: .null)
    if fault.0 != .openToAppend {
      #expect(file.journal?.trouble != nil)
      // The one line that could be written is still there.
      let crashed = try folder.afterCrash().opened()
      #expect(crashed.opening.recovery?.working.session == one)
    }
    system.plan = .init()
    file.journal?.tryAgain()
    #expect(file.journal?.trouble == nil)
    let crashed = try folder.afterCrash().opened()
    #expect(crashed.opening.recovery?.working.session == work.working.session && crashed.opening.recovery?.steps.count == 3)
    try file.save(work.working.session, at: work.now)
    #expect(folder.bytes("a.json") == SessionFormat.encode(work.working.session))
  }

  @Test("a disk that does not confirm is told of, and the next line goes into a fresh file")
  func failedSync() throws {
    var work = RandomWork(seed: 22)
    let folder = try Folder()
    let system = FaultyFiles()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened("a.json", system)
    system.plan = .init(failures: [.syncBytes: (5, 0, 1)])
    file.keep([work.step()], draft: .null)
    for _ in 0..<500 where file.journal?.isSettled == false { usleep(2_000) }
    let inode = try PosixFile().read(folder(".a.json.journal")).status.inode
    #expect(file.journal?.check() == true && file.journal?.trouble?.operation == .sync)
    file.keep([work.step()], draft: .null)
    #expect(file.journal?.trouble == nil)
    #expect(try PosixFile().read(folder(".a.json.journal")).status.inode != inode)
    #expect(try folder.afterCrash().opened().opening.recovery?.working.session == work.working.session)
  }

  @Test("a folder in which nothing can be made has its journal elsewhere, and opening finds it there")
  func otherPlace() throws {
    var work = RandomWork(seed: 23)
    let folder = try Folder(), state = try Folder()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
    // Root may write anywhere: the refusal is then the test's own.
    let system = FaultyFiles()
    if geteuid() == 0 { system.plan = .init(failures: [.createNew: (13, 0, 1), .openToAppend: (13, 0, 2)]) }
    let (file, _) = try HeldFile.open(folder("a.json"), to: .work, at: work.now, otherFolder: state("deep/state"), system)
    file.keep([work.step()], draft: .null)
    #expect(file.journal?.trouble == nil && file.journal?.path.hasPrefix(state.path) == true)
    file.keep([work.step()], draft: .null)
    file.close()
    let (_, opening) = try HeldFile.open(folder("a.json"), to: .work, at: work.now, otherFolder: state("deep/state"))
    #expect(opening.recovery?.working.session == work.working.session)
  }

  @Test("a save that fails keeps the journal, and one that succeeds later empties it", arguments: [
    (.createNew, 28), (.write, 28), (.sync, 5), (.rename, 5), (.openFolder, 24),
  ] as [(FaultyFiles.Call, Int32)])
  func failedSave(fault: (FaultyFiles.Call, Int32)) throws {
    var work = RandomWork(seed: 24)
    let folder = try Folder()
    let system = FaultyFiles()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let before = folder.bytes("a.json")
    let (file, _) = try folder.opened("a.json", system)
    for _ in 1...3 { file.keep([work.step()], draft: .null) }
    system.plan = .init(failures: [fault.0: (fault.1, 0, 100_000)])
    #expect(throws: SessionFileFault.self) { try file.save(work.working.session, at: work.now) }
    #expect(folder.bytes("a.json") == before)
    #expect(try folder.afterCrash().opened().opening.recovery?.steps.count == 3)
    system.plan = .init()
    file.keep([work.step()], draft: .null)
    #expect(try folder.afterCrash().opened().opening.recovery?.working.session == work.working.session)
    try file.save(work.working.session, at: work.now)
    #expect(folder.bytes("a.json") == SessionFormat.encode(work.working.session) && folder.bytes(".a.json.journal") == nil)
  }

  @Test("a folder that vanishes takes nothing along: when it is there again, saving makes the file anew")
  func vanishedFolder() throws {
    var work = RandomWork(seed: 25)
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder("stick"), withIntermediateDirectories: true)
    _ = try SessionFile().save(work.working.session, to: folder("stick/a.json"), expecting: nil)
    let (file, _) = try folder.opened("stick/a.json")
    file.keep([work.step()], draft: .null)
    try FileManager.default.moveItem(atPath: folder("stick"), toPath: folder("pulled"))
    file.keep([work.step()], draft: .null)
    #expect(throws: SessionFileFault.self) { try file.save(work.working.session, at: work.now) }
    try FileManager.default.moveItem(atPath: folder("pulled"), toPath: folder("stick"))
    file.keep([work.step()], draft: .null)
    try file.save(work.working.session, at: work.now)
    #expect(folder.bytes("stick/a.json") == SessionFormat.encode(work.working.session))
  }

  @Test("a file that has gone is made anew by saving; nothing is there to be written over")
  func vanishedFile() throws {
    var work = RandomWork(seed: 26)
    let folder = try Folder()
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened()
    file.keep([work.step()], draft: .null)
    try FileManager.default.removeItem(atPath: folder("a.json"))
    #expect(file.look().isEmpty)
    try file.save(work.working.session, at: work.now)
    #expect(folder.bytes("a.json") == SessionFormat.encode(work.working.session))
  }

  @Test("what is done after a save that failed, or was not confirmed, comes back, also when nothing was done before it", arguments: [
    FaultyFiles.Call.rename, .syncFolder,
  ])
  func afterFailedSave(call: FaultyFiles.Call) throws {
    var work = RandomWork(seed: 27)
    let folder = try Folder()
    let system = FaultyFiles()
    // Not as it would be written, so that saving changes the file although nothing was done.
    folder.put("a.json", String(decoding: SessionFormat.encode(work.working.session), as: UTF8.self) + "\n\n")
    let (file, _) = try folder.opened("a.json", system)
    system.plan = .init(failures: [call: (5, 0, 100_000)])
    #expect(throws: SessionFileFault.self) { try file.save(work.working.session, at: work.now) }
    system.plan = .init()
    file.keep([work.step()], draft: .null)
    let crashed = try folder.afterCrash().opened()
    #expect(crashed.opening.recovery?.working.session == work.working.session && crashed.opening.aside.isEmpty)
    try file.save(work.working.session, at: work.now)
  }
}
