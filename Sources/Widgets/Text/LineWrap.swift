import Drawing

/// Breaking one paragraph into rows, between words where it can be.
enum LineWrap {
  /// The characters of each row, in order and without gaps; at least one row. Spaces at a break stay at the end of their row and
  /// may hang over its edge.
  static func rows(_ characters: [Character], width: Int, hangingIndent: Int = 0) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    var index = 0
    var column = 0
    // Behind the last space of this row: where it can be broken.
    var breakAt = 0
    var room = max(1, width)
    while index < characters.count {
      let character = characters[index]
      if character == " " {
        column += 1
        index += 1
        breakAt = index
        continue
      }
      let columns = CharacterWidth.columns(character)
      if column + columns > room, index > start {
        let cut = breakAt > start ? breakAt : index
        rows.append(start..<cut)
        (start, index, breakAt, column) = (cut, cut, cut, 0)
        room = hangingIndent < width ? max(1, width - hangingIndent) : max(1, width)
        continue
      }
      column += columns
      index += 1
      // Wide characters (Chinese, Japanese, Korean) may be broken behind any of them.
      if columns == 2 { breakAt = index }
    }
    rows.append(start..<characters.count)
    return rows
  }

  /// The rows of a plain text of many lines.
  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      StyledLine(String(paragraph)).wrapped(width: width).map(\.text)
    }
  }
}
