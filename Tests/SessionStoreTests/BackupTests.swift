import Foundation
import SessionModel
import Testing

@testable import SessionStore

@Suite struct BackupTests {
  @Test("the latest ten saves are kept, the latest first, each for its owner only, and can be opened")
  func ten() throws {
    let folder = try Folder()
    var work = RandomWork(seed: 41)
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    let (file, _) = try folder.opened()
    let backups = Backups(of: file.places)
    #expect(backups.list().isEmpty)
    var states: [Session] = []
    for _ in 1...13 {
      states.append(work.working.session)
      file.keep([work.step()], draft: .null)
      try file.save(work.working.session, at: work.now)
      #expect(file.backupFault == nil)
    }
    let list = backups.list()
    #expect(list.map(\.number) == Array(1...10))
    #expect(try list.map { try backups.open($0) } == states.suffix(10).reversed())
    for backup in list { #expect(try PosixFile().read(backup.path).status.mode == 0o600) }
    #expect(folder.names == [".a.json.backups", ".a.json.lock", "a.json"])
    // Saving what is saved already leaves no further backup.
    try file.save(work.working.session, at: work.now)
    #expect(backups.list() == list)
  }

  @Test("when no backup can be made the session is saved all the same, and it is known")
  func impossible() throws {
    let folder = try Folder()
    var work = RandomWork(seed: 42)
    _ = try SessionFile().save(work.working.session, to: folder("a.json"), expecting: nil)
    folder.put(".a.json.backups", "in the way")
    let (file, _) = try folder.opened()
    file.keep([work.step()], draft: .null)
    try file.save(work.working.session, at: work.now)
    #expect(file.backupFault != nil && folder.bytes("a.json") == SessionFormat.encode(work.working.session))
  }

  @Test("dates in names go both ways")
  func stamps() throws {
    let moment = try #require(Instant("2026-11-22T01:30:07Z"))
    #expect(DateStamp.text(moment) == "20261122T013007Z" && DateStamp.moment("20261122T013007Z-2.json") == moment)
    for text in ["", "2026", "20261322T013007Z", "abcdefghijklmnop", "2026112２T01300"] { #expect(DateStamp.moment(text) == nil) }
  }
}
