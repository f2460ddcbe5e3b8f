import Foundation
import JSON
import Sealing
import SessionModel
import Testing

@testable import SessionStore

/// Sessions that are protected with a passphrase: file, journal, backups, and what is put aside.
@Suite struct ProtectedSessionTests {
  private let seal: Seal
  private let keys: Keyring
  private let folder: Folder

  init() throws {
    seal = try Self.seal("one two three")
    keys = Self.keys("one two three")
    folder = try Folder()
  }

  private static func seal(_ text: String) throws -> Seal { try Seal(try #require(Passphrase(text.utf8)), workFactor: 1) }
  private static func keys(_ text: String) -> Keyring { Keyring([Passphrase(text.utf8)].compactMap { $0 }) }

  private func opened(
    _ folder: Folder, _ keys: Keyring? = nil, to purpose: HeldFile.Purpose = .work
  ) throws -> (file: HeldFile, opening: HeldFile.Opening) {
    try HeldFile.open(folder("a.json"), to: purpose, at: Instant(seconds: 1_300_000_000), keys: keys ?? self.keys)
  }

  private func save(_ session: Session, _ seal: Seal?) throws {
    _ = try SessionFile(keys: keys).save(session, to: folder("a.json"), expecting: nil, sealedBy: seal)
  }

  /// Every file in and below the folder.
  private func files(of folder: Folder) -> [(name: String, bytes: [UInt8])] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in folder.bytes(name).map { (name, $0) } }
  }

  /// Names of the files in which the text stands as anybody can read it.
  private func whereReadable(_ text: String, in folder: Folder) -> [String] {
    files(of: folder).filter { Data($0.bytes).range(of: Data(text.utf8)) != nil }.map(\.name)
  }

  private func renamed(_ session: Session, _ title: String) -> RecordedStep {
    var profile = session.profile
    profile.title = title
    return RecordedStep(.did, Transaction(Title(.edit, .session, name: title), [.replace(profile)]), at: Instant(seconds: 1_200_000_000))
  }

  @Test("after a crash at any moment a protected session is back with all that was done, and nothing on the disk can be read", arguments: 0..<3)
  func anyMoment(seed: UInt64) throws {
    var work = RandomWork(seed: seed)
    try save(work.working.session, seal)
    let (file, _) = try opened(folder)
    for round in 1...30 {
      file.keep([work.step()], draft: .string("half-typed secret \(round)"))
      if round % 4 == 0 { file.note(draft: .string("another secret \(round)"), at: work.now) }
      if round % 11 == 0 { try file.save(work.working.session, at: work.now) }
      guard round % 3 == 0 || round % 11 == 0 else { continue }
      let crashed = try folder.afterCrash()
      for text in ["secret", "\"seq\"", "\"rapport\""] {
        #expect(whereReadable(text, in: crashed).isEmpty, "\(text)")
      }
      let (held, opening) = try opened(crashed)
      #expect((opening.recovery?.working.session ?? opening.opened.session) == work.working.session)
      let kind = round % 4 == 0 ? "another" : "half-typed"
      #expect(opening.recovery?.draft == .string("\(kind) secret \(round)"))
      #expect(opening.aside.isEmpty && opening.recovery?.isPartial == false)
      // And what is done next is there the next time, sealed with a salt of its own.
      var next = work
      held.keep([next.step()], draft: .null)
      #expect(try opened(try crashed.afterCrash()).opening.recovery?.working.session == next.working.session)
    }
    #expect(Backups(of: file.places, keys: keys).list().count == 2)
    for backup in Backups(of: file.places, keys: keys).list() { _ = try Backups(of: file.places, keys: keys).open(backup) }
  }

