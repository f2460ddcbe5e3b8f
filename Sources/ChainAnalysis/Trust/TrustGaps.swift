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
  public static func largest(_ history: TrustHistory, limit: Int) -> [TrustGap] {
    var gaps: [TrustGap] = []
    for (pair, points) in history.series {
      guard let level = points.last?.level, let back = history.level(pair.reversed), level > back else { continue }
      gaps.append(TrustGap(pair: pair, level: level, back: back))
    }
    gaps.sort { a, b in
      if a.size != b.size { return a.size > b.size }
      if a.back != b.back { return a.back < b.back }
      return a.pair.from != b.pair.from ? a.pair.from < b.pair.from : a.pair.to < b.pair.to
    }
    return Array(gaps.prefix(max(0, limit)))
  }
}
