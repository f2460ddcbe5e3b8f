/// One escaper a format. All of them first take out what no printed text needs: control characters, bidirectional overrides and isolates, and
/// line separators, which become spaces, so that every text is one line.
enum ReportEscaping {
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var spaceBefore = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
        if !spaceBefore { result.append(" ") }
        spaceBefore = true
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: break
      default:
        result.append(scalar)
        spaceBefore = scalar == " "
      }
    }
    return String(result)
  }

  /// HTML that keeps its lines.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { html(String($0)) }.joined(separator: "\n")
  }

  static func html(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in plain(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "`": result.append(contentsOf: "&#96;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A backslash before every character that could start structure anywhere in a line. A figure such as `1.5`, `-3` or `2005-06` stays readable: a dot, dash, plus,
  /// bracket or equals sign counts only where a line may start with it, and so only at the beginning of the text, after digits at the most.
  static func markdown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var onlyDigits = true
    let cleaned = plain(text)
    let scalars = Array(cleaned.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "|", "#", "!", "~", "$", "^":
        result.append("\\")
        result.append(scalar)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case ".", ")", "-", "+", "=":
        if onlyDigits { result.append("\\") }
        result.append(scalar)
      case ":" where scalars[(index + 1)...].starts(with: "//".unicodeScalars):
        // Otherwise some readers make a link of a bare address.
        result.append(contentsOf: "\\:".unicodeScalars)
      case "@": result.append(contentsOf: "\\@".unicodeScalars)
      default: result.append(scalar)
      }
      if !("0"..."9" ~= scalar || scalar == " ") { onlyDigits = false }
    }
    // Four leading spaces would be code.
    return String(result).trimmingSpaces
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    guard let first = unicodeScalars.firstIndex(where: { $0 != " " }), let last = unicodeScalars.lastIndex(where: { $0 != " " }) else { return "" }
    return String(unicodeScalars[first...last])
  }
}
