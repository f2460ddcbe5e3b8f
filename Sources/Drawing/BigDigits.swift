/// Figures that the whole room can read: digits three or five rows high, for a timer.
public enum BigDigits {
  /// The rows of a text of digits, `:`, `-`, `.`, `%` and spaces; other characters are left out. `rows` is 3 or 5, anything else the
  /// nearer of them. All rows have the same width.
  public static func lines(_ text: String, rows: Int = 5) -> [String] {
    let font = rows < 5 ? small : large
    let height = rows < 5 ? 3 : 5
    var result = Array(repeating: "", count: height)
    for character in text {
      guard let glyph = font[character] else { continue }
      for row in 0..<height {
        if !result[row].isEmpty { result[row] += " " }
        result[row] += glyph[row]
      }
    }
    return result
  }

  /// Columns that `lines` takes.
  public static func width(_ text: String, rows: Int = 5) -> Int { TextWidth.columns(lines(text, rows: rows)[0]) }

  private static let small: [Character: [String]] = [
    "0": ["█▀█", "█ █", "▀▀▀"], "1": ["▀█ ", " █ ", "▀▀▀"], "2": ["▀▀█", "█▀▀", "▀▀▀"], "3": ["▀▀█", " ▀█", "▀▀▀"],
    "4": ["█ █", "▀▀█", "  ▀"], "5": ["█▀▀", "▀▀█", "▀▀▀"], "6": ["█▀▀", "█▀█", "▀▀▀"], "7": ["▀▀█", "  █", "  ▀"],
    "8": ["█▀█", "█▀█", "▀▀▀"], "9": ["█▀█", "▀▀█", "▀▀▀"], ":": ["▄", " ", "▀"], "-": ["  ", "▀▀", "  "], ".": [" ", " ", "▀"],
    "%": ["▀ █", " ▄▀", "▀ ▀"], " ": [" ", " ", " "],
  ]

  private static let large: [Character: [String]] = [
    "0": ["█████", "█   █", "█   █", "█   █", "█████"], "1": ["  ██ ", "   █ ", "   █ ", "   █ ", "  ███"],
    "2": ["█████", "    █", "█████", "█    ", "█████"], "3": ["█████", "    █", " ████", "    █", "█████"],
    "4": ["█   █", "█   █", "█████", "    █", "    █"], "5": ["█████", "█    ", "█████", "    █", "█████"],
    "6": ["█████", "█    ", "█████", "█   █", "█████"], "7": ["█████", "    █", "   █ ", "  █  ", "  █  "],
    "8": ["█████", "█   █", "█████", "█   █", "█████"], "9": ["█████", "█   █", "█████", "    █", "█████"],
    ":": ["  ", "█ ", "  ", "█ ", "  "], "-": ["    ", "    ", "████", "    ", "    "], ".": ["  ", "  ", "  ", "  ", "█ "],
    "%": ["█   █", "   █ ", "  █  ", " █   ", "█   █"], " ": ["  ", "  ", "  ", "  ", "  "],
  ]
}
