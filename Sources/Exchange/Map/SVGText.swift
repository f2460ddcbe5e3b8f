import Drawing

/// Text as XML may hold it.
enum SVGText {
  /// Markup escaped; control characters and bidirectional overrides, which XML or the eye could trip over, as `·`.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "'": out.append(contentsOf: "&#39;".unicodeScalars)
      default: out.append(TextWidth.isUnsafe(scalar) || scalar.value & 0xFFFE == 0xFFFE ? "·" : scalar)
      }
    }
    return String(out)
  }

  /// What may begin an id: other characters are left out.
  static func id(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-") }
    return kept.isEmpty ? "map" : String(String.UnicodeScalarView(kept))
  }
}
