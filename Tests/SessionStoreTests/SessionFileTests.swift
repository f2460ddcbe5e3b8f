import Foundation
import SessionModel
import Testing

@testable import SessionStore

/// A folder of its own that goes when the test ends.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "rapport-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
  func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: self(name)).map { [UInt8]($0) } }
  func put(_ name: String, _ text: String) { _ = FileManager.default.createFile(atPath: self(name), contents: Data(text.utf8)) }
}

@Suite struct SessionFileTests {
  let before = RandomSession.make(seed: 1), after = RandomSession.make(seed: 2)

  @Test("a session that was saved is opened again; the new file is for its owner only")
  func saveAndOpen() throws {
    let folder = try Folder()
    let print = try SessionFile().save(before, to: folder("a.rapport"), expecting: nil)
    let opened = try SessionFile().open(folder("a.rapport"))
    #expect(opened.session == before && opened.fingerprint == print && !opened.isReadOnly && opened.version == 1)
    #expect(try PosixFile().read(folder("a.rapport")).status.mode == 0o600)
    #expect(folder.names == ["a.rapport"])
  }

  @Test("whatever fails while saving, the file is the old one, nothing is left lying about, and the next save succeeds", arguments: [
    (.createNew, 28), (.createNew, 13), (.write, 28), (.write, 5), (.write, 122), (.write, 27), (.sync, 5), (.sync, 28), (.rename, 5), (.rename, 30),
    (.close, 5), (.setMode, 1), (.status, 5), (.openFolder, 24),
  ] as [(FaultyFiles.Call, Int32)], [1, 100, Int.max])
  func faults(fault: (FaultyFiles.Call, Int32), shortest: Int) throws {
    let folder = try Folder()
    let system = FaultyFiles()
    let file = SessionFile(system)
    let print = try file.save(before, to: folder("a"), expecting: nil)
    system.plan = .init(failures: [fault.0: (fault.1, 0, 1_000)], shortest: shortest)
    let error = #expect(throws: SessionFileFault.self) { try file.save(after, to: folder("a"), expecting: print) }
    guard case .file(let fileFault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fileFault.errno == fault.1 && fileFault.path.hasPrefix(folder.path))
    #expect(folder.names == ["a"] && folder.bytes("a") == SessionFormat.encode(before))
    system.plan = .init()
    _ = try file.save(after, to: folder("a"), expecting: print)
    #expect(folder.names == ["a"] && folder.bytes("a") == SessionFormat.encode(after))
  }

  @Test("a failure half-way through writing leaves the old file")
  func halfWay() throws {
    let folder = try Folder()
    let system = FaultyFiles()
    let print = try SessionFile(system).save(before, to: folder("a"), expecting: nil)
    for from in [1, 2, 5, 20] {
      system.plan = .init(failures: [.write: (28, from, 1_000)], shortest: 50)
      #expect(throws: SessionFileFault.self) { try SessionFile(system).save(after, to: folder("a"), expecting: print) }
      #expect(folder.names == ["a"] && folder.bytes("a") == SessionFormat.encode(before))
    }
  }

  @Test("interruptions and short reads and writes go unnoticed")
  func interruptions() throws {
    let folder = try Folder()
    let system = FaultyFiles(.init(shortest: 7, interrupts: true))
    _ = try SessionFile(system).save(before, to: folder("a"), expecting: nil)
    #expect(try SessionFile(system).open(folder("a")).session == before)
    #expect(folder.names == ["a"])
  }

