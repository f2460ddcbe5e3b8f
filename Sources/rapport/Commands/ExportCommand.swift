import ArgumentParser
import Exchange
import SessionModel
import SessionStore
import Words

/// What a session can be written as for other programs.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  /// Tables in a folder.
  case csv
  /// A session file.
  case json
  /// The network.
  case dot, graphml
}

/// `rapport export FILE`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", .export, .exportMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.exportFormat)) var format = ExportFormat.csv
  @Option(name: .shortAndLong, help: ArgumentHelp(.exportOutput), completion: .file()) var output: String?
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @Flag(help: ArgumentHelp(.pseudonyms)) var pseudonyms = false
  @Option(help: ArgumentHelp(.pseudonymKey), completion: .file(extensions: ["csv"])) var key: String?
  @Flag(help: ArgumentHelp(.handover)) var handover = false
  @Flag(help: ArgumentHelp(.force)) var force = false
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    guard !(handover && (pseudonyms || confidential)) else { throw Refusal(.handoverAlone, .usage) }
    let whole = try SessionInput.open(file, try passphrase.keys).session
    if handover { return try write(handover: whole) }
    var session = confidential ? whole : whole.redacted(for: .room)
    if pseudonyms { session = try underOtherNames(session, of: whole) }
    switch format {
    case .csv: try write(CSVExport.files(session, confidential: confidential), to: output ?? place("tables", "-tables"))
    case .json: try write(SessionFormat.encode(session), "json")
    case .dot: try write(Array(ChainGraph(session).dot.utf8), "dot")
    case .graphml: try write(Array(ChainGraph(session).graphML.utf8), "graphml")
    }
  }

  /// Beside the session and named after it; a name in the current folder when the session came from standard input.
  private func place(_ fallback: String, _ suffix: String) -> String {
    file == "-" ? fallback : FilePath.folder(file) + "/" + FilePath.stem(file) + suffix
  }

  private func write(_ bytes: [UInt8], _ ending: String) throws {
    let path = output ?? (file == "-" ? "-" : place("", "-export." + ending))
    try FileOutput.write(bytes, to: path, force: force, isPrivate: confidential || format == .json)
    if path != "-" { try StandardStreams.printLine(words.program(.written(path))) }
  }

  private func write(_ files: [CSVFile], to folder: String) throws {
    if !force, files.contains(where: { FileOutput.isThere("\(folder)/\($0.name)") }) {
      throw Refusal("\(folder): \(words.program(.folderExists))", .cannotCreate)
    }
    try FileOutput.makeFolder(folder)
    for file in files { try FileOutput.write(inFolder: folder, file.name, file.bytes, isPrivate: confidential) }
    try StandardStreams.printLine(words.program(.written(folder)))
  }

  private func write(handover session: Session) throws {
    let own = CSVFile(
      name: (file == "-" ? "session" : FilePath.stem(file)) + ".json", bytes: SessionFormat.encode(session.redacted(for: .room)))
    let files: [CSVFile]
    do throws(ReportError) {
      files = try HandoverFiles.files(session, today: repeatable.workClock.now.date, words: words)
    } catch {
      throw Refusal(error.sentence(words), .data)
    }
    try write([own] + files, to: output ?? place("handover", "-handover"))
  }

  /// The session under other names, with the key that tells them written apart for the facilitator alone.
  private func underOtherNames(_ visible: Session, of whole: Session) throws -> Session {
    let path = key ?? place("pseudonyms-key.csv", "-pseudonyms-key.csv")
    var before: [UInt8]?
    if FileOutput.isThere(path) {
      do throws(FileFault) { before = try PosixFile().read(path, limit: SessionFormat.greatestSize).bytes } catch { throw Refusal(error) }
    }
    // From the whole session, so that texts do not mention those whose names are left out.
    let names: Pseudonyms
    do throws(PseudonymError) { names = try Pseudonyms(whole, key: before, words: words) } catch {
      throw Refusal("\(path):\(error.line): \(words.program(.badKey))", .data)
    }
    if names.keyFile != before {
      try FileOutput.write(names.keyFile, to: path, force: true, isPrivate: true)
      StandardStreams.complain(words.program(.keyWritten(path)))
    }
    return names.applied(to: visible)
  }
}