  @Test("one key for the file as long as it is protected; for every save and every run of the journal another one drawn from it")
  func keysOfWritings() throws {
    var work = RandomWork(seed: 7)
    try save(work.working.session, seal)
    let first = try #require(folder.bytes("a.json"))
    var salts: Set<String> = []
    for _ in 1...3 {
      let (file, _) = try opened(folder)
      file.keep([work.step()], draft: .null)
      let lines = String(decoding: folder.bytes(".a.json.journal") ?? [], as: UTF8.self).split(separator: "\n")
      salts.formUnion(lines.filter { $0.hasPrefix("2 salt ") }.map(String.init))
      #expect(lines.allSatisfy { $0.hasPrefix("2 ") })
      file.close()
    }
    #expect(salts.count == 3)
    let (file, _) = try opened(folder)
    try file.save(work.working.session, at: work.now)
    let second = try #require(folder.bytes("a.json"))
    let header = String(decoding: first, as: UTF8.self).split(separator: "\n").prefix(4).joined(separator: "\n").utf8.count + 1
    #expect(first.prefix(header) == second.prefix(header) && first[header..<(header + 16)] != second[header..<(header + 16)])
    // The same session again is written again, and no backup is taken of what is the same.
    let count = Backups(of: file.places).list().count
    try file.save(work.working.session, at: work.now)
    #expect(folder.bytes("a.json") != second && Backups(of: file.places).list().count == count)
  }

  @Test("a sealed journal that is cut or damaged anywhere loses only what is behind, and what was there is kept aside")
  func damage() throws {
    var work = RandomWork(seed: 5, size: 2)
    try save(work.working.session, seal)
    let (file, _) = try opened(folder)
    var states = [work.working.session], ends = [0]
    for _ in 1...10 {
      file.keep([work.step()], draft: .null)
      states.append(work.working.session)
      ends.append(folder.bytes(".a.json.journal")?.count ?? 0)
    }
    let whole = try #require(folder.bytes(".a.json.journal"))
    var random = Seeded(9)
    for round in 0..<60 {
      let other = try Folder()
      try FileManager.default.copyItem(atPath: folder("a.json"), toPath: other("a.json"))
      var bytes = whole
      let place = random.below(whole.count)
      if round % 2 == 0 { bytes.removeLast(whole.count - place) } else { bytes[place] ^= UInt8(1 + random.below(255)) }
      #expect(FileManager.default.createFile(atPath: other(".a.json.journal"), contents: Data(bytes)))
      let (held, opening) = try opened(other)
      // Behind a damaged salt nothing can be read.
      let kept = place < 30 ? 0 : (ends.firstIndex { $0 > place } ?? ends.count) - 1
      #expect((opening.recovery?.working.session ?? opening.opened.session) == states[kept], "\(round) \(place)")
      // A cut between two lines is not damage.
      if bytes.count != ends[kept], !(place < 31 && round % 2 == 0 && place == 30) {
        let aside = try #require(opening.aside.first, "\(round) \(place)")
        #expect(FileManager.default.contents(atPath: aside) == Data(bytes))
      }
      var next = RandomWork(seed: UInt64(round))
      next.working = opening.recovery?.working ?? WorkingSession(opening.opened.session)
      held.keep([next.step()], draft: .null)
      let again = try opened(try other.afterCrash())
      #expect(again.opening.recovery?.working.session == next.working.session && again.opening.recovery?.isPartial == false)
    }
  }

