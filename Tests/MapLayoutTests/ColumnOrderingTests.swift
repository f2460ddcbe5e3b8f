import SessionModel
import Testing

@testable import MapLayout

@Suite("The order in columns")
struct ColumnOrderingTests {
  @Test("lets no more ties cross than any order could", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func fewest(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let columns = (0..<3).map { column in (0..<4).map { 4 * column + $0 } }
    let ties = (0..<9).map { _ in
      let column = numbers.below(2)
      return (4 * column + numbers.below(4), 4 * column + 4 + numbers.below(4))
    }
    var least = Int.max
    for first in Self.orders(columns[0]) {
      for second in Self.orders(columns[1]) {
        let half = Self.crossings([first, second], ties)
        guard half < least else { continue }
        for third in Self.orders(columns[2]) { least = min(least, half + Self.crossings([second, third], ties)) }
      }
    }
    let found = ColumnOrdering(columns: columns, ties: ties).columns
    #expect(found.map { $0.sorted() } == columns)
    #expect(Self.crossings([found[0], found[1]], ties) + Self.crossings([found[1], found[2]], ties) == least)
    #expect(found == ColumnOrdering(columns: columns, ties: ties).columns)
  }

  @Test("undoes the tangle of a forest wholly, however long its columns")
  func forest() {
    // Every vertex but those of the last column has one parent in the next, half as many a column.
    var columns: [[Int]] = []
    var ties: [(Int, Int)] = []
    var numbers = SeededGenerator(seed: 5)
    for size in [32, 16, 8, 4] { columns.append((0..<size).map { columns.reduce(0) { $0 + $1.count } + $0 }) }
    for (column, next) in zip(columns, columns.dropFirst()) {
      let parents = next.shuffled(using: &numbers)
      for (place, vertex) in column.shuffled(using: &numbers).enumerated() { ties.append((vertex, parents[place / 2])) }
    }
    let found = ColumnOrdering(columns: columns, ties: ties).columns
    #expect(zip(found, found.dropFirst()).reduce(0) { $0 + Self.crossings([$1.0, $1.1], ties) } == 0)
  }

  @Test("puts those of a column together that are tied to one another")
  func together() {
    let found = ColumnOrdering(columns: [[0, 1, 2, 3, 4, 5]], ties: [(0, 5), (1, 4)]).columns[0]
    for (a, b) in [(0, 5), (1, 4)] { #expect(abs((found.firstIndex(of: a) ?? 0) - (found.firstIndex(of: b) ?? 9)) == 1) }
    #expect(ColumnOrdering(columns: [[2, 0], [1], []], ties: []).columns == [[2, 0], [1], []])
  }

  private static func orders(_ list: [Int]) -> [[Int]] {
    guard let first = list.first else { return [[]] }
    return orders(Array(list.dropFirst())).flatMap { rest in (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) } }
  }

  private static func crossings(_ pair: [[Int]], _ ties: [(Int, Int)]) -> Int {
    let ends = ties.compactMap { tie in pair[0].firstIndex(of: tie.0).flatMap { a in pair[1].firstIndex(of: tie.1).map { (a, $0) } } }
    var count = 0
    for (place, one) in ends.enumerated() { for other in ends[(place + 1)...] where (one.0 - other.0) * (one.1 - other.1) < 0 { count += 1 } }
    return count
  }
}
