import ArgumentParser
import JSON
import Sealing
import SessionModel
import SessionStore
import Words

/// `rapport forget FILE --participant X`
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration("forget", .forget, .forgetMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.participant)) var participant: String
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let keys = try passphrase.keys
    let now = WorkClock().now
    let held: HeldFile, recovery: Recovery?
    do throws(SessionFileFault) {
      (held, recovery) = try HeldFile.takingIn(file, at: now, keys: keys, otherFolder: UnsavedWork.folder)
    } catch {
      throw Refusal(error)
    }
    defer { held.close() }
    let session = recovery?.working.session ?? held.saved
    let (before, unreadableBackups) = backups(of: held, keys)
    let person = try person(in: session, and: before)
    let names = Array(Set(([session, held.saved] + before.map(\.session)).compactMap { $0.participants[person]?.name })).sorted()
    func forgotten(_ session: Session) -> Session {
      session.forgetting([person], names: names, placeholder: words.program(.withdrawnName))
    }
    func isMentioned(_ text: String) -> Bool {
      text.contains("\"\(person.text)\"") || names.contains { !$0.isEmpty && text.contains(Self.escaped($0)) }
    }
    var rewritten = 0
    do throws(SessionFileFault) {
      // What is half-typed goes too, if it says who it is.
      if let draft = recovery?.draft, isMentioned(String(decoding: draft.serialized(), as: UTF8.self)) { held.note(draft: .null, at: now) }
      let new = forgotten(session)
      if recovery != nil || new != held.saved { try held.save(new, at: now, keepsBackup: recovery != nil) }
      // The file as it was before what was not saved is among them now.
      for backup in backups(of: held, keys).sessions {
        _ = try SessionFile(keys: keys).save(
          forgotten(backup.session), to: backup.path, expecting: backup.fingerprint, sealedBy: backup.seal)
        rewritten += 1
      }
    } catch {
      throw Refusal(error)
    }
    let asides = held.removeLines(fromAsides: isMentioned)
    try StandardStreams.printLine(words.program(.forgotten(names.first ?? participant, backups: rewritten)))
    if !asides.changed.isEmpty { try StandardStreams.printLine(words.program(.forgottenInAsides(asides.changed.count))) }
    if recovery != nil { try StandardStreams.printLine(words.program(.tookJournalIn)) }
    StandardStreams.complain(words.program(.forgetReach))
    let unreadable = unreadableBackups + asides.unreadable
    guard unreadable.isEmpty else {
      StandardStreams.complain(unreadable.map { "\($0): \(words.program(.backupUnreadable))" })
      try leave(ExitStatus.data.rawValue)
      return
    }
  }

  /// Who is meant: in the session, or only in an earlier version.
  private func person(in session: Session, and backups: [OpenedSession]) throws(Refusal) -> EntityID {
    let inFile = session.participants(called: participant)
    let people = Set(([session] + backups.map(\.session)).flatMap { $0.participants(called: participant) }.map(\.id))
    guard people.count <= 1 || inFile.count == 1 else {
      throw Refusal(.severalParticipants(participant, people.sorted().map(\.text).joined(separator: ", ")), .data)
    }
    guard let person = inFile.first?.id ?? people.first else { throw Refusal(.noParticipant(participant), .data) }
    return person
  }

  private func backups(of held: HeldFile, _ keys: Keyring) -> (sessions: [OpenedSession], unreadable: [String]) {
    var sessions: [OpenedSession] = []
    var unreadable: [String] = []
    for path in SessionCopies(of: held.places).backups {
      if let opened = try? SessionFile(keys: keys.quiet).open(path), !opened.isReadOnly { sessions.append(opened) } else { unreadable.append(path) }
    }
    return (sessions, unreadable)
  }

  /// As a name stands in JSON, without the quotation marks.
  private static func escaped(_ name: String) -> String {
    String(String(decoding: JSONValue.string(name).serialized(), as: UTF8.self).trimmed.dropFirst().dropLast())
  }
}
