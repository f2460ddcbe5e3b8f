import ArgumentParser
import Words

/// `rapport [FILE]`, `rapport open [FILE]`
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration("open", .open, .openMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String?
  @Option(help: ArgumentHelp(.theme)) var theme: String?
  @Flag(help: ArgumentHelp(.readOnly)) var readOnly = false
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    var opening = Opening(keys: try passphrase.keys)
    opening.theme = theme
    opening.isReadOnly = readOnly
    opening.clock = repeatable.workClock
    opening.seed = repeatable.seed
    try leave(opening.open(file))
  }
}

/// Ends the program with a status that is not one of success.
func leave(_ status: Int32) throws { if status != 0 { throw ExitCode(status) } }
