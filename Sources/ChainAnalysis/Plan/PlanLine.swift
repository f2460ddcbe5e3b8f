import SessionModel

/// A new action as one typed line: `Train 40 growers in pruning @Agronomist due 3 weeks #Pruning course`.
///
/// `@` begins the owner, `#` the initiative, a word such as `due` or `by` the date; each goes on to the next of them, and they may come in any order.
public struct PlanLine: Hashable, Sendable {
  public private(set) var what = ""
  /// As typed; what it means is the caller's to find out.
  public private(set) var owner = ""
  public private(set) var initiative = ""
  public private(set) var due: PartialDate?
  /// Behind `due`, but not a date.
  public private(set) var unknownDate = ""

  private enum Mark { case what, owner, initiative, due, by }

  public init(_ line: String, today: PartialDate, _ vocabularies: [DateVocabulary]) {
    var parts: [(mark: Mark, word: String, text: [String])] = [(.what, "", [])]
    let dueWords = Set(vocabularies.flatMap(\.due).map(\.plainLowercased))
    let byWords = Set(vocabularies.flatMap(\.by).map(\.plainLowercased))
    for word in line.split(whereSeparator: \.isWhitespace).map(String.init) {
      let plain = word.plainLowercased
      if word.count > 1, word.first == "@" {
        parts.append((.owner, "@", [String(word.dropFirst())]))
      } else if word.count > 1, word.first == "#" {
        parts.append((.initiative, "#", [String(word.dropFirst())]))
      } else if dueWords.contains(plain.hasSuffix(":") ? String(plain.dropLast()) : plain), parts.count > 1 || !parts[0].text.isEmpty {
        parts.append((.due, word, []))
      } else if byWords.contains(plain), parts.count > 1 || !parts[0].text.isEmpty {
        parts.append((.by, word, []))
      } else {
        parts[parts.count - 1].text.append(word)
      }
    }
    var words: [String] = []
    for (index, part) in parts.enumerated() {
      switch part.mark {
      case .what: words += part.text
      case .owner: if owner.isEmpty { owner = part.text.joined(separator: " ") } else { words += ["@" + part.text.joined(separator: " ")] }
      case .initiative: if initiative.isEmpty { initiative = part.text.joined(separator: " ") } else { words += ["#" + part.text.joined(separator: " ")] }
      case .due, .by:
        if due == nil, let (date, rest) = Self.date(part.text, today: today, vocabularies) {
          due = date
          words += rest
        } else if part.mark == .due, !part.text.isEmpty {
          unknownDate = part.text.joined(separator: " ")
        } else {
          // “by” was not the beginning of a date: it belongs to what stood before it.
          let text = ([part.word] + part.text).joined(separator: " ")
          switch parts[..<index].last(where: { $0.mark != .by && $0.mark != .due })?.mark {
          case .owner: owner += " " + text
          case .initiative: initiative += " " + text
          default: words.append(text)
          }
        }
      }
    }
    what = words.joined(separator: " ")
  }

  /// The longest beginning of the words that is a date, and what stands behind it.
  private static func date(_ words: [String], today: PartialDate, _ vocabularies: [DateVocabulary]) -> (PartialDate, rest: [String])? {
    for count in stride(from: min(words.count, 6), to: 0, by: -1) {
      if let date = DatePhrase.parse(words.prefix(count).joined(separator: " "), today: today, vocabularies) { return (date, Array(words.dropFirst(count))) }
    }
    return nil
  }
}
