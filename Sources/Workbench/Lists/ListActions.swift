import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  /// Puts the cursor of its list, and of the map, on an entity.
  mutating func selectInList(_ ref: EntityRef) {
    let rowCount = listRowCount
    lists[ref.kind]?.select(ref.id, rowCount: rowCount)
    if ref.kind == .stakeholder { map.selected = ref.id }
  }

  /// Asks for the words that entries of the list must have; it shows only those while they are typed.
  mutating func openFilter() {
    guard let kind = currentListKind, let list = lists[kind] else { return }
    ask(
      CaptureLine(label: words.frame(.filterLabel), text: list.filter, placeholder: words.frame(.filterPlaceholder), separator: nil),
      CaptureLayer.Purpose(
        keeping: .nothing,
        changed: { desk, text, line in
          desk.lists[kind]?.filter = text
          desk.prepare()
          let shown = desk.lists[kind]?.rows.count ?? 0
          line.note = MessageLine(desk.words.message(.filtered(shown: shown, all: desk.view.session.count(of: kind))))
        },
        cancelled: { desk in
          desk.lists[kind]?.filter = ""
          desk.prepare()
        },
        finished: { _, _ in .close() }))
  }

  mutating func moveInList(_ kind: EntityKind, _ move: Move) {
    guard var list = lists[kind] else { return }
    let page = listRowCount
    switch move {
    case .up: list.move(to: list.table.cursor - 1, rowCount: page)
    case .down: list.move(to: list.table.cursor + 1, rowCount: page)
    case .pageUp: list.move(to: list.table.cursor - page, rowCount: page)
    case .pageDown: list.move(to: list.table.cursor + page, rowCount: page)
    case .first: list.move(to: 0, rowCount: page)
    case .last: list.move(to: list.rows.count - 1, rowCount: page)
    case .left: list.column = max(0, list.column - 1)
    case .right: list.column = min(list.column + 1, list.fields(audience).count - 1)
    }
    lists[kind] = list
  }

  mutating func mouseInList(_ kind: EntityKind, _ mouse: MouseEvent, dress: ListDress = ListDress(), in rect: Rect) {
    guard var list = lists[kind] else { return }
    let rows = ListRows(groups: dress.groups, count: list.rows.count)
    var table = rows.table(for: list.table)
    let outcome = table.handle(mouse, rowCount: rows.total, columns: dress.columns(tableColumns(list)), in: rect)
    if let row = rows.entry(at: table.cursor) { list.move(to: row, rowCount: max(1, list.table.pageRows(in: rect))) }
    lists[kind] = list
    switch outcome {
    case .opened: openForm()
    case .header(let column): sort(by: column)
    case .moved, .ignored: break
    }
  }

  /// The field under the cursor when digits can set it.
  func cellField(_ kind: EntityKind) -> FieldDescription? {
    guard let list = lists[kind], list.selectedID != nil, !file.isReadOnly else { return nil }
    let fields = list.fields(audience)
    guard fields.indices.contains(list.column) else { return nil }
    switch fields[list.column].kind {
    case .scale, .number: return fields[list.column]
    default: return nil
    }
  }

  func cellScale(_ kind: EntityKind) -> DigitScale? {
    guard let field = cellField(kind), let range = field.kind.range else { return nil }
    return DigitScale(range: range, name: words.label(field))
  }

  mutating func setCell(_ kind: EntityKind, digit: Int) -> Bool {
    guard let field = cellField(kind), let range = field.kind.range else { return false }
    if range.contains(digit) { setCell(kind, field, .number(digit)) }
    return true
  }

  mutating func nudgeCell(_ kind: EntityKind, _ step: Int) {
    guard let field = cellField(kind), let range = field.kind.range, let id = lists[kind]?.selectedID,
      let entity = working.session.entity(EntityRef(kind, id))
    else { return }
    var level = step > 0 ? max(range.lowerBound, 1) : range.lowerBound
    if case .number(let current) = view.value(of: field, in: entity) { level = current + step }
    if range.contains(level) { setCell(kind, field, .number(level)) }
  }

  /// Sets one field of everything marked, or of the selected row.
  private mutating func setCell(_ kind: EntityKind, _ field: FieldDescription, _ value: FieldValue) {
    var changes: [Change] = []
    let refs = targets
    for ref in refs {
      guard let entity = working.session.entity(ref) else { continue }
      if let aspect = field.aspect {
        let id = newID(.reading)
        if let change = working.readings.change(ReadingSubject(aspect, ref.id), to: value, on: today, at: now, newID: { id }) { changes.append(change) }
      } else if let better = entity.setting(field.key, to: value), Item(better) != Item(entity) {
        changes.append(.replace(better))
      }
    }
    guard let first = refs.first else { return }
    perform(Title(.edit, kind, name: working.session.name(of: first), count: refs.count, field: field.key), changes)
  }
}
