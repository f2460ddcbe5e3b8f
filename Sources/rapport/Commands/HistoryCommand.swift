import ArgumentParser
import Sealing
import SessionModel
import SessionStore
import Words

/// `rapport history FILE [--show N | --compare N | --restore N]`
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration("history", .history, .historyMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.showVersion)) var show: Int?
  @Option(help: ArgumentHelp(.compareVersion)) var compare: Int?
  @Option(help: ArgumentHelp(.restoreVersion)) var restore: Int?
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let keys = try passphrase.keys
    let backups = Backups(of: SessionPlaces(file), keys: keys)
    let list = backups.list()
    let chosen = [show, compare, restore].compactMap { $0 }
    guard chosen.count <= 1 else { throw Refusal(.oneOfThese, .usage) }
    guard let number = chosen.first else { return try printList(list) }
    guard let backup = list.first(where: { $0.number == number }) else { throw Refusal(.noSuchVersion(number, of: list.count), .noInput) }
    if show != nil {
      let content: [UInt8]
      do throws(SessionFileFault) { content = try SessionFile(keys: keys).contents(of: backup.path).content } catch { throw Refusal(error) }
      try StandardStreams.print(content)
    } else if compare != nil {
      try printDifferences(from: open(backup, backups), to: SessionInput.open(file, keys).session)
    } else {
      try restore(backup, backups, keys)
    }
  }

  private func printList(_ list: [Backup]) throws(Refusal) {
    guard FileOutput.isThere(file) || !list.isEmpty else { throw Refusal(FileFault(.open, .system(errno: 2), file)) }
    if list.isEmpty { return try StandardStreams.printLine(words.safety(.versionsEmpty)) }
    let clock = repeatable.workClock
    for backup in list {
      let number = String(backup.number)
      let said = words.safety(.version(clock.here(backup.savedAt), kilobytes: backup.size / 1000))
      try StandardStreams.printLine(String(repeating: " ", count: max(0, 3 - number.count)) + number + "  " + said)
    }
  }

  private func open(_ backup: Backup, _ backups: Backups) throws(Refusal) -> Session {
    do throws(SessionFileFault) { return try backups.open(backup) } catch { throw Refusal(error) }
  }

  private func printDifferences(from before: Session, to after: Session) throws(Refusal) {
    try DiffCommand.printLines(SessionComparison(before, after))
  }

  /// Puts an earlier version into the file; what the file is now becomes the latest version.
  private func restore(_ backup: Backup, _ backups: Backups, _ keys: Keyring) throws(Refusal) {
    let session = try open(backup, backups)
    let now = repeatable.workClock.now
    do throws(SessionFileFault) {
      let held = try HeldFile.forCommand(file, at: now, keys: keys, otherFolder: UnsavedWork.folder)
      defer { held.close() }
      try held.save(session, at: now)
      if let fault = held.backupFault { StandardStreams.complain(words.safety(.backupFailed(words.fileFault(fault)))) }
    } catch {
      throw Refusal(error)
    }
    try StandardStreams.printLine(words.safety(.versionRestored(repeatable.workClock.here(backup.savedAt))))
  }
}
