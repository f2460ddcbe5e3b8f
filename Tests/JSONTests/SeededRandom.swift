import JSON

/// Reproducible randomness (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func text() -> String {
    let length = Int.random(in: 0...([3, 9, 40].randomElement(using: &self) ?? 3), using: &self)
    var text = ""
    for _ in 0..<length {
      let upper: UInt32 = [0x7F, 0x7F, 0xFF, 0x2100, 0xFFFF, 0x10FFFF].randomElement(using: &self) ?? 0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...upper, using: &self)) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  mutating func value(depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &self) {
    case 0: return .null
    case 1: return .bool(.random(using: &self))
    case 2: return .integer(Int(truncatingIfNeeded: next()) >> Int.random(in: 0..<64, using: &self))
    case 3:
      let spellings = ["0", "-0", "1.50", "1e400", "-12.0E-7", "123456789012345678901234567890"]
      return .number(spellings.randomElement(using: &self) ?? "0")
    case 4: return .string(text())
    case 5: return .array((0..<Int.random(in: 0..<6, using: &self)).map { _ in value(depth: depth - 1) })
    default:
      // The index makes every key different from the others.
      return .object((0..<Int.random(in: 0..<20, using: &self)).map {
        JSONMember(key: "\($0)" + text(), value: value(depth: depth - 1))
      })
    }
  }
}
