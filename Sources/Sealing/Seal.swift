import Crypto
import CryptoExtras

/// What a file is protected with: a key of its own, and the header in which that key lies wrapped by a passphrase.
///
/// The file is then one of age's (age-encryption.org/v1): `age -d` opens it. What is made of the passphrase, which takes about a second,
/// wraps this one key and nothing else ever; every writing has a key of its own, drawn from this one and a fresh random number.
public struct Seal: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  /// What files are written with: a second of time and 256 MiB for every passphrase that somebody tries. The same as age's.
  public static let workFactor = 18
  /// More is refused: to try one passphrase would take a gibibyte.
  public static let greatestWorkFactor = 19

  let header: AgeHeader
  let key: SymmetricKey

  /// A new key, wrapped by the passphrase.
  public init(_ passphrase: Passphrase, workFactor: Int = Self.workFactor) throws(SealError) {
    guard (1...Self.greatestWorkFactor).contains(workFactor) else {
      throw .tooCostly(workFactor: workFactor, limit: Self.greatestWorkFactor)
    }
    let salt = Random.bytes(16)
    key = SymmetricKey(size: .bits128)
    let wrapping = try Self.wrappingKey(passphrase, salt, workFactor)
    let plain = key.withUnsafeBytes { Array($0) }
    guard let nonce = Self.zeroNonce, let box = try? ChaChaPoly.seal(plain, using: wrapping, nonce: nonce) else { throw .noMemory }
    let wrapped = [UInt8](box.ciphertext) + [UInt8](box.tag)
    let proven = AgeHeader.text(salt: salt, workFactor: workFactor, wrappedKey: wrapped)
    let code = HMAC<SHA256>.authenticationCode(for: proven, using: Self.provingKey(key))
    header = AgeHeader(proven: proven, salt: salt, workFactor: workFactor, wrappedKey: wrapped, code: Array(code))
  }

  /// The key in a header, unwrapped by the passphrase.
  init(_ header: AgeHeader, _ passphrase: Passphrase, greatestWorkFactor: Int) throws(SealError) {
    guard header.workFactor <= greatestWorkFactor else { throw .tooCostly(workFactor: header.workFactor, limit: greatestWorkFactor) }
    let wrapping = try Self.wrappingKey(passphrase, header.salt, header.workFactor)
    guard let nonce = Self.zeroNonce,
      let box = try? ChaChaPoly.SealedBox(nonce: nonce, ciphertext: header.wrappedKey.prefix(16), tag: header.wrappedKey.suffix(16)),
      let plain = try? ChaChaPoly.open(box, using: wrapping)
    else { throw .wrongPassphrase }
    key = SymmetricKey(data: plain)
    let proven = header.bytes.prefix(header.provenCount)
    guard HMAC<SHA256>.isValidAuthenticationCode(header.code, authenticating: proven, using: Self.provingKey(key)) else { throw .changedHeader }
    self.header = header
  }

  /// A file that holds the bytes. The same bytes are another file every time.
  public func sealed(_ bytes: [UInt8]) throws(SealError) -> [UInt8] { header.bytes + (try AgePayload.seal(bytes, key)) }

  /// What a file holds that this seal has written.
  func opened(_ file: SealedFile) throws(SealError) -> [UInt8] { try AgePayload.open(file.payload, key) }

  /// The size of a file that holds so many bytes, at the most.
  public static func greatestFileSize(holding count: Int) -> Int { 512 + AgePayload.nonceCount + AgePayload.sealedCount(of: count) }

  public static func == (one: Seal, other: Seal) -> Bool { one.header.bytes == other.header.bytes && one.key == other.key }

  // Keys must not get into a message or a log by being described.
  public var description: String { "a seal" }
  public var customMirror: Mirror { Mirror(self, children: []) }

  private static func wrappingKey(_ passphrase: Passphrase, _ salt: [UInt8], _ workFactor: Int) throws(SealError) -> SymmetricKey {
    let salt = Array("age-encryption.org/v1/scrypt".utf8) + salt
    do {
      return try passphrase.withBytes {
        try KDF.Scrypt.deriveKey(from: $0, salt: salt, outputByteCount: 32, rounds: 1 << workFactor, blockSize: 8, parallelism: 1)
      }
    } catch {
      throw .noMemory
    }
  }

  private static func provingKey(_ key: SymmetricKey) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: key, salt: [UInt8](), info: Array("header".utf8), outputByteCount: 32)
  }

  /// A wrapping key is made from a random salt and wraps one key, so one number is enough.
  private static var zeroNonce: ChaChaPoly.Nonce? { try? ChaChaPoly.Nonce(data: [UInt8](repeating: 0, count: 12)) }
}
