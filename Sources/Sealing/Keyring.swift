import Synchronization

/// What opens protected files: the seals and passphrases that have been given, and whom to ask for another one.
///
/// Copies share what they know. It lives as long as the program and is written nowhere.
public struct Keyring: Sendable {
  /// Asks for the passphrase of a file of this name, for the first time or, from 2 on, again because the last one was wrong.
  public typealias Ask = @Sendable (_ name: String, _ attempt: Int) throws(SealError) -> Passphrase

  /// So often somebody is asked.
  public static let attempts = 3

  private struct Known {
    var seals: [[UInt8]: Seal] = [:]
    var passphrases: [Passphrase] = []
    /// Headers that none of the first so many passphrases opens, so that they are not worked out again.
    var refused: [[UInt8]: Int] = [:]
  }

  private final class Ring: Sendable {
    let known = Mutex(Known())
  }

  private let ring: Ring
  private let ask: Ask?
  private let greatestWorkFactor: Int

  /// - Parameters:
  ///   - passphrases: to try before anybody is asked.
  ///   - ask: nil when nobody can be.
  public init(_ passphrases: [Passphrase] = [], greatestWorkFactor: Int = Seal.greatestWorkFactor, ask: Ask? = nil) {
    ring = Ring()
    self.ask = ask
    self.greatestWorkFactor = greatestWorkFactor
    ring.known.withLock { $0.passphrases = passphrases }
  }

  private init(_ ring: Ring, _ greatestWorkFactor: Int) {
    self.ring = ring
    self.greatestWorkFactor = greatestWorkFactor
    ask = nil
  }

  /// The same, but nobody is asked.
  public var quiet: Keyring { Keyring(ring, greatestWorkFactor) }

  /// Remembers a seal that was made or opened.
  public func add(_ seal: Seal) { ring.known.withLock { $0.seals[seal.header.bytes] = seal } }

  /// The seal of a protected file: one that is known, or that a known passphrase opens, or one that is asked for.
  ///
  /// - Parameter name: what the file is called when somebody is asked.
  public func seal(of file: SealedFile, called name: String) throws(SealError) -> Seal {
    let header = file.header.bytes
    let (seal, passphrases, tried) = ring.known.withLock { ($0.seals[header], $0.passphrases, $0.refused[header] ?? 0) }
    if let seal { return seal }
    for passphrase in passphrases.dropFirst(tried) {
      if let seal = try attempt(passphrase, file) { return seal }
    }
    ring.known.withLock { $0.refused[header] = passphrases.count }
    guard let ask else { throw passphrases.isEmpty ? .nobodyToAsk : .wrongPassphrase }
    for number in 1...Self.attempts {
      let passphrase = try ask(name, number)
      guard let seal = try attempt(passphrase, file) else { continue }
      ring.known.withLock { known in
        if !known.passphrases.contains(passphrase) { known.passphrases.append(passphrase) }
      }
      return seal
    }
    throw .wrongPassphrase
  }

  /// What a protected file holds, and its seal.
  public func open(_ bytes: [UInt8], called name: String) throws(SealError) -> (content: [UInt8], seal: Seal) {
    let file = try SealedFile(bytes)
    let seal = try seal(of: file, called: name)
    return (try file.content(seal), seal)
  }

  /// Nil when it is another passphrase.
  private func attempt(_ passphrase: Passphrase, _ file: SealedFile) throws(SealError) -> Seal? {
    do throws(SealError) {
      let seal = try file.seal(passphrase, greatestWorkFactor: greatestWorkFactor)
      add(seal)
      return seal
    } catch {
      if error == .wrongPassphrase { return nil }
      throw error
    }
  }
}
