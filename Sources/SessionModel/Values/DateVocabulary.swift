/// The words by which one language says dates, as a catalogue gives them. All forms are in small letters; capitals and accents of what is
/// typed do not matter, and of a month or weekday three letters are enough where they are clear.
public struct DateVocabulary: Hashable, Sendable {
  public enum Unit: Hashable, Sendable, CaseIterable { case day, week, month, year }
  public enum Edge: Hashable, Sendable, CaseIterable { case start, middle, end }

  /// January first.
  public var months: [String]
  /// Monday first.
  public var weekdays: [String]
  public var units: [Unit: [String]]
  public var edges: [Edge: [String]]
  /// Days from today: `tomorrow` is 1. A key of several words stands for them in this order, without hyphens.
  public var relativeDays: [String: Int]
  public var next: [String]
  public var this: [String]
  /// Numbers written as words, articles included.
  public var numbers: [String: Int]
  /// Words that may stand anywhere and say nothing: `of`, `the`, `in`.
  public var fillers: [String]
  /// What a date comes after in a line, whether or not it is understood: `due`.
  public var due: [String]
  /// What a date may come after in a line, if it is one: `by`.
  public var by: [String]
  /// Dates in these words, to show what is understood.
  public var examples: [String]

  public init(
    months: [String], weekdays: [String], units: [Unit: [String]], edges: [Edge: [String]], relativeDays: [String: Int], next: [String],
    this: [String], numbers: [String: Int], fillers: [String], due: [String], by: [String], examples: [String]
  ) {
    self.months = months
    self.weekdays = weekdays
    self.units = units
    self.edges = edges
    self.relativeDays = relativeDays
    self.next = next
    self.this = this
    self.numbers = numbers
    self.fillers = fillers
    self.due = due
    self.by = by
    self.examples = examples
  }
}

extension String {
  /// In small letters, the accents of European languages taken off: for comparing what is typed with a word.
  public var plainLowercased: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for character in lowercased() {
      switch character {
      case "á", "à", "â", "ä", "ã", "å": result.append("a")
      case "é", "è", "ê", "ë": result.append("e")
      case "í", "ì", "î", "ï": result.append("i")
      case "ó", "ò", "ô", "ö", "õ": result.append("o")
      case "ú", "ù", "û", "ü": result.append("u")
      case "ç": result.append("c")
      case "ñ": result.append("n")
      default: result.append(character)
      }
    }
    return result
  }
}
