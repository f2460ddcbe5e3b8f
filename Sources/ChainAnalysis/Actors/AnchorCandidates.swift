import SessionModel

/// One thing that speaks for or against an actor as an anchor firm (Cluster approach, Best practice on anchor firms).
public struct AnchorReason: Hashable, Sendable {
  public enum Point: Hashable, Sendable {
    /// Levels 1…5; nil when it was not assessed.
    case capacity(Int?), interest(Int?), vision(Int?), cooperation(Int?)
    /// Whom it sells to, or that it is a buyer itself; nil when there is no such tie.
    case buyer(EntityID?)
    /// The mean trust of small ones in it, 1…5; nil when none was asked.
    case trustOfSmall(Double?)
    /// In how many initiatives it takes part.
    case initiatives(Int)
    /// −2…+2, when it opposes.
    case opposes(Int)
    /// It leads so many of all the initiatives: more than half.
    case leadsMost(Int, of: Int)
  }

  public enum Weight: Hashable, Sendable { case pro, contra, unknown }

  public let point: Point
  public let weight: Weight
}

/// Who could be an anchor firm, with the reasons for and against.
public struct AnchorCandidate: Hashable, Sendable {
  public enum Verdict: Int, Comparable, Sendable {
    case no, unknown, yes
    public static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }
  }

  public let id: EntityID
  /// Whether the session calls it an anchor firm.
  public let isNamed: Bool
  public let reasons: [AnchorReason]
  /// Yes with capacity, interest and a stake in an end market; no when one of these is missing; unknown while one was not assessed.
  public let verdict: Verdict

  public var pros: [AnchorReason] { reasons.filter { $0.weight == .pro } }
  public var contras: [AnchorReason] { reasons.filter { $0.weight == .contra } }
}

public struct AnchorCandidates: Sendable {
  /// The best first: by verdict, by what speaks for and against, then by id.
  public let candidates: [AnchorCandidate]

  /// Those named an anchor firm who are one.
  public var anchors: [AnchorCandidate] { candidates.filter { $0.isNamed && $0.verdict != .no } }

  public subscript(id: EntityID) -> AnchorCandidate? { candidates.first { $0.id == id } }

  public init(_ facts: ChainFacts) {
    let session = facts.session
    let buyers = Set(session.endMarkets.sorted.compactMap(\.buyer))
    var soldTo: [EntityID: EntityID] = [:]
    session.relationships.forEach { tie in
      guard tie.stands(on: facts.today), tie.type == .trade, let from = tie.from, let to = tie.to else { return }
      if buyers.contains(to) || session.stakeholders.of(to, \.isBuyer) == true { soldTo[from] = min(soldTo[from] ?? to, to) }
    }
    var parts: [EntityID: Int] = [:]
    var leads: [EntityID: Int] = [:]
    session.initiatives.forEach { initiative in
      for id in initiative.people { parts[id, default: 0] += 1 }
      if let lead = initiative.lead { leads[lead, default: 0] += 1 }
    }
    let count = session.initiatives.count
    var found: [AnchorCandidate] = []
    session.stakeholders.forEach { stakeholder in
      guard AnchorCandidates.isCandidate(stakeholder) else { return }
      let id = stakeholder.id
      var reasons: [AnchorReason] = []
      func add(_ point: AnchorReason.Point, _ weight: AnchorReason.Weight?) { if let weight { reasons.append(AnchorReason(point: point, weight: weight)) } }
      let capacity = stakeholder.capacity
      let interest = facts.level(.interest, id)
      let buyer = buyers.contains(id) || stakeholder.isBuyer ? id : soldTo[id]
      add(.capacity(capacity), AnchorCandidates.weight(capacity))
      add(.interest(interest), AnchorCandidates.weight(interest))
      add(.buyer(buyer), buyer == nil ? .contra : .pro)
      add(.vision(stakeholder.visionary), AnchorCandidates.weight(stakeholder.visionary))
      add(.cooperation(stakeholder.cooperative), AnchorCandidates.weight(stakeholder.cooperative))
      let trust = facts.trustIn(id).bySmall.value
      add(.trustOfSmall(trust), trust.map { $0 >= ReceivedTrust.trusting ? .pro : $0 < 2.5 ? .contra : nil } ?? .unknown)
      add(.initiatives(parts[id] ?? 0), (parts[id] ?? 0) >= 2 ? .pro : count > 2 ? .contra : nil)
      if let stance = facts.level(.stance, id), stance < 0 { add(.opposes(stance), .contra) }
      if count >= 4, let led = leads[id], led * 2 > count { add(.leadsMost(led, of: count), .contra) }
      let needed: [Int?] = [capacity, interest]
      let verdict: AnchorCandidate.Verdict =
        needed.contains { $0.map { $0 <= 2 } ?? false } || buyer == nil ? .no : needed.contains { $0 == nil } ? .unknown : .yes
      found.append(AnchorCandidate(id: id, isNamed: stakeholder.has(.anchorFirm), reasons: reasons, verdict: verdict))
    }
    candidates = found.sorted { a, b in
      if a.verdict != b.verdict { return a.verdict > b.verdict }
      let (first, second) = (a.pros.count - a.contras.count, b.pros.count - b.contras.count)
      if first != second { return first > second }
      return a.isNamed != b.isNamed ? a.isNamed : a.id < b.id
    }
  }

  private static func isCandidate(_ stakeholder: Stakeholder) -> Bool {
    if stakeholder.has(.anchorFirm) { return true }
    switch stakeholder.type?.option {
    case .largeProducer, .trader, .processor, .packer, .exporter, .importer, .retailer, .leadBuyer, .cooperative: return true
    case .smallFirm: return stakeholder.sizeGroup == .large
    default: return false
    }
  }

  private static func weight(_ level: Int?) -> AnchorReason.Weight? {
    guard let level else { return .unknown }
    return level >= 4 ? .pro : level <= 2 ? .contra : nil
  }
}
