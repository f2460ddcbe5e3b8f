/// An amount as somebody gave it: perhaps only "about" or "more than" so much, perhaps with a source.
/// A field holds a list of them, because two sources may disagree and both are kept.
public struct Figure: Hashable, Sendable {
  public enum Qualifier: String, CaseIterable, Sendable {
    case exactly = "", about = "~", moreThan = ">", lessThan = "<", atLeast = ">=", atMost = "<="
  }

  public var amount: Amount
  public var qualifier: Qualifier
  /// Document and heading, or who said so; may be empty.
  public var source: String

  public init(_ amount: Amount, _ qualifier: Qualifier = .exactly, source: String = "") {
    self.amount = amount
    self.qualifier = qualifier
    self.source = source
  }

  /// Reads the notation `>150 people (Annex 2)`. Nil if there is no amount in it.
  public init?(notation: String) {
    var notation = notation
    if let plain = notation.withUTF8({ Figure(plain: $0) }) {
      self = plain
      return
    }
    var text = notation.trimmed
    var source = ""
    // By bytes, since a mark at the beginning of the source is one character with the bracket.
    if text.utf8.last == 0x29, let open = text.utf8.firstIndex(of: 0x28) {
      source = String(decoding: text.utf8[text.utf8.index(after: open)...].dropLast(), as: UTF8.self)
      text = String(decoding: text.utf8[..<open], as: UTF8.self).trimmed
    }
    var qualifier = Qualifier.exactly
    let spellings: [(String, Qualifier)] = [
      (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≤", .atMost), (">", .moreThan), ("<", .lessThan), ("~", .about), ("≈", .about),
    ]
    if let first = text.utf8.first, !(0x30...0x39).contains(first) {
      for (spelling, meaning) in spellings where text.hasPrefix(spelling) {
        qualifier = meaning
        text = text.dropFirst(spelling.count).trimmed
        break
      }
    }
    guard let amount = text.withUTF8({ Amount(plain: $0[...]) }) ?? Amount(text) else { return nil }
    self.init(amount, qualifier, source: source)
  }

  /// Reads what most files hold, like `~150 people` or `~150 people (Annex 2)`; nil for all else.
  init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else { return nil }
    let sign: Qualifier
    switch first {
    case 0x30...0x39: sign = .exactly
    case 0x7E: sign = .about
    case 0x3C where bytes.count > 1 && bytes[1] != 0x3D: sign = .lessThan
    case 0x3E where bytes.count > 1 && bytes[1] != 0x3D: sign = .moreThan
    default: return nil
    }
    var text = bytes.dropFirst(sign == .exactly ? 0 : 1)
    var source = ""
    if text.last == 0x29 {
      guard let open = text.firstIndex(of: 0x28), open > text.startIndex, text[open - 1] == 0x20 else { return nil }
      source = String(decoding: text[(open + 1)...].dropLast(), as: UTF8.self)
      text = text[..<(open - 1)]
    }
    guard let amount = Amount(plain: text) else { return nil }
    self.init(amount, sign, source: source)
  }

  public var notation: String {
    qualifier.rawValue + amount.description + (source.isEmpty ? "" : " (" + source + ")")
  }
}
