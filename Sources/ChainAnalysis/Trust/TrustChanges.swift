import SessionModel

/// A direction that was read by a day and again after it.
public struct TrustChange: Hashable, Sendable {
  public let pair: TrustPair
  /// 1…5
  public let before: Int
  public let after: Int

  public var step: Int { after - before }

  /// Of all directions read by a day and again after it, those whose level changed: the largest changes first, falls before rises as large,
  /// then in the order of ids. With them how many rose, fell and stayed.
  public static func since(_ day: PartialDate, _ history: TrustHistory) -> (changes: [TrustChange], up: Int, down: Int, same: Int) {
    var changes: [TrustChange] = []
    var same = 0
    for (pair, points) in history.series {
      guard let before = points.level(by: day.lastDay), let last = points.last, last.day > day.lastDay else { continue }
      if last.level == before { same += 1 } else { changes.append(TrustChange(pair: pair, before: before, after: last.level)) }
    }
    changes.sort { a, b in
      if abs(a.step) != abs(b.step) { return abs(a.step) > abs(b.step) }
      if a.step != b.step { return a.step < b.step }
      return a.pair.from != b.pair.from ? a.pair.from < b.pair.from : a.pair.to < b.pair.to
    }
    let up = changes.count { $0.step > 0 }
    return (changes, up, changes.count - up, same)
  }
}
