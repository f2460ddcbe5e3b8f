import Drawing
import Testing

@testable import Widgets

private func typed(_ notation: String, into field: TextField = TextField()) -> TextField {
  var field = field
  for key in keys(notation) { _ = field.handle(key) }
  return field
}

@Test("a field is edited in the middle, at both ends and by words", arguments: [
  ("hello<Left><Left>X", "helXlo"),
  ("hello<Home>X<End>Y", "XhelloY"),
  ("one two three<C-Left><C-Left>X", "one Xtwo three"),
  ("one two<Home><A-f>X<A-b>Y", "YoneX two"),
  ("one two<C-w>X", "one X"),
  ("one two-three<A-BS>X", "one two-X"),
  ("one two<Left><C-u>X", "Xo"),
  ("one two<Home><Right><C-k>X", "oX"),
  ("abc<BS><BS><Home><Del>z", "z"),
  ("<BS><Del><Left><Right>a", "a"),
])
func editing(notation: String, expected: String) {
  #expect(typed(notation).text == expected)
}

@Test("a combining mark typed alone joins the letter before it, and one Backspace takes both")
func combining() {
  let field = typed("Bani\u{301}")
  #expect(field.text == "Baní")
  #expect(field.cursor == 4)
  #expect(typed("<BS>", into: field).text == "Ban")
}

@Test("a pasted text of several lines becomes one, without tabs and control characters")
func pasting() {
  var field = TextField("ab")
  field.moveCursor(to: 1)
  #expect(field.paste("1\r\n2\t3\u{1B}\n") == .changed)
  #expect(field.text == "a1 2 3 b")
  #expect(field.cursor == 7)
}

@Test("a suggested text is replaced by the first letter, and kept by any other key")
func replacing() {
  #expect(typed("x", into: TextField("2004", replacesOnType: true)).text == "x")
  #expect(typed("<Left>x", into: TextField("2004", replacesOnType: true)).text == "200x4")
  #expect(typed("<BS>", into: TextField("2004", replacesOnType: true)).text == "")
}

@Test("whatever is typed, pasted or deleted, the field holds whole characters and its cursor is among them")
func wholeCharacters() {
  let pieces = ["a", " ", "é", "\u{301}", "👩", "\u{200D}", "👧", "🇩", "🇴", "क", "्", "ष", "ع", "漢", "\n", "\u{FE0F}"]
  var dice = Dice(state: 7)
  var field = TextField()
  for step in 0..<4000 {
    switch Int.random(in: 0..<8, using: &dice) {
    case 0: _ = field.handle(Key(.left))
    case 1: _ = field.handle(Key(.backspace))
    case 2: _ = field.handle(Key(.delete))
    case 3: _ = field.handle(Key(.right))
    case 4: field.moveCursor(to: Int.random(in: 0...40, using: &dice))
    case 5: _ = field.paste((0..<3).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined())
    default: _ = field.handle(Key(Character(pieces.randomElement(using: &dice) ?? "a")))
    }
    if field.characters != Array(field.text) || !(0...field.characters.count).contains(field.cursor) {
      Issue.record("step \(step): \(field.text.debugDescription)")
      return
    }
  }
}

@Test("a long text scrolls so that the cursor is always seen, and a click hits the character under it")
func scrolling() {
  var field = TextField(String((0..<100).map { Character(String($0 % 10)) }))
  for cursor in 0...100 {
    field.moveCursor(to: cursor)
    var surface = Surface(Size(width: 12, height: 1))
    field.draw(in: surface.bounds, on: &surface)
    let column = surface.cursor?.x ?? -1
    #expect((0..<12).contains(column))
    if cursor < 100, column > 0 {
      #expect(surface.scalars(of: surface[column, 0]) == ["\(cursor % 10)"].map { Unicode.Scalar($0)! })
    }
  }
  field.moveCursor(to: 50)
  let (first, _) = field.window(width: 12)
  _ = field.handle(MouseEvent(.press, at: Point(x: 3, y: 0)), in: screen(12, 1))
  #expect(field.cursor == first + 3)
}

@Test("wide characters are never drawn beyond the field")
func wide() {
  var field = TextField("株式会社マンゴー")
  for cursor in 0...8 {
    field.moveCursor(to: cursor)
    var surface = Surface(Size(width: 9, height: 1))
    field.draw(in: Rect(x: 1, y: 0, width: 7, height: 1), on: &surface)
    #expect(surface.scalars(of: surface[0, 0]) == [" "] && surface.scalars(of: surface[8, 0]) == [" "])
    #expect((1..<8).contains(surface.cursor?.x ?? -1))
  }
}

@Test("an empty field shows its placeholder and the cursor at its start")
func placeholder() {
  var cursor: Point?
  let lines = drawn(10, 1) { rect, surface in
    TextField().draw(in: rect, on: &surface, placeholder: "name, kind, role")
    cursor = surface.cursor
  }
  #expect(lines == ["name, kin…"])
  #expect(cursor == Point(x: 0, y: 0))
}
