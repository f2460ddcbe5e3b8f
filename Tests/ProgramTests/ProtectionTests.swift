import Foundation
import JSON
import Sealing
import SessionModel
import SessionStore
import Testing

/// Sessions that are protected with a passphrase, as the program and Debian's age open and write them.
@Suite(.serialized) struct ProtectionTests {
  private let folder = Folder()
  private static let phrase = "one two three"

  init() throws {
    try folder.write(Self.phrase + "\n", to: "phrase")
  }

  /// A seal that is quickly opened; what the program makes itself costs a second.
  private static func seal(_ text: String = phrase) throws -> Seal { try Seal(try #require(Passphrase(text.utf8)), workFactor: 4) }

  private func put(_ session: Session, _ name: String, _ seal: Seal?) throws {
    _ = try SessionFile().save(session, to: folder[name], expecting: nil, sealedBy: seal)
  }

  private static func sample() throws -> Session { try SessionFormat.decode(Array(Sample.text.utf8), file: "sample") }

  private func run(_ arguments: String...) throws -> Program.Result {
    // A session of its own has no terminal that could be asked on.
    try Program.run("/usr/bin/env", ["setsid", "-w", Program.path] + arguments, in: folder)
  }

  private func isSealed(_ name: String) -> Bool { SealedFile.recognises(bytes(name)) }
  private func bytes(_ name: String) -> [UInt8] { Array(FileManager.default.contents(atPath: folder[name]) ?? Data()) }

  /// Every file in and below the folder that holds a text as anybody can read it.
  private func whereReadable(_ text: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { name in
      (FileManager.default.contents(atPath: folder[name]) ?? Data()).range(of: Data(text.utf8)) != nil
    }
  }

  private func titled(_ session: Session, _ title: String) -> RecordedStep {
    var profile = session.profile
    profile.title = title
    return RecordedStep(.did, Transaction(Title(.edit, .session), [.replace(profile)]), at: Instant(seconds: 1_200_000_000))
  }

  // MARK: - Debian's age

  @Test("age opens what the workbench has saved, and the workbench opens what age has protected")
  func age() throws {
    try put(Self.sample(), "mango.json", Self.seal())
    let tmux = try Tmux(folder)
    try tmux.start("mango.json")
    try tmux.waitFor("Passphrase of mango.json:")
    try tmux.type(Self.phrase)
    try tmux.press("Enter")
    try tmux.waitFor("1 Overview")
    try tmux.waitFor("protected")
    try tmux.addStakeholders("Abel's Rafts")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
    #expect(try whereReadable("\"rapport\"").isEmpty && whereReadable("Abel").isEmpty)

    try tmux.type("clear; age -d -o plain.json mango.json; echo opened=$?")
    try tmux.press("Enter")
    try tmux.waitFor("Enter passphrase")
    try tmux.type(Self.phrase)
    try tmux.press("Enter")
    try tmux.waitFor("opened=0")
    #expect(folder.read("plain.json").contains("Abel's Rafts"))
    #expect(try run("check", "plain.json").status == 0)

    try tmux.type("clear; age -p -a -o theirs.json plain.json; echo made=$?")
    try tmux.press("Enter")
    try tmux.waitFor("Enter passphrase")
    try tmux.type("four five six")
    try tmux.press("Enter")
    try tmux.waitFor("Confirm passphrase")
    try tmux.type("four five six")
    try tmux.press("Enter")
    try tmux.waitFor("made=0")
    try folder.write("four five six", to: "theirs")
    let same = try run("diff", "plain.json", "theirs.json", "--passphrase-file", "theirs")
    #expect(same.status == 0 && !same.output.contains("Abel"))
  }

  // MARK: - The prompt

  @Test("the passphrase is not shown; three wrong ones, an interrupt and a signal leave the terminal as it was, and nothing opened")
  func prompt() throws {
    try put(Self.sample(), "mango.json", Self.seal())
    let tmux = try Tmux(folder)
    try tmux.start("report mango.json")
    try tmux.waitFor("Passphrase of mango.json:")
    for attempt in 1...3 {
      try tmux.type("secret \(attempt)")
      try tmux.press("Enter")
      if attempt < 3 { try tmux.waitUntil("asked again") { try tmux.screen().filter { $0.contains("That is not it.") }.count == attempt } }
    }
    try tmux.waitFor("status=66")
    #expect(try tmux.screen().contains { $0.contains("mango.json: This is not its passphrase.") } && !tmux.screen().contains { $0.contains("secret") })
    try tmux.expectSaneTerminal()
    try tmux.start("mango.json")
    try tmux.waitFor("Passphrase of mango.json:")
    try tmux.type("sec")
    // The shell ends its whole line with the program.
    try tmux.press("C-c")
    try tmux.waitUntil("the shell to be back") { try tmux.screen().last { !$0.isEmpty } == "$" }
    try tmux.expectSaneTerminal()
    #expect(try !tmux.screen().contains { $0.contains("sec") })
    try tmux.start("mango.json")
    try tmux.waitFor("Passphrase of mango.json:")
    try tmux.signal(SIGTERM)
    try tmux.waitFor("status=143")
    try tmux.expectSaneTerminal()
    try tmux.start("mango.json")
    try tmux.waitFor("Passphrase of mango.json:")
    try tmux.press("Enter")
    try tmux.waitFor("status=66")
    #expect(try tmux.screen().contains { $0.contains("none was given") })
  }

  @Test("killed without warning, a protected session is back with every edit and half-typed text, and nothing of it can be read meanwhile")
  func killed() throws {
    try put(Self.sample(), "mango.json", Self.seal())
    var tmux = try Tmux(folder)
    try open(tmux)
    try tmux.press("3", "a")
    try tmux.waitFor("Add stakeholder")
    try tmux.type("Berta's Boxes, trader")
    try tmux.press("Enter")
    try tmux.waitFor("Added Berta's Boxes")
    try tmux.type("Carla's Cra")
    usleep(1_200_000)
    try tmux.signal(SIGKILL)
    try tmux.waitFor("status=137")
    #expect(FileManager.default.fileExists(atPath: folder[".mango.json.journal"]))
    #expect(try whereReadable("Berta").isEmpty && whereReadable("Carla").isEmpty && whereReadable("\"seq\"").isEmpty)
    tmux = try Tmux(folder)
    try open(tmux)
    try tmux.waitFor("One change that had not been saved is here again")
    try tmux.press("k")
    try tmux.waitFor("Carla's Cra")
    try tmux.pressEscape(untilGone: "Add stakeholder")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
    #expect(try whereReadable("Berta").isEmpty)
    #expect(try run("export", "mango.json", "--format", "json", "-o", "out.json", "--confidential", "--passphrase-file", "phrase").status == 0)
    #expect(folder.read("out.json").contains("Berta's Boxes"))
  }

  private func open(_ tmux: Tmux) throws {
    try tmux.start("mango.json")
    try tmux.waitFor("Passphrase of mango.json:")
    try tmux.type(Self.phrase)
    try tmux.press("Enter")
    try tmux.waitFor("1 Overview")
  }

  @Test("in the workbench a session is protected, gets another passphrase's prompt, and is laid open again")
  func inTheWorkbench() throws {
    try put(Self.sample(), "mango.json", nil)
    let tmux = try Tmux(folder)
    try tmux.start("mango.json")
    try tmux.waitFor("1 Overview")
    try tmux.command("protect with", waitingFor: "New passphrase")
    for _ in 1...2 {
      try tmux.type(Self.phrase)
      try tmux.press("Enter")
      usleep(300_000)
    }
    try tmux.waitFor("open with the passphrase only")
    #expect(isSealed("mango.json"))
    // What is not saved when it is laid open is saved with it.
    try tmux.addStakeholders("Abel's Rafts")
    #expect(try whereReadable("Abel").isEmpty)
    try tmux.command("take the protection", waitingFor: "Take the protection away?")
    try tmux.press("t")
    try tmux.waitFor("open without a passphrase now")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
    #expect(folder.read("mango.json").contains("Abel's Rafts") && !isSealed("mango.json"))
    #expect(try run("check", "mango.json").status == 0)
  }

  // MARK: - Commands

  @Test("protect takes backups along, needs the old passphrase for a new one, and unprotect brings back the same bytes")
  func protect() throws {
    try put(Self.sample(), "mango.json", nil)
    try folder.write("four five six", to: "other")
    try FileManager.default.createDirectory(atPath: folder[".mango.json.backups"], withIntermediateDirectories: true)
    try folder.write(Sample.text, to: ".mango.json.backups/20080101T090000Z.json")
    let done = try run("protect", "mango.json", "--new-passphrase-file", "phrase")
    #expect(done.status == 0 && done.output == "mango.json opens with the passphrase only now, and so does the one copy beside it.\n")
    #expect(isSealed("mango.json") && isSealed(".mango.json.backups/20080101T090000Z.json"))
    let refused = try run("protect", "mango.json", "--new-passphrase-file", "other")
    #expect(refused.status == 66 && refused.complaint.contains("--passphrase-file"))
    #expect(try run("protect", "mango.json", "--passphrase-file", "phrase", "--new-passphrase-file", "other").status == 0)
    #expect(try run("unprotect", "mango.json", "--passphrase-file", "other").status == 0)
    #expect(folder.read("mango.json") == Sample.text && folder.read(".mango.json.backups/20080101T090000Z.json") == Sample.text)
  }

  @Test("earlier versions of a protected session are listed, compared and restored, and stay protected")
  func history() throws {
    let sample = try Self.sample(), seal = try Self.seal()
    try put(sample, "mango.json", seal)
    let keys = Keyring([try #require(Passphrase(Self.phrase.utf8))])
    let (held, _) = try HeldFile.open(folder["mango.json"], to: .work, at: Instant(seconds: 1_200_000_000), keys: keys)
    var changed = sample
    _ = try changed.apply(titled(sample, "Another title").transaction)
    try held.save(changed, at: Instant(seconds: 1_200_000_001))
    held.close()
    #expect(try run("history", "mango.json").status == 0)
    #expect(try run("history", "mango.json", "--compare", "1").status == 66)
    #expect(try run("history", "mango.json", "--compare", "1", "--passphrase-file", "phrase").output.contains("Another title"))
    let refused = try run("history", "mango.json", "--show", "1")
    #expect(refused.status == 66 && refused.output.isEmpty)
    #expect(try run("history", "mango.json", "--show", "1", "--passphrase-file", "phrase").output == Sample.text)
    #expect(try run("history", "mango.json", "--restore", "1", "--passphrase-file", "phrase").status == 0)
    #expect(try isSealed("mango.json") && whereReadable("Another title").isEmpty)
    #expect(try SessionFile(keys: keys).open(folder["mango.json"]).session == sample)
  }

  @Test("without a terminal and without the option every command says what is missing; with it, they do what they do with any session")
  func scripts() throws {
    try put(Self.sample(), "mango.json", Self.seal())
    let before = bytes("mango.json")
    for command in [["check"], ["report"], ["advise"], ["export"], ["plan"], ["agenda"], ["map"], ["format"], ["minutes"], ["play", "--keys", "2"]] {
      let result = try Program.run("/usr/bin/env", ["setsid", "-w", Program.path] + command + ["mango.json"], in: folder)
      #expect(result.status == 66 && result.output.isEmpty, "\(command)")
      #expect(result.complaint == "mango.json: It is protected with a passphrase that is not known here, and there is nobody to ask. Name a file that holds it with --passphrase-file.\n", "\(command)")
      let opened = try Program.run("/usr/bin/env", ["setsid", "-w", Program.path] + command + ["mango.json", "--passphrase-file", "phrase"], in: folder)
      #expect(opened.status == 0, "\(command) \(opened.complaint)")
    }
    #expect(try run("check", "mango.json", "--passphrase-file", "missing").status == 66)
    try folder.write("\n", to: "empty")
    #expect(try run("check", "mango.json", "--passphrase-file", "empty").status == 65)
    #expect(try Program.shell("cat mango.json | rapport check - --passphrase-file phrase", in: folder).status == 0)
    #expect(try run("play", "--save", "--keys", "3 a 'Abel, trader' <CR> <Esc> <C-s>".replacing("'", with: "\""), "mango.json", "--passphrase-file", "phrase").status == 0)
    #expect(isSealed("mango.json") && bytes("mango.json") != before)
    // The same session is the same file, so that git's clean filter sees no change.
    let saved = bytes("mango.json")
    #expect(try run("format", "mango.json", "-o", "mango.json", "--passphrase-file", "phrase").status == 0 && bytes("mango.json") == saved)
    #expect(try run("import", "mango.json", "--csv", "mango-tables/stakeholders.csv", "--passphrase-file", "phrase").status == 0)
    #expect(isSealed("mango.json"))
  }

  @Test("merging protected versions gives a protected one, as git's driver and with one side open")
  func merging() throws {
    let sample = try Self.sample()
    var mine = sample, theirs = sample
    var profile = sample.profile
    profile.title = "Mine"
    mine.put(profile)
    profile = sample.profile
    profile.place = "Theirs"
    theirs.put(profile)
    let seal = try Self.seal()
    try put(sample, "base.json", seal)
    try put(mine, "mine.json", seal)
    try put(theirs, "theirs.json", nil)
    try put(mine, "mine-open.json", nil)
    try put(theirs, "theirs-sealed.json", seal)
    for (one, other) in [("mine.json", "theirs.json"), ("mine-open.json", "theirs-sealed.json")] {
      #expect(try run("merge", "base.json", one, other, "--passphrase-file", "phrase").status == 0)
      #expect(isSealed(one))
      let merged = try SessionFile(keys: Keyring([try #require(Passphrase(Self.phrase.utf8))])).open(folder[one]).session
      #expect(merged.profile.title == "Mine" && merged.profile.place == "Theirs")
    }
  }

  @Test("a session begins protected, and a work that waits in a journal, or is open elsewhere, is not passed over")
  func newAndBusy() throws {
    #expect(try run("new", "mine.json", "--protect", "--passphrase-file", "phrase", "--title", "Mine").status == 0)
    #expect(try run("check", "mine.json", "--passphrase-file", "phrase").status == 0)
    #expect(isSealed("mine.json"))
    #expect(try run("new", "other.json", "--protect").status == 66)
    let sample = try Self.sample()
    try put(sample, "mango.json", Self.seal())
    let keys = Keyring([try #require(Passphrase(Self.phrase.utf8))])
    let (held, _) = try HeldFile.open(folder["mango.json"], to: .work, at: Instant(seconds: 1_200_000_000), keys: keys)
    held.keep([titled(sample, "Not saved")], draft: .null)
    #expect(try run("unprotect", "mango.json", "--passphrase-file", "phrase").status == 74)
    held.close()
    let waiting = try run("unprotect", "mango.json", "--passphrase-file", "phrase")
    #expect(waiting.status == 74 && waiting.complaint.contains("not saved") && isSealed("mango.json"))
    #expect(try whereReadable("Not saved").isEmpty)
  }

  @Test("a file that asks for far too much work, is cut off, or was changed is refused in a sentence")
  func hostile() throws {
    try put(Self.sample(), "mango.json", Self.seal())
    let whole = bytes("mango.json")
    func refused(_ bytes: [UInt8], _ sentence: String) throws {
      #expect(FileManager.default.createFile(atPath: folder["bad.json"], contents: Data(bytes)))
      let result = try run("check", "bad.json", "--passphrase-file", "phrase")
      #expect(result.status == 65 && result.complaint.contains(sentence), "\(result.complaint)")
    }
    let costly = String(decoding: whole.prefix(200), as: UTF8.self).replacing(/scrypt (\S+) 4/) { "scrypt \($0.output.1) 30" }
    try refused(Array(costly.utf8), "its work factor is 30, and at most 19 is accepted")
    try refused(Array(whole.prefix(60)), "what follows is not one")
    try refused(Array(whole.dropLast(5)), "damaged")
    var changed = whole
    changed[whole.count / 2] ^= 1
    try refused(changed, "damaged")
    try refused(try Self.seal().sealed(Array("not a session".utf8)), "This is not a session")
  }

  // MARK: - Others

  @Test("forgetting takes along what waits in the journal, leaves a session alone that is open, and cleans what was put aside", arguments: [false, true])
  func forget(isProtected: Bool) throws {
    let sample = try Self.sample()
    let person = try #require(sample.participants.sorted.first { !$0.name.isEmpty })
    let seal = isProtected ? try Self.seal() : nil
    try put(sample, "mango.json", seal)
    let keys = Keyring([try #require(Passphrase(Self.phrase.utf8))])
    let now = Instant(seconds: 1_200_000_000)
    var (held, _) = try HeldFile.open(folder["mango.json"], to: .work, at: now, keys: keys)
    held.keep([titled(sample, "Let go of \(person.name)"), titled(sample, "Nobody in particular")], draft: .null)
    let aside = try #require(held.discardRecovered(at: now))
    held.keep([titled(sample, "With \(person.name)")], draft: .string("Call \(person.name)"))
    func forget() throws -> Program.Result {
      try Program.run("/usr/bin/env", ["setsid", "-w", Program.path, "forget", "mango.json", "--participant", person.name] + (isProtected ? ["--passphrase-file", "phrase"] : []), in: folder)
    }
    #expect(try forget().status == 74)
    held.close()
    let result = try forget()
    #expect(result.status == 0 && result.output.contains("not saved was saved") && result.output.contains("put aside"), "\(result)")
    #expect(try whereReadable(person.name).isEmpty)
    let opening: HeldFile.Opening
    (held, opening) = try HeldFile.open(folder["mango.json"], to: .work, at: now, keys: keys)
    #expect(held.saved.profile.title.hasPrefix("With ") && !held.saved.profile.title.contains(person.name) && held.saved.participants[person.id] == nil)
    guard case .nothing = opening.finding else { return #expect(Bool(false), "half-typed text is still there") }
    for path in SessionCopies(of: held.places).backups {
      let session = try SessionFile(keys: keys).open(path).session
      #expect(session.participants[person.id] == nil && !String(decoding: SessionFormat.encode(session), as: UTF8.self).contains(person.name))
    }
    let left = String(decoding: try SessionFile(keys: keys).contents(of: aside).content, as: UTF8.self)
    #expect(left.contains("Nobody in particular") && !left.contains(person.name) && !left.contains("Let go of"))
    #expect(isProtected == isSealed("mango.json"))
    #expect(try whereReadable("Nobody in particular").isEmpty == isProtected)
  }

  @Test("what is confidential is written for its owner only")
  func ownerOnly() throws {
    _ = try run("demo", "mango.json")
    for command in [["report"], ["agenda"], ["remind", "--owner", "ProMango"], ["map"], ["minutes"], ["plan"]] {
      for isConfidential in [true, false] {
        let name = "\(command[0])-\(isConfidential).txt"
        let result = try Program.run(command + ["mango.json", "-o", name] + (isConfidential ? ["--confidential"] : []), in: folder)
        #expect(result.status == 0, "\(result.complaint)")
        let mode = try FileManager.default.attributesOfItem(atPath: folder[name])[.posixPermissions] as? Int
        #expect((mode == 0o600) == isConfidential, "\(name)")
      }
    }
  }
}
