/// A date as far as it is known: a year, a month or a day. `2003`, `2003-06`, `2003-06-12`.
///
/// It stands for the interval of all its days; two of them are in order only when their intervals do not overlap.
/// The calendar is the proleptic Gregorian one, years 1 to 9999, without Foundation.
public struct PartialDate: Hashable, Sendable {
  private let packed: Int32

  public var year: Int { Int(packed >> 9) }
  /// 1 to 12, or nil if only the year is known.
  public var month: Int? { (packed >> 5) & 15 == 0 ? nil : Int((packed >> 5) & 15) }
  /// 1 to 31, or nil if only the month is known.
  public var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }

  /// Nil if there is no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day { guard day >= 1, day <= PartialDate.days(in: month, of: year) else { return nil } }
    } else if day != nil {
      return nil
    }
    packed = Int32(year << 9 | (month ?? 0) << 5 | (day ?? 0))
  }

  /// Nil if the text is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or there is no such date.
  public init?(_ text: String) {
    var text = text
    guard let date = text.withUTF8({ PartialDate(bytes: $0) }) else { return nil }
    self = date
  }

  /// The same from bytes, as the reader has them.
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10, bytes.count == 4 || bytes[4] == 0x2D,
      bytes.count < 10 || bytes[7] == 0x2D
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = bytes[index] &- 0x30
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = number(0..<4) else { return nil }
    var month: Int?
    var day: Int?
    if bytes.count >= 7 {
      guard let value = number(5..<7) else { return nil }
      month = value
    }
    if bytes.count == 10 {
      guard let value = number(8..<10) else { return nil }
      day = value
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day that many days after 1970-01-01, kept within the years 1 to 9999.
  public init(dayNumber: Int) {
    let bounded = min(max(dayNumber, -719_162), 2_932_896)
    let shifted = bounded + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    packed = Int32(year << 9 | month << 5 | day)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The first day it may mean, in days after 1970-01-01.
  public var firstDay: Int { PartialDate.dayNumber(year, month ?? 1, day ?? 1) }

  /// The last day it may mean, in days after 1970-01-01.
  public var lastDay: Int {
    let lastMonth = month ?? 12
    return PartialDate.dayNumber(year, lastMonth, day ?? PartialDate.days(in: lastMonth, of: year))
  }

  /// Whether all its days are before all days of the other.
  public func isBefore(_ other: PartialDate) -> Bool { lastDay < other.firstDay }

  public func adding(days: Int) -> PartialDate { PartialDate(dayNumber: firstDay + min(max(days, -4_000_000), 4_000_000)) }
}

extension PartialDate: Comparable {
  /// An order for lists: by first day, the less exact one first.
  public static func < (a: PartialDate, b: PartialDate) -> Bool { a.packed < b.packed }
}

extension PartialDate: CustomStringConvertible {
  public var description: String { String(unsafeUninitializedCapacity: 10) { $0.baseAddress.map { spell(at: $0) } ?? 0 } }

  /// Writes its at most ten bytes and gives how many they are.
  func spell(at text: UnsafeMutablePointer<UInt8>) -> Int {
    let year = year
    putTwoDigits(year / 100, text)
    putTwoDigits(year % 100, text + 2)
    guard let month else { return 4 }
    text[4] = 0x2D
    putTwoDigits(month, text + 5)
    guard let day else { return 7 }
    text[7] = 0x2D
    putTwoDigits(day, text + 8)
    return 10
  }
}

/// Writes a number from 0 to 99 in two digits.
@inline(__always) func putTwoDigits(_ value: Int, _ text: UnsafeMutablePointer<UInt8>) {
  text[0] = 0x30 + UInt8(truncatingIfNeeded: value / 10)
  text[1] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
}
