import ArgumentParser
import SessionStore
import Words

/// `rapport format FILE [-o OUT]`
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration("format", .format, .formatMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @OptionGroup var output: OutputOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let decoded = try SessionInput.open(file, try passphrase.keys)
    guard !decoded.isNewer else { throw Refusal("\(file): \(words.program(.newerVersion))", .data) }
    // Into itself loses nothing: it is the same session.
    try FileOutput.write(
      decoded.file(decoded.session), to: output.output, force: output.force || output.output == file, isPrivate: true)
  }
}
