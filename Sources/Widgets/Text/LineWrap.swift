import Drawing

/// Breaking one paragraph into rows, between words where it can be.
enum LineWrap {
  /// The characters of each row, in order and without gaps; at least one row. Spaces at a break stay at the end of their row and
  /// may hang over its edge.
  static func rows(_ characters: [Character], width: Int, hangingIndent: Int = 0) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    var column = 0
    // Behind the last space of this row: where it can be broken.
    var breakAt = 0
    var room = max(1, width)
    for (index, character) in characters.enumerated() {
      let columns = TextWidth.columns(character)
      if character == " " {
        column += 1
        breakAt = index + 1
        continue
      }
      if column + columns > room, index > start {
        let cut = breakAt > start ? breakAt : index
        rows.append(start..<cut)
        start = cut
        breakAt = cut
        room = hangingIndent < width ? max(1, width - hangingIndent) : max(1, width)
        column = characters[cut..<index].reduce(0) { $0 + TextWidth.columns($1) }
        if column + columns > room, index > start {
          rows.append(start..<index)
          start = index
          breakAt = index
          column = 0
        }
      }
      column += columns
      // Wide characters (Chinese, Japanese, Korean) may be broken behind any of them.
      if columns == 2 { breakAt = index + 1 }
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
