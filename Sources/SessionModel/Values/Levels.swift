/// How many people answered at each level 1 to 5 of a scale: a pile of slips, counted.
public struct Levels: Hashable, Sendable {
  /// Five counts, each at least 0; the first is level 1.
  public private(set) var counts: [Int]

  public init() { counts = [0, 0, 0, 0, 0] }

  /// Nil unless there are five counts from 0 to a million.
  public init?(_ counts: [Int]) {
    guard counts.count == 5, counts.allSatisfy({ (0...1_000_000).contains($0) }) else { return nil }
    self.counts = counts
  }

  public var total: Int { counts.reduce(0, +) }
  public var isEmpty: Bool { total == 0 }

  /// The middle answer; the lower of the two middle ones when they differ. Nil without answers.
  public var median: Int? {
    guard total > 0 else { return nil }
    var seen = 0
    for (index, count) in counts.enumerated() {
      seen += count
      if seen * 2 >= total { return index + 1 }
    }
    return nil
  }

  /// From the level under a quarter of the answers to the level over three quarters: a wide one is a split group. Nil without answers.
  public var spread: ClosedRange<Int>? {
    guard total > 0 else { return nil }
    func level(_ quarters: Int) -> Int {
      var seen = 0
      for (index, count) in counts.enumerated() {
        seen += count
        if seen * 4 >= total * quarters { return index + 1 }
      }
      return 5
    }
    let low = level(1)
    return low...max(low, level(3))
  }

  public static func + (a: Levels, b: Levels) -> Levels {
    var sum = Levels()
    for index in 0..<5 { sum.counts[index] = min(1_000_000, a.counts[index] + b.counts[index]) }
    return sum
  }
}
