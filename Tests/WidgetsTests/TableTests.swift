import Drawing
import Testing

@testable import Widgets

private let columns = [
  TableColumn(id: "name", title: "Name", width: .flexible(weight: 2, min: 10), priority: 9, sorting: .ascending),
  TableColumn(id: "kind", title: "Kind", width: .flexible(min: 6, max: 14), priority: 3),
  TableColumn(id: "influence", title: "Influence", width: .fixed(9), alignment: .right, priority: 2),
  TableColumn(id: "share", title: "Share", width: .fixed(12), priority: 1),
]

private func places(_ width: Int) -> [String] {
  TableLayout.slots(columns, width: width).map { "\(columns[$0.column].id) \($0.x)+\($0.width)" }
}

@Test("columns share out the width by weight, up to their limits, and go by priority where it gets narrow")
func layout() {
  #expect(places(100) == ["name 0+59", "kind 61+14", "influence 77+9", "share 88+12"])
  #expect(places(50) == ["name 0+15", "kind 17+8", "influence 27+9", "share 38+12"])
  #expect(places(42) == ["name 0+19", "kind 21+10", "influence 33+9"])
  #expect(places(28) == ["name 0+17", "kind 19+9"])
  #expect(places(10) == ["name 0+10"])
  #expect(places(4) == ["name 0+4"])
  #expect(places(0) == [])
}

@Test("at any width columns stay in order, never overlap, and never pass the edge")
func layoutLaw() {
  var dice = Dice(state: 5)
  for _ in 0..<500 {
    let columns = (0..<Int.random(in: 1...9, using: &dice)).map { index in
      let least = Int.random(in: 1...20, using: &dice)
      return TableColumn(
        id: "\(index)", title: "",
        width: Bool.random(using: &dice)
          ? .fixed(least)
          : .flexible(weight: Int.random(in: 0...3, using: &dice), min: least, max: least + Int.random(in: 0...9, using: &dice)),
        priority: Int.random(in: 0...3, using: &dice))
    }
    let width = Int.random(in: 1...200, using: &dice)
    let slots = TableLayout.slots(columns, width: width)
    #expect(!slots.isEmpty)
    #expect((slots.last.map { $0.x + $0.width } ?? 0) <= width)
    for (slot, next) in zip(slots, slots.dropFirst()) {
      #expect(slot.x + slot.width + Metrics.desk.columnGap == next.x && slot.column < next.column)
    }
    let dropped = columns.indices.filter { index in !slots.contains { $0.column == index } }
    if let worst = slots.map({ columns[$0.column].priority }).min() {
      #expect(dropped.allSatisfy { columns[$0].priority <= worst })
    }
  }
}

private let names = ["Mangos de Matanzas", "CIRAD", "مانجو", "Baní e\u{301}t co", "Frutas del Caribe"]

private func cell(_ row: Int, _ column: TableColumn) -> TableCell {
  switch column.id {
  case "name": TableCell(names[row % names.count])
  case "kind": TableCell("exporter")
  case "influence": TableCell("\(row)")
  default: TableCell(StatBar(row, of: 8), text: "\(row)")
  }
}

