import ArgumentParser
import Exchange
import SessionModel
import SessionStore
import Words

/// `rapport minutes FILE`
struct MinutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration("minutes", .minutes, .minutesMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.workshopOption)) var workshop: String?
  @Option(help: ArgumentHelp(.reportFormat)) var format: ReportFormat?
  @Option(help: ArgumentHelp(.reportTemplate), completion: .file()) var template: String?
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let session = try SessionInput.open(file, try passphrase.keys).session
    let format = format ?? ReportFormat.ofFile(output.output) ?? .text
    let text = try Self.minutes(
      session, workshop, format, template: template, confidential: confidential, at: repeatable.workClock.now)
    try FileOutput.write(Array(text.utf8), to: output.output, force: output.force, isPrivate: confidential)
  }

  static func minutes(
    _ session: Session, _ workshop: String?, _ format: ReportFormat, template: String?, confidential: Bool, at now: Instant
  ) throws(Refusal) -> String {
    let id = try WorkshopChoice.find(workshop, in: session)
    guard let minutes = Minutes(session, workshop: id, for: confidential ? .facilitator : .room, at: now, words: words) else {
      throw Refusal(words.program(.noWorkshop), .data)
    }
    return try TemplateFile.fill(template, else: format.rawValue) { bytes throws(ReportError) in try minutes.render(format, template: bytes) }
  }
}

/// `rapport handout FILE`
struct HandoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration("handout", .handout, .handoutMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.handoutKind)) var kind: HandoutKind
  @Option(help: ArgumentHelp(.workshopOption)) var workshop: String?
  @Option(help: ArgumentHelp(.handoutFormat)) var format: ReportFormat?
  @Option(help: ArgumentHelp(.reportTemplate), completion: .file()) var template: String?
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    guard !kind.isConfidential || confidential else { throw Refusal(words.program(.needsConfidential(kind.rawValue)), .usage) }
    let format = format ?? ReportFormat.ofFile(output.output) ?? .html
    guard format == .html || (format == .text && kind.isText) else { throw Refusal(words.program(.onlyHTML(kind.rawValue)), .usage) }
    let session = try SessionInput.open(file, try passphrase.keys).session
    let text = try Self.handout(kind, session, workshop, format, template: template, at: repeatable.workClock.now)
    try FileOutput.write(Array(text.utf8), to: output.output, force: output.force, isPrivate: kind.isConfidential)
  }

  static func handout(
    _ kind: HandoutKind, _ session: Session, _ workshop: String?, _ format: ReportFormat, template: String?, at now: Instant
  ) throws(Refusal) -> String {
    let handout = Handout(kind, session, workshop: try WorkshopChoice.find(workshop, in: session), at: now, words: words)
    return try TemplateFile.fill(template, else: kind.rawValue) { bytes throws(ReportError) in try handout.render(format, template: bytes) }
  }
}

extension HandoutKind: ExpressibleByArgument {}

/// A workshop as somebody names it on the command line.
enum WorkshopChoice {
  /// By id, date, or the name or its beginning; nil when none was named.
  static func find(_ typed: String?, in session: Session) throws(Refusal) -> EntityID? {
    guard let typed else { return nil }
    let wanted = typed.plainLowercased.trimmed
    let all = session.workshops.sorted
    let tests: [(Workshop) -> Bool] = [
      { $0.id.text == wanted }, { $0.on?.description == wanted }, { $0.name.plainLowercased == wanted },
      { $0.name.plainLowercased.hasPrefix(wanted) },
      { $0.on?.description.hasPrefix(wanted) ?? false },
    ]
    for test in tests {
      let found = all.filter(test)
      if found.count == 1 { return found[0].id }
    }
    if all.isEmpty { throw Refusal(words.program(.noWorkshop), .data) }
    throw Refusal(words.program(.noSuchWorkshop(typed, known: all.map { "\($0.on?.description ?? $0.id.text) \($0.name)" })), .data)
  }
}
