/// Texts for a telephone: as few as hold everything, each sent as one.
///
/// One message holds 160 characters of the alphabet that every telephone has (GSM 03.38), and only 70 when a single letter is not in it. So what has a plain form
/// there is written in it: a curly quotation mark straight, an accent that it lacks left off. Other scripts keep their letters and have 70.
enum ShortMessages {
  static let longest = 160
  static let longestInOtherScripts = 70

  /// One message after another, each beginning with the name, numbered where there are several. A task that does not fit in one message is cut.
  static func texts(to owner: String, tasks: [String]) -> [String] {
    let tasks = tasks.map { plain($0) }
    let limit = (tasks + [plain(owner)]).map { length(of: $0).of }.min() ?? longest
    let owner = cut(plain(owner)) { length(of: $0).used <= limit / 3 }
    // Room for the numbers of a hundred messages.
    let head = owner + " 99/99: "
    var parts: [String] = []
    for text in tasks {
      if let last = parts.last, fits(head + last + "; " + text) {
        parts[parts.count - 1] = last + "; " + text
      } else {
        parts.append(cut(text) { fits(head + $0) })
      }
    }
    return parts.enumerated().map { index, part in owner + (parts.count > 1 ? " \(index + 1)/\(parts.count)" : "") + ": " + part }
  }

  /// What a text takes of what one message holds.
  static func length(of text: String) -> (used: Int, of: Int) {
    var septets = 0
    for scalar in text.unicodeScalars {
      if GSMAlphabet.basic.contains(scalar) {
        septets += 1
      } else if GSMAlphabet.extended.contains(scalar) {
        septets += 2
      } else {
        return (text.utf16.count, longestInOtherScripts)
      }
    }
    return (septets, longest)
  }

  private static func fits(_ text: String) -> Bool {
    let (used, limit) = length(of: text)
    return used <= limit
  }

  private static func plain(_ text: String) -> String { GSMAlphabet.plain(ReportEscaping.plain(text)) }

  /// As much of a text, at a whole character, as is short enough.
  private static func cut(_ text: String, _ isShort: (String) -> Bool) -> String {
    if isShort(text) { return text }
    var result = String(text.prefix(longest))
    while !result.isEmpty, !isShort(result + "...") { result.removeLast() }
    return result + "..."
  }
}

/// The alphabet of short messages, GSM 03.38.
enum GSMAlphabet {
  static let basic: Set<Unicode.Scalar> = Set(
    ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
  /// Each takes the room of two.
  static let extended: Set<Unicode.Scalar> = Set("^{}\\[~]|€".unicodeScalars)

  private static let substitutes: [Character: String] = {
    var table: [Character: String] = [
      "’": "'", "‘": "'", "‚": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "–": "-", "—": "-", "‑": "-", "…": "...", "·": "-", "•": "-",
      "×": "x", "→": "->", "\u{A0}": " ", "\u{202F}": " ", "º": "o", "ª": "a", "ç": "c", "œ": "oe", "Œ": "OE",
    ]
    for (plain, accented) in [
      ("a", "áâãāă"), ("e", "êëēę"), ("i", "íîïī"), ("o", "óôõō"), ("u", "úûū"), ("y", "ýÿ"), ("A", "ÁÀÂÃ"), ("E", "ÈÊË"), ("I", "ÍÌÎÏ"), ("O", "ÓÒÔÕ"),
      ("U", "ÚÙÛ"), ("Y", "Ý"), ("c", "ćč"), ("n", "ń"), ("s", "śš"), ("z", "źżž"),
    ] {
      for character in accented { table[character] = plain }
    }
    return table
  }()

  /// The text with what is not in the alphabet put as what is, where there is such a thing.
  static func plain(_ text: String) -> String { text.reduce(into: "") { $0 += substitutes[$1] ?? String($1) } }
}
