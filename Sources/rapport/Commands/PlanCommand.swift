import ArgumentParser
import Exchange
import SessionModel
import Words

/// What the plan can be written as.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable { case ics, csv }

/// `rapport plan FILE`
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration("plan", .plan, .planMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.planFormat)) var format: PlanFormat?
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let session = try SessionInput.open(file, try passphrase.keys).session
    let now = repeatable.workClock.now
    let audience: Audience = confidential ? .facilitator : .room
    let bytes: [UInt8]
    switch format ?? PlanFormat(rawValue: FilePath.ending(output.output ?? "").lowercased()) ?? .ics {
    case .ics: bytes = PlanCalendar.bytes(session, for: audience, now: now, words: words)
    case .csv: bytes = PlanTable.bytes(session, for: audience, today: now.date, words: words)
    }
    try FileOutput.write(bytes, to: output.output, force: output.force, isPrivate: confidential)
  }
}

/// `rapport agenda FILE`
struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration("agenda", .agenda, .agendaMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let session = try SessionInput.open(file, try passphrase.keys).session
    let agenda = PlanAgenda(session, for: confidential ? .facilitator : .room, today: repeatable.workClock.now.date, words: words)
    try FileOutput.write(Array(agenda.text().utf8), to: output.output, force: output.force, isPrivate: confidential)
  }
}

/// `rapport remind FILE`
struct RemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration("remind", .remind, .remindMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.ownerOption)) var owner: String
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let session = try SessionInput.open(file, try passphrase.keys).session
    let agenda = PlanAgenda(session, for: confidential ? .facilitator : .room, today: repeatable.workClock.now.date, words: words)
    guard let text = agenda.reminder(owner: owner) else { throw Refusal(words.program(.noSuchOwner(owner, known: agenda.owners)), .data) }
    try FileOutput.write(Array(text.utf8), to: output.output, force: output.force, isPrivate: confidential)
  }
}
