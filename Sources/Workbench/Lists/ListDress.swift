import SessionModel
import Widgets

/// What a screen adds to a list of its own: a remark in the title, other columns, other cells, headings between groups of rows.
struct ListDress {
  var note = StyledLine.empty
  var groups: [ListGroup] = []
  /// Takes the columns that the facilitator chose.
  var columns: ([TableColumn]) -> [TableColumn] = { $0 }
  /// What the cells depend on besides the session and the day: rows are kept as they were drawn for that only.
  var about: EntityID?
  /// Takes the cell that the field itself would get; an empty one for a column that is no field.
  var cell: (any Entity, TableColumn, TableCell) -> TableCell = { $2 }
}

/// Rows that belong together, under a heading.
struct ListGroup: Hashable, Sendable {
  /// The index of its first entry.
  let first: Int
  var heading: StyledLine
}

/// Entries and the headings between them, as the lines of one table. The cursor stands on entries only.
struct ListRows {
  /// In the order of their first entries.
  let groups: [ListGroup]
  /// Entries.
  let count: Int

  var total: Int { count + groups.count }

  /// The line of an entry.
  func line(of entry: Int) -> Int { entry + groupsBefore { $0.first <= entry } }

  /// The entry on a line; nil for a heading.
  func entry(at line: Int) -> Int? {
    let before = groupsUp(to: line)
    if before > 0, groups[before - 1].first + before - 1 == line { return nil }
    let entry = line - before
    return entry >= 0 && entry < count ? entry : nil
  }

  func heading(at line: Int) -> StyledLine {
    let before = groupsUp(to: line)
    return before > 0 ? groups[before - 1].heading : .empty
  }

  /// The same place in the table with headings; the heading of the first entry shown stays in sight.
  func table(for table: Table) -> Table {
    guard !groups.isEmpty else { return table }
    return Table(cursor: line(of: table.cursor), top: max(0, line(of: table.top) - 1), metrics: table.metrics)
  }

  /// Headings on this line or above it.
  private func groupsUp(to line: Int) -> Int {
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].first + middle <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func groupsBefore(_ isBefore: (ListGroup) -> Bool) -> Int {
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(groups[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
