import Drawing

/// A list of rows in columns, of which only those on the screen are asked for.
///
/// It holds where one is, never the rows: their number is given with every key, so that it stays right when rows come and go.
public struct Table: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    /// The cursor stands on this row now, or still.
    case moved(Int)
    /// Enter or a double click.
    case opened(Int)
    /// A click on a column's title.
    case header(columnID: String)
  }

  /// The row the cursor is on.
  public private(set) var cursor: Int
  /// The first row shown.
  public private(set) var top: Int
  /// How much room a row has.
  public var metrics: Metrics

  public init(cursor: Int = 0, top: Int = 0, metrics: Metrics = .desk) {
    self.cursor = max(0, cursor)
    self.top = max(0, top)
    self.metrics = metrics
  }

  /// Rows that fit below the header.
  public func pageRows(in rect: Rect) -> Int { rows(height: rect.height - 1) }

  private func rows(height: Int) -> Int { max(0, height) / max(1, metrics.rowLines) }

  public mutating func move(to row: Int, rowCount: Int, in rect: Rect) {
    cursor = min(max(0, row), max(0, rowCount - 1))
    top = visibleTop(rowCount: rowCount, rows: pageRows(in: rect))
  }

  public mutating func handle(_ key: Key, rowCount: Int, in rect: Rect) -> Outcome {
    let page = max(1, pageRows(in: rect) - 1)
    switch (key.code, key.modifiers) {
    case (.up, []), (.character("k"), []): return moved(to: cursor - 1, rowCount, rect)
    case (.down, []), (.character("j"), []): return moved(to: cursor + 1, rowCount, rect)
    case (.pageUp, []): return moved(to: cursor - page, rowCount, rect)
    case (.pageDown, []): return moved(to: cursor + page, rowCount, rect)
    case (.home, _), (.character("g"), []): return moved(to: 0, rowCount, rect)
    case (.end, _), (.character("G"), []): return moved(to: rowCount - 1, rowCount, rect)
    case (.enter, []) where rowCount > 0: return .opened(min(cursor, rowCount - 1))
    default: return .ignored
    }
  }

  public mutating func handle(_ mouse: MouseEvent, rowCount: Int, columns: [TableColumn], in rect: Rect) -> Outcome {
    guard rect.contains(mouse.position) else { return .ignored }
    switch mouse.action {
    case .wheelUp: return moved(to: cursor - 3, rowCount, rect)
    case .wheelDown: return moved(to: cursor + 3, rowCount, rect)
    case .press, .doubleClick:
      if mouse.position.y == rect.y {
        let x = mouse.position.x - rect.x - Table.margin
        let slot = slots(columns, rowCount: rowCount, in: rect).first { x >= $0.x && x < $0.x + $0.width }
        return slot.map { .header(columnID: columns[$0.column].id) } ?? .ignored
      }
      guard let row = row(at: mouse.position, rowCount: rowCount, in: rect) else { return .ignored }
      let outcome = moved(to: row, rowCount, rect)
      return mouse.action == .doubleClick ? .opened(row) : outcome
    default: return .ignored
    }
  }

  /// The row drawn at a place.
  public func row(at point: Point, rowCount: Int, in rect: Rect) -> Int? {
    let body = rect.split(top: 1).1
    guard body.contains(point) else { return nil }
    let row = visibleTop(rowCount: rowCount, rows: rows(height: body.height)) + (point.y - body.y) / max(1, metrics.rowLines)
    return row < rowCount ? row : nil
  }

  private mutating func moved(to row: Int, _ rowCount: Int, _ rect: Rect) -> Outcome {
    guard rowCount > 0 else { return .ignored }
    move(to: row, rowCount: rowCount, in: rect)
    return .moved(cursor)
  }

  /// The first row to show so that the cursor is seen and no room is wasted, near where it was.
  private func visibleTop(rowCount: Int, rows: Int) -> Int {
    let cursor = min(cursor, max(0, rowCount - 1))
    return max(0, min(max(top, cursor - max(1, rows) + 1), cursor, max(0, rowCount - rows)))
  }
}

// MARK: - Drawing

/// Rows of a table as they were drawn, without marks and cursor.
public struct TableMemo {
  /// How a row looked; nil when nobody knows, or when it must be drawn anew.
  public var strip: (_ row: Int) -> Strip?
  public var keep: (_ row: Int, Strip) -> Void

  public init(strip: @escaping (_ row: Int) -> Strip?, keep: @escaping (_ row: Int, Strip) -> Void) {
    self.strip = strip
    self.keep = keep
  }
}

