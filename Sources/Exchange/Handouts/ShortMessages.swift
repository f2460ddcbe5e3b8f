/// Texts for a telephone: as few as hold everything, none longer than 160 characters.
enum ShortMessages {
  static let longest = 160

  /// One message after another, each beginning with the name, numbered where there are several. A task that does not fit in one message is cut.
  static func texts(to owner: String, tasks: [String]) -> [String] {
    let owner = cut(ReportEscaping.plain(owner), to: 40)
    // Room for “ 12/12” behind the name.
    let room = longest - owner.utf16.count - 8
    var parts: [String] = []
    for task in tasks {
      let text = cut(ReportEscaping.plain(task), to: room - 2)
      if let last = parts.last, last.utf16.count + 2 + text.utf16.count <= room { parts[parts.count - 1] = last + "; " + text } else { parts.append(text) }
    }
    return parts.enumerated().map { index, part in owner + (parts.count > 1 ? " \(index + 1)/\(parts.count)" : "") + ": " + part }
  }

  /// In units that telephones count, at a whole character.
  private static func cut(_ text: String, to count: Int) -> String {
    guard text.utf16.count > count else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += character.utf16.count
      guard used <= count else { break }
      result.append(character)
    }
    return result + "…"
  }
}
