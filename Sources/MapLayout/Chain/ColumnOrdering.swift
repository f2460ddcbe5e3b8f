import SessionModel

/// Vertices in columns, with ties between neighbouring columns and within one, and the search for an order from top to bottom in which few of them cross.
///
/// Ties between neighbouring columns cross when their ends stand the other way round; one within a column crosses what leaves those between its ends, on the
/// side where that is less. Several beginnings are tried; from each, columns are sorted by where their neighbours stand, then every vertex is moved to where the
/// fewest ties cross, until nothing gets better. The same vertices and ties always give the same order.
struct ColumnOrdering {
  /// The vertices of each column from top to bottom.
  private(set) var columns: [[Int]]
  private let columnOf: [Int]
  /// The neighbours of each vertex in the column before, in the one after, and in its own.
  private let left: Neighbours
  private let right: Neighbours
  private let beside: Neighbours
  /// How many places from the top each vertex stands.
  private var place: [Int]
  /// Sort keys of the vertices of a column while it is swept.
  private var wish: [Int]

  /// A crossing weighs this much; a vertex between two of its column that are tied weighs one, so that those stand together where it costs nothing.
  private static let crossing = 4
  /// Beginnings that are shuffles, and rounds from each beginning.
  private static let shuffles = 2
  private static let rounds = 8

  /// `columns`: each vertex, numbered from 0, once; `ties`: between vertices of one column or of neighbouring ones, others are left out.
  init(columns: [[Int]], ties: [(Int, Int)]) {
    let count = columns.reduce(0) { $0 + $1.count }
    self.columns = columns
    var columnOf = Array(repeating: 0, count: count)
    for (number, column) in columns.enumerated() { for vertex in column { columnOf[vertex] = number } }
    self.columnOf = columnOf
    right = Neighbours(count, ties.compactMap { columnOf[$1] == columnOf[$0] + 1 ? ($0, $1) : columnOf[$0] == columnOf[$1] + 1 ? ($1, $0) : nil })
    left = Neighbours(count, ties.compactMap { columnOf[$1] == columnOf[$0] + 1 ? ($1, $0) : columnOf[$0] == columnOf[$1] + 1 ? ($0, $1) : nil })
    beside = Neighbours(count, ties.flatMap { columnOf[$0] == columnOf[$1] && $0 != $1 ? [($0, $1), ($1, $0)] : [] })
    place = Array(repeating: 0, count: count)
    wish = place
    if !ties.isEmpty { search() }
  }

  /// The neighbours of every vertex, one after another.
  private struct Neighbours {
    private var starts: [Int]
    private var all: [Int]

    init(_ count: Int, _ ties: [(Int, Int)]) {
      starts = Array(repeating: 0, count: count + 1)
      for (from, _) in ties { starts[from + 1] += 1 }
      for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
      var next = starts
      all = Array(repeating: 0, count: ties.count)
      for (from, to) in ties {
        all[next[from]] = to
        next[from] += 1
      }
    }

    subscript(vertex: Int) -> ArraySlice<Int> { all[starts[vertex]..<starts[vertex + 1]] }
    func degree(_ vertex: Int) -> Int { starts[vertex + 1] - starts[vertex] }
  }

  // MARK: The search

  private mutating func search() {
    var numbers = SeededGenerator(seed: 1)
    let given = columns
    number()
    var best = columns
    var least = weight()
    for start in 0..<(3 + Self.shuffles) where least > 0 {
      switch start {
      case 0: columns = followed(from: given, rightward: true)
      case 1: columns = followed(from: given, rightward: false)
      case 2: columns = given
      default: columns = given.map { $0.shuffled(using: &numbers) }
      }
      number()
      var before = Int.max
      for round in 0..<Self.rounds {
        if round < Self.rounds / 2 { sweep(rightward: round.isMultiple(of: 2)) }
        for _ in 0..<4 where !sift() { break }
        let now = weight()
        if now < least {
          least = now
          best = columns
        }
        if now >= before, round >= 2 { break }
        before = now
      }
    }
    columns = best
    number()
  }

  private mutating func number() { for column in columns.indices { number(column) } }

  private mutating func number(_ column: Int) { for (at, vertex) in columns[column].enumerated() { place[vertex] = at } }

