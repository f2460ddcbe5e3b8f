/// Puts stretches that would overlap into different rows, the lowest row that is free.
struct RowPacking {
  private(set) var rowCount = 0
  /// Rows by the column from which they are free again.
  private var endings: [[Int]]
  private var column = 0
  /// Free rows, the lowest last.
  private var free: [Int] = []

  init(width: Int) { endings = Array(repeating: [], count: max(0, width) + 1) }

  /// Stretches must come in the order of their starts.
  mutating func row(from start: Int, to end: Int) -> Int {
    let last = endings.count - 1
    while column <= min(max(0, start), last) {
      for row in endings[column] { release(row) }
      endings[column] = []
      column += 1
    }
    let row = free.popLast() ?? rowCount
    rowCount = max(rowCount, row + 1)
    endings[min(max(end, column), last)].append(row)
    return row
  }

  private mutating func release(_ row: Int) {
    var (low, high) = (0, free.count)
    while low < high {
      let middle = (low + high) / 2
      if free[middle] > row { low = middle + 1 } else { high = middle }
    }
    free.insert(row, at: low)
  }
}
