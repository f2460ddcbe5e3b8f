import Glibc
import Sealing
import SessionStore
import Words

/// Where passphrases come from: the person at the terminal, or a file.
enum Passphrases {
  /// What opens protected sessions: the passphrase of the file, or whoever is at the terminal.
  static func keys(file: String?) throws(Refusal) -> Keyring {
    if let file { return Keyring([try read(file)]) }
    return atTerminal
  }

  /// What whoever is at the terminal opens when asked.
  static var atTerminal: Keyring {
    Keyring { name, attempt throws(SealError) in
      let prompt = words.program(.askPassphrase(file: name, again: attempt > 1))
      // Longer than a passphrase can be is a wrong one.
      guard let passphrase = Passphrase(try ask(prompt)) else { throw .wrongPassphrase }
      return passphrase
    }
  }

  /// A new one, typed twice alike.
  static func new() throws(Refusal) -> Passphrase {
    do throws(SealError) {
      StandardStreams.complain(words.program(.forgottenPassphrase))
      for _ in 1...Keyring.attempts {
        let first = try ask(words.program(.askNewPassphrase))
        if try ask(words.program(.askSamePassphrase)) == first, let passphrase = Passphrase(first) { return passphrase }
        StandardStreams.complain(words.program(.passphrasesDiffer))
      }
      throw .notGiven
    } catch {
      throw Refusal(words.sealError(error), Refusal.status(of: error))
    }
  }

  private static func ask(_ prompt: String) throws(SealError) -> [UInt8] {
    do throws(HiddenPrompt.Failure) {
      return try HiddenPrompt.ask(StandardStreams.harmless(prompt))
    } catch {
      throw error == .noTerminal ? .nobodyToAsk : .notGiven
    }
  }

  /// The first line of a file, which may also be a pipe that another program writes.
  static func read(_ path: String) throws(Refusal) -> Passphrase {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw Refusal(FileFault(.open, .system(errno: errno), path)) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 2 * Passphrase.greatestLength)
    while bytes.count < buffer.count, !bytes.contains(0x0A) {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Refusal(FileFault(.read, .system(errno: errno), path)) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard let passphrase = Passphrase(firstLineOf: bytes) else { throw Refusal("\(path): \(words.program(.passphraseFileEmpty))", .data) }
    return passphrase
  }
}
