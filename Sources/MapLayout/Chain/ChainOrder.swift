/// The order of boxes within the columns that makes few lines cross.
struct ChainOrder {
  private(set) var order: [[Int]]
  private var position: [Int: Int] = [:]
  private let columnOf: [Int?]
  private var across: [Int: [Int]] = [:]

  /// `order`: the boxes of each column, in the order to start from and to fall back on.
  init(order: [[Int]], ties: [ChainContent.Tie], columnOf: [Int?]) {
    self.order = order
    self.columnOf = columnOf
    for tie in ties {
      guard let a = columnOf[tie.from], let b = columnOf[tie.to], a != b else { continue }
      across[tie.from, default: []].append(tie.to)
      across[tie.to, default: []].append(tie.from)
    }
    number()
    var best = order
    var fewest = crossings
    for round in 0..<8 where fewest > 0 {
      sweep(rightward: round.isMultiple(of: 2))
      swapNeighbours()
      let now = crossings
      if now < fewest {
        fewest = now
        best = self.order
      }
    }
    self.order = best
  }

  private mutating func number() {
    for column in order { for (place, box) in column.enumerated() { position[box] = place } }
  }

  /// Where a box stands between 0 and 4,096, so that columns of different length compare.
  private func height(_ box: Int) -> Int {
    guard let column = columnOf[box], let place = position[box] else { return 2_048 }
    return (2 * place + 1) * 2_048 / max(1, order[column].count)
  }

  private mutating func sweep(rightward: Bool) {
    for column in rightward ? Array(order.indices) : order.indices.reversed() {
      let keys = order[column].map { box in
        let near = (across[box] ?? []).filter { position[$0] != nil }
        return near.isEmpty ? height(box) : near.reduce(0) { $0 + height($1) } / near.count
      }
      let sorted = order[column].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      order[column] = sorted.map { order[column][$0] }
      for (place, box) in order[column].enumerated() { position[box] = place }
    }
  }

  private mutating func swapNeighbours() {
    for column in order.indices {
      guard order[column].count > 1 else { continue }
      var improved = true
      var rounds = 0
      while improved, rounds < 4 {
        improved = false
        rounds += 1
        for place in 0..<(order[column].count - 1) {
          let upper = order[column][place]
          let lower = order[column][place + 1]
          if crossings(upper, over: lower) > crossings(lower, over: upper) {
            order[column].swapAt(place, place + 1)
            position[upper] = place + 1
            position[lower] = place
            improved = true
          }
        }
      }
    }
  }

  /// Crossings between the lines of two boxes of a column when one stands above the other, on each side apart.
  private func crossings(_ upper: Int, over lower: Int) -> Int {
    guard let column = columnOf[upper] else { return 0 }
    var count = 0
    for a in across[upper] ?? [] {
      for b in across[lower] ?? [] {
        guard let columnA = columnOf[a], let columnB = columnOf[b], (columnA < column) == (columnB < column) else { continue }
        if height(a) > height(b) { count += columnA == columnB ? 2 : 1 }
      }
    }
    return count
  }

  private var crossings: Int {
    var sum = 0
    for column in order {
      for place in column.indices { for other in column.indices where other > place { sum += crossings(column[place], over: column[other]) } }
    }
    return sum
  }
}
