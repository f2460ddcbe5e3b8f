import Drawing
import SessionModel
import Widgets
import Words

/// A list inside an entity, in the order that the facilitator gives it: segments, agenda items, funding.
struct ItemsEditor: Sendable {
  let field: FieldDescription
  let description: RecordDescription
  var items: [Item]
  var table = Table()

  /// Replaces the item with the same id, or adds it behind the cursor.
  mutating func put(_ item: Item) {
    if let index = items.firstIndex(where: { $0.id == item.id }) {
      items[index] = item
    } else {
      let place = items.isEmpty ? 0 : min(table.cursor + 1, items.count)
      items.insert(item, at: place)
      table.move(to: place, rowCount: items.count, in: Rect(x: 0, y: 0, width: 40, height: 20))
    }
  }
}

extension Desk {
  mutating func update(_ editor: ItemsEditor, _ event: Event) -> [Effect] {
    var editor = editor
    let rect = Desk.formBody(in: Rect(size))
    var outcome = Table.Outcome.ignored
    var isDone = false
    switch event {
    case .key(let key):
      switch key {
      case Key(.escape), Key.control("s"): isDone = true
      case Key("a"), Key("+"), Key(.insert):
        layers.append(.items(editor))
        layers.append(.form(form(.item(isNew: true), editor.description.make(newID(prefix: "x")))))
        return []
      case Key("e"): outcome = .opened(editor.table.cursor)
      case Key("d"), Key(.delete):
        if editor.items.indices.contains(editor.table.cursor) { editor.items.remove(at: editor.table.cursor) }
      case Key("J"): swap(&editor, by: 1, rect)
      case Key("K"): swap(&editor, by: -1, rect)
      default: outcome = editor.table.handle(key, rowCount: editor.items.count, in: rect)
      }
    case .mouse(let mouse): outcome = editor.table.handle(mouse, rowCount: editor.items.count, columns: columns(of: editor), in: rect)
    default: break
    }
    if isDone {
      handBack(editor.items.isEmpty ? .empty : .items(editor.items), editor.field)
      return []
    }
    layers.append(.items(editor))
    if case .opened(let row) = outcome, editor.items.indices.contains(row) {
      layers.append(.form(form(.item(isNew: false), editor.items[row].record)))
    }
    return []
  }

  private func swap(_ editor: inout ItemsEditor, by step: Int, _ rect: Rect) {
    let from = editor.table.cursor
    let to = from + step
    guard editor.items.indices.contains(from), editor.items.indices.contains(to) else { return }
    editor.items.swapAt(from, to)
    editor.table.move(to: to, rowCount: editor.items.count, in: rect)
  }

  func columns(of editor: ItemsEditor) -> [TableColumn] {
    let fields = editor.description.fields.filter { $0.isProminent && (audience == .facilitator || !$0.isConfidential) }
    return fields.enumerated().map { index, field in
      TableColumn(id: field.key, title: words.label(field), width: index == 0 ? .flexible(weight: 2, min: 8) : .flexible(weight: 1, min: 6), priority: fields.count - index)
    }
  }

  func draw(_ editor: ItemsEditor, on surface: inout Surface) {
    let box = Desk.formBox(in: Rect(size))
    drawBox(box, words.label(editor.field), hints: words.frame(.itemsHints), on: &surface)
    let columns = columns(of: editor)
    editor.table.draw(
      in: Desk.formBody(in: Rect(size)), on: &surface, columns: columns, rowCount: editor.items.count, empty: words.frame(.noneYet)
    ) { row, column in
      guard editor.items.indices.contains(row), let field = editor.description.field(column.id) else { return TableCell("") }
      return TableCell(show(editor.items[row].record.value(at: field.index), field))
    }
  }
}
