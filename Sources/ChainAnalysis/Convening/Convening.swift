import SessionModel

/// Whom to ask into the room for a constraint: the smallest list of trusted stakeholders that covers every segment and sector needed, and
/// both small and large (Cluster approach, Best practice on mapping leaders).
public struct Convening: Sendable {
  public enum Need: Hashable, Sendable {
    case segment(EntityID)
    case sector(Sector)
    case size(SizeGroup)
  }

  /// In the order of segments, sectors and sizes.
  public let needs: [Need]
  /// The smallest list, in the order of ids.
  public let list: [EntityID]
  /// What nobody on the map covers who is trusted, or of whom nothing else is known.
  public let uncovered: [Need]
  /// Whether a smaller list is ruled out; with more needs than can be tried in all ways, each next one takes whoever covers the most.
  public let isExact: Bool
  /// Of the list, those of whom nobody has said yet how far they are trusted.
  public let unread: [EntityID]

  /// Up to so many needs the list is the smallest there is.
  public static let exactLimit = 16

  /// - Parameter constraint: without one, all segments of the flow are needed.
  public init(_ facts: ChainFacts, for constraint: EntityID? = nil) {
    let session = facts.session
    let constraint = session.constraints[constraint]
    let needs = Convening.needs(of: constraint, session)
    self.needs = needs
    var best: [UInt64: (trust: Double, id: EntityID)] = [:]
    session.stakeholders.forEach { stakeholder in
      guard let trust = Convening.standing(stakeholder, facts) else { return }
      var mask: UInt64 = 0
      for (bit, need) in needs.prefix(64).enumerated() where Convening.covers(stakeholder, need) { mask |= 1 << UInt64(bit) }
      guard mask != 0 else { return }
      // Of those who cover the same, the most trusted will do.
      if let other = best[mask], other.trust > trust || other.trust == trust && other.id < stakeholder.id { return }
      best[mask] = (trust, stakeholder.id)
    }
    let options = best.map { (mask: $0.key, trust: $0.value.trust, id: $0.value.id) }.sorted { $0.id < $1.id }
    let coverable = options.reduce(UInt64(0)) { $0 | $1.mask }
    uncovered = needs.enumerated().compactMap { $0.offset >= 64 || coverable & (1 << UInt64($0.offset)) == 0 ? $0.element : nil }
    isExact = needs.count <= Convening.exactLimit
    list = (isExact ? Convening.smallest(coverable, options) : Convening.greedy(coverable, options)).sorted()
    unread = list.filter { facts.trustIn($0).byAll.count == 0 }
  }

  /// What is needed for a constraint: the segments it names, or else those of whom it affects, or else all of the flow; business, and the
  /// public or the knowing where it sits with them; small and large where the map has both.
  private static func needs(of constraint: Constraint?, _ session: Session) -> [Need] {
    var segments = Set(constraint?.segments ?? [])
    if segments.isEmpty { segments = Set((constraint?.affected ?? []).compactMap { session.stakeholders.of($0, \.segment) ?? nil }) }
    let all = session.profile.segments
    var needs = all.filter { segments.isEmpty ? !$0.isBand : segments.contains($0.id) }.map { Need.segment($0.id) }
    var sectors: [Sector] = [.business]
    switch constraint?.sits?.option {
    case .enabling: sectors.append(.publicSector)
    case .supporting: sectors.append(.knowledge)
    case nil: sectors += [.publicSector, .civilSociety]
    case .endMarket, .vertical, .horizontal: break
    }
    var present: Set<Sector> = []
    var sizes: Set<SizeGroup> = []
    session.stakeholders.forEach { stakeholder in
      if let sector = stakeholder.effectiveSector { present.insert(sector) }
      if let size = stakeholder.sizeGroup { sizes.insert(size) }
    }
    // Civil society is asked for where the map knows any; that it is missing altogether is advice of its own.
    needs += sectors.filter { constraint != nil || present.contains($0) }.map { .sector($0) }
    if sizes.count == 2 { needs += [.size(.small), .size(.large)] }
    return needs
  }

