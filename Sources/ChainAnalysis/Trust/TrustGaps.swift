import SessionModel

/// Two who do not see each other alike: one trusts more than it is trusted.
public struct TrustGap: Hashable, Sendable {
  /// The direction that trusts more.
  public let pair: TrustPair
  public let level: Int
  /// The level the other way.
  public let back: Int

  /// From 1 to 4.
  public var size: Int { level - back }
}

/// Where the two directions of trust differ the most (METHOD.md, Trust now and then).
public enum TrustGaps {
  /// A difference from which the two are said to see each other differently; one level may be chance.
  public static let notable = 2

  /// The largest gaps today, of one level or more; equal ones with the least trust first, then in the order of ids.
  public static func largest(_ history: TrustHistory, limit: Int) -> [TrustGap] { Array(all(history).prefix(max(0, limit))) }

  /// All of them in that order.
  static func all(_ history: TrustHistory) -> [TrustGap] {
    var gaps: [TrustGap] = []
    for pair in history.series.keys { if let gap = gap(pair, history) { gaps.append(gap) } }
    gaps.sort(by: isBefore)
    return gaps
  }

  /// How much more a direction trusts than it is trusted; nil when it does not, or either was never read.
  static func gap(_ pair: TrustPair, _ history: TrustHistory) -> TrustGap? {
    guard let level = history.level(pair), let back = history.level(pair.reversed), level > back else { return nil }
    return TrustGap(pair: pair, level: level, back: back)
  }

  static func isBefore(_ a: TrustGap, _ b: TrustGap) -> Bool {
    if a.size != b.size { return a.size > b.size }
    if a.back != b.back { return a.back < b.back }
    return a.pair.from != b.pair.from ? a.pair.from < b.pair.from : a.pair.to < b.pair.to
  }
}
