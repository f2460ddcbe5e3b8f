import ArgumentParser
import Exchange
import SessionModel
import Words

/// `rapport diff OLD NEW`
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration("diff", .diff, .diffMore)

  @Argument(help: ArgumentHelp(.oldFile), completion: .file(extensions: ["json"])) var old: String
  @Argument(help: ArgumentHelp(.newVersionFile), completion: .file(extensions: ["json"])) var new: String
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let keys = try passphrase.keys
    try Self.printLines(SessionComparison(try SessionInput.open(old, keys).session, try SessionInput.open(new, keys).session))
  }

  /// What differs, in words.
  static func printLines(_ comparison: SessionComparison) throws(Refusal) {
    var text = ""
    for line in ComparisonText.lines(comparison, words: words) {
      if line.tone == .heading, !text.isEmpty { text += "\n" }
      text += StandardStreams.harmless(line.plainText) + "\n"
    }
    try StandardStreams.print(text)
  }
}
