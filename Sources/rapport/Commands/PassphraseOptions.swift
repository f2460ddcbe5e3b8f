import ArgumentParser
import Sealing
import Words

/// How protected sessions are opened.
struct PassphraseOptions: ParsableArguments {
  @Option(name: .customLong("passphrase-file"), help: ArgumentHelp(.passphraseFile), completion: .file()) var file: String?

  /// What opens them: the passphrase of the file that was named, or whoever is at the terminal.
  var keys: Keyring { get throws(Refusal) { try Passphrases.keys(file: file) } }
}
