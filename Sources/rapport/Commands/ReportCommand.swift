import ArgumentParser
import Exchange
import SessionModel
import SessionStore
import Words

/// `rapport report FILE`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("report", .report, .reportMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.reportFormat)) var format: ReportFormat?
  @Option(help: ArgumentHelp(.reportTemplate), completion: .file()) var template: String?
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let session = try SessionInput.open(file, try passphrase.keys).session
    let report = SessionReport(
      session, for: confidential ? .facilitator : .room, today: repeatable.workClock.now.date, words: words)
    let text = try Self.render(report, format ?? ReportFormat.ofFile(output.output) ?? .text, template: template)
    try FileOutput.write(Array(text.utf8), to: output.output, force: output.force, isPrivate: confidential)
  }

  static func render(_ report: SessionReport, _ format: ReportFormat, template: String?) throws(Refusal) -> String {
    try TemplateFile.fill(template, else: format.rawValue) { bytes throws(ReportError) in try report.render(format, template: bytes) }
  }
}
