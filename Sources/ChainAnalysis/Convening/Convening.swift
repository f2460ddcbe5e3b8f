import SessionModel

/// Whom to ask into the room for a constraint: the smallest list of trusted stakeholders that covers every segment and sector needed, and
/// both small and large (Cluster approach, Best practice on mapping leaders). Of equally short lists the one with the most people whom the
/// constraint affects, then the most trusted, then the most influential.
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
  /// Others whom the constraint affects, trusted as well.
  public let affected: [EntityID]
  /// On the list, affected, or the only ones who could stand for something needed, and hardly trusted: to be brought by somebody whom both sides
  /// trust.
  public let mistrusted: [EntityID]
  private let bands: Set<EntityID>

  /// Up to so many needs the list is the smallest there is.
  public static let exactLimit = 16

  /// - Parameter constraint: without one, all segments of the flow are needed.
  public init(_ facts: ChainFacts, for constraint: EntityID? = nil) {
    let session = facts.session
    let constraint = session.constraints[constraint]
    let needs = Convening.needs(of: constraint, session)
    self.needs = needs
    let bands = Set(session.profile.segments.filter(\.isBand).map(\.id))
    self.bands = bands
    let affected = Set(constraint?.affected ?? [])
    var best: [UInt64: Option] = [:]
    var concerned: [Option] = []
    var shunned: [(mask: UInt64, id: EntityID)] = []
    session.stakeholders.forEach { stakeholder in
      var mask: UInt64 = 0
      for (bit, need) in needs.prefix(64).enumerated() where Convening.covers(stakeholder, need, bands) { mask |= 1 << UInt64(bit) }
      guard mask != 0, let trust = Convening.standing(stakeholder, facts) else { return }
      let worth = Worth(
        affected: affected.contains(stakeholder.id) ? 1 : 0, trust: trust, influence: facts.level(.influence, stakeholder.id) ?? 0)
      guard trust >= (worth.affected > 0 ? Convening.bearable : Convening.trusted) else {
        shunned.append((mask, stakeholder.id))
        return
      }
      if worth.affected > 0 { concerned.append(Option(mask: mask, worth: worth, id: stakeholder.id)) }
      // Of those who cover the same, one will do.
      if let other = best[mask], other.worth > worth || other.worth == worth && other.id < stakeholder.id { return }
      best[mask] = Option(mask: mask, worth: worth, id: stakeholder.id)
    }
    let options = best.values.sorted { $0.id < $1.id }
    let coverable = options.reduce(UInt64(0)) { $0 | $1.mask }
    uncovered = needs.enumerated().compactMap { $0.offset >= 64 || coverable & (1 << UInt64($0.offset)) == 0 ? $0.element : nil }
    isExact = needs.count <= Convening.exactLimit
    var list = isExact ? Convening.smallest(coverable, options) : Convening.greedy(coverable, options)
    // One alone is no meeting: the next one whom it affects comes too.
    if list.count == 1, let second = concerned.filter({ $0.id != list[0] }).max(by: { ($0.worth, $1.id) < ($1.worth, $0.id) }) { list.append(second.id) }
    list.sort()
    self.list = list
    unread = list.filter { facts.trustIn($0).byAll.count == 0 }
    let doubted = list.filter { facts.trustIn($0).byAll.value.map { $0 < Convening.trusted } ?? false }
    let mistrusted = (shunned.filter { affected.contains($0.id) || $0.mask & ~coverable != 0 }.map(\.id) + doubted).sorted()
    self.mistrusted = mistrusted
    self.affected = affected.filter { id in
      session.stakeholders.of(id) { !$0.isProject } == true && !list.contains(id) && !mistrusted.contains(id) && facts.engagement(id) != .left
    }.sorted()
  }

  /// What is needed for a constraint: the segments it names, or else those of whom it affects, or else all of the flow; business and the
  /// sectors of those affected, the public where it sits in the enabling environment, the supporting functions where it sits with them;
  /// small and large where both are affected, or where the map has both and nobody is named.
  private static func needs(of constraint: Constraint?, _ session: Session) -> [Need] {
    let affected = (constraint?.affected ?? []).compactMap { session.stakeholders[$0] }
    let all = session.profile.segments
    var segments = Set(constraint?.segments ?? [])
    if segments.isEmpty { segments = Set(affected.compactMap(\.segment)) }
    let support = all.filter { $0.stage == .supporting }.map(\.id)
    if constraint?.sits == .supporting, !segments.isEmpty { segments.formUnion(support) }
    var present: Set<Sector> = []
    var sizes: Set<SizeGroup> = []
    session.stakeholders.forEach { stakeholder in
      if let sector = stakeholder.effectiveSector { present.insert(sector) }
      if affected.isEmpty, let size = stakeholder.sizeGroup { sizes.insert(size) }
    }
    for one in affected { if let size = one.sizeGroup { sizes.insert(size) } }
    var sectors: Set<Sector> = [.business]
    // Civil society is asked for where the map knows any; that it is missing altogether is advice of its own.
    if constraint == nil { sectors.formUnion(present.intersection([.publicSector, .civilSociety])) }
    if constraint?.sits == .enabling { sectors.insert(.publicSector) }
    if constraint?.sits == .supporting, support.isEmpty, present.contains(.knowledge) { sectors.insert(.knowledge) }
    sectors.formUnion(affected.compactMap(\.effectiveSector).filter { $0 != .donor })
    var needs = all.filter { segments.isEmpty ? !$0.isBand : segments.contains($0.id) }.map { Need.segment($0.id) }
    needs += Sector.allCases.filter(sectors.contains).map { .sector($0) }
    if sizes.count == 2 { needs += [.size(.small), .size(.large)] }
    return needs
  }

  /// Whether somebody stands for something that is needed.
  public func covers(_ stakeholder: Stakeholder, _ need: Need) -> Bool { Convening.covers(stakeholder, need, bands) }

  /// A bank is large, and no grower takes it for one of the large growers: small and large are those in the flow.
  private static func covers(_ stakeholder: Stakeholder, _ need: Need, _ bands: Set<EntityID>) -> Bool {
    switch need {
    case .segment(let id): stakeholder.segment == id
    case .sector(let sector): stakeholder.effectiveSector == sector
    case .size(let size): stakeholder.sizeGroup == size && !(stakeholder.segment.map(bands.contains) ?? false)
    }
  }

  /// From this mean on one is asked into a room with the others.
  private static let trusted = 2.5
  /// Whom it affects is asked although others are wary of it, as long as they are not its enemies.
  private static let bearable = 1.5

  /// How far one is trusted, with the middle of the scale where nobody was asked; nil for those who are gone, and for projects, which bring
  /// others together and are not one of them.
  private static func standing(_ stakeholder: Stakeholder, _ facts: ChainFacts) -> Double? {
    guard !stakeholder.isProject, facts.engagement(stakeholder.id) != .left else { return nil }
    return facts.trustIn(stakeholder.id).byAll.value ?? trusted
  }

  /// What makes one list better than another as short.
  private struct Worth: Comparable {
    var affected = 0
    var trust = 0.0
    var influence = 0

    static func < (a: Worth, b: Worth) -> Bool {
      if a.affected != b.affected { return a.affected < b.affected }
      return a.trust != b.trust ? a.trust < b.trust : a.influence < b.influence
    }

    static func + (a: Worth, b: Worth) -> Worth {
      Worth(affected: a.affected + b.affected, trust: a.trust + b.trust, influence: a.influence + b.influence)
    }
  }

  private struct Option {
    let mask: UInt64
    let worth: Worth
    let id: EntityID
  }

  /// Fewest people, then the most worth, then the first ids: by the smallest list for every set of needs.
  private static func smallest(_ wanted: UInt64, _ options: [Option]) -> [EntityID] {
    struct Plan {
      var count: Int
      var worth: Worth
      var option: Int
      var before: Int
    }
    let size = 1 << (64 - wanted.leadingZeroBitCount)
    var plans = [Plan?](repeating: nil, count: size)
    plans[0] = Plan(count: 0, worth: Worth(), option: -1, before: 0)
    for state in 0..<size {
      guard let plan = plans[state], UInt64(state) != wanted else { continue }
      // The first need that is open must be covered by somebody: only those are tried.
      let open = wanted & ~UInt64(state)
      let first = open & (~open &+ 1)
      for (index, option) in options.enumerated() where option.mask & first != 0 {
        let next = Int((UInt64(state) | option.mask) & wanted)
        let (count, worth) = (plan.count + 1, plan.worth + option.worth)
        if let known = plans[next], known.count < count || known.count == count && known.worth >= worth { continue }
        plans[next] = Plan(count: count, worth: worth, option: index, before: state)
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
        return a.worth != b.worth ? a.worth < b.worth : a.id > b.id
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
    let uncovered = convening.needs.filter { need in !there.contains { convening.covers($0, need) } }
    self.uncovered = uncovered
    let helpful = convening.list.filter { id in
      facts.session.stakeholders.of(id) { stakeholder in uncovered.contains { convening.covers(stakeholder, $0) } } ?? false
    }
    absent = Set((facts.session.constraints[constraint]?.affected ?? []) + helpful).subtracting(present).sorted()
  }
}
