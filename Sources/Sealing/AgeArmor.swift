/// The form of a protected file that is text: what `age --armor` writes.
enum AgeArmor {
  private static let first = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  private static let last = Array("-----END AGE ENCRYPTED FILE-----".utf8)
  /// Digits in every line but the last.
  private static let width = 64

  /// Blanks and empty lines may go before it.
  static func begins(_ bytes: [UInt8]) -> Bool { bytes.prefix(1024).drop(while: isBlank).starts(with: first) }

  /// The bytes that a text holds.
  static func decode(_ text: [UInt8]) throws(SealError) -> [UInt8] {
    var lines = text.drop(while: isBlank).split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    while let line = lines.last, line.allSatisfy(isBlank) { lines.removeLast() }
    guard lines.count >= 2, lines.first?.elementsEqual(first) == true else { throw .badHeader }
    guard lines.last?.elementsEqual(last) == true else { throw .cutOff }
    lines = Array(lines.dropFirst().dropLast())
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      guard isLast ? (1...width).contains(line.count) && line.count % 4 == 0 : line.count == width else { throw .damaged }
      let padding = isLast ? line.reversed().prefix { $0 == 0x3D }.count : 0
      guard padding <= 2, let part = Base64.decode(line.dropLast(padding)) else { throw .damaged }
      bytes += part
    }
    return bytes
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
