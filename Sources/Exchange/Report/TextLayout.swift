import Drawing

/// Breaks the lines of the text summary at words, so that they fit a page, keeping each line's indentation.
enum TextLayout {
  static let columns = 80
  /// In front of a line that must stay as it is: a picture's. No text of a session holds it, for control characters are taken out of all of them.
  static let fixed: Character = "\u{1}"

  static func picture(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String(fixed) + $0 }.joined(separator: "\n")
  }

  static func wrap(_ text: String) -> String {
    var result: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.first == fixed { result.append(String(line.dropFirst())) } else { wrap(line, into: &result) }
    }
    return result.joined(separator: "\n")
  }

  private static func wrap(_ line: Substring, into result: inout [String]) {
    let indentation = line.prefix { $0 == " " }
    let body = line.dropFirst(indentation.count)
    let bullet = body.hasPrefix("- ") ? 2 : 0
    let hanging = String(repeating: " ", count: min(40, indentation.count + bullet))
    var current = String(indentation)
    var width = indentation.count
    var isEmpty = true
    for word in body.split(separator: " ") {
      let size = TextWidth.columns(String(word))
      if !isEmpty, width + 1 + size > columns {
        result.append(current)
        current = hanging
        width = hanging.count
        isEmpty = true
      }
      if !isEmpty {
        current += " "
        width += 1
      }
      current += word
      width += size
      isEmpty = false
    }
    result.append(isEmpty ? "" : current)
  }
}
