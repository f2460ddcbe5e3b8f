import Crypto

/// The content of a protected file: a random number that makes the key of this writing, then pieces of 64 KiB, each sealed with its number
/// and the last one marked, so that none can be taken out, put elsewhere or cut off (age-encryption.org/v1, “Payload”).
enum AgePayload {
  static let nonceCount = 16
  private static let pieceCount = 64 << 10
  private static let tagCount = 16

  static func seal(_ content: [UInt8], _ file: SymmetricKey) throws(SealError) -> [UInt8] {
    let nonce = Random.bytes(nonceCount)
    let key = key(file, nonce)
    var result = nonce
    result.reserveCapacity(nonceCount + sealedCount(of: content.count))
    var number: UInt64 = 0
    var start = 0
    repeat {
      let end = min(start + pieceCount, content.count)
      let isLast = end == content.count
      do {
        let box = try ChaChaPoly.seal(content[start..<end], using: key, nonce: try nonceOf(number, isLast))
        result += box.ciphertext
        result += box.tag
      } catch {
        throw .noMemory
      }
      number += 1
      start = end
    } while start < content.count
    return result
  }

  static func open(_ sealed: ArraySlice<UInt8>, _ file: SymmetricKey) throws(SealError) -> [UInt8] {
    guard sealed.count >= nonceCount + tagCount else { throw .cutOff }
    let key = key(file, Array(sealed.prefix(nonceCount)))
    var content: [UInt8] = []
    content.reserveCapacity(sealed.count)
    var rest = sealed.dropFirst(nonceCount)
    var number: UInt64 = 0
    while true {
      let piece = rest.prefix(pieceCount + tagCount)
      rest = rest.dropFirst(piece.count)
      guard piece.count >= tagCount else { throw .cutOff }
      guard let part = try? opened(piece, key, number, isLast: rest.isEmpty) else {
        // One that ends after a whole piece is whole itself but for its end.
        throw rest.isEmpty && (try? opened(piece, key, number, isLast: false)) != nil ? .cutOff : .damaged
      }
      // An empty piece would be a second spelling of the same content.
      guard !part.isEmpty || number == 0 else { throw .damaged }
      content += part
      if rest.isEmpty { return content }
      number += 1
    }
  }

  /// Of the pieces of so many bytes.
  static func sealedCount(of count: Int) -> Int { count + max(1, (count + pieceCount - 1) / pieceCount) * tagCount }

  private static func opened(_ piece: ArraySlice<UInt8>, _ key: SymmetricKey, _ number: UInt64, isLast: Bool) throws -> [UInt8] {
    let box = try ChaChaPoly.SealedBox(nonce: nonceOf(number, isLast), ciphertext: piece.dropLast(tagCount), tag: piece.suffix(tagCount))
    return [UInt8](try ChaChaPoly.open(box, using: key))
  }

  private static func key(_ file: SymmetricKey, _ nonce: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: file, salt: nonce, info: Array("payload".utf8), outputByteCount: 32)
  }

  /// The number of the piece in eleven bytes, then whether it is the last.
  private static func nonceOf(_ number: UInt64, _ isLast: Bool) throws -> ChaChaPoly.Nonce {
    try ChaChaPoly.Nonce(data: [0, 0, 0] + BigEndian.bytes(number) + [isLast ? 1 : 0])
  }
}

enum BigEndian {
  static func bytes(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}

enum Random {
  /// From the system, for keys.
  static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
