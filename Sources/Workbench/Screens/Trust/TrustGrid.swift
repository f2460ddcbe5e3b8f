import ChainAnalysis
import Drawing

/// Where the parts of the trust matrix stand on a screen of some size, and which rows and columns fit.
struct TrustGrid: Hashable {
  /// One row each for the name of the screen, and for the groups of the columns.
  let title: Rect
  let groupNames: Rect
  /// The short names or numbers over the columns.
  let columnHeads: Rect
  let rowHeads: Rect
  let cells: Rect
  /// The selected pair in full.
  let foot: Rect
  let cellWidth: Int

  init(_ rect: Rect, matrix: TrustMatrix, footRows: Int) {
    let (title, below) = rect.split(top: 1)
    let (body, foot) = below.split(bottom: footRows)
    self.title = title
    self.foot = foot
    let count = matrix.members.count
    let digits = String(max(1, count)).count
    cellWidth = max(3, digits + 1)
    let names = min(34, max(20, rect.width * 3 / 10))
    // What is left when all rows are shown may go to names over the columns; a few letters of them would say less than a number.
    let spare = body.height - 2 - count - matrix.groups.count
    let headRows = count > 0 && spare >= 9 ? min(20, spare) : 1
    let (groups, rest) = body.split(top: 1)
    let (heads, grid) = rest.split(top: headRows)
    rowHeads = grid.split(left: names).0
    // The last column is kept for the scrollbar.
    cells = grid.split(left: names).1.split(right: 1).0
    groupNames = groups.split(left: names).1.split(right: 1).0
    columnHeads = heads.split(left: names).1
  }

  /// Columns of cells from the first shown to where a member stands; groups are set apart by one column more.
  func x(of column: Int, left: Int, _ matrix: TrustMatrix) -> Int {
    guard matrix.groupOf.indices.contains(column), matrix.groupOf.indices.contains(left) else { return 0 }
    return (column - left) * cellWidth + matrix.groupOf[column] - matrix.groupOf[left]
  }

  /// Rows from the first shown to where a member stands, the names of groups counted; the first group's name is always there.
  func y(of row: Int, top: Int, _ matrix: TrustMatrix) -> Int {
    guard matrix.groupOf.indices.contains(row), matrix.groupOf.indices.contains(top) else { return 0 }
    return row - top + matrix.groupOf[row] - matrix.groupOf[top] + 1
  }

  /// The columns that can be seen.
  func columns(left: Int, _ matrix: TrustMatrix) -> Range<Int> {
    var end = left
    while end < matrix.members.count, x(of: end, left: left, matrix) + cellWidth <= cells.width { end += 1 }
    return min(left, matrix.members.count)..<max(min(left, matrix.members.count), end)
  }

  /// The rows that can be seen.
  func rows(top: Int, _ matrix: TrustMatrix) -> Range<Int> {
    var end = top
    while end < matrix.members.count, y(of: end, top: top, matrix) < cells.height { end += 1 }
    return min(top, matrix.members.count)..<max(min(top, matrix.members.count), end)
  }

  /// The first row and column to show so that the cursor is seen and no room is wasted, near where they were.
  func scrolled(row: Int, column: Int, top: Int, left: Int, _ matrix: TrustMatrix) -> (top: Int, left: Int) {
    let last = max(0, matrix.members.count - 1)
    var top = min(max(0, top), row)
    var left = min(max(0, left), column)
    // A jump over many rows goes there at once; the rest is a matter of a few steps.
    top = max(top, row - cells.height)
    left = max(left, column - cells.width / max(1, cellWidth))
    while top < row, y(of: row, top: top, matrix) >= cells.height { top += 1 }
    while left < column, x(of: column, left: left, matrix) + cellWidth > cells.width { left += 1 }
    while top > 0, y(of: last, top: top - 1, matrix) < cells.height { top -= 1 }
    while left > 0, x(of: last, left: left - 1, matrix) + cellWidth <= cells.width { left -= 1 }
    return (top, left)
  }
}
