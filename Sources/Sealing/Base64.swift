/// Base 64 as age has it: the standard alphabet, and of all spellings of the same bytes only the one.
public enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// Without padding.
  public static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var held: UInt32 = 0
    var count = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(digits[Int(held >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(digits[Int(held << UInt32(6 - count) & 63)]) }
    return text
  }

  /// Nil unless it is what `encode` writes.
  public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3 + 2)
    var held: UInt32 = 0
    var count = 0
    for digit in text {
      let value = values[Int(digit)]
      guard value != 0xFF else { return nil }
      held = held << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(count)))
    }
    // Bits that are left over are zero in the one spelling.
    guard held & (1 << UInt32(count) - 1) == 0 else { return nil }
    return bytes
  }
}
