/// Columns that text takes on a terminal, from a table of our own that agrees with `wcwidth`, which ncurses uses.
///
/// It differs where we choose: scalars that `wcwidth` refuses (controls, unassigned) count one column, because a mark stands in for them.
public enum TextWidth {
  /// Columns of one scalar: 0, 1 or 2.
  public static func columns(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    // The line and block characters, the common Han characters and Hangul: most of what a screen holds.
    if value >= 0x2500, value < 0x25FD { return 1 }
    if value >= 0x4E00, value <= 0x9FFF || (value >= 0xAC00 && value <= 0xD7A3) { return 2 }
    let key = value << 2 | 3
    return changes.withUnsafeBufferPointer { table in
      var low = 0
      var high = table.count
      while low < high {
        let middle = (low + high) / 2
        if table[middle] <= key { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? 1 : Int(table[low - 1] & 3)
    }
  }

  /// Whether the scalar could steer a terminal: C0 and C1 controls, and bidirectional overrides and isolates.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Columns of one character as a surface shows it.
  public static func columns(_ character: Character) -> Int {
    var total = 0
    Glyph.forEach(in: character) { total += $0.width }
    return total
  }

  /// Columns of a text on one row.
  public static func columns(_ text: String) -> Int {
    if let known = text.utf8.withContiguousStorageIfAvailable({ columnsByScalar($0) }) { return known ?? columnsByCharacter(text) }
    return columnsByCharacter(text)
  }

  /// Columns of a text on one row.
  public static func columns(_ text: Substring) -> Int { columns(String(text)) }

  /// Nil when some scalar may join another, so that it must be looked where characters end.
  private static func columnsByScalar(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var total = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard byte &- 0x20 <= 0x5E else { return nil }
        total += 1
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard index + length <= bytes.count else { return nil }
      var value = UInt32(byte) & (0x7F >> UInt32(length))
      for next in 1..<length { value = value << 6 | UInt32(bytes[index + next] & 0x3F) }
      guard let scalar = Unicode.Scalar(value), Glyph.standsAlone(scalar) else { return nil }
      total += columns(scalar)
      index += length
    }
    return total
  }

  /// Looking for where characters end is ten times as slow, and seldom needed.
  private static func columnsByCharacter(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

  /// The text cut to `columns`, the cut shown by `…`; whole when it fits.
  public static func truncated(_ text: String, to columns: Int) -> String {
    if columns <= 0 { return "" }
    return Self.columns(text) <= columns ? text : cut(text, to: columns - 1) + "…"
  }

  /// As much of the text as goes into `columns`, without a sign that something is missing.
  public static func cut(_ text: String, to columns: Int) -> String {
    let whole = Self.columns(text)
    if whole <= columns { return text }
    // As many bytes as columns: all of it is ASCII.
    if whole == text.utf8.count { return String(text.prefix(max(0, columns))) }
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      let width = self.columns(text[index])
      if used + width > columns { break }
      used += width
      end = text.index(after: index)
    }
    return String(text[..<end])
  }

  /// Where a padded text stands in its columns.
  public enum Alignment: Sendable { case left, right, centre }

  /// The text in exactly `columns`: cut with `…` or filled with spaces.
  public static func padded(_ text: String, to columns: Int, _ alignment: Alignment = .left) -> String {
    let cut = truncated(text, to: columns)
    let missing = max(0, columns - Self.columns(cut))
    if missing == 0 { return cut }
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .centre: missing / 2
      }
    var bytes = cut
    return bytes.withUTF8 { cut in
      String(unsafeUninitializedCapacity: cut.count + missing) { target in
        target.update(repeating: 0x20)
        for index in cut.indices { target[before + index] = cut[index] }
        return cut.count + missing
      }
    }
  }

  /// Whether every byte is a printable ASCII character, so that bytes are characters and columns.
  static func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where byte &- 0x20 > 0x5E { return false }
    return true
  }
}
