/// Replacing part of an array of characters so that it stays what `Array(String(characters))` is: marks join their base,
/// halves of flags meet, and what a removal brings together becomes one character where Unicode says so.
enum GraphemeSplice {
  /// Puts `text` in place of `range` and returns the index behind it.
  static func replace(_ range: Range<Int>, in characters: inout [Character], with text: String) -> Int {
    let start = max(0, range.lowerBound - 1)
    let before = String(characters[start..<range.lowerBound])
    let prefix = Array(before + text).count
    var reach = 1
    while true {
      let end = min(characters.count, range.upperBound + reach)
      let after = characters[range.upperBound..<end]
      let segment = Array(before + text + String(after))
      // A following character that came out unchanged stands on its own, and so does all behind it.
      if end == characters.count || segment.last == after.last {
        characters.replaceSubrange(start..<end, with: segment)
        return start + min(prefix, segment.count)
      }
      reach *= 2
    }
  }
}

/// What may stand in a text that a person edits.
enum Typed {
  /// Text for one line: line ends and tabs become single spaces, other control characters are left out.
  static func oneLine(_ text: String) -> String { clean(text, lineEnd: " ") }

  /// Text of many lines: every kind of line end becomes `\n`, tabs become spaces, other control characters are left out.
  static func manyLines(_ text: String) -> String { clean(text, lineEnd: "\n") }

  private static func clean(_ text: String, lineEnd: Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where followsReturn: break
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: result.append(lineEnd)
      case 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0: break
      default: result.append(scalar)
      }
      followsReturn = scalar.value == 0x0D
    }
    return String(result)
  }
}

/// Where words begin and end, for moving and deleting by words.
enum WordEdge {
  static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "'" || character == "’"
  }

  /// The start of the word at or before `index`.
  static func before(_ index: Int, in characters: [Character]) -> Int {
    var position = min(max(0, index), characters.count)
    while position > 0, !isWord(characters[position - 1]) { position -= 1 }
    while position > 0, isWord(characters[position - 1]) { position -= 1 }
    return position
  }

  /// The end of the word at or after `index`.
  static func after(_ index: Int, in characters: [Character]) -> Int {
    var position = min(max(0, index), characters.count)
    while position < characters.count, !isWord(characters[position]) { position += 1 }
    while position < characters.count, isWord(characters[position]) { position += 1 }
    return position
  }
}
