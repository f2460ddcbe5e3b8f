import SessionModel

/// The mean of some levels of trust, with the number of directions it stands on.
public struct TrustMean: Hashable, Sendable {
  public private(set) var total = 0
  public private(set) var count = 0

  public init() {}

  public mutating func add(_ level: Int) {
    total += level
    count += 1
  }

  /// Takes back what was added.
  mutating func remove(_ level: Int) {
    total -= level
    count -= 1
  }

  /// From 1 to 5; nil when nothing was read.
  public var value: Double? { count == 0 ? nil : Double(total) / Double(count) }
}

/// How far stakeholders trust each other on a day: the mean level of all directions that were read by then, each counted once, and the
/// same between and within groups (METHOD.md, Trust now and then). A direction never read counts as unknown and is left out.
public struct TrustIndex: Hashable, Sendable {
  private var means = [TrustMean](repeating: TrustMean(), count: TrustScope.allCases.count)

  init() {}

  /// - Parameter day: by default the index of today, after all readings.
  public init(_ history: TrustHistory, _ grouping: Grouping, on day: PartialDate? = nil) {
    for (pair, points) in history.series {
      let level = day.map { points.level(by: $0.lastDay) } ?? points.latest.level
      if let level { add(level, grouping.scopes(of: pair)) }
    }
  }

  public subscript(scope: TrustScope) -> TrustMean { means[scope.rawValue] }

  mutating func add(_ level: Int, _ scopes: TrustScopes) {
    for scope in TrustScope.allCases where scopes.contains(TrustScopes(scope)) { means[scope.rawValue].add(level) }
  }

  mutating func remove(_ level: Int, _ scopes: TrustScopes) {
    for scope in TrustScope.allCases where scopes.contains(TrustScopes(scope)) { means[scope.rawValue].remove(level) }
  }
}