@Test("a table shows its header, its rows, what is marked, and where one is")
func tableDrawing() {
  var table = Table()
  _ = table.handle(Key(.down), rowCount: 50, in: screen(60, 6))
  var surface = Surface(Size(width: 60, height: 6))
  table.draw(in: surface.bounds, on: &surface, columns: columns, rowCount: 50, isMarked: { $0 == 2 }, cell: cell)
  #expect(surface.lines == block("""
      Name↑                Kind        Influence  Share
      Mangos de Matanzas   exporter            0             0 ┃
      CIRAD                exporter            1  █▎         1 │
    • مانجو                exporter            2  ██▌        2 │
      Baní ét co           exporter            3  ███▊       3 │
      Frutas del Caribe    exporter            4  █████      4 │
    """.replacing("é", with: "e\u{301}")))
  #expect(surface[5, 2].emphasis == .selected && surface[57, 2].emphasis == .selected)
  #expect(surface[5, 3].emphasis == .marked)
  table.draw(in: surface.bounds, on: &surface, columns: columns, rowCount: 50, focused: false, cell: cell)
  #expect(surface[5, 2].emphasis == .selectedElsewhere)
}

@Test("only what is on the screen is asked for, whatever the length")
func virtual() {
  var table = Table()
  _ = table.handle(Key(.end), rowCount: 1_000_000, in: screen(80, 24))
  var asked: Set<Int> = []
  _ = drawn(80, 24) { rect, surface in
    table.draw(in: rect, on: &surface, columns: columns, rowCount: 1_000_000) { row, column in
      asked.insert(row)
      return cell(row, column)
    }
  }
  #expect(asked == Set(999_977..<1_000_000))
}

@Test("keys move by rows and pages and stop at the ends", arguments: [
  ("<Down><Down><Up>", 1), ("jjk", 1), ("<PgDn>", 8), ("<PgDn><PgDn><PgUp>", 8), ("G", 99), ("<End>gj", 1), ("<Up>", 0),
])
func tableKeys(notation: String, expected: Int) {
  var table = Table()
  for key in keys(notation) { #expect(table.handle(key, rowCount: 100, in: screen(40, 10)) != .ignored) }
  #expect(table.cursor == expected)
}

@Test("a table without rows says so and takes no keys; rows that go away take the cursor along")
func emptyTable() {
  var table = Table(cursor: 40)
  #expect(table.handle(Key(.down), rowCount: 0, in: screen(40, 8)) == .ignored)
  #expect(table.handle(Key(.enter), rowCount: 0, in: screen(40, 8)) == .ignored)
  let lines = drawn(40, 5) { rect, surface in
    table.draw(in: rect, on: &surface, columns: columns, rowCount: 0, empty: "Nobody yet. Press a to add the first.", cell: cell)
  }
  #expect(lines.dropFirst().joined(separator: "|") == "|     Nobody yet. Press a to add the|                 first.|")
  let short = drawn(40, 5) { rect, surface in
    table.draw(in: rect, on: &surface, columns: columns, rowCount: 2, cell: cell)
    #expect(surface[4, 2].emphasis == .selected)
  }
  #expect(short[1].contains("Mangos"))
  #expect(table.handle(Key(.up), rowCount: 2, in: screen(40, 5)) == .moved(1))
}

@Test("a click selects, a double click opens, a title sorts, and the wheel scrolls")
func tableMouse() {
  var table = Table()
  let rect = Rect(x: 5, y: 2, width: 60, height: 6)
  func mouse(_ action: MouseEvent.Action, _ x: Int, _ y: Int) -> Table.Outcome {
    table.handle(MouseEvent(action, at: Point(x: x, y: y)), rowCount: 50, columns: columns, in: rect)
  }
  #expect(mouse(.press, 10, 5) == .moved(2))
  #expect(mouse(.doubleClick, 10, 6) == .opened(3))
  #expect(mouse(.press, 8, 2) == .header(columnID: "name"))
  #expect(mouse(.press, 1, 1) == .ignored)
  #expect(mouse(.wheelDown, 10, 5) == .moved(6))
  #expect(mouse(.press, 10, 3) == .moved(2))
}

@Test("for the room a row has two lines: what does not fit goes on in the second, and every way to a row knows that")
func largeRows() {
  let columns = [TableColumn(id: "name", title: "Name", width: .flexible(weight: 2, min: 10)), TableColumn(id: "kind", title: "Kind", width: .fixed(8))]
  var table = Table(metrics: .room(Size(width: 120, height: 40)))
  let rect = Rect(x: 0, y: 0, width: 30, height: 7)
  var surface = Surface(Size(width: 30, height: 7))
  table.draw(in: rect, on: &surface, columns: columns, rowCount: 5) { row, column in
    column.id == "kind" ? TableCell("kind") : TableCell(runs: [StyledText("! "), StyledText("Row \(row) of a long name and more")])
  }
  let lines = surface.lines
  #expect(lines[1].contains("! Row 0 of a") && lines[2].contains("  long name") && lines[3].contains("Row 1"))
  #expect(table.pageRows(in: rect) == 3)
  #expect(table.row(at: Point(x: 3, y: 4), rowCount: 5, in: rect) == 1)
  _ = table.handle(Key(.end), rowCount: 5, in: rect)
  #expect(table.top == 2 && table.row(at: Point(x: 3, y: 6), rowCount: 5, in: rect) == 4)
}

@Test("for the room a table has four columns at most, and each is half as wide again")
func fewerColumns() {
  let columns = (0..<7).map { TableColumn(id: "\($0)", title: "", width: .flexible(min: 10), priority: 9 - $0) }
  #expect(TableLayout.slots(columns, width: 110).count == 7)
  let slots = TableLayout.slots(columns, width: 110, .room(Size(width: 120, height: 40)))
  #expect(slots.map(\.column) == [0, 1, 2, 3] && slots.allSatisfy { $0.width >= 15 })
}
