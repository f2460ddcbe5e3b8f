/// Letters without their case and their marks, so that `Dominguez` finds `Domínguez`. Latin letters by a table of our own,
/// others by their lower case alone.
enum FoldTable {
  /// A base letter (or two) and the lower-case letters that fold to it.
  private static let groups: [(String, String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧɐạảấầẩẫậắằẳẵặẚªḁⱥ"), ("b", "ƀɓƃḃḅḇ"), ("c", "çćĉċčƈȼḉ"), ("d", "ďđɖɗƌḋḍḏḑḓð"),
    ("e", "èéêëēĕėęěǝȅȇȩɇɛạẹẻẽếềểễệḕḗḙḛḝ"), ("f", "ƒḟ"), ("g", "ĝğġģǥǧǵɠḡ"), ("h", "ĥħȟɦḣḥḧḩḫẖⱨ"),
    ("i", "ìíîïĩīĭįıǐȉȋɨɩịỉḭḯ"), ("j", "ĵǰɉ"), ("k", "ķĸƙǩḱḳḵⱪ"), ("l", "ĺļľŀłƚɫɭḷḹḻḽⱡ"), ("m", "ɱḿṁṃ"),
    ("n", "ñńņňŉŋƞǹȵɲɳṅṇṉṋ"), ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɔɵọỏốồổỗộớờởỡợṍṏṑṓº"), ("p", "ƥṕṗ"), ("q", "ɋ"),
    ("r", "ŕŗřȑȓɍɽṙṛṝṟ"), ("s", "śŝşšſșȿṡṣṥṧṩ"), ("t", "ţťŧƫƭțʈṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗʉụủứừửữựṳṵṷṹṻ"), ("v", "ʋṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷƴȳɏẏỳỵỷỹẙ"),
    ("z", "źżžƶȥɀẑẓẕ"), ("ss", "ßẞ"), ("ae", "æǣǽ"), ("oe", "œ"), ("ij", "ĳ"), ("th", "þ"), ("dz", "ǆǳ"), ("lj", "ǉ"),
    ("nj", "ǌ"), ("'", "’‘ʼ`´"), ("-", "‐‑–—"),
  ]

  private static let folded: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for (base, letters) in groups {
      for scalar in letters.unicodeScalars { table[scalar.value] = Array(base.utf8) }
    }
    return table
  }()

  /// Adds what a text folds to.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    let isASCII = text.withUTF8 { all in
      guard all.allSatisfy({ $0 < 0x80 }) else { return false }
      for byte in all { bytes.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte) }
      return true
    }
    if !isASCII { for scalar in text.unicodeScalars { append(scalar, to: &bytes) } }
  }

  /// Adds what a scalar folds to; nothing for a combining mark.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      let upper = value >= 0x41 && value <= 0x5A
      bytes.append(UInt8(truncatingIfNeeded: upper ? value + 0x20 : value))
      return
    }
    if (0x300...0x36F).contains(value) { return }
    if value == 0xA0 {
      bytes.append(0x20)
      return
    }
    if let base = folded[value] {
      bytes.append(contentsOf: base)
      return
    }
    guard scalar.properties.changesWhenLowercased else {
      bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(lower.value) {
      if let base = folded[lower.value] {
        bytes.append(contentsOf: base)
      } else {
        bytes.append(contentsOf: UTF8.encode(lower).map { Array($0) } ?? [])
      }
    }
  }
}
