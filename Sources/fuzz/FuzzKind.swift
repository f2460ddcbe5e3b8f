import Drawing
import Exchange
import JSON
import Library
import Sealing
import SessionModel
import SessionStore
import Words
import Workbench

/// What bytes from outside are taken for. Every kind must end in a value or a typed error; what is more, what was read must hold together.
enum FuzzKind: String, CaseIterable {
  case session, merge, csv, sealed, key, theme, template, script, storm

  func take(_ bytes: [UInt8]) {
    switch self {
    case .session: takeSession(bytes)
    case .merge: takeMerge(bytes)
    case .csv: takeCSV(bytes)
    case .sealed: takeSealed(bytes)
    case .key: _ = try? Pseudonyms(Session(), key: bytes, words: English())
    case .theme: _ = try? ThemeLibrary.theme(fromTOML: String(decoding: bytes, as: UTF8.self), file: "fuzz.toml")
    case .template: _ = try? FuzzKind.report.render(.html, template: bytes)
    case .script: takeScript(bytes)
    case .storm: takeStorm(bytes)
    }
  }

  private static let report = SessionReport(Session(), today: PartialDate(dayNumber: 14_000), words: English())

  private func takeSession(_ bytes: [UInt8]) {
    guard let read = try? SessionFormat.read(bytes, file: "fuzz") else { return }
    let written = SessionFormat.encode(read.session)
    guard read.version == SessionFormat.version else { return }
    let again = try? SessionFormat.decode(written, file: "again")
    precondition(again == read.session, "what was read is not what is written")
    _ = read.session.findings()
    _ = SessionFormat.encode(read.session.redacted(for: .room))
    _ = ChainGraph(read.session).graphML
    precondition(SessionComparison(read.session, read.session).isEmpty, "a session differs from itself")
  }

  /// Two versions one after another in the bytes, set apart by a NUL.
  private func takeMerge(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map { Array($0) }
    let sessions = parts.compactMap { try? SessionFormat.decode($0, file: "fuzz") }
    guard sessions.count == parts.count, let base = sessions.first else { return }
    let (ours, theirs) = (sessions.count > 1 ? sessions[1] : base, sessions.count > 2 ? sessions[2] : Session())
    let merge = SessionMerge(base: base, ours: ours, theirs: theirs)
    let written = SessionFormat.encode(merge.session)
    precondition((try? SessionFormat.decode(written, file: "merged")) == merge.session, "a merged session cannot be read")
    _ = ComparisonText.lines(SessionComparison(ours, merge.session), words: English())
    for conflict in merge.session.profile.conflicts { _ = ConflictText(conflict, in: merge.session, words: English()) }
  }

  /// A protected file of a passphrase that is known; no more work than a moment's is taken on.
  private func takeSealed(_ bytes: [UInt8]) {
    guard SealedFile.recognises(bytes), let passphrase = Passphrase("fuzz".utf8) else { return }
    guard let (content, seal) = try? Keyring([passphrase], greatestWorkFactor: 3).open(bytes, called: "fuzz") else { return }
    guard let written = try? seal.sealed(content), let again = try? Keyring([passphrase]).open(written, called: "again") else {
      preconditionFailure("what was sealed is not opened")
    }
    precondition(again.content == content, "what was opened is not what is sealed")
  }

  private func takeCSV(_ bytes: [UInt8]) {
    var random = SeededGenerator(seed: 1)
    for name in ["stakeholders.csv", "relationships.csv", "readings.csv", "workshops.csv"] {
      let result = CSVImport(
        [CSVFile(name: name, bytes: bytes)], into: Session(), at: Instant(seconds: 1_209_600_000), words: English(), using: &random)
      var session = Session()
      guard result.issues.isEmpty, (try? session.apply(result.transaction)) != nil else { continue }
      precondition((try? SessionFormat.decode(SessionFormat.encode(session), file: "imported")) == session, "an import cannot be read")
    }
  }

  private func takeScript(_ bytes: [UInt8]) {
    // What a script repeats is bounded by its length only, which here is small.
    guard let script = try? KeyScript(String(decoding: bytes, as: UTF8.self)), script.steps.count < 500 else { return }
    let now = Instant(seconds: 1_214_900_000)
    let desk = Desk(Session(), file: OpenFile(name: "fuzz.json", path: nil), size: .init(width: 80, height: 24), now: now, seed: 1)
    var player = Player(desk, now: now)
    try? player.play(script)
    precondition(FuzzKind.holdsTogether(player.desk.working.session), "a script spoils the session")
  }

  private func takeStorm(_ bytes: [UInt8]) {
    var seed: UInt64 = 0
    for byte in bytes.prefix(8) { seed = seed << 8 | UInt64(byte) }
    var storm = EventStorm(Session(), seed: seed)
    storm.run(200)
    precondition(FuzzKind.holdsTogether(storm.desk.working.session), "random keys spoil the session")
  }

  private static func holdsTogether(_ session: Session) -> Bool {
    (try? SessionFormat.decode(SessionFormat.encode(session), file: "fuzz")) == session
  }
}
