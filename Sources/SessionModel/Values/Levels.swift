/// How many people answered at each level 1 to 5 of a scale: a pile of slips, counted.
public struct Levels: Hashable, Sendable {
  // In the reading itself, for most have none and a list apart would cost each of them two.
  private var first: Int32 = 0
  private var second: Int32 = 0
  private var third: Int32 = 0
  private var fourth: Int32 = 0
  private var fifth: Int32 = 0

  public init() {}

  /// Five counts, each at least 0; the first is level 1.
  public var counts: [Int] { [Int(first), Int(second), Int(third), Int(fourth), Int(fifth)] }

  /// Nil unless there are five counts from 0 to a million.
  public init?(_ counts: [Int]) {
    guard counts.count == 5, let levels = Levels(counts[0], counts[1], counts[2], counts[3], counts[4]) else { return nil }
    self = levels
  }

  /// As they were typed, a word each; nil when one of them is no number, so that no count moves to another level.
  public init?(words: [some StringProtocol]) {
    let counts = words.compactMap { Int($0) }
    guard counts.count == words.count else { return nil }
    self.init(counts)
  }

  init?(_ first: Int, _ second: Int, _ third: Int, _ fourth: Int, _ fifth: Int) {
    let range = 0...1_000_000
    guard range.contains(first), range.contains(second), range.contains(third), range.contains(fourth), range.contains(fifth) else { return nil }
    (self.first, self.second) = (Int32(first), Int32(second))
    (self.third, self.fourth, self.fifth) = (Int32(third), Int32(fourth), Int32(fifth))
  }

  public var total: Int { Int(first) + Int(second) + Int(third) + Int(fourth) + Int(fifth) }
  public var isEmpty: Bool { first | second | third | fourth | fifth == 0 }

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
    Levels(zip(a.counts, b.counts).map { min(1_000_000, $0 + $1) }) ?? Levels()
  }
}
