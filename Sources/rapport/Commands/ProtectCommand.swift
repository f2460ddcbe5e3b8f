import ArgumentParser
import Sealing
import SessionStore
import Words

/// `rapport protect FILE`
struct ProtectCommand: ParsableCommand {
  static let configuration = CommandConfiguration("protect", .protect, .protectMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.newPassphraseFile), completion: .file()) var newPassphraseFile: String?
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let held = try Protection.hold(file, try passphrase.keys)
    defer { held.close() }
    let phrase = try newPassphraseFile.map { path throws(Refusal) in try Passphrases.read(path) } ?? Passphrases.new()
    let (copies, left) = try Protection.change(held, to: phrase)
    try StandardStreams.printLine(words.program(.protected(file, copies: copies)))
    StandardStreams.complain(words.program(.protectReach))
    try Protection.tell(of: left)
  }
}

/// `rapport unprotect FILE`
struct UnprotectCommand: ParsableCommand {
  static let configuration = CommandConfiguration("unprotect", .unprotect, .unprotectMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let held = try Protection.hold(file, try passphrase.keys)
    defer { held.close() }
    let wasProtected = held.seal != nil
    let (copies, left) = try Protection.change(held, to: nil)
    try StandardStreams.printLine(words.program(wasProtected ? .unprotected(file, copies: copies) : .notProtected(file)))
    try Protection.tell(of: left)
  }
}

/// What protecting a session and taking its protection away have in common.
enum Protection {
  static func hold(_ file: String, _ keys: Keyring) throws(Refusal) -> HeldFile {
    do throws(SessionFileFault) {
      return try HeldFile.forCommand(file, at: WorkClock().now, keys: keys, otherFolder: UnsavedWork.folder)
    } catch {
      throw Refusal(error)
    }
  }

  /// A new key, wrapped by the passphrase.
  static func seal(_ passphrase: Passphrase) throws(Refusal) -> Seal {
    do throws(SealError) { return try Seal(passphrase) } catch { throw Refusal(words.sealError(error), Refusal.status(of: error)) }
  }

  /// How many copies were written anew, and the paths of those that could not be.
  static func change(_ held: HeldFile, to passphrase: Passphrase?) throws(Refusal) -> (copies: Int, left: [String]) {
    var new: Seal?
    if let passphrase { new = try seal(passphrase) }
    do throws(SessionFileFault) {
      let left = try held.protect(with: new, at: WorkClock().now)
      return (held.copyCount - left.count, left)
    } catch {
      throw Refusal(error)
    }
  }

  static func tell(of left: [String]) throws {
    guard !left.isEmpty else { return }
    StandardStreams.complain(left.map { "\($0): \(words.program(.copyNotRewritten))" })
    try leave(ExitStatus.inputOutput.rawValue)
  }
}
