/// A text made ready to be searched: UTF-8 without case and Latin diacritics.
public struct FoldedText: Hashable, Sendable {
  public let bytes: [UInt8]

  public init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    FoldTable.append(text, to: &bytes)
    self.bytes = bytes
  }

  /// The folded bytes, and for each of them the character of the text that it came from.
  static func withOrigins(_ text: String) -> (bytes: [UInt8], origins: [Int]) {
    var bytes: [UInt8] = []
    var origins: [Int] = []
    for (index, character) in text.enumerated() {
      for scalar in character.unicodeScalars { FoldTable.append(scalar, to: &bytes) }
      while origins.count < bytes.count { origins.append(index) }
    }
    return (bytes, origins)
  }

  /// Whether a word starts at a byte: the first, or one behind an ASCII character that is no letter and no digit.
  static func isWordStart(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if index == 0 { return true }
    let before = bytes[index - 1]
    return before < 0x80 && !(before >= 0x61 && before <= 0x7A) && !(before >= 0x30 && before <= 0x39)
  }
}
