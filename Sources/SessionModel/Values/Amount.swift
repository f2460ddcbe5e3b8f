/// An exact decimal with a unit or currency: `350000 USD`, `0.45 USD/kg`, `85 t`, `150`.
///
/// The value is `mantissa` × 10^−`decimals`; binary floating point never touches it.
public struct Amount: Hashable, Sendable {
  public let mantissa: Int64
  /// Digits after the point, 0 to 18.
  public let decimals: Int
  /// A currency (`USD`) or unit (`t`, `people`, `USD/kg`); may be empty.
  public let unit: String

  /// Nil if there are more than eighteen decimals, or the unit would not be read back from what is written.
  public init?(mantissa: Int64, decimals: Int = 0, unit: String = "") {
    guard (0...18).contains(decimals), mantissa != .min, Amount.isUnit(unit) else { return nil }
    self.mantissa = mantissa
    self.decimals = decimals
    self.unit = unit
  }

  /// A unit that would not be read back is left out.
  public init(_ whole: Int, _ unit: String = "") {
    mantissa = max(Int64(whole), -.max)
    decimals = 0
    self.unit = Amount.isUnit(unit) ? unit : ""
  }

  /// Reads what most files hold, like `12.5 t`: digits, perhaps a point and decimals, perhaps a space and a unit of letters,
  /// spaces and strokes. Nil for all else.
  init?(plain bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var value: Int64 = 0
    var decimals = -1
    var index = bytes.startIndex
    var digits = 0
    while index < bytes.endIndex {
      let digit = bytes[index] &- 0x30
      if digit < 10 {
        digits += 1
        // Eighteen digits always fit.
        guard digits <= 18 else { return nil }
        value = value * 10 + Int64(digit)
        if decimals >= 0 { decimals += 1 }
      } else if bytes[index] == 0x2E, decimals < 0, digits > 0 {
        decimals = 0
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, decimals != 0 else { return nil }
    mantissa = value
    self.decimals = max(0, decimals)
    guard index < bytes.endIndex else {
      unit = ""
      return
    }
    let letters = bytes[(index + 1)...]
    guard bytes[index] == 0x20, let first = letters.first, let last = letters.last, Self.isLetter(first), Self.isLetter(last),
      letters.allSatisfy({ Self.isLetter($0) || $0 == 0x20 || $0 == 0x2F })
    else { return nil }
    unit = String(decoding: letters, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a text can stand behind a number and be told from it: no white space around it, no digit first, no bracket or semicolon.
  public static func isUnit(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
    guard !first.properties.isWhitespace, !last.properties.isWhitespace, first.properties.numericType == nil,
      !".,'".unicodeScalars.contains(first), unit(text) == text,
      // A mark that joins the space before it would be lost with it.
      text.utf8.allSatisfy({ $0 < 0x80 }) || (" " + text).count == 1 + text.count
    else { return false }
    return !text.unicodeScalars.contains { $0.value < 0x20 || [0x28, 0x29, 0x3B, 0x85, 0x2028, 0x2029].contains($0.value) }
  }

  private static func unit(_ text: String) -> String {
    switch text {
    case "$": "USD"
    case "€": "EUR"
    case "£": "GBP"
    default: text
    }
  }

  /// Reads `1234.50 USD`; groups of three may be set apart by a comma, an apostrophe or a space. The unit may also come first (`USD 5`, `$5`).
  /// Nil if there is no number, or one too long to be kept exactly.
  public init?(_ text: String) {
    var rest = Array(text.trimmed)
    var leading = ""
    if let first = rest.first, !first.isNumber, first != "-", first != "−", first != "+" {
      let cut = rest.firstIndex { $0.isNumber || $0 == "-" } ?? rest.endIndex
      leading = String(rest[..<cut]).trimmed
      rest = Array(rest[cut...])
    }
    var negative = false
    if let sign = rest.first, sign == "-" || sign == "−" || sign == "+" {
      negative = sign != "+"
      rest.removeFirst()
    }
    var value: Int64 = 0
    var decimals = 0
    var digits = 0
    var index = 0
    var afterPoint = false
    func digit(_ at: Int) -> Int64? {
      guard at < rest.count, rest[at].isASCII, let number = rest[at].wholeNumberValue else { return nil }
      return Int64(number)
    }
    while index < rest.count {
      if let number = digit(index) {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, more) = product.addingReportingOverflow(number)
        guard !overflow, !more else { return nil }
        value = sum
        digits += 1
        if afterPoint { decimals += 1 }
        index += 1
      } else if rest[index] == ".", !afterPoint, digit(index + 1) != nil {
        afterPoint = true
        index += 1
      } else if ",' ’\u{a0}\u{202f}".contains(rest[index]), !afterPoint, digits > 0, digit(index + 1) != nil, digit(index + 2) != nil,
        digit(index + 3) != nil, digit(index + 4) == nil
      {
        index += 1
      } else {
        break
      }
    }
    guard digits > 0, decimals <= 18 else { return nil }
    let trailing = String(rest[index...]).trimmed
    guard leading.isEmpty || trailing.isEmpty, !trailing.contains(where: { $0 == ";" || $0.isNewline }) else { return nil }
    if let first = trailing.first, ".,'0123456789".contains(first) { return nil }
    let unit = leading.isEmpty ? trailing : leading
    self.init(mantissa: negative ? -value : value, decimals: decimals, unit: Amount.unit(unit))
  }

  /// For sorting, charts and ratios only; never written.
  public var approximate: Double {
    var divisor = 1.0
    for _ in 0..<decimals { divisor *= 10 }
    return Double(mantissa) / divisor
  }

  /// The number without its unit, as written in files.
  public var number: String {
    let magnitude = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard decimals > 0 else { return sign + magnitude }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - magnitude.count)) + magnitude
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// The exact sum, or nil if the units differ or it is too large.
  public func adding(_ other: Amount) -> Amount? {
    guard unit == other.unit else { return nil }
    let decimals = max(self.decimals, other.decimals)
    guard let a = scaled(to: decimals), let b = other.scaled(to: decimals) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Amount(mantissa: sum, decimals: decimals, unit: unit)
  }

  private func scaled(to target: Int) -> Int64? {
    var value = mantissa
    for _ in 0..<(target - decimals) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }
}

extension Amount: CustomStringConvertible {
  public var description: String { unit.isEmpty ? number : number + " " + unit }
}

extension StringProtocol {
  /// Without white space at both ends.
  public var trimmed: String {
    // Nearly every text begins and ends with a letter, which its bytes tell at once.
    if let first = unicodeScalars.first?.value, let last = unicodeScalars.last?.value, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
      return String(self)
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[first...last])
  }
}
