import Drawing

extension Form {
  /// Columns before the labels, for the marks of errors and of what is confidential.
  private static let margin = 3

  /// Rows below the list for what is wrong and for help.
  private static func helpRows(in rect: Rect) -> Int { rect.height >= 14 ? 3 : rect.height >= 6 ? 2 : min(1, rect.height / 2) }

  /// The rows' part of the form.
  static func list(in rect: Rect) -> Rect { rect.split(bottom: helpRows(in: rect)).0 }

  /// Draws the form; the list of the row being edited opens over what is in `bounds`.
  public func draw(in rect: Rect, bounds: Rect? = nil, on surface: inout Surface, focused: Bool = true) {
    guard !rect.isEmpty else { return }
    let (list, help) = rect.split(bottom: Form.helpRows(in: rect))
    let visible = visible
    let first = visibleTop(rows: list.height)
    let labels = labelWidth(in: rect)
    surface.clipped(to: rect) { surface in
      for (offset, index) in visible.dropFirst(first).prefix(list.height).enumerated() {
        let line = Rect(x: list.x, y: list.y + offset, width: list.width, height: 1)
        draw(rows[index], isFocused: index == cursor && focused, labels: labels, in: line, on: &surface)
      }
      Scrollbar(total: visible.count, visible: list.height, top: first)
        .draw(in: list.split(right: 1).1, on: &surface)
      drawHelp(in: help, on: &surface)
    }
    guard focused, let completion, completion.isOpen, let field = valueRect(in: rect) else { return }
    let marked: Set<String>? = if case .choices = rows[cursor].control { Set(rows[cursor].chosen) } else { nil }
    completion.draw(at: field, in: bounds ?? rect, on: &surface, marked: marked)
  }

  /// Where the value of the row being edited is drawn; nil when it is scrolled out.
  public func valueRect(in rect: Rect) -> Rect? {
    let list = Form.list(in: rect)
    guard let place = visible.firstIndex(of: cursor) else { return nil }
    let offset = place - visibleTop(rows: list.height)
    guard offset >= 0, offset < list.height else { return nil }
    return value(in: Rect(x: list.x, y: list.y + offset, width: list.width, height: 1), labels: labelWidth(in: rect))
  }

  /// A click goes to the row it hits, and into its text.
  public mutating func handle(_ mouse: MouseEvent, in rect: Rect, bounds: Rect? = nil) -> [Outcome] {
    if isListOpen, let field = valueRect(in: rect) {
      switch completion?.handle(mouse, at: field, in: bounds ?? rect) ?? .ignored {
      case .accepted(let index):
        if case .choices = rows[cursor].control, let value = completion?.items[index].value { return toggle(value) }
        completion?.close()
        return take(index)
      case .moved: return [.handled]
      case .closed, .ignored: break
      }
    }
    let list = Form.list(in: rect)
    guard list.contains(mouse.position) else { return [] }
    switch mouse.action {
    case .wheelUp: return step(-1)
    case .wheelDown: return step(1)
    case .press, .doubleClick:
      let visible = visible
      let place = visibleTop(rows: list.height) + mouse.position.y - list.y
      guard visible.indices.contains(place), rows[visible[place]].takesCursor else { return [.handled] }
      let outcomes = visible[place] == cursor ? [.handled] : leave(to: visible[place])
      if rows[cursor].isHeading { toggleSection() }
      if rows[cursor].isText, let value = valueRect(in: rect) {
        _ = field.handle(mouse, in: editor(of: rows[cursor], in: value))
      }
      return outcomes
    default: return []
    }
  }

  /// The first visible row to show. The headings above the first field come along with it.
  func visibleTop(rows height: Int) -> Int {
    let visible = visible
    var place = visible.firstIndex(of: cursor) ?? 0
    let low = place - max(1, height) + 1
    while place > 0, !rows[visible[place - 1]].takesCursor { place -= 1 }
    return max(0, low, min(max(top, low), place, max(0, visible.count - height)))
  }

  private func labelWidth(in rect: Rect) -> Int {
    let widest = rows.reduce(0) { $1.isHeading ? $0 : max($0, TextWidth.columns($1.label)) }
    return min(widest, max(8, rect.width * 2 / 5), 30)
  }

  private func value(in line: Rect, labels: Int) -> Rect {
    let x = line.x + Form.margin + labels + 2
    return Rect(x: x, y: line.y, width: line.right - 2 - x, height: 1)
  }

  private func editor(of row: FormRow, in value: Rect) -> Rect {
    let unit = TextWidth.columns(row.unit)
    return unit > 0 && unit + 1 < value.width ? value.split(right: unit + 1).0 : value
  }

  // MARK: - One row

