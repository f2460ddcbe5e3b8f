import SessionModel

/// What the rules look at, computed once for all of them.
struct AdviceGround: Sendable {
  let facts: ChainFacts
  let stakeholders: [Stakeholder]
  let initiatives: [Initiative]
  let markets: [EndMarket]
  /// Existing ties that have not ended.
  let ties: [Relationship]
  let answers: ChainAnswers
  let supply: SupplyIndex
  /// In how many initiatives each takes part, and which.
  let parts: [EntityID: Set<EntityID>]
  /// Initiatives that are not over.
  let open: [Initiative]
  let brokers: [Stakeholder]
  let namedAnchors: [Stakeholder]
  let organisations: [(stakeholder: Stakeholder, profile: OrganisationProfile)]
  /// Of one small and one large, the pairs that do not trust each other in at least one direction, the least trust first.
  let weakSizePairs: [(pair: TrustPair, level: Int)]

  init(_ facts: ChainFacts, _ answers: ChainAnswers) {
    self.facts = facts
    self.answers = answers
    let session = facts.session
    stakeholders = session.stakeholders.sorted
    initiatives = session.initiatives.sorted
    markets = session.endMarkets.sorted
    ties = session.relationships.sorted.filter { $0.stands(on: facts.today) }
    supply = SupplyIndex(session)
    var parts: [EntityID: Set<EntityID>] = [:]
    for initiative in initiatives { for id in initiative.people { parts[id, default: []].insert(initiative.id) } }
    self.parts = parts
    open = initiatives.filter(\.isOpen)
    brokers = stakeholders.filter { $0.has(.honestBroker) }
    namedAnchors = stakeholders.filter { $0.has(.anchorFirm) }
    organisations = stakeholders.compactMap { stakeholder in stakeholder.organisation.first.map { (stakeholder, $0) } }
    weakSizePairs = Self.weakSizePairs(facts)
  }

  var session: Session { facts.session }
  var profile: SessionProfile { facts.session.profile }

  /// Whether the map is far enough for what is not on it to be missing.
  var isMapped: Bool { stakeholders.count >= 4 }

  func shared(_ one: EntityID, _ other: EntityID) -> Set<EntityID> { (parts[one] ?? []).intersection(parts[other] ?? []) }

  private static func weakSizePairs(_ facts: ChainFacts) -> [(pair: TrustPair, level: Int)] {
    var found: [TrustPair: Int] = [:]
    for (pair, points) in facts.history.series {
      guard let level = points.last?.level, level <= TrustLevel.low, let one = facts.grouping.size(of: pair.from), let other = facts.grouping.size(of: pair.to),
        one != other
      else { continue }
      // Named from the small one's side, whichever direction is the weak one.
      let key = one == .small ? pair : pair.reversed
      found[key] = min(found[key] ?? 5, level)
    }
    return found.map { (pair: $0.key, level: $0.value) }.sorted { a, b in
      if a.level != b.level { return a.level < b.level }
      return a.pair.from != b.pair.from ? a.pair.from < b.pair.from : a.pair.to < b.pair.to
    }
  }

  /// One finding about several entries that lack the same thing; none when there are none.
  func together<E: Entity>(_ entities: [E], field: String, severity: Advice.Severity? = nil) -> [AdviceRule.Found] {
    let entities = entities.sorted { $0.ownName != $1.ownName ? $0.ownName < $1.ownName : $0.id < $1.id }
    guard let first = entities.first else { return [] }
    return [
      AdviceRule.Found(
        about: entities.prefix(AdviceRule.namedLimit).map(\.ref), arguments: [.number(entities.count)], mend: .edit(first.ref, field: field),
        severity: severity)
    ]
  }

  /// Stakeholders in the order of their names.
  func byName(_ ids: Set<EntityID>) -> [EntityID] {
    ids.sorted { a, b in
      let (one, other) = (session.stakeholders.of(a, \.name) ?? "", session.stakeholders.of(b, \.name) ?? "")
      return one != other ? one < other : a < b
    }
  }

  /// A finding for each.
  func each<E: Entity>(_ entities: [E], field: String) -> [AdviceRule.Found] {
    entities.prefix(AdviceRule.namedLimit).map { AdviceRule.Found(about: [$0.ref], mend: .edit($0.ref, field: field)) }
  }
}
