import ArgumentParser
import SessionModel
import SessionStore
import Words

/// `rapport forget FILE --participant X`
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration("forget", .forget, .forgetMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.participant)) var participant: String

  func run() throws {
    let opened: OpenedSession
    do throws(SessionFileFault) {
      opened = try SessionFile().open(file)
      guard !opened.isReadOnly else { throw .readOnly(path: file) }
    } catch {
      throw Refusal(error)
    }
    let copies = SessionCopies(of: file)
    // What is only in the journal would come back with it.
    guard !copies.hasJournal else { throw Refusal("\(file): \(words.program(.unsavedWork))", .failure) }
    var backups = read(copies.backups)
    backups.unreadable += copies.asides
    let people = Set(([opened.session] + backups.sessions.map(\.session)).flatMap { $0.participants(called: participant) }.map(\.id))
    let inFile = opened.session.participants(called: participant)
    guard people.count <= 1 || inFile.count == 1 else {
      let several = people.sorted().map { "\($0.text)" }.joined(separator: ", ")
      throw Refusal(.severalParticipants(participant, several), .data)
    }
    guard let person = inFile.first?.id ?? people.first else { throw Refusal(.noParticipant(participant), .data) }
    let all = [opened.session] + backups.sessions.map(\.session)
    let names = Array(Set(all.compactMap { $0.participants[person]?.name }))
    func forgotten(_ session: Session) -> Session {
      session.forgetting([person], names: names, placeholder: words.program(.withdrawnName))
    }
    do throws(SessionFileFault) {
      _ = try SessionFile().save(forgotten(opened.session), to: file, expecting: opened.fingerprint)
      for backup in backups.sessions {
        _ = try SessionFile().save(forgotten(backup.session), to: backup.path, expecting: backup.fingerprint)
      }
    } catch {
      throw Refusal(error)
    }
    try StandardStreams.printLine(words.program(.forgotten(names.first ?? participant, backups: backups.sessions.count)))
    StandardStreams.complain(words.program(.forgetReach))
    guard backups.unreadable.isEmpty else {
      StandardStreams.complain(backups.unreadable.map { "\($0): \(words.program(.backupUnreadable))" })
      try leave(ExitStatus.data.rawValue)
      return
    }
  }

  private func read(_ paths: [String]) -> (sessions: [OpenedSession], unreadable: [String]) {
    var sessions: [OpenedSession] = []
    var unreadable: [String] = []
    for path in paths {
      if let opened = try? SessionFile().open(path), !opened.isReadOnly { sessions.append(opened) } else { unreadable.append(path) }
    }
    return (sessions, unreadable)
  }
}

/// What is kept beside a session file: its backups and its journal.
struct SessionCopies {
  let backups: [String]
  /// Journals that were put aside because they were damaged or somebody let go of them.
  let asides: [String]
  let hasJournal: Bool

  init(of file: String) {
    let places = SessionPlaces(file)
    let aside = FilePath.name(places.journal) + "-"
    asides = FolderListing.names(places.folder).filter { $0.hasPrefix(aside) }.map { places.folder + "/" + $0 }
    backups = FolderListing.names(places.backups).filter { $0.hasSuffix(".json") }.map { places.backups + "/" + $0 }
    if case .success(let status) = SystemFiles().status(places.journal, followsLinks: true) {
      hasJournal = status.size > 0
    } else {
      hasJournal = false
    }
  }
}