extension Table {
  /// Columns at the left edge for the mark.
  static let margin = 2

  private func slots(_ columns: [TableColumn], rowCount: Int, in rect: Rect) -> [TableLayout.Slot] {
    let scrolls = rowCount > pageRows(in: rect)
    return TableLayout.slots(columns, width: rect.width - Table.margin - (scrolls ? 2 : 0), metrics)
  }

  /// - Parameters:
  ///   - empty: said in the middle when there are no rows.
  ///   - cell: asked for the visible cells only, by row and column.
  ///   - isMarked: whether Space has marked a row.
  ///   - memo: what rows looked like, for one who keeps it under everything that they depend on.
  public func draw(
    in rect: Rect, on surface: inout Surface, columns: [TableColumn], rowCount: Int, focused: Bool = true,
    empty: String = "", isMarked: (Int) -> Bool = { _ in false }, memo: TableMemo? = nil, cell: (_ row: Int, _ column: TableColumn) -> TableCell
  ) {
    guard !rect.isEmpty else { return }
    let (header, body) = rect.split(top: 1)
    let slots = slots(columns, rowCount: rowCount, in: rect)
    let textWidth = slots.last.map { Table.margin + $0.x + $0.width } ?? 0
    let lines = max(1, metrics.rowLines)
    // A row that is seen in part only, or that has several lines, cannot be kept.
    let memo = lines == 1 && rect.intersection(surface.clip) == rect ? memo : nil
    surface.clipped(to: rect) { surface in
      drawHeader(columns, slots, in: header, on: &surface)
      if rowCount <= 0 {
        drawEmpty(empty, in: body, on: &surface)
        return
      }
      let shown = rows(height: body.height)
      let first = visibleTop(rowCount: rowCount, rows: shown)
      let selected = min(cursor, rowCount - 1)
      for row in first..<min(rowCount, first + shown) {
        let y = body.y + (row - first) * lines
        if let strip = memo?.strip(row), strip.width == textWidth {
          surface.put(strip, x: rect.x, y: y)
        } else {
          for slot in slots {
            let column = columns[slot.column]
            cell(row, column)
              .draw(column.alignment, x: rect.x + Table.margin + slot.x, y: y, width: slot.width, lines: lines, on: &surface)
          }
          if let memo, let strip = surface.strip(x: rect.x, y: y, width: textWidth) { memo.keep(row, strip) }
        }
        let line = Rect(x: rect.x, y: y, width: rect.width, height: lines)
        if isMarked(row) {
          surface.put("•", x: rect.x, y: y, Style(.accent))
          surface.emphasise(line, .marked)
        }
        if row == selected { surface.emphasise(line, focused ? .selected : .selectedElsewhere) }
      }
      Scrollbar(total: rowCount, visible: shown, top: first)
        .draw(in: body.split(right: 1).1, on: &surface)
    }
  }

  private func drawHeader(
    _ columns: [TableColumn], _ slots: [TableLayout.Slot], in header: Rect, on surface: inout Surface
  ) {
    surface.fill(header, Style(.columnHeader))
    for slot in slots {
      let column = columns[slot.column]
      var title = column.title
      switch column.sorting {
      case .none: break
      case .ascending: title += "↑"
      case .descending: title += "↓"
      }
      // The mark of the sorting stays when the title is cut.
      if column.sorting != .none, TextWidth.columns(title) > slot.width, slot.width > 1, let mark = title.popLast() {
        surface.put(mark, x: header.x + Table.margin + slot.x + slot.width - 1, y: header.y, Style(.columnHeader))
        TableCell(title, Style(.columnHeader))
          .draw(.left, x: header.x + Table.margin + slot.x, y: header.y, width: slot.width - 1, on: &surface)
        continue
      }
      TableCell(title, Style(.columnHeader))
        .draw(column.alignment, x: header.x + Table.margin + slot.x, y: header.y, width: slot.width, on: &surface)
    }
  }

  private func drawEmpty(_ text: String, in body: Rect, on surface: inout Surface) {
    guard body.width > 4 else { return }
    let rows = LineWrap.lines(text, width: min(60, body.width - 4)).prefix(body.height)
    let top = body.y + (body.height - rows.count) / 2
    for (index, row) in rows.enumerated() {
      let x = body.x + (body.width - min(body.width, TextWidth.columns(row))) / 2
      surface.put(row, x: x, y: top + index, Style(.placeholder), width: body.right - x)
    }
  }
}