  /// Every vertex beside those with whom it hangs together, in the order in which one comes upon them.
  private func followed(from given: [[Int]], rightward: Bool) -> [[Int]] {
    var found = Array(repeating: [Int](), count: given.count)
    var isSeen = Array(repeating: false, count: place.count)
    for column in rightward ? Array(given.indices) : given.indices.reversed() {
      for first in given[column] where !isSeen[first] {
        var waiting = [first]
        while let here = waiting.popLast() {
          if isSeen[here] { continue }
          isSeen[here] = true
          found[columnOf[here]].append(here)
          for next in (Array(rightward ? right[here] : left[here]) + (rightward ? left[here] : right[here])).reversed() where !isSeen[next] { waiting.append(next) }
          for next in beside[here].reversed() where !isSeen[next] { waiting.append(next) }
        }
      }
    }
    return found
  }

  /// Sorts each column by the middle of its neighbours in the column before.
  private mutating func sweep(rightward: Bool) {
    for column in rightward ? Array(columns.indices) : columns.indices.reversed() {
      for vertex in columns[column] {
        let near = rightward ? left[vertex] : right[vertex]
        guard let other = near.first else {
          wish[vertex] = (2 * place[vertex] + 1) * 2_048 / max(1, columns[column].count)
          continue
        }
        let length = max(1, columns[columnOf[other]].count)
        wish[vertex] = near.reduce(0) { $0 + (2 * place[$1] + 1) * 2_048 / length } / near.count
      }
      columns[column].sort { (wish[$0], place[$0]) < (wish[$1], place[$1]) }
      number(column)
    }
  }

  /// Moves every vertex to where the fewest ties cross, the others staying where they are. False when nobody moved.
  private mutating func sift() -> Bool {
    var moved = false
    for column in columns.indices where columns[column].count > 1 {
      for vertex in columns[column] where left.degree(vertex) + right.degree(vertex) + beside.degree(vertex) > 0 {
        let from = place[vertex]
        var best = (weight: 0, at: from)
        var sum = 0
        for at in stride(from: from - 1, through: 0, by: -1) {
          sum -= passing(vertex, columns[column][at])
          if sum < best.weight { best = (sum, at) }
        }
        sum = 0
        for at in (from + 1)..<max(from + 1, columns[column].count) {
          sum += passing(vertex, columns[column][at])
          if sum < best.weight { best = (sum, at) }
        }
        guard best.at != from else { continue }
        columns[column].remove(at: from)
        columns[column].insert(vertex, at: best.at)
        number(column)
        moved = true
      }
    }
    return moved
  }

  // MARK: Weighing

  /// What it weighs more that a vertex stands right below another instead of right above it.
  private func passing(_ vertex: Int, _ other: Int) -> Int {
    var sum = Self.crossing * (crossings(other, over: vertex) - crossings(vertex, over: other))
    let here = place[other]
    // Whoever is tied to one of the two from below had the lower one between; from above it is the other way round.
    for end in beside[vertex] where end != other { sum += place[end] > here ? -passed(other) : passed(other) }
    for end in beside[other] where end != vertex { sum += place[end] > here ? passed(vertex) : -passed(vertex) }
    return sum
  }

  /// What it weighs that a vertex stands between two of its column that are tied.
  private func passed(_ vertex: Int) -> Int { Self.crossing * min(left.degree(vertex), right.degree(vertex)) + 1 }

  private func crossings(_ upper: Int, over lower: Int) -> Int {
    var count = 0
    for a in left[upper] { for b in left[lower] where place[a] > place[b] { count += 1 } }
    for a in right[upper] { for b in right[lower] where place[a] > place[b] { count += 1 } }
    return count
  }

  private func weight() -> Int {
    var sum = 0
    for column in columns {
      for (at, upper) in column.enumerated() {
        for end in beside[upper] where place[end] > at + 1 { for between in column[(at + 1)..<place[end]] { sum += passed(between) } }
        guard right.degree(upper) > 0 else { continue }
        for lower in column[(at + 1)...] {
          for a in right[upper] { for b in right[lower] where place[a] > place[b] { sum += Self.crossing } }
        }
      }
    }
    return sum
  }
}
