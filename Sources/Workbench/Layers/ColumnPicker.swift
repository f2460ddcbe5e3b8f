import Drawing
import SessionModel
import Widgets
import Words

/// Which fields a list shows as columns, shown or hidden with Space.
struct ColumnPicker: Sendable {
  let kind: EntityKind
  let fields: [FieldDescription]
  var table = Table()
}

extension Desk {
  mutating func openColumns() {
    guard let kind = currentListKind else { return }
    let fields = kind.description.fields.filter { $0.kind.isScalar && (audience == .facilitator || !$0.isConfidential) }
    layers.append(.pick(ColumnPicker(kind: kind, fields: fields)))
  }

  static func pickerBox(in screen: Rect, rows: Int) -> Rect { screen.centred(width: 44, height: min(rows + 3, screen.height - 4)) }

  mutating func update(_ picker: ColumnPicker, _ event: Event) -> [Effect] {
    var picker = picker
    let inner = Desk.pickerBox(in: Rect(size), rows: picker.fields.count).inset(1, 1)
    switch event {
    case .key(let key):
      if key == Key(.escape) || key == Key(.enter) { return [] }
      if key == Key(" "), picker.fields.indices.contains(picker.table.cursor) { toggleColumn(picker.fields[picker.table.cursor].key, picker.kind) }
      _ = picker.table.handle(key, rowCount: picker.fields.count, in: inner)
    case .mouse(let mouse):
      if case .moved(let row) = picker.table.handle(mouse, rowCount: picker.fields.count, columns: [], in: inner), mouse.action == .press {
        toggleColumn(picker.fields[row].key, picker.kind)
      }
    default: break
    }
    layers.append(.pick(picker))
    return []
  }

  /// A shown column goes, unless it is the last; a hidden one comes in the order of the fields.
  private mutating func toggleColumn(_ key: String, _ kind: EntityKind) {
    guard var list = lists[kind] else { return }
    if let index = list.columns.firstIndex(of: key) {
      if list.columns.count > 1 { list.columns.remove(at: index) }
    } else {
      let wanted = Set(list.columns + [key])
      list.columns = kind.description.fields.map(\.key).filter { wanted.contains($0) }
    }
    list.column = min(list.column, list.columns.count - 1)
    lists[kind] = list
  }
}