  private func draw(_ row: FormRow, isFocused: Bool, labels: Int, in line: Rect, on surface: inout Surface) {
    if row.isHeading {
      drawHeading(row, isFocused: isFocused, in: line, on: &surface)
      return
    }
    if row.error != nil { surface.put("!", x: line.x, y: line.y, Style(.error)) }
    if row.isConfidential { surface.put("◆", x: line.x + 1, y: line.y, Style(.confidential)) }
    let labelStyle = Style(row.isConfidential ? .confidential : isFocused ? .strong : .dim)
    surface.put(row.label, x: line.x + Form.margin, y: line.y, labelStyle, width: labels)
    let value = value(in: line, labels: labels)
    guard !value.isEmpty else { return }
    if isFocused {
      drawEditor(row, in: value, on: &surface)
    } else {
      drawValue(row, in: value, Style(row.error == nil ? .text : .error), on: &surface)
    }
  }

  private func drawHeading(_ row: FormRow, isFocused: Bool, in line: Rect, on surface: inout Surface) {
    var x = line.x + 1
    if row.folds {
      surface.put(folded.contains(row.id) ? "▸" : "▾", x: x, y: line.y, Style(.accent))
      x += 2
    }
    let used = surface.put(row.label, x: x, y: line.y, Style(.heading), width: line.right - 2 - x)
    let from = x + used + 1
    surface.fill(Rect(x: from, y: line.y, width: line.right - 2 - from, height: 1), with: "─", Style(.border))
    if isFocused {
      surface.emphasise(Rect(x: x, y: line.y, width: used, height: 1), .selected)
      surface.cursor = nil
    }
  }

  private func drawEditor(_ row: FormRow, in value: Rect, on surface: inout Surface) {
    let active = Style(.fieldActive)
    if row.isText {
      let editor = editor(of: row, in: value)
      field.draw(in: editor, on: &surface, placeholder: row.placeholder)
      if editor != value { surface.put(row.unit, x: editor.right + 1, y: value.y, Style(.dim)) }
      return
    }
    if row.control == .readOnly {
      drawValue(row, in: value, Style(.dim), on: &surface)
      surface.cursor = nil
      return
    }
    surface.fill(value, active)
    if !field.isEmpty {
      field.draw(in: value, on: &surface)
      return
    }
    drawValue(row, in: value, active, on: &surface)
    surface.cursor = Point(x: value.x, y: value.y)
    if case .choice = row.control, value.width > 4 {
      surface.put("‹›", x: value.right - 2, y: value.y, Style(.placeholder))
    }
  }

  private func drawValue(_ row: FormRow, in value: Rect, _ style: Style, on surface: inout Surface) {
    if row.text.isEmpty, !row.placeholder.isEmpty {
      surface.put(row.placeholder, x: value.x, y: value.y, Style(.placeholder), width: value.width)
      return
    }
    var x = value.x
    switch row.control {
    case .scale(let levels):
      let place = levels.firstIndex { $0.value == row.text }
      for level in levels.indices {
        let isFilled = place.map { level <= $0 } ?? false
        surface.put(isFilled ? "●" : "○", x: x, y: value.y, isFilled ? Style(.accent) : Style(.dim))
        x += 1
        if x >= value.right { return }
      }
      if row.text.isEmpty { return }
      x += 1
      if place != nil { x += surface.put(row.text + " ", x: x, y: value.y, style, width: max(0, value.right - x)) }
    case .flag(let yes, let no):
      let mark = row.text == yes.value ? "[x]" : row.text == no.value ? "[ ]" : "[?]"
      x += surface.put(mark + " ", x: x, y: value.y, style, width: value.width)
    default: break
    }
    x += surface.put(row.shown, x: x, y: value.y, style, width: max(0, value.right - x))
    if !row.unit.isEmpty, !row.text.isEmpty {
      surface.put(row.unit, x: x + 1, y: value.y, Style(.dim), width: max(0, value.right - x - 1))
    }
    if row.control == .longText, row.text.contains("\n"), x + 2 <= value.right {
      surface.put("…", x: x + 1, y: value.y, Style(.dim))
    }
  }

  private func drawHelp(in area: Rect, on surface: inout Surface) {
    guard !area.isEmpty, rows.indices.contains(cursor) else { return }
    let row = rows[cursor]
    let width = area.width - Form.margin - 1
    guard width > 0 else { return }
    var lines: [StyledLine] = []
    if let error = row.error { lines += StyledLine(error, Style(.error)).wrapped(width: width) }
    if !row.help.isEmpty { lines += StyledLine(row.help, .dim).wrapped(width: width) }
    let spare = max(0, area.height - lines.count)
    for (offset, line) in lines.prefix(area.height).enumerated() {
      line.draw(x: area.x + Form.margin, y: area.y + min(1, spare) + offset, width: width, on: &surface)
    }
  }
}
