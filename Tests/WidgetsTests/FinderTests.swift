import Drawing
import Testing

@testable import Widgets

private let items = [
  FinderItem("Add a stakeholder", detail: "someone in the chain", note: "a"),
  FinderItem("Undo", note: "u", unavailable: "nothing to undo"),
  FinderItem("Add an action", note: "A"),
  FinderItem("Export", detail: "report, tables, map", note: "x"),
]

@Test("typing narrows the list, best first, and Enter chooses")
func finding() {
  var finder = Finder(items)
  let outcomes = keys("acti").map { finder.handle($0) }
  #expect(outcomes.last == .query("acti"))
  #expect(finder.selectedIndex == 2)
  #expect(finder.handle(Key(.enter)) == .chosen(2))
  #expect(finder.handle(Key(.escape)) == .cancelled)
}

@Test("a detail is found too, behind every title")
func details() {
  var finder = Finder(items)
  for key in keys("map") { _ = finder.handle(key) }
  #expect(finder.matches == [3])
}

@Test("what cannot be chosen says why and stays")
func unavailable() {
  var finder = Finder(items)
  for key in keys("undo") { _ = finder.handle(key) }
  #expect(finder.handle(Key(.enter)) == .unavailable(1))
  let lines = drawn(50, 6) { rect, surface in finder.draw(in: rect, on: &surface, title: "Commands") }
  #expect(lines == block("""
    ┌ Commands ──────────────────────────────────────┐
    │ › undo                                         │
    ├────────────────────────────────────────────────┤
    │ Undo  nothing to undo                        u │
    │                                                │
    └────────────────────────────────────────────────┘
    """))
}

@Test("a caller that ranks gets every query and shows its own results in its own order")
func ownResults() {
  var finder = Finder([], ranks: false)
  #expect(finder.handle(Key("z")) == .query("z"))
  finder.show([FinderItem("b"), FinderItem("a")])
  #expect(finder.matches == [0, 1])
  #expect(finder.handle(Key(.down)) == .moved)
  #expect(finder.handle(Key(.enter)) == .chosen(1))
  #expect(finder.handle(Key(.enter)) == .chosen(1))
}

@Test("with nothing found it says so, and Enter does nothing")
func nothing() {
  var finder = Finder(items)
  for key in keys("qqq") { _ = finder.handle(key) }
  #expect(finder.handle(Key(.enter)) == .moved)
  let lines = drawn(40, 5) { rect, surface in
    finder.draw(in: rect, on: &surface, title: "Find", empty: "Nothing by that name.")
  }
  #expect(lines[3] == "│ Nothing by that name.                │")
}

@Test("a long list scrolls with the cursor and is clicked by what one sees")
func longList() {
  var finder = Finder((0..<100).map { FinderItem("item \($0)") })
  let box = screen(40, 9)
  let rows = Finder.list(in: box).height
  for _ in 0..<20 { _ = finder.handle(Key(.down), rows: rows) }
  let lines = drawn(40, 9) { rect, surface in finder.draw(in: rect, on: &surface, title: "") }
  #expect(lines[7].hasPrefix("│ item 20"))
  #expect(finder.handle(MouseEvent(.press, at: Point(x: 4, y: 3)), in: box) == .chosen(16))
}
