import JSON

/// The stable name of an entity or an item: one to fifteen of `a-z`, `0-9` and `-`.
///
/// Packed big-endian into sixteen bytes, so that equality and order are those of the bytes and cost two comparisons;
/// Swift's own string equality would take two spellings of an é for one.
public struct EntityID: Hashable, Sendable {
  @usableFromInline let high: UInt64
  @usableFromInline let low: UInt64

  @inlinable init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Nil if the text is empty, longer than fifteen bytes, or holds another character.
  public init?(_ text: String) {
    var copy = text
    guard let id = copy.withUTF8({ EntityID(bytes: $0) }) else { return nil }
    self = id
  }

  /// The same from bytes, as the reader has them.
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 1, bytes.count <= 15 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D else { return nil }
      if index < 8 { high |= UInt64(byte) << UInt64(56 - index * 8) } else { low |= UInt64(byte) << UInt64(120 - index * 8) }
    }
    self.init(high: high, low: low)
  }

  /// The same from what the reader has compared already: ASCII that holds no control character.
  init?(_ text: PackedASCII) {
    guard text.count >= 1, EntityID.areAllowed(text.high), EntityID.areAllowed(text.low) else { return nil }
    self.init(high: text.high, low: text.low)
  }

  /// Whether each of eight ASCII bytes is one that ids may have, or zero.
  private static func areAllowed(_ word: UInt64) -> Bool {
    /// The top bit of every byte that is at least so much; none has it set itself, so nothing is carried over.
    func atLeast(_ byte: UInt8) -> UInt64 { word &+ 0x0101_0101_0101_0101 &* UInt64(0x80 - byte) }
    let letters = atLeast(0x61) & ~atLeast(0x7B)
    let digits = atLeast(0x30) & ~atLeast(0x3A)
    let dashes = atLeast(0x2D) & ~atLeast(0x2E)
    return (letters | digits | dashes | ~atLeast(0x01)) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
  }

  /// The text; always valid by construction.
  public var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of the text.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
      let count = low != 0 ? 16 - low.trailingZeroBitCount / 8 : 8 - high.trailingZeroBitCount / 8
      return UnsafeRawBufferPointer(rebasing: bytes[..<count]).withMemoryRebound(to: UInt8.self, body)
    }
  }

  /// Its bytes as two numbers, for hashing.
  public var words: (UInt64, UInt64) { (high, low) }

  /// The session profile's own id; there is one in every session.
  public static let session = EntityID("session") ?? EntityID(high: 0, low: 0)

  /// Before every id that there can be.
  public static let first = EntityID(high: 0, low: 0)

  /// A new id: the kind's prefix and ten random base-32 digits (50 bits), so that two people's additions do not meet.
  public static func random(prefix: Character, using generator: inout some RandomNumberGenerator) -> EntityID {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var text = String(prefix) + "-"
    for _ in 0..<10 { text.append(digits[Int(generator.next() & 31)]) }
    return EntityID(text) ?? .session
  }
}

extension EntityID: Comparable {
  @inlinable public static func < (a: EntityID, b: EntityID) -> Bool { a.high != b.high ? a.high < b.high : a.low < b.low }
}

extension EntityID: CustomStringConvertible {
  public var description: String { text }
}
