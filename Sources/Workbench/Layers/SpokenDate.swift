import SessionModel
import Widgets

/// A date as screens show it and people type it: `12 Jun 2026`, `June 2026`, in the words of the catalogue.
enum SpokenDate {
  /// Nil if the text is not a month and a year, perhaps with a day, or there is no such date. Three letters are enough for a month.
  static func parse(_ text: String, month name: (Int) -> String) -> PartialDate? {
    let parts = text.split(whereSeparator: { " .,".contains($0) }).map(String.init)
    guard (2...3).contains(parts.count), let year = parts.last.flatMap({ Int($0) }), year >= 1000 else { return nil }
    let words = parts.dropLast()
    guard let word = words.first(where: { Int($0) == nil }) else { return nil }
    let typed = FoldedText(word).bytes
    let matches = (1...12).filter { number in
      let known = FoldedText(name(number)).bytes
      return typed.count >= 3 && (known.starts(with: typed) || typed.starts(with: known))
    }
    guard matches.count == 1, let month = matches.first else { return nil }
    if words.count == 1 { return PartialDate(year: year, month: month) }
    guard let day = words.first(where: { Int($0) != nil }).flatMap({ Int($0) }) else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }
}
