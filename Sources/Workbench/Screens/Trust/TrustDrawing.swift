import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  /// One text in the middle, for a screen that has nothing else to show.
  static func drawCentred(_ text: String, in rect: Rect, on surface: inout Surface) {
    guard rect.width > 4 else { return }
    let rows = text.split(separator: "\n").flatMap { StyledLine(String($0), .dim).wrapped(width: min(64, rect.width - 4)) }.prefix(rect.height)
    for (index, row) in rows.enumerated() {
      let columns = min(rect.width, row.columns)
      row.draw(x: rect.x + (rect.width - columns) / 2, y: rect.y + (rect.height - rows.count) / 2 + index, width: rect.width, on: &surface)
    }
  }

  func drawTrustMatrix(_ grid: TrustGrid, on surface: inout Surface) {
    drawTrustTitle(in: grid.title, on: &surface)
    let columns = grid.columns(left: trust.left, trust.matrix)
    let rows = grid.rows(top: trust.top, trust.matrix)
    drawTrustColumns(columns, grid, on: &surface)
    drawTrustRows(rows, columns, grid, on: &surface)
    drawTrustCross(grid, on: &surface)
    drawTrustFoot(grid.foot, on: &surface)
    // What lies beyond the edges.
    if rows.upperBound < trust.matrix.members.count || trust.top > 0 {
      Scrollbar(total: trust.matrix.members.count, visible: rows.count, top: trust.top).draw(
        in: Rect(x: grid.cells.right, y: grid.cells.y, width: 1, height: grid.cells.height), on: &surface)
    }
    if columns.upperBound < trust.matrix.members.count {
      surface.put("›", x: grid.columnHeads.right - 1, y: grid.columnHeads.bottom - 1, Style(.accent))
    }
    if trust.left > 0 { surface.put("‹", x: grid.columnHeads.x - 1, y: grid.columnHeads.bottom - 1, Style(.accent)) }
  }

  private func drawTrustTitle(in rect: Rect, on surface: inout Surface) {
    let index = trust.analysis.index
    var line = StyledLine([
      StyledText(words.trust(.title), Style(.heading)), StyledText(" " + words.trustOrder(trust.order), .dim),
    ])
    // Whole figures only, as many as there is room for.
    func add(_ runs: [StyledText]) {
      let longer = StyledLine(line.runs + runs)
      if longer.columns <= rect.width - 2 { line = longer }
    }
    for (scope, text) in [(TrustScope.all, TrustText.all), (.smallToLarge, .smallToLarge), (.largeToSmall, .largeToSmall)] {
      guard let value = index[scope].value else { continue }
      add([StyledText("   " + words.trust(text) + " ", .dim), StyledText(words.mean(value), Style(.trust(Int(value.rounded()))))])
    }
    add([StyledText("   " + words.directionsRead(index[.all].count), .dim)])
    add([StyledText("   " + words.enteredAs(trust.obtained), .dim)])
    line.draw(x: rect.x + 1, y: rect.y, width: rect.width - 2, on: &surface)
  }

  private func groupName(_ name: TrustMatrix.Group.Name) -> String {
    switch name {
    case .segment(let id): view.session.segment(id)?.name ?? id.text
    case .group(let group): words.word(group)
    case .trust(let number): words.trustingGroup(number + 1)
    case .size(.small): words.trust(.small)
    case .size(.large): words.trust(.large)
    case .none: words.trust(.otherGroup)
    }
  }

  private func drawTrustColumns(_ columns: Range<Int>, _ grid: TrustGrid, on surface: inout Surface) {
    let matrix = trust.matrix
    for column in columns {
      let x = grid.cells.x + grid.x(of: column, left: trust.left, matrix)
      let group = matrix.groups[matrix.groupOf[column]]
      if column == columns.lowerBound || column == group.members.lowerBound {
        let end = min(group.members.upperBound, columns.upperBound)
        let width = (end - column) * grid.cellWidth
        surface.put(groupName(group.name), x: x, y: grid.groupNames.y, Style(.segment), width: width)
        if column > columns.lowerBound {
          surface.fill(Rect(x: x - 1, y: grid.groupNames.y, width: 1, height: grid.cells.bottom - grid.groupNames.y), with: "│", Style(.border))
        }
      }
      let isSelected = column == trust.column
      let style = Style(isSelected ? .strong : .columnHeader)
      if grid.columnHeads.height > 1 {
        drawUpright(trustName(matrix.members[column]), x: x + grid.cellWidth - 2, in: grid.columnHeads, style, on: &surface)
      } else {
        surface.put(TextWidth.padded(String(column + 1), to: grid.cellWidth - 1, .right), x: x, y: grid.columnHeads.y, style)
      }
      if isSelected { surface.emphasise(Rect(x: x, y: grid.columnHeads.y, width: grid.cellWidth, height: grid.columnHeads.height), .selected) }
    }
  }

  /// A name from top to bottom, ending on the last row.
  private func drawUpright(_ name: String, x: Int, in rect: Rect, _ style: Style, on surface: inout Surface) {
    let shown = Array(TextWidth.truncated(name, to: rect.height))
    for (index, character) in shown.prefix(rect.height).enumerated() {
      surface.put(character, x: x, y: rect.bottom - min(shown.count, rect.height) + index, style)
    }
  }

  private func drawTrustRows(_ rows: Range<Int>, _ columns: Range<Int>, _ grid: TrustGrid, on surface: inout Surface) {
    let matrix = trust.matrix
    let numberWidth = grid.cellWidth - 1
    for row in rows {
      let y = grid.cells.y + grid.y(of: row, top: trust.top, matrix)
      let group = matrix.groups[matrix.groupOf[row]]
      if row == rows.lowerBound || row == group.members.lowerBound {
        let used = surface.put(groupName(group.name), x: grid.rowHeads.x + 1, y: y - 1, Style(.segment), width: grid.cells.right - grid.rowHeads.x - 3)
        let rest = Rect(x: grid.rowHeads.x + used + 2, y: y - 1, width: grid.cells.right - grid.rowHeads.x - used - 2, height: 1)
        surface.fill(rest, with: "─", Style(.border))
      }
      let isSelected = row == trust.row
      surface.put(TextWidth.padded(String(row + 1), to: numberWidth, .right), x: grid.rowHeads.x, y: y, Style(isSelected ? .strong : .dim))
      surface.put(
        trustName(matrix.members[row]), x: grid.rowHeads.x + numberWidth + 1, y: y, Style(isSelected ? .strong : .text),
        width: grid.rowHeads.width - numberWidth - 2)
      if columns.contains(row) {
        surface.put("╲", x: grid.cells.x + grid.x(of: row, left: trust.left, matrix) + numberWidth - 1, y: y, Style(.border))
      }
      for cell in matrix.cells(row: row, columns: columns) {
        let x = grid.cells.x + grid.x(of: cell.column, left: trust.left, matrix) + numberWidth - 1
        guard let level = cell.level else {
          surface.put("·", x: x, y: y, .dim)
          continue
        }
        surface.put(String(level), x: x, y: y, Style(.trust(level)))
        let pair = TrustPair(matrix.members[row], matrix.members[cell.column])
        if trust.splits.contains(pair) { surface.put("÷", x: x - 1, y: y, Style(.warning)) }
        if trust.since != nil {
          if let step = trust.steps[pair] { surface.put(step > 0 ? "▴" : "▾", x: x + 1, y: y, Style(step > 0 ? .success : .error)) }
        } else if let back = cell.back, let gap = cell.gap, cell.column != row {
          // Small beside it the other direction, so that one cell tells of both.
          surface.put(Desk.small(back), x: x + 1, y: y, abs(gap) >= TrustGaps.notable ? Style(.warning, .bold) : .dim)
        }
      }
    }
  }

  /// A level as a small digit.
  private static func small(_ level: Int) -> Character { ["₀", "₁", "₂", "₃", "₄", "₅"][min(max(0, level), 5)] }

  /// The cell under the cursor, and the heads of its row and column. The rows between stay as they are: shading them would draw half the
  /// screen anew with every step.
  private func drawTrustCross(_ grid: TrustGrid, on surface: inout Surface) {
    let matrix = trust.matrix
    let x = grid.cells.x + grid.x(of: trust.column, left: trust.left, matrix)
    let y = grid.cells.y + grid.y(of: trust.row, top: trust.top, matrix)
    let isHere = layers.isEmpty
    surface.emphasise(Rect(x: grid.rowHeads.x, y: y, width: grid.rowHeads.width, height: 1), isHere ? .selected : .selectedElsewhere)
    surface.emphasise(Rect(x: x, y: y, width: grid.cellWidth, height: 1), isHere ? [.selected, .bold] : .selectedElsewhere)
    // Brackets, so that the cell is found without colour too.
    surface.put("[", x: x + grid.cellWidth - 3, y: y, Style(.accent, isHere ? [.selected, .bold] : .selectedElsewhere))
    surface.put("]", x: x + grid.cellWidth - 1, y: y, Style(.accent, isHere ? [.selected, .bold] : .selectedElsewhere))
  }

  /// The pair under the cursor with full names, how far the two trust each other, and what the marks mean.
  private func drawTrustFoot(_ rect: Rect, on surface: inout Surface) {
    guard let pair = trust.pair, rect.height > 0 else { return }
    let history = trust.analysis.history
    let isItself = pair.from == pair.to
    let (from, to) = (trustName(pair.from), isItself ? words.trust(.itself) : trustName(pair.to))
    let width = rect.width - 2
    let arrow = StyledText(isItself ? " · " : " → ", .dim)
    let names = StyledLine([StyledText(from, Style(.strong)), arrow, StyledText(to, Style(.strong))])
    // Long names get a row each rather than a cut.
    var lines = names.columns <= width ? [names] : [StyledLine([StyledText(from, Style(.strong)), arrow]), StyledLine(to, Style(.strong))]
    var levels = [trustLevel(history.level(pair))]
    if !isItself { levels += [StyledText("   " + words.trust(.back) + " ", .dim), trustLevel(history.level(pair.reversed))] }
    lines.append(StyledLine(levels))
    lines.append(StyledLine(trust.since.map { words.trustLegend(since: $0) } ?? words.trust(.legend), .dim))
    for (index, line) in lines.prefix(rect.height).enumerated() { line.draw(x: rect.x + 1, y: rect.y + index, width: width, on: &surface) }
  }
}
