/// Plain ASCII for what a terminal without UTF-8 cannot show.
public enum ASCIIFallback {
  /// One ASCII character that says nearly the same; `?` when there is none.
  public static func character(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if let found = marks[scalar] { return found }
    switch scalar.value {
    case 0x2500...0x257F: return line(scalar.value)
    case 0x2800: return " "
    case 0x2801...0x28FF:
      // Denser as more of the eight dots are set.
      return ["." as Unicode.Scalar, ".", ":", ":", "o", "o", "#", "#"][(scalar.value & 0xFF).nonzeroBitCount - 1]
    case 0xC0...0x17F: return letter(scalar)
    default: return "?"
    }
  }

  /// A text in plain ASCII, a wide character as `?` and a blank, so that columns stay where they were.
  public static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for character in text {
      Glyph.forEach(in: character) { glyph in
        if glyph.width > 0 { result.append(Self.character(for: glyph.base)) }
        if glyph.width == 2 { result.append(" ") }
      }
    }
    return String(result)
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "…": "~", "·": ".", "•": "*", "●": "*", "○": "o", "◦": "o", "◆": "*", "◇": "o", "■": "#", "□": "o", "★": "*", "☆": "o", "×": "x",
    "✓": "v", "✔": "v", "✗": "x", "✘": "x", "›": ">", "‹": "<", "»": ">", "«": "<", "⇄": "=", "↔": "=", "↕": "|", "→": ">", "←": "<",
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "↑": "^", "↓": "v", "⇒": ">", "⇐": "<", "↩": "<", "↵": "<", "▸": ">", "▹": ">", "▾": "v", "▿": "v", "◂": "<", "▴": "^", "▶": ">",
    "◀": "<", "▲": "^", "▼": "v", "░": ".", "▒": ":", "▓": "#", "█": "#", "▀": "\"", "▄": "_", "▌": "#", "▐": "#", "▁": "_", "▂": "_",
    "▃": "-", "▅": "-", "▆": "=", "▇": "=", "▏": "|", "▎": "|", "▍": "|", "▋": "#", "▊": "#", "▉": "#", "▕": "|", "▔": "-",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "‚": ",", "≤": "<", "≥": ">",
    "≈": "~", "≠": "!", "±": "+", "÷": "%", "▽": "v", "°": "o", "€": "E", "£": "L", "§": "S", "\u{A0}": " ", "¿": "?", "¡": "!", "½": "2", "²": "2", "³": "3",
    "⚠": "!", "⚓": "@", "⌂": "@", "⏎": "<", "␣": "_",
  ]

  private static func line(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x2550: return "="
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E: return "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F:
      return "|"
    case 0x2571: return "/"
    case 0x2572: return "\\"
    case 0x2573: return "X"
    default: return "+"
    }
  }

  /// A Latin letter without its accent.
  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let index = Int(scalar.value) - 0xC0
    return index >= 0 && index < letters.count ? letters[index] : "?"
  }

  /// From U+00C0 to U+017F.
  private static let letters = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs")
      .unicodeScalars)
}
