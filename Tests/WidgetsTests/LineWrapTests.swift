import Drawing
import Testing

@testable import Widgets

@Test("rows follow one another without gaps, fit the width but for spaces, and break between words where they can")
func wrapLaw() {
  let words = ["a", "of", "mango", "株式会社", "Trinidad", "e\u{301}t\u{301}e", "مانجو", "averyveryverylongword", " ", "👩‍👩‍👧"]
  var dice = Dice(state: 11)
  for _ in 0..<300 {
    let text = (0..<12).map { _ in words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
    let characters = Array(text)
    let width = Int.random(in: 2...20, using: &dice)
    let indent = Int.random(in: 0...6, using: &dice)
    let rows = LineWrap.rows(characters, width: width, hangingIndent: indent)
    #expect(rows.first?.lowerBound == 0 && rows.last?.upperBound == characters.count)
    for (row, next) in zip(rows, rows.dropFirst()) { #expect(row.upperBound == next.lowerBound && !row.isEmpty) }
    for (index, row) in rows.enumerated() {
      var end = row.upperBound
      while end > row.lowerBound, characters[end - 1] == " " { end -= 1 }
      let columns = characters[row.lowerBound..<end].reduce(0) { $0 + TextWidth.columns($1) }
      let room = index > 0 && indent < width ? width - indent : width
      #expect(columns <= max(room, 2) || end - row.lowerBound == 1)
    }
  }
}

@Test("a styled line keeps its styles through a break and hangs its later rows")
func styledWrap() {
  let line = StyledLine([StyledText("Trust "), StyledText("is low between", Style(.warning)), StyledText(" them")], hangingIndent: 2)
  let rows = line.wrapped(width: 12)
  #expect(rows.map(\.text) == ["Trust is low", "  between", "  them"])
  #expect(rows[0].runs.map(\.style.role) == [.text, .warning])
  #expect(rows[1].runs.last?.style.role == .warning)
}
