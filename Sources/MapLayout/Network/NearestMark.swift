/// Finds the mark nearest to a cell, each answer once: many thousands who have no cell of their own ask for a few thousand cells.
struct NearestMark {
  private let size: SceneSize
  /// The number of the mark in each cell, or -1.
  private var marks: [Int32]
  /// The answers that were given, by cell; -1 for none yet.
  private var known: [Int32]

  init(_ size: SceneSize) {
    self.size = size
    marks = Array(repeating: -1, count: size.width * size.height)
    known = marks
  }

  /// Marks come before questions.
  mutating func add(_ number: Int, at cell: ScenePoint) { marks[cell.y * size.width + cell.x] = Int32(clamping: number) }

  /// A row counts as two columns; of marks as near as one another the first is taken. Nil when there is none.
  mutating func nearest(to cell: ScenePoint) -> Int? {
    let place = cell.y * size.width + cell.x
    guard known.indices.contains(place) else { return nil }
    if known[place] < 0, let found = search(cell) { known[place] = found }
    return known[place] < 0 ? nil : Int(known[place])
  }

  private func search(_ cell: ScenePoint) -> Int32? {
    var best: (cost: Int, number: Int32)?
    for reach in 0...max(size.width, size.height) {
      // Whatever is farther out is at least this far away.
      if let best, best.cost < (2 * reach - 1) * (2 * reach - 1) { break }
      for y in (cell.y - reach)...(cell.y + reach) where y >= 0 && y < size.height {
        let isEdge = abs(y - cell.y) == reach
        let columns = isEdge ? Array((cell.x - 2 * reach)...(cell.x + 2 * reach)) : [cell.x - 2 * reach, cell.x - 2 * reach + 1, cell.x + 2 * reach - 1, cell.x + 2 * reach]
        for x in columns where x >= 0 && x < size.width {
          let number = marks[y * size.width + x]
          guard number >= 0 else { continue }
          let cost = (x - cell.x) * (x - cell.x) + 4 * (y - cell.y) * (y - cell.y)
          if best.map({ cost < $0.cost || (cost == $0.cost && number < $0.number) }) ?? true { best = (cost, number) }
        }
      }
    }
    return best?.number
  }
}
