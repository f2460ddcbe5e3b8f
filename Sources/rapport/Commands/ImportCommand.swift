import ArgumentParser
import Exchange
import SessionModel
import SessionStore
import Words
import Workbench

/// `rapport import FILE --csv TABLE…`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("import", .importing, .importMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String
  @Option(name: .customLong("csv"), parsing: .upToNextOption, help: ArgumentHelp(.csvFiles), completion: .file(extensions: ["csv"]))
  var tables: [String]
  @Flag(help: ArgumentHelp(.skipRows)) var skipBadRows = false
  @Flag(name: .customLong("new"), help: ArgumentHelp(.fromNothing)) var fromNothing = false
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let held = try open()
    defer { held?.close() }
    var session = held?.saved ?? Session()
    var files: [CSVFile] = []
    for table in tables {
      do throws(FileFault) {
        files.append(CSVFile(name: table, bytes: try PosixFile().read(table, limit: SessionFormat.greatestSize).bytes))
      } catch {
        throw Refusal(error)
      }
    }
    var generator = SeededGenerator(seed: repeatable.seed ?? WorkClock.seed)
    let result = CSVImport(files, into: session, at: repeatable.workClock.now, words: words, using: &generator)
    StandardStreams.complain(result.issues.map { $0.sentence(words) })
    if !result.issues.isEmpty, !skipBadRows { throw Refusal(.importRefused(result.issues.count), .data) }
    guard held == nil || !result.transaction.changes.isEmpty else {
      return try StandardStreams.printLine(words.program(.importNothing))
    }
    do {
      _ = try session.apply(result.transaction)
    } catch {
      throw Refusal(words.message(.cannotApply), .data)
    }
    if held == nil { session.extra = result.fileMembers }
    do throws(SessionFileFault) {
      if let held {
        try held.save(session, at: repeatable.workClock.now)
      } else {
        _ = try SessionFile().save(session, to: file, expecting: nil)
      }
    } catch {
      throw Refusal(error)
    }
    try StandardStreams.printLine(words.importResult(added: result.added, changed: result.changed, unchanged: result.unchanged))
  }

  /// The session to import into; nil when a new one is to be made.
  private func open() throws(Refusal) -> HeldFile? {
    if fromNothing {
      guard !FileOutput.isThere(file) else { throw Refusal("\(file): \(words.program(.fileExists))", .cannotCreate) }
      return nil
    }
    let keys = try passphrase.keys
    do throws(SessionFileFault) {
      return try HeldFile.forCommand(file, at: repeatable.workClock.now, keys: keys, otherFolder: UnsavedWork.folder)
    } catch {
      throw Refusal(error)
    }
  }
}