  @Test("lines that are swapped, repeated, left out, or from another session's journal are not done")
  func spliced() throws {
    let session = RandomSession.make(seed: 1)
    try save(session, seal)
    let (file, _) = try opened(folder)
    for number in 1...4 { file.keep([renamed(session, "Title \(number)")], draft: .null) }
    let lines = String(decoding: folder.bytes(".a.json.journal") ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    func title(_ lines: [String]) throws -> String {
      let other = try Folder()
      try FileManager.default.copyItem(atPath: folder("a.json"), toPath: other("a.json"))
      other.put(".a.json.journal", lines.map { $0 + "\n" }.joined())
      let opening = try opened(other).opening
      return (opening.recovery?.working.session ?? opening.opened.session).profile.title
    }
    #expect(try title(lines) == "Title 4")
    #expect(try title([lines[0], lines[2], lines[1], lines[3], lines[4]]) == session.profile.title)
    #expect(try title([lines[0], lines[1], lines[3], lines[4]]) == "Title 1")
    #expect(try title([lines[0], lines[1], lines[1], lines[2]]) == "Title 2")
    #expect(try title([lines[0], lines[1], lines[2].replacing("2 2 ", with: "2 3 ")]) == "Title 1")
    // A line that anybody could have written counts for nothing.
    let plain = String(decoding: JournalLines.encode(
      JournalRecord(sequence: 1, base: file.fingerprint.hash, at: Instant(seconds: 0), .step(renamed(session, "Mine")))), as: UTF8.self)
    #expect(try title([String(plain.dropLast())]) == session.profile.title)
  }

  @Test("without the passphrase nothing is opened and nothing is written, whatever the purpose")
  func withoutPassphrase() throws {
    try save(RandomSession.make(seed: 2), seal)
    let before = folder.bytes("a.json")
    let path = folder("a.json")
    #expect(throws: SessionFileFault.sealed(path: path, .nobodyToAsk)) { try opened(folder, Keyring()) }
    #expect(throws: SessionFileFault.sealed(path: path, .wrongPassphrase)) { try opened(folder, Self.keys("one")) }
    #expect(throws: SessionFileFault.sealed(path: path, .wrongPassphrase)) { try opened(folder, Self.keys("one"), to: .follow) }
    #expect(throws: SessionFileFault.sealed(path: path, .nobodyToAsk)) {
      try SessionFile().save(Session(), to: path, expecting: nil, overwrite: true)
    }
    #expect(folder.bytes("a.json") == before)
    // And the lock was given back.
    let (file, _) = try opened(folder)
    #expect(file.following == nil)
  }

  @Test("protecting takes file, backups and what was put aside along; taking the protection away brings back the same bytes")
  func protecting() throws {
    let session = RandomSession.make(seed: 3)
    try save(session, nil)
    var (file, _) = try opened(folder)
    file.keep([renamed(session, "Secret alpha")], draft: .null)
    // Let go of, so it lies beside the file.
    let aside = try #require(file.discardRecovered(at: Instant(seconds: 1_250_000_000)))
    var changed = session
    _ = try changed.apply(renamed(session, "Secret beta").transaction)
    try file.save(changed, at: Instant(seconds: 1_250_000_001))
    _ = try changed.apply(renamed(session, "Secret gamma").transaction)
    try file.save(changed, at: Instant(seconds: 1_250_000_002))
    file.note(draft: .string("Secret delta"), at: Instant(seconds: 1_250_000_003))
    let before = files(of: folder).filter { !$0.name.hasSuffix(".lock") && !$0.name.hasSuffix(".journal") }.map { Array($0.bytes) }
    #expect(whereReadable("Secret", in: folder).count == 4)

    #expect(try file.protect(with: seal, at: Instant(seconds: 1_250_000_004)) == [])
    #expect(whereReadable("Secret", in: folder).isEmpty && file.seal == seal && file.saved == changed)
    #expect(try Backups(of: file.places, keys: keys).open(Backups(of: file.places).list()[0]).profile.title == "Secret beta")
    #expect(String(decoding: try SessionFile(keys: keys).contents(of: aside).content, as: UTF8.self).contains("Secret alpha"))
    // What is half-typed is still kept, sealed.
    #expect(try opened(try folder.afterCrash()).opening.recovery?.draft == .string("Secret delta"))
    // Work goes on, and what is let go of now is put aside sealed.
    file.keep([renamed(changed, "Secret epsilon")], draft: .null)
    let second = try #require(file.discardRecovered(at: Instant(seconds: 1_260_000_000)))
    #expect(whereReadable("Secret", in: folder).isEmpty)

    // Another passphrase: what the old one opened, the new one does.
    let other = try Self.seal("four five six")
    #expect(try file.protect(with: other, at: Instant(seconds: 1_260_000_001)) == [])
    file.close()
    for path in [aside, second, folder("a.json")] + Backups(of: file.places).list().map(\.path) {
      #expect(throws: SessionFileFault.sealed(path: path, .wrongPassphrase)) { try SessionFile(keys: Self.keys("one two three")).contents(of: path) }
      _ = try SessionFile(keys: Self.keys("four five six")).contents(of: path)
    }
    file = try opened(folder, Self.keys("four five six")).file
    #expect(try file.protect(with: nil, at: Instant(seconds: 1_260_000_002)) == [])
    let after = files(of: folder).filter { !$0.name.hasSuffix(".lock") && !second.hasSuffix($0.name) }.map { Array($0.bytes) }
    #expect(after == before && String(decoding: folder.bytes(FilePathName.of(second)) ?? [], as: UTF8.self).contains("Secret epsilon"))
  }

