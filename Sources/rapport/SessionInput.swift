import CSupport
import Sealing
import SessionModel
import SessionStore
import Words

/// A session as it was read.
struct ReadSession {
  var session: Session
  /// What a newer version's file seems to get wrong.
  var problems: [SessionProblem]
  /// Written by a newer version.
  var isNewer: Bool
  /// What it was protected with, and the file as it was; nil when anybody can read it.
  var protected: (seal: Seal, file: [UInt8], content: [UInt8])?

  init(_ session: Session, problems: [SessionProblem] = [], isNewer: Bool = false, protected: (Seal, [UInt8], [UInt8])? = nil) {
    self.session = session
    self.problems = problems
    self.isNewer = isNewer
    self.protected = protected
  }

  /// A session as a file, protected as the one that was read. The session that was read is the same file, so that git sees no change.
  func file(_ session: Session) throws(Refusal) -> [UInt8] {
    let content = SessionFormat.encode(session)
    guard let protected else { return content }
    if content == protected.content { return protected.file }
    return try SessionInput.sealed(content, protected.seal)
  }
}

/// Reads sessions for the commands that show nothing.
enum SessionInput {
  /// From a file, or from standard input when it is `-`.
  static func open(_ path: String, _ keys: Keyring = Passphrases.atTerminal) throws(Refusal) -> ReadSession {
    let name = path == "-" ? "standard input" : path
    let (file, content, seal) = try contents(path, name, keys)
    do throws(SessionFileError) {
      let decoded = try SessionFormat.read(content, file: name)
      return ReadSession(
        decoded.session, problems: decoded.problems, isNewer: decoded.isReadOnly, protected: seal.map { ($0, file, content) })
    } catch {
      throw Refusal(.format(error))
    }
  }

  private static func contents(
    _ path: String, _ name: String, _ keys: Keyring
  ) throws(Refusal) -> (file: [UInt8], content: [UInt8], seal: Seal?) {
    var input: [UInt8]?
    if path == "-" { input = try StandardStreams.readAll(limit: Seal.greatestFileSize(holding: SessionFormat.greatestSize)) }
    do throws(SessionFileFault) {
      var file = input ?? []
      if input == nil { file = try SessionFile().bytes(of: path) }
      let (content, seal) = try SessionFile(keys: keys).contents(in: file, called: name)
      return (file, content, seal)
    } catch {
      throw Refusal(error)
    }
  }

  static func sealed(_ content: [UInt8], _ seal: Seal) throws(Refusal) -> [UInt8] {
    do throws(SealError) { return try seal.sealed(content) } catch { throw Refusal(words.sealError(error), Refusal.status(of: error)) }
  }

  /// Has the passphrase of a protected file asked for now, if it is not known yet; later the file opens without asking anybody.
  static func unlock(_ path: String, _ keys: Keyring) throws(Refusal) {
    do throws(SessionFileFault) { _ = try SessionFile(keys: keys).contents(of: path) } catch { throw Refusal(error) }
  }

  /// Whether opening a file would have to ask for its passphrase.
  static func isLocked(_ path: String, _ keys: Keyring) -> Bool {
    do throws(SessionFileFault) {
      _ = try SessionFile(keys: keys.quiet).contents(of: path)
      return false
    } catch {
      if case .sealed(_, .nobodyToAsk) = error { return true }
      if case .sealed(_, .wrongPassphrase) = error { return true }
      return false
    }
  }

  /// The sample session's bytes, which are in the program.
  static var sample: [UInt8] {
    Array(UnsafeBufferPointer(start: rapport_sample(), count: rapport_sample_size()))
  }

  static func decodeSample() throws(Refusal) -> Session {
    do throws(SessionFileError) { return try SessionFormat.decode(sample, file: "sample") } catch { throw Refusal(.format(error)) }
  }

  /// Whether a file holds the sample and nothing else.
  static func isSample(_ path: String) throws(Refusal) -> Bool {
    do throws(FileFault) { return try PosixFile().read(path).bytes == sample } catch { throw Refusal(error) }
  }
}
