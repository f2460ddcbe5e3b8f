import SessionModel

/// Two who trust each other little, or who are in a conflict that nobody put a number to.
struct LowTrust: Sendable {
  var from: EntityID
  var to: EntityID
  /// How far `from` trusts `to`, 1…5; nil when never read.
  var trust: Int?
  var trustBack: Int?
  var isConflict: Bool

  /// The lower of the two directions.
  var lower: Int? { trust.map { min($0, trustBack ?? $0) } ?? trustBack }

  /// The pairs with the lowest trust, lowest first, of the whole session or among some: the same whatever a view has room for, and whether or not the two
  /// have a relationship.
  static func all(in view: SessionView, among shown: Set<EntityID>?) -> [LowTrust] {
    let people = view.session.stakeholders
    func isShown(_ id: EntityID) -> Bool { people.contains(id) && shown?.contains(id) != false }
    var pairs: Set<UnorderedPair> = []
    view.readings.forEachTrust { from, to, level in
      if (1...2).contains(level), from != to, isShown(from), isShown(to) { pairs.insert(UnorderedPair(from, to)) }
    }
    var conflicts: Set<UnorderedPair> = []
    view.session.relationships.forEach { tie in
      if tie.type?.option == .conflict, let from = tie.from, let to = tie.to, from != to, isShown(from), isShown(to) { conflicts.insert(UnorderedPair(from, to)) }
    }
    return pairs.union(conflicts).map { pair in
      LowTrust(
        from: pair.low, to: pair.high, trust: view.readings.trust(pair.low, pair.high), trustBack: view.readings.trust(pair.high, pair.low),
        isConflict: conflicts.contains(pair))
    }.filter { ($0.lower ?? 1) <= 2 }.sorted { ($0.lower ?? 1, $0.from, $0.to) < ($1.lower ?? 1, $1.from, $1.to) }
  }
}
