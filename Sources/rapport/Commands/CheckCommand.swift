import ArgumentParser
import Sealing
import SessionModel
import SessionStore
import Words

/// `rapport check FILE…`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration("check", .check, .checkMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var files: [String]
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    var status = ExitStatus.done
    let keys = try passphrase.keys
    for file in files {
      do throws(Refusal) {
        if try !isClean(file, keys), status == .done { status = .data }
      } catch {
        StandardStreams.complain(error.lines)
        if status == .done || status == .data { status = error.status }
      }
    }
    try leave(status.rawValue)
  }

  /// Prints what does not look right; notes alone leave a file clean.
  private func isClean(_ file: String, _ keys: Keyring) throws(Refusal) -> Bool {
    let decoded = try SessionInput.open(file, keys)
    for problem in decoded.problems { StandardStreams.complain(words.line(problem, file: file)) }
    let findings = decoded.session.findings()
    for finding in findings { try StandardStreams.printLine(line(finding, decoded.session, file)) }
    if findings.isEmpty, decoded.problems.isEmpty { try StandardStreams.printLine(words.program(.clean(file))) }
    return decoded.problems.isEmpty && findings.allSatisfy { $0.severity == .note }
  }

  private func line(_ finding: Finding, _ session: Session, _ file: String) -> String {
    let label = finding.field.flatMap { finding.about.kind.description.field($0) }.map { words.label($0) } ?? ""
    let sentence = words.finding(finding, name: session.name(of: finding.about), label: label)
    let place = finding.about.kind == .session ? "session" : finding.about.id.text
    return "\(file): \(words.severity(finding.severity.rawValue)): \(place): \(sentence)"
  }
}