  public static func covers(_ stakeholder: Stakeholder, _ need: Need) -> Bool {
    switch need {
    case .segment(let id): stakeholder.segment == id
    case .sector(let sector): stakeholder.effectiveSector == sector
    case .size(let size): stakeholder.sizeGroup == size
    }
  }

  /// How far one is trusted, with the middle of the scale where nobody was asked; nil for those who cannot be asked into the room: mistrusted,
  /// or gone, or a project, which brings others together and is not one of them.
  private static func standing(_ stakeholder: Stakeholder, _ facts: ChainFacts) -> Double? {
    guard !stakeholder.isProject, facts.engagement(stakeholder.id) != .left else { return nil }
    guard let mean = facts.trustIn(stakeholder.id).byAll.value else { return 2.5 }
    return mean < 2.5 ? nil : mean
  }

  private typealias Option = (mask: UInt64, trust: Double, id: EntityID)

  /// Fewest people, then most trust, then the first ids: by the smallest list for every set of needs.
  private static func smallest(_ wanted: UInt64, _ options: [Option]) -> [EntityID] {
    struct Plan {
      var count: Int
      var trust: Double
      var option: Int
      var before: Int
    }
    let size = 1 << (64 - wanted.leadingZeroBitCount)
    var plans = [Plan?](repeating: nil, count: size)
    plans[0] = Plan(count: 0, trust: 0, option: -1, before: 0)
    for state in 0..<size {
      guard let plan = plans[state], UInt64(state) != wanted else { continue }
      // The first need that is open must be covered by somebody: only those are tried.
      let open = wanted & ~UInt64(state)
      let first = open & (~open &+ 1)
      for (index, option) in options.enumerated() where option.mask & first != 0 {
        let next = Int((UInt64(state) | option.mask) & wanted)
        let (count, trust) = (plan.count + 1, plan.trust + option.trust)
        if let known = plans[next], known.count < count || known.count == count && known.trust >= trust { continue }
        plans[next] = Plan(count: count, trust: trust, option: index, before: state)
      }
    }
    var list: [EntityID] = []
    var state = Int(wanted)
    while state != 0, let plan = plans[state], plan.option >= 0 {
      list.append(options[plan.option].id)
      state = plan.before
    }
    return list
  }

  private static func greedy(_ wanted: UInt64, _ options: [Option]) -> [EntityID] {
    var open = wanted
    var list: [EntityID] = []
    while open != 0 {
      let next = options.max { a, b in
        let (first, second) = ((a.mask & open).nonzeroBitCount, (b.mask & open).nonzeroBitCount)
        if first != second { return first < second }
        return a.trust != b.trust ? a.trust < b.trust : a.id > b.id
      }
      guard let next, next.mask & open != 0 else { break }
      list.append(next.id)
      open &= ~next.mask
    }
    return list
  }
}

/// Who is missing from a room: what nobody there covers, and whom a constraint affects that is not there.
public struct RoomGaps: Sendable {
  public let uncovered: [Convening.Need]
  public let absent: [EntityID]

  /// - Parameter present: stakeholders who are there, with somebody or by a count.
  public init(_ facts: ChainFacts, _ convening: Convening, present: Set<EntityID>, for constraint: EntityID? = nil) {
    let there = present.compactMap { facts.session.stakeholders[$0] }
    let uncovered = convening.needs.filter { need in !there.contains { Convening.covers($0, need) } }
    self.uncovered = uncovered
    let helpful = convening.list.filter { id in
      facts.session.stakeholders.of(id) { stakeholder in uncovered.contains { Convening.covers(stakeholder, $0) } } ?? false
    }
    absent = Set((facts.session.constraints[constraint]?.affected ?? []) + helpful).subtracting(present).sorted()
  }
}