  @Test("a copy that cannot be written anew is named, and what waits in the journal is not passed over")
  func notAll() throws {
    let session = RandomSession.make(seed: 4)
    try save(session, nil)
    let faulty = FaultyFiles()
    let (file, _) = try HeldFile.open(folder("a.json"), to: .work, at: Instant(seconds: 1_300_000_000), keys: keys, faulty)
    file.keep([renamed(session, "Not saved")], draft: .null)
    #expect(throws: SessionFileFault.unsavedWork(path: folder("a.json"))) { try file.protect(with: seal, at: Instant(seconds: 1_300_000_001)) }
    var changed = session
    _ = try changed.apply(renamed(session, "Saved").transaction)
    try file.save(changed, at: Instant(seconds: 1_300_000_002))
    faulty.plan.failures = [.rename: (errno: 28, from: 1, times: 1)]
    let backup = try #require(Backups(of: file.places).list().first?.path)
    #expect(try file.protect(with: seal, at: Instant(seconds: 1_300_000_003)) == [backup])
    #expect(try SessionFile().open(backup).session == session && file.seal == seal)
    // Once more, when there is room again.
    #expect(try file.protect(with: seal, at: Instant(seconds: 1_300_000_004)) == [])
    // A file that cannot be written stays as it was, and so does all else.
    faulty.plan.failures = [.rename: (errno: 28, from: 0, times: 1)]
    #expect(throws: SessionFileFault.self) { try file.protect(with: nil, at: Instant(seconds: 1_300_000_005)) }
    #expect(file.seal == seal && whereReadable("Saved", in: folder).isEmpty)
  }

  @Test("a window that follows sees every step of a protected session, and says so when the file is protected anew without it")
  func following() throws {
    let session = RandomSession.make(seed: 6)
    try save(session, seal)
    let (writer, _) = try opened(folder)
    let (reader, _) = try opened(folder, Self.keys("one two three"))
    #expect(reader.following != nil)
    writer.keep([renamed(session, "Live")], draft: .null)
    guard case .steps(let steps)? = reader.look().first else { return #expect(Bool(false), "no step came") }
    #expect(steps.map(\.title.name) == ["Live"])
    var changed = session
    _ = try changed.apply(steps[0].transaction)
    try writer.save(changed, at: Instant(seconds: 1_300_000_001))
    guard case .replaced(let working, _)? = reader.look().first else { return #expect(Bool(false), "no save came") }
    #expect(working.session == changed)
    _ = try writer.protect(with: try Self.seal("another one"), at: Instant(seconds: 1_300_000_002))
    guard case .locked? = reader.look().first else { return #expect(Bool(false), "no word came") }
    #expect(reader.look().isEmpty)
  }

  @Test("somebody else's change to a protected file is noticed, read and gone on from, even if it is protected in another way now")
  func changedOnDisk() throws {
    let session = RandomSession.make(seed: 8)
    try save(session, seal)
    let both = Keyring([Passphrase("one two three".utf8), Passphrase("theirs".utf8)].compactMap { $0 })
    let (file, _) = try opened(folder, both)
    var theirs = session
    _ = try theirs.apply(renamed(session, "Theirs").transaction)
    try FileManager.default.removeItem(atPath: folder("a.json"))
    try save(theirs, try Self.seal("theirs"))
    file.keep([renamed(session, "Ours")], draft: .null)
    #expect(throws: SessionFileFault.changedOnDisk(path: folder("a.json"))) { try file.save(session, at: Instant(seconds: 1_300_000_001)) }
    #expect(try file.reload() == theirs && file.seal != seal)
    file.restartJournal([renamed(theirs, "Both")], at: Instant(seconds: 1_300_000_002))
    #expect(try opened(try folder.afterCrash(), Self.keys("theirs")).opening.recovery?.working.session.profile.title == "Both")
  }
}

private enum FilePathName {
  static func of(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
