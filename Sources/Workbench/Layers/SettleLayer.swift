import Drawing
import Exchange
import SessionModel
import Widgets
import Words

/// What two merged versions say differently: a list, and for the selected one both sides, either of which one key takes.
struct SettleLayer: Sendable {
  var table = Table()
}

extension Desk {
  var conflicts: [MergeConflict] { view.session.profile.conflicts }

  mutating func openSettling() { layers.append(.settle(SettleLayer())) }

  mutating func update(_ layer: SettleLayer, _ event: Event) -> [Effect] {
    var layer = layer
    let rect = settleAreas.list
    switch event {
    case .key(let key):
      switch key {
      case Key(.escape): return []
      case Key("o"): settle(layer.table.cursor, by: .ours)
      case Key("t"): settle(layer.table.cursor, by: .theirs)
      case Key("u"), Key.control("z"): if working.undoTitle != nil { undo() }
      case Key.control("y"): if working.redoTitle != nil { redo() }
      default: _ = layer.table.handle(key, rowCount: conflicts.count, in: rect)
      }
    case .mouse(let mouse): _ = layer.table.handle(mouse, rowCount: conflicts.count, columns: [], in: rect)
    default: break
    }
    guard !conflicts.isEmpty else { return [] }
    layer.table.move(to: min(layer.table.cursor, conflicts.count - 1), rowCount: conflicts.count, in: rect)
    layers.append(.settle(layer))
    return []
  }

  private mutating func settle(_ index: Int, by side: ConflictSide) {
    guard conflicts.indices.contains(index) else { return }
    let conflict = conflicts[index]
    guard let changes = working.settlement(of: conflict, by: side) else { return say(.cannotSettle, .warning) }
    let title = ConflictText(conflict, in: view.session, words: words).title
    if perform(Title(.settle, name: title), changes), conflicts.isEmpty { say(.allSettled, .success) }
  }

  private var settleBox: Rect { Rect(size).centred(width: min(size.width - 4, 110), height: size.height - 4) }

  private var settleAreas: (list: Rect, sides: Rect) {
    let inner = settleBox.inset(2, 1)
    let (list, rest) = inner.split(top: max(3, min(conflicts.count + 1, inner.height / 2)))
    return (list, rest.split(top: 1).1)
  }

  func draw(_ layer: SettleLayer, on surface: inout Surface) {
    drawBox(settleBox, words.comparison(.settleTitle) + " " + words.number(conflicts.count), hints: words.comparison(.settleHints), on: &surface)
    let areas = settleAreas
    let texts = conflicts.map { ConflictText($0, in: view.session, words: words) }
    let columns = [
      TableColumn(id: "where", title: words.comparison(.place), width: .flexible(weight: 3, min: 20), priority: 2),
      TableColumn(id: "what", title: words.comparison(.whatHappened), width: .flexible(weight: 2, min: 14), priority: 1),
    ]
    layer.table.draw(in: areas.list, on: &surface, columns: columns, rowCount: texts.count, focused: true) { row, column in
      column.id == "where" ? TableCell(texts[row].title) : TableCell(texts[row].whatHappened, .dim)
    }
    guard texts.indices.contains(layer.table.cursor) else { return }
    let text = texts[layer.table.cursor]
    let stands = conflicts[layer.table.cursor].standing
    // Both sides are on the screen, however long they are.
    let room = max(3, (areas.sides.height - (text.base.isEmpty ? 0 : 3)) / 2)
    var lines = side("o", .here, text.ours, stands: stands == .ours, width: areas.sides.width, height: room)
    lines += side("t", .there, text.theirs, stands: stands == .theirs, width: areas.sides.width, height: room)
    if !text.base.isEmpty { lines += [StyledLine(words.comparison(.before), .dim)] + StyledLine(text.base, .dim).wrapped(width: areas.sides.width) }
    for (row, line) in lines.prefix(areas.sides.height).enumerated() {
      line.draw(x: areas.sides.x, y: areas.sides.y + row, width: areas.sides.width, on: &surface)
    }
  }

  /// A side under its key, cut to so many rows.
  private func side(_ key: String, _ word: ComparisonWord, _ text: String, stands: Bool, width: Int, height: Int) -> [StyledLine] {
    var head = [StyledText(key + " ", Style(.hintKey)), StyledText(words.comparison(word), Style(.heading))]
    if stands { head.append(StyledText(" · " + words.comparison(.standsNow), .dim)) }
    var body = StyledLine("  " + text, hangingIndent: 2).wrapped(width: width)
    if body.count > height - 2 { body = Array(body.prefix(max(0, height - 3))) + [StyledLine("  …", .dim)] }
    return [StyledLine(head)] + body + [.empty]
  }
}
