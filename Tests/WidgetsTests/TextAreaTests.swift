import Drawing
import Testing

@testable import Widgets

private let box = screen(14, 4)

private func typed(_ notation: String, into area: TextArea = TextArea()) -> TextArea {
  var area = area
  for key in keys(notation) { _ = area.handle(key, in: box) }
  return area
}

@Test("lines are split, joined and edited by words across their ends", arguments: [
  ("one<Enter>two", "one\ntwo"),
  ("one<Enter>two<Home><BS>", "onetwo"),
  ("one<Enter>two<Up><End><Del>X", "oneXtwo"),
  ("one<Enter>two<C-Left><C-Left>X", "oneX\ntwo"),
  ("one two<Enter>x<C-Home><A-f>!", "one! two\nx"),
  ("one<Enter>two<C-w><C-w>X", "oneX"),
  ("one<Enter>two<C-Home><C-k><C-k>X", "Xtwo"),
  ("ab<Enter>c\u{301}<Left><BS>", "abc\u{301}"),
])
func areaEditing(notation: String, expected: String) {
  #expect(typed(notation).text == expected)
}

@Test("Up and Down go by the rows one sees and keep the column across short ones")
func rows() {
  let area = TextArea("The quick brown fox\n\njumps over the dog", cursorAtEnd: false)
  // Rows of 12: "The quick ", "brown fox", "", "jumps over ", "the dog".
  #expect(typed("<End><Left><Down>X", into: area).text == "The quick brown foXx\n\njumps over the dog")
  #expect(typed("<End><Down><Down><Down>X", into: area).text == "The quick brown fox\n\njumps oveXr the dog")
  #expect(typed("<C-End><PgUp>", into: area).position.line == 0)
  #expect(typed("<C-End><Home>X", into: area).text.hasSuffix("over Xthe dog"))
}

@Test("words wrap, the cursor is shown, and a bar says where one is")
func areaDrawing() {
  var cursor: Point?
  let area = typed("<Up>", into: TextArea("The quick brown fox\n\njumps over the dog"))
  let lines = drawn(14, 4) { rect, surface in
    area.draw(in: rect, on: &surface)
    cursor = surface.cursor
  }
  #expect(lines.map { String($0.prefix(12)).split(separator: " ").joined(separator: " ") } == [
    "brown fox", "", "jumps over", "the dog",
  ])
  #expect(cursor == Point(x: 7, y: 2))
}

@Test("undo takes back typing word by word, pastes and deletions whole, and redo brings them again")
func undoing() {
  var area = typed("red blue")
  _ = area.paste("\n1\n2", in: box)
  area = typed("<BS><BS>", into: area)
  let steps = [area.text] + (0..<3).map { _ in area = typed("<C-z>", into: area); return area.text }
  #expect(steps == ["red blue\n1", "red blue\n1\n2", "red blue", "red "])
  #expect(typed("<C-y><C-y><C-y>", into: area).text == "red blue\n1")
  #expect(typed("x<C-y>", into: area).text == "red x")
  #expect(typed("<C-z><C-z><C-z><C-z>", into: area).text == "")
}

@Test("whatever is done to a text, undoing it all brings back the start")
func undoLaw() {
  let notations = ["a", " ", "<Enter>", "<BS>", "<Del>", "<Up>", "<Down>", "<Left>", "<C-w>", "\u{301}", "漢", "<C-k>", "🇩"]
  var dice = Dice(state: 3)
  for _ in 0..<40 {
    var area = TextArea("some words\nand more", cursorAtEnd: false)
    for _ in 0..<60 {
      area = typed(notations.randomElement(using: &dice) ?? "a", into: area)
      let whole = area.lines == area.text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
      let inside = area.lines.indices.contains(area.cursor.line) && area.cursor.index <= area.lines[area.cursor.line].count
      #expect(whole && inside)
    }
    let end = area.text
    for _ in 0..<60 { area = typed("<C-z>", into: area) }
    #expect(area.text == "some words\nand more")
    for _ in 0..<60 { area = typed("<C-y>", into: area) }
    #expect(area.text == end)
  }
}

@Test("a click puts the cursor where it hits, also below the end")
func clicking() {
  var area = TextArea("The quick brown fox\n\njumps", cursorAtEnd: false)
  _ = area.handle(MouseEvent(.press, at: Point(x: 2, y: 1)), in: box)
  #expect(area.position == (0, 12))
  _ = area.handle(MouseEvent(.press, at: Point(x: 9, y: 3)), in: box)
  #expect(area.position == (2, 5))
}