  @Test("a save that the folder did not confirm is not called saved, and the next one needs no overwriting")
  func unconfirmed() throws {
    let folder = try Folder()
    let system = FaultyFiles(.init(failures: [.syncFolder: (5, 0, 1)]))
    let error = #expect(throws: SessionFileFault.self) { try SessionFile(system).save(before, to: folder("a"), expecting: nil) }
    guard case .unconfirmed(let fault, let print) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fault.operation == .syncFolder)
    _ = try SessionFile(system).save(after, to: folder("a"), expecting: print)
    #expect(folder.bytes("a") == SessionFormat.encode(after) && folder.names == ["a"])
  }

  @Test("a folder that has gone is named, and saving elsewhere works")
  func vanishedFolder() throws {
    let folder = try Folder()
    let error = #expect(throws: SessionFileFault.self) { try SessionFile().save(before, to: folder("gone/a"), expecting: nil) }
    #expect(error == .file(FileFault(.open, .system(errno: 2), folder("gone"))))
    _ = try SessionFile().save(before, to: folder("a"), expecting: nil)
  }

  @Test("another's change is noticed before anything is overwritten; the same bytes are no change")
  func changedOnDisk() throws {
    let folder = try Folder()
    let path = folder("a"), file = SessionFile()
    let print = try file.save(before, to: path, expecting: nil)
    #expect(throws: SessionFileFault.alreadyExists(path: path)) { try file.save(after, to: path, expecting: nil) }
    _ = try file.save(before, to: path, expecting: nil, overwrite: true)
    #expect(try file.isUnchanged(path, since: print))
    let other = try file.save(after, to: path, expecting: print)
    #expect(throws: SessionFileFault.changedOnDisk(path: path)) { try file.save(before, to: path, expecting: print) }
    #expect(folder.bytes("a") == SessionFormat.encode(after))
    _ = try file.save(before, to: path, expecting: print, overwrite: true)
    #expect(throws: SessionFileFault.changedOnDisk(path: path)) { try file.save(after, to: path, expecting: other) }
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: SessionFileFault.changedOnDisk(path: path)) { try file.save(after, to: path, expecting: print) }
    _ = try file.save(after, to: path, expecting: print, overwrite: true)
  }

  @Test("what is no session of this version is never overwritten, a newer one can be copied as it is")
  func notOurs() throws {
    let folder = try Folder()
    folder.put("letter", "Dear mayor")
    folder.put("newer", #"{"rapport": 9,"rumours":[ ]}"#)
    #expect(throws: SessionFileFault.self) { try SessionFile().open(folder("letter")) }
    for overwrite in [false, true] {
      for name in ["letter", "newer"] {
        #expect(throws: SessionFileFault.self) { try SessionFile().save(before, to: folder(name), expecting: nil, overwrite: overwrite) }
      }
    }
    #expect(folder.bytes("letter") == Array("Dear mayor".utf8))
    #expect(try SessionFile().open(folder("newer")).isReadOnly)
    try SessionFile().copy(folder("newer"), to: folder("copy"))
    #expect(folder.bytes("copy") == folder.bytes("newer"))
  }

  @Test("a link stays and what it leads to is replaced, with mode and attributes kept")
  func linksAndModes() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder("deep"), withIntermediateDirectories: true)
    let print = try SessionFile().save(before, to: folder("deep/real"), expecting: nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder("deep/real"))
    try FileManager.default.createSymbolicLink(atPath: folder("one"), withDestinationPath: "deep/real")
    try FileManager.default.createSymbolicLink(atPath: folder("two"), withDestinationPath: folder("one"))
    _ = try SessionFile().save(after, to: folder("two"), expecting: print)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("two")) == folder("one"))
    #expect(folder.bytes("deep/real") == SessionFormat.encode(after))
    #expect(try PosixFile().read(folder("two")).status.mode == 0o640)
    try FileManager.default.createSymbolicLink(atPath: folder("x"), withDestinationPath: "y")
    try FileManager.default.createSymbolicLink(atPath: folder("y"), withDestinationPath: "x")
    #expect(throws: SessionFileFault.self) { try SessionFile().save(after, to: folder("x"), expecting: nil) }
    #expect(throws: SessionFileFault.self) { try SessionFile().open(folder("x")) }
  }

  @Test("only regular files of a bounded size are read, and pipes do not hang")
  func otherFiles() throws {
    let folder = try Folder()
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    #expect(throws: SessionFileFault.file(FileFault(.read, .notRegular(.folder), folder.path))) { try SessionFile().open(folder.path) }
    #expect(throws: SessionFileFault.file(FileFault(.read, .notRegular(.pipe), folder("pipe")))) { try SessionFile().open(folder("pipe")) }
    #expect(throws: SessionFileFault.file(FileFault(.read, .notRegular(.device), "/dev/zero"))) { try SessionFile().open("/dev/zero") }
    #expect(throws: SessionFileFault.file(FileFault(.open, .system(errno: 2), folder("none")))) { try SessionFile().open(folder("none")) }
    #expect(throws: SessionFileFault.self) { try SessionFile().save(before, to: folder("pipe"), expecting: nil, overwrite: true) }
    folder.put("big", String(repeating: " ", count: 5000))
    #expect(throws: FileFault(.read, .tooLarge(limit: 4999), folder("big"))) { try PosixFile().read(folder("big"), limit: 4999) }
    #expect(try PosixFile().read(folder("big"), limit: 5000).bytes.count == 5000)
    folder.put("empty", "")
    #expect(throws: SessionFileFault.format(SessionFileError(file: folder("empty"), .empty))) { try SessionFile().open(folder("empty")) }
  }
}
