/// Text broken into lines that fit a width.
public enum TextWrap {
  /// Lines of at most `width` columns: broken at spaces and between wide characters, words longer than a line broken anywhere between
  /// characters, line feeds kept. Spaces at a break are dropped; a text without characters is one empty line.
  public static func lines(_ text: String, width: Int) -> [Substring] {
    let limit = max(1, width)
    var result: [Substring] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      wrap(paragraph, limit, into: &result)
    }
    return result
  }

  private static func wrap(_ text: Substring, _ limit: Int, into result: inout [Substring]) {
    var start = text.startIndex
    var column = 0
    /// Where the line may end, where the next would then begin, and the columns up to there.
    var opportunity: (end: String.Index, next: String.Index, columns: Int)?
    var afterSpace = false
    var previousWide = false
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      let width = TextWidth.columns(character)
      let isSpace = character == " " || character == "\t"
      let isWide = width == 2
      if isSpace {
        if afterSpace, let end = opportunity?.end {
          opportunity = (end, next, column + width)
        } else if index > start {
          opportunity = (index, next, column + width)
        }
      } else if index > start, !afterSpace, isWide || previousWide {
        opportunity = (index, index, column)
      }
      afterSpace = isSpace
      previousWide = isWide
      if column + width > limit, !isSpace, index > start {
        let cut = opportunity ?? (index, index, column)
        result.append(text[start..<cut.end])
        start = cut.next
        column -= cut.columns
        opportunity = nil
      }
      column += width
      index = next
    }
    var end = text.endIndex
    if let last = opportunity, afterSpace { end = last.end }
    result.append(text[start..<max(start, end)])
  }
}
