/// A date as people say it: `3 weeks`, `friday`, `end of june`, `12 june`, `next month`, `2026-06-12`.
///
/// Words may come in any order a language puts them in. A day without a year is the next such day from today on; a weekday is the next one
/// after today, with `next` that of next week; a week stands for its Friday. What names a month or a year only stays as inexact as it is.
public enum DatePhrase {
  /// Nil when it is not a date in any of the languages, the first of which goes before.
  public static func parse(_ text: String, today: PartialDate, _ vocabularies: [DateVocabulary]) -> PartialDate? {
    let trimmed = text.trimmed
    if let date = PartialDate(trimmed) { return date }
    if let date = numeric(trimmed, today: today) { return date }
    for vocabulary in vocabularies {
      if let parts = Parts(trimmed, vocabulary), let date = parts.date(today: today) { return date }
    }
    return nil
  }

  /// `12.6.` and `12.6.2026`: the day comes first.
  private static func numeric(_ text: String, today: PartialDate) -> PartialDate? {
    guard text.contains("."), text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == " ") }) else { return nil }
    let numbers = text.split(whereSeparator: { $0 == "." || $0 == " " }).map { Int($0) }
    guard let day = numbers.first ?? nil, numbers.count > 1, let month = numbers[1] else { return nil }
    if numbers.count == 2 { return nextDay(day, month, today: today) }
    guard numbers.count == 3, let year = numbers[2], year >= 1000 else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// The next such day from today on; the 29th of February waits for a leap year.
  private static func nextDay(_ day: Int, _ month: Int, today: PartialDate) -> PartialDate? {
    for year in today.year...(today.year + 8) {
      if let date = PartialDate(year: year, month: month, day: day), date.firstDay >= today.firstDay { return date }
    }
    return nil
  }

  /// What the words of a phrase are, each kind at most once.
  private struct Parts {
    private var numbers: [Int] = []
    private var unit: DateVocabulary.Unit?
    private var edge: DateVocabulary.Edge?
    private var month: Int?
    private var weekday: Int?
    private var relative: Int?
    private var isNext = false
    private var isThis = false

    /// Nil when a word is not known, or one kind of word comes twice.
    init?(_ text: String, _ vocabulary: DateVocabulary) {
      let plain = text.plainLowercased
      // A number below zero is no count of days.
      guard !plain.split(separator: " ").contains(where: { $0.first == "-" }) else { return nil }
      let words = plain.split(whereSeparator: { " ,.’'-".contains($0) }).map(String.init)
      guard !words.isEmpty, words.count <= 8 else { return nil }
      if let days = vocabulary.relativeDays[words.joined(separator: " ")] {
        relative = days
        return
      }
      for word in words { guard take(word, vocabulary) else { return nil } }
    }

    private mutating func take(_ word: String, _ vocabulary: DateVocabulary) -> Bool {
      func put<Value>(_ value: Value, in place: inout Value?) -> Bool {
        guard place == nil else { return false }
        place = value
        return true
      }
      if let days = vocabulary.relativeDays[word] { return put(days, in: &relative) }
      if vocabulary.next.contains(word) {
        isNext = true
        return true
      }
      if vocabulary.this.contains(word) {
        isThis = true
        return true
      }
      if let unit = DateVocabulary.Unit.allCases.first(where: { vocabulary.units[$0]?.contains(word) == true }) {
        return put(unit, in: &self.unit)
      }
      if let edge = DateVocabulary.Edge.allCases.first(where: { vocabulary.edges[$0]?.contains(word) == true }) {
        return put(edge, in: &self.edge)
      }
      if let number = Self.number(word) ?? vocabulary.numbers[word] {
        numbers.append(number)
        return numbers.count <= 2
      }
      if vocabulary.fillers.contains(word) { return true }
      if let month = Self.place(of: word, in: vocabulary.months) { return put(month + 1, in: &self.month) }
      if let weekday = Self.place(of: word, in: vocabulary.weekdays) { return put(weekday, in: &self.weekday) }
      return false
    }

    /// Digits, perhaps with the ending of an ordinal: `12th`, `1er`.
    private static func number(_ word: String) -> Int? {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, digits.count <= 4, word.count - digits.count <= 2 else { return nil }
      return Int(digits)
    }

    /// The one name that the word is or begins.
    private static func place(of word: String, in names: [String]) -> Int? {
      if let exact = names.firstIndex(where: { $0.plainLowercased == word }) { return exact }
      guard word.count >= 3 else { return nil }
      let matches = names.indices.filter { names[$0].plainLowercased.hasPrefix(word) }
      return matches.count == 1 ? matches[0] : nil
    }

    func date(today: PartialDate) -> PartialDate? {
      let day = numbers.first { $0 < 100 }
      let year = numbers.first { $0 >= 1000 }
      guard numbers.count == (day == nil ? 0 : 1) + (year == nil ? 0 : 1) else { return nil }
      if let relative {
        guard numbers.isEmpty, unit == nil, edge == nil, month == nil, weekday == nil, !isNext else { return nil }
        return today.adding(days: relative)
      }
      if let weekday {
        guard numbers.isEmpty, unit == nil, edge == nil, month == nil else { return nil }
        return nextWeekday(weekday, today: today)
      }
      if let edge { return self.date(at: edge, day: day, year: year, today: today) }
      if let month { return date(month: month, day: day, year: year, today: today) }
      if let unit { return date(unit, count: day, year: year, today: today) }
      guard let year, day == nil, !isNext, !isThis else { return nil }
      return PartialDate(year: year)
    }

    /// Monday is 0.
    private static func weekday(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

    private func nextWeekday(_ weekday: Int, today: PartialDate) -> PartialDate {
      let now = Self.weekday(of: today.firstDay)
      if isNext { return today.adding(days: 7 - now + weekday) }
      let ahead = (weekday - now + 7) % 7
      return today.adding(days: ahead == 0 ? 7 : ahead)
    }

    private func date(month: Int, day: Int?, year: Int?, today: PartialDate) -> PartialDate? {
      guard unit == nil, !(isNext && year != nil) else { return nil }
      if let day {
        if let year { return PartialDate(year: year, month: month, day: day) }
        return DatePhrase.nextDay(day, month, today: today)
      }
      if let year { return PartialDate(year: year, month: month) }
      let isGone = month < today.month ?? 1 || (isNext && month == today.month)
      return PartialDate(year: today.year + (isGone ? 1 : 0), month: month)
    }

    private func date(_ unit: DateVocabulary.Unit, count: Int?, year: Int?, today: PartialDate) -> PartialDate? {
      guard year == nil else { return nil }
      if let count {
        guard !isNext, !isThis else { return nil }
        switch unit {
        case .day: return today.adding(days: count)
        case .week: return today.adding(days: count * 7)
        case .month: return today.adding(months: count)
        case .year: return today.adding(months: count * 12)
        }
      }
      guard isNext || isThis else { return nil }
      switch unit {
      case .day: return isNext ? today.adding(days: 1) : today
      case .week: return friday(today: today)
      case .month: return today.adding(months: isNext ? 1 : 0).monthOnly
      case .year: return PartialDate(year: today.year + (isNext ? 1 : 0))
      }
    }

    private func friday(today: PartialDate) -> PartialDate {
      let days = 4 - Self.weekday(of: today.firstDay) + (isNext ? 7 : 0)
      // At the weekend this week's Friday is over.
      return today.adding(days: days < 0 ? days + 7 : days)
    }

    /// The first, the middle or the last day of a month, a year or a week.
    private func date(at edge: DateVocabulary.Edge, day: Int?, year: Int?, today: PartialDate) -> PartialDate? {
      guard day == nil else { return nil }
      let whole: PartialDate?
      switch (month, unit, year) {
      case (let month?, nil, _): whole = date(month: month, day: nil, year: year, today: today)
      case (nil, .month?, nil): whole = today.adding(months: isNext ? 1 : 0).monthOnly
      case (nil, .year?, _): whole = PartialDate(year: year ?? today.year + (isNext ? 1 : 0))
      case (nil, nil, let year?): whole = PartialDate(year: year)
      case (nil, .week?, nil):
        let friday = friday(today: today)
        return edge == .end ? friday : friday.adding(days: edge == .start ? -4 : -2)
      default: whole = nil
      }
      guard let whole else { return nil }
      switch edge {
      case .start: return PartialDate(dayNumber: whole.firstDay)
      case .end: return PartialDate(dayNumber: whole.lastDay)
      case .middle: return PartialDate(dayNumber: whole.month == nil ? whole.firstDay + 181 : whole.firstDay + 14)
      }
    }
  }
}

extension PartialDate {
  /// The same day so many months later, or the last one of a shorter month; kept within the years 1 to 9999.
  public func adding(months: Int) -> PartialDate {
    let bounded = min(max(months, -120_000), 120_000)
    let count = year * 12 + (month ?? 1) - 1 + bounded
    let year = min(max(1, count / 12), 9999)
    let month = count >= 12 ? count % 12 + 1 : 1
    let day = min(self.day ?? 1, PartialDate.days(in: month, of: year))
    return PartialDate(year: year, month: self.month == nil && bounded % 12 == 0 ? nil : month, day: self.day == nil ? nil : day) ?? self
  }

  /// Without the day.
  public var monthOnly: PartialDate { PartialDate(year: year, month: month) ?? self }

  /// So many days later and as exact as before: a month moves by whole months, a year by whole years, to the nearest.
  public func shifted(days: Int) -> PartialDate {
    if day != nil { return adding(days: days) }
    let moved = adding(days: min(max(days, -4_000_000), 4_000_000) + (month == nil ? 182 : 15))
    return month == nil ? PartialDate(year: moved.year) ?? self : moved.monthOnly
  }
}
