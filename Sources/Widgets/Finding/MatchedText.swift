import Drawing

/// Text with the characters that answer a query brought out.
enum MatchedText {
  /// Draws it on one row and returns the columns taken.
  static func draw(
    _ text: String, _ query: FuzzyQuery, x: Int, y: Int, width: Int, _ style: Style, on surface: inout Surface
  ) -> Int {
    let used = surface.put(text, x: x, y: y, style, width: max(0, width))
    guard !query.isEmpty, let match = query.match(text), !match.positions.isEmpty else { return used }
    let cut = TextWidth.columns(text) > used ? used - 1 : used
    var column = 0
    var next = 0
    for (index, character) in text.enumerated() {
      let columns = TextWidth.columns(character)
      if column + columns > cut || next >= match.positions.count { break }
      if index == match.positions[next] {
        surface.put(character, x: x + column, y: y, Style(.match, style.emphasis))
        next += 1
      }
      column += columns
    }
    return used
  }
}
