/// The order of boxes within the columns that makes few lines cross.
struct ChainOrder {
  /// The boxes of each column from top to bottom, without those that stand for the rest of a segment.
  private(set) var order: [[Int]]
  /// The column of each box; nil in bands.
  let columnOf: [Int?]
  /// Where each box stands between 0 and 4,096, so that columns of different length compare.
  private var height: [Int]
  /// The partners of each box in columns to the left and to the right.
  private var left: [[Int]]
  private var right: [[Int]]

  init(_ content: ChainContent) {
    let columns = content.columns
    var place: [Int: Int] = [:]
    for (number, group) in columns.enumerated() { place[group] = number }
    columnOf = content.nodes.map { place[$0.group] }
    order = columns.map { group in
      content.groups[group].boxes.filter {
        if case .more = content.nodes[$0].id { return false }
        return true
      }
    }
    height = Array(repeating: 2_048, count: content.nodes.count)
    left = Array(repeating: [], count: content.nodes.count)
    right = left
    for place in content.guiding {
      let tie = content.ties[place]
      guard let a = columnOf[tie.from], let b = columnOf[tie.to], a != b else { continue }
      let (west, east) = a < b ? (tie.from, tie.to) : (tie.to, tie.from)
      right[west].append(east)
      left[east].append(west)
    }
    for column in order.indices { measure(column) }
    var best = order
    var fewest = crossings
    for round in 0..<8 where fewest > 0 {
      sweep(rightward: round.isMultiple(of: 2))
      swapNeighbours()
      let now = crossings
      if now < fewest {
        fewest = now
        best = order
      }
    }
    order = best
  }

  private mutating func measure(_ column: Int) {
    let count = max(1, order[column].count)
    for (place, box) in order[column].enumerated() { height[box] = (2 * place + 1) * 2_048 / count }
  }

  private mutating func sweep(rightward: Bool) {
    for column in rightward ? Array(order.indices) : order.indices.reversed() {
      let keys = order[column].map { box in
        let near = left[box].count + right[box].count
        if near == 0 { return height[box] }
        return (left[box].reduce(0) { $0 + height[$1] } + right[box].reduce(0) { $0 + height[$1] }) / near
      }
      let sorted = order[column].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      order[column] = sorted.map { order[column][$0] }
      measure(column)
    }
  }

  private mutating func swapNeighbours() {
    for column in order.indices where order[column].count > 1 {
      for _ in 0..<3 {
        var improved = false
        for place in 0..<(order[column].count - 1) {
          let upper = order[column][place]
          let lower = order[column][place + 1]
          if crossings(upper, over: lower) > crossings(lower, over: upper) {
            order[column].swapAt(place, place + 1)
            improved = true
          }
        }
        if !improved { break }
      }
      measure(column)
    }
  }

  /// Crossings between the lines of two boxes of a column when one stands above the other, on each side apart.
  private func crossings(_ upper: Int, over lower: Int) -> Int {
    Self.inversions(left[upper], left[lower], height) + Self.inversions(right[upper], right[lower], height)
  }

  private static func inversions(_ upper: [Int], _ lower: [Int], _ height: [Int]) -> Int {
    var count = 0
    for a in upper {
      let high = height[a]
      for b in lower where high > height[b] { count += 1 }
    }
    return count
  }

  private var crossings: Int {
    var sum = 0
    for column in order {
      for place in column.indices {
        for other in column.indices.dropFirst(place + 1) { sum += Self.inversions(right[column[place]], right[column[other]], height) }
      }
    }
    return sum
  }
}
