import JSON

/// The codes of a choice by their bytes: a file of 20,000 has half a million of them, and Swift would compare each as a text with one
/// option after another.
struct OptionCodes<Option: Sendable>: Sendable {
  /// At most sixteen bytes with the first one foremost.
  private struct Packed: Sendable {
    let high: UInt64
    let low: UInt64
  }

  /// In the order of the options.
  private let codes: ContiguousArray<Packed>
  private let options: [Option]
  /// Whether one of them is longer.
  private let hasLong: Bool
}

extension OptionCodes where Option: ChoiceOption {
  init() {
    options = Array(Option.allCases)
    codes = ContiguousArray(options.map { OptionCodes.packed($0.rawValue) })
    hasLong = options.contains { $0.rawValue.utf8.count > 15 }
  }

  func read(_ reader: inout JSONReader) throws(JSONError) -> Choice<Option> {
    if let option = try reader.packedASCII({ option($0) }) { return .known(option) }
    if hasLong, let option = try reader.plainASCII({ longOption($0) }) { return .known(option) }
    return try Choice(from: &reader)
  }

  private func longOption(_ code: UnsafeBufferPointer<UInt8>) -> Option? {
    guard code.count > 15 else { return nil }
    return options.first { $0.rawValue.utf8.elementsEqual(code) }
  }

  private func option(_ code: PackedASCII) -> Option? {
    for index in codes.indices where codes[index].high == code.high && codes[index].low == code.low { return options[index] }
    return nil
  }

  /// A code that is too long matches nothing here.
  private static func packed(_ code: String) -> Packed {
    guard (1...15).contains(code.utf8.count) else { return Packed(high: .max, low: .max) }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for (index, byte) in code.utf8.enumerated() {
      if index < 8 { high |= UInt64(byte) << UInt64(56 - index * 8) } else { low |= UInt64(byte) << UInt64(120 - index * 8) }
    }
    return Packed(high: high, low: low)
  }
}
