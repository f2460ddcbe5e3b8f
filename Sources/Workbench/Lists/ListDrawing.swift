import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  func tableColumns(_ list: EntityList) -> [TableColumn] { tableColumns(list, list.fields(audience)) }

  private func tableColumns(_ list: EntityList, _ fields: [FieldDescription]) -> [TableColumn] {
    fields.enumerated().map { index, field in
      let sorting: TableColumn.Sorting = field.key != list.sortKey ? .none : list.isAscending ? .ascending : .descending
      return TableColumn(
        id: field.key, title: words.label(field), width: columnWidth(field, isFirst: index == 0), alignment: field.kind.range == nil ? .left : .right,
        priority: index == 0 ? 100 : fields.count - index, sorting: sorting)
    }
  }

  private func columnWidth(_ field: FieldDescription, isFirst: Bool) -> TableColumn.Width {
    if isFirst { return .flexible(weight: 4, min: 22) }
    return switch field.kind {
    case .scale, .flag: .fixed(max(5, min(11, TextWidth.columns(words.label(field)) + 1)))
    case .number: .fixed(max(5, min(11, TextWidth.columns(words.label(field)) + 1)))
    case .date: .fixed(11)
    case .levels: .fixed(13)
    default: .flexible(weight: 2, min: 10)
    }
  }

  /// A list with its title row; the title tells how many there are, and what it is narrowed to.
  func drawList(_ kind: EntityKind, in rect: Rect, isFocused: Bool, dress: ListDress = ListDress(), on surface: inout Surface) {
    guard let list = lists[kind], rect.height > 0 else { return }
    let (head, body) = rect.split(top: 1)
    let all = view.session.count(of: kind)
    var title = words.capitalisedPlural(kind) + " " + String(list.rows.count)
    if list.rows.count != all { title += " / " + String(all) }
    var x = head.x + 1
    x += surface.put(title, x: x, y: head.y, Style(isFocused ? .heading : .dim), width: head.width - 2)
    if !list.filter.isEmpty { x += surface.put("  “" + list.filter + "”", x: x, y: head.y, Style(.match), width: head.right - x) }
    if !list.marks.isEmpty { x += surface.put("  •" + String(list.marks.count), x: x, y: head.y, Style(.accent), width: head.right - x) }
    dress.note.draw(x: x + 2, y: head.y, width: head.right - x - 2, on: &surface)
    guard !body.isEmpty else { return }
    let fields = list.fields(audience)
    let columns = dress.columns(tableColumns(list, fields))
    let keys = fields.map(\.key)
    let marksAll = list.marks
    let setting = RowMemo.Setting(kind: kind, columns: keys, today: today)
    let page = view.rows.page(setting)
    page.lay(RowMemo.Layout(screen: screen, about: dress.about, columns: columns, width: body.width))
    // Cells are asked for row by row.
    var current: (index: Int, row: RowMemo.Row?) = (-1, nil)
    let rows = ListRows(groups: dress.groups, count: list.rows.count)
    let table = rows.table(for: list.table)
    // Where digits would set something, the cell shows it.
    let choosing = isFocused && list.column > 0 ? list.table.cursor : nil
    func kept(_ line: Int) -> EntityID? { rows.entry(at: line).flatMap { $0 == choosing ? nil : list.rows[$0] } }
    table.draw(
      in: body, on: &surface, columns: columns, rowCount: rows.total, focused: isFocused && layers.isEmpty,
      empty: list.filter.isEmpty ? words.empty(kind) : words.frame(.findEmpty),
      isMarked: { line in !marksAll.isEmpty && rows.entry(at: line).map { marksAll.contains(list.rows[$0]) } ?? false },
      memo: TableMemo(strip: { kept($0).flatMap { page.strip($0) } }, keep: { line, strip in if let id = kept(line) { page.keep(strip, id) } })
    ) { line, column in
      guard let index = rows.entry(at: line) else { return TableCell("") }
      if current.index != index {
        let id = list.rows[index]
        current = (index, page.row(id))
        if current.row == nil, let row = row(EntityRef(kind, id), fields) {
          current.row = row
          page.keep(row, id)
        }
      }
      guard let row = current.row else { return TableCell("") }
      guard let place = keys.firstIndex(of: column.id) else { return dress.cell(row.entity, column, TableCell("")) }
      var cell = row.cells[place]
      if place == list.column, index == choosing { cell = underCursor(cell, row.values[place]) }
      return dress.cell(row.entity, column, cell)
    }
    guard !rows.groups.isEmpty else { return }
    // A heading goes right across the columns, as near to its rows as it can.
    let lines = table.metrics.rowLines
    for y in stride(from: body.y + lines, to: max(body.y + lines, body.bottom), by: lines) {
      guard let line = table.row(at: Point(x: body.x, y: y), rowCount: rows.total, in: body), rows.entry(at: line) == nil else { continue }
      rows.heading(at: line).draw(x: body.x + 1, y: y, width: body.width - 4, on: &surface)
    }
  }

  private func row(_ ref: EntityRef, _ fields: [FieldDescription]) -> RowMemo.Row? {
    guard let entity = view.session.entity(ref) else { return nil }
    let stored = entity.values
    let values = fields.map { $0.aspect == nil ? stored[$0.index] : view.value(of: $0, in: entity) }
    return RowMemo.Row(entity, values, zip(values, fields).map { cell($0, $1, entity) })
  }

  private func cell(_ value: FieldValue, _ field: FieldDescription, _ entity: any Entity) -> TableCell {
    var style = Style(field.index == 0 ? .strong : .text)
    if case .choice(let code) = value {
      switch code {
      case ActionStatus.blocked.rawValue: style = Style(.error)
      case ActionStatus.done.rawValue, InitiativeStatus.succeeded.rawValue: style = Style(.success)
      case ActionStatus.dropped.rawValue: style = .dim
      default: break
      }
    }
    if case .date = value, let action = entity as? ActionItem, field.key == "due", action.isLate(on: today) { style = Style(.warning) }
    if case .scale(let scale) = field.kind, case .number(let level) = value {
      return TableCell(scale.range.lowerBound < 0 ? (level > 0 ? "+\(level)" : "\(level)") : dots(level), style)
    }
    return TableCell(show(value, field), style)
  }

  /// How a cell looks that digits would set.
  private func underCursor(_ cell: TableCell, _ value: FieldValue) -> TableCell {
    var cell = value.isEmpty ? TableCell("·", cell.runs.first?.style ?? .text) : cell
    for index in cell.runs.indices { cell.runs[index].style = cell.runs[index].style.adding([.underlined, .bold]) }
    return cell
  }

  /// A level of 1…5 as dots, which read from the back of the room.
  func dots(_ level: Int) -> String {
    let filled = min(max(level, 0), 5)
    return String(repeating: "●", count: filled) + String(repeating: "○", count: 5 - filled)
  }
}
