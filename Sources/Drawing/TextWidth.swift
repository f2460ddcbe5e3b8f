/// Columns that text takes on a terminal, from a table of our own that agrees with `wcwidth`, which ncurses uses.
public enum TextWidth {
  /// Columns of one scalar: 0, 1 or 2.
  public static func columns(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x300 ? 1 : (scalar.properties.generalCategory == .nonspacingMark ? 0 : 1)
  }

  /// Whether the scalar could steer a terminal: C0 and C1 controls, and bidirectional overrides and isolates.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Columns of one character as a surface shows it.
  public static func columns(_ character: Character) -> Int { Glyph(character).width }

  /// Columns of a text on one row.
  public static func columns(_ text: String) -> Int {
    var total = 0
    for character in text { total += columns(character) }
    return total
  }
}
