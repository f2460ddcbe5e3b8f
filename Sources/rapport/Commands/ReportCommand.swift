import ArgumentParser
import Exchange
import SessionModel
import SessionStore
import Words

extension ReportFormat: ExpressibleByArgument {}

/// `rapport report FILE`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("report", .report, .reportMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.reportFormat)) var format: ReportFormat?
  @Option(help: ArgumentHelp(.reportTemplate), completion: .file()) var template: String?
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var repeatable: RepeatableOptions

  func run() throws {
    let session = try SessionInput.open(file).session
    let report = SessionReport(
      session, for: confidential ? .facilitator : .room, today: repeatable.workClock.now.date, words: words)
    let text = try Self.render(report, format ?? formatOfOutput ?? .text, template: template)
    try FileOutput.write(Array(text.utf8), to: output.output, force: output.force)
  }

  private var formatOfOutput: ReportFormat? {
    let ending = FilePath.ending(output.output ?? "").lowercased()
    return ReportFormat.allCases.first { $0.fileEnding == ending } ?? (ending == "htm" ? .html : ending == "markdown" ? .markdown : nil)
  }

  static func render(_ report: SessionReport, _ format: ReportFormat, template: String?) throws(Refusal) -> String {
    var bytes: [UInt8]?
    if let template {
      do throws(FileFault) { bytes = try PosixFile().read(template, limit: 4 << 20).bytes } catch { throw Refusal(error) }
    }
    do throws(ReportError) {
      return try report.render(format, template: bytes)
    } catch {
      throw Refusal("\(template ?? format.rawValue):\(error.line):\(error.column): \(error.sentence(words))", .data)
    }
  }
}
