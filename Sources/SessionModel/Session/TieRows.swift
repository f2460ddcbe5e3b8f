/// Who is tied to whom, by number: a sorted row of others for each, one row after another, so that networks of many thousands cost little.
public struct TieRows: Sendable, Equatable {
  /// Where the row of each begins in `others`; one more at the end.
  public let starts: [Int32]
  public let others: [Int32]

  /// Pairs said twice count once; those of one with itself, and those that name a number outside `0..<count`, for nothing.
  public init(count: Int, pairs: [(Int32, Int32)]) {
    let count = Int32(clamping: max(0, count))
    func isKept(_ pair: (Int32, Int32)) -> Bool { pair.0 != pair.1 && pair.0 >= 0 && pair.1 >= 0 && pair.0 < count && pair.1 < count }
    var sizes = [Int32](repeating: 0, count: Int(count) + 1)
    for pair in pairs where isKept(pair) { sizes[Int(pair.0) + 1] += 1 }
    for row in 0..<Int(count) { sizes[row + 1] += sizes[row] }
    var next = sizes
    var all = [Int32](repeating: 0, count: Int(sizes[Int(count)]))
    for pair in pairs where isKept(pair) {
      all[Int(next[Int(pair.0)])] = pair.1
      next[Int(pair.0)] += 1
    }
    var starts: [Int32] = [0]
    var others: [Int32] = []
    starts.reserveCapacity(Int(count) + 1)
    others.reserveCapacity(all.count)
    for row in 0..<Int(count) {
      var last: Int32 = -1
      for other in all[Int(sizes[row])..<Int(sizes[row + 1])].sorted() where other != last {
        others.append(other)
        last = other
      }
      starts.append(Int32(others.count))
    }
    self.starts = starts
    self.others = others
  }
}
