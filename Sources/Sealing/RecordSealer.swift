import Crypto

/// Seals the records that one run of the program writes into one journal, one by one, with a key that nothing else has: made of the seal's
/// and a random salt. Records are numbered from 1; the number is what no two of them share, and what proves their order.
///
/// It cannot be copied, so that no number is ever used twice.
public struct RecordSealer: ~Copyable {
  public let salt: [UInt8]
  /// Of the record that was sealed last.
  public private(set) var number: UInt64 = 0
  private let key: SymmetricKey

  public init(_ seal: Seal) {
    salt = Random.bytes(RecordOpener.saltCount)
    key = RecordOpener.key(seal, salt)
  }

  /// Nil when the system refuses, which it has no reason to.
  public mutating func sealed(_ record: some Collection<UInt8>) -> [UInt8]? {
    number += 1
    let place = BigEndian.bytes(number)
    guard let nonce = try? ChaChaPoly.Nonce(data: [0, 0, 0, 0] + place),
      let box = try? ChaChaPoly.seal(Array(record), using: key, nonce: nonce, authenticating: place)
    else { return nil }
    return [UInt8](box.ciphertext) + [UInt8](box.tag)
  }
}

/// Opens what a `RecordSealer` of the same seal and salt has sealed.
public struct RecordOpener: Sendable {
  public static let saltCount = 16
  private let key: SymmetricKey

  /// Nil when it is no salt.
  public init?(_ seal: Seal, salt: [UInt8]) {
    guard salt.count == Self.saltCount else { return nil }
    key = Self.key(seal, salt)
  }

  /// Nil unless it was sealed as the record of this number.
  public func opened(_ sealed: [UInt8], number: UInt64) -> [UInt8]? {
    guard sealed.count >= 16 else { return nil }
    let place = BigEndian.bytes(number)
    guard let nonce = try? ChaChaPoly.Nonce(data: [0, 0, 0, 0] + place),
      let box = try? ChaChaPoly.SealedBox(nonce: nonce, ciphertext: sealed.dropLast(16), tag: sealed.suffix(16)),
      let record = try? ChaChaPoly.open(box, using: key, authenticating: place)
    else { return nil }
    return [UInt8](record)
  }

  static func key(_ seal: Seal, _ salt: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: seal.key, salt: salt, info: Array("rapport journal".utf8), outputByteCount: 32)
  }
}
