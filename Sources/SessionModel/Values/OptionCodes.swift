import JSON

/// The codes of a choice by their bytes: a file of 20,000 has half a million of them, and Swift would compare each with one option after another.
struct OptionCodes<Option: ChoiceOption>: Sendable {
  /// A code of at most sixteen bytes, packed with its first byte foremost.
  private struct Packed: Hashable, Sendable {
    var high: UInt64 = 0
    var low: UInt64 = 0

    init(_ bytes: some Sequence<UInt8>) {
      var index: UInt64 = 0
      for byte in bytes {
        if index < 8 { high |= UInt64(byte) << (56 - index * 8) } else { low |= UInt64(byte) << (120 - index * 8) }
        index += 1
      }
    }

    var home: Int { Int(truncatingIfNeeded: ((high ^ (low &* 0x9E37_79B9_7F4A_7C15)) &* 0x9E37_79B9_7F4A_7C15) >> 58) }
  }

  /// Twice as many places as there are options, so that the next free one is near.
  private var table: ContiguousArray<(code: Packed, option: Option)?>

  init() {
    table = ContiguousArray(repeating: nil, count: 64)
    let codes = Option.allCases.filter { $0.rawValue.utf8.count <= 15 }
    // A longer list, should there ever be one, is read as any text.
    guard codes.count <= 48 else { return }
    for option in codes {
      let code = Packed(option.rawValue.utf8)
      var place = code.home
      while table[place] != nil { place = (place + 1) & 63 }
      table[place] = (code, option)
    }
  }

  func read(_ reader: inout JSONReader) throws(JSONError) -> Choice<Option> {
    if let option = try reader.shortASCII({ option($0) }) { return .known(option) }
    return try Choice(from: &reader)
  }

  private func option(_ bytes: UnsafeBufferPointer<UInt8>) -> Option? {
    guard bytes.count <= 15 else { return nil }
    let code = Packed(bytes)
    var place = code.home
    while let entry = table[place] {
      if entry.code == code { return entry.option }
      place = (place + 1) & 63
    }
    return nil
  }
}
