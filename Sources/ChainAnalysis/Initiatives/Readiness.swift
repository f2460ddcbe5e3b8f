import SessionModel

/// Whether an initiative can begin, and what it waits for if not (METHOD.md, The crescendo).
public struct Readiness: Hashable, Sendable {
  public enum Wait: Hashable, Sendable {
    /// Somebody has to take it on.
    case lead
    /// Fewer than two would take part.
    case participants
    /// The trust needed is not there: the pair with the least of it, and how many directions fall short in all.
    case trust(needed: Int, weakest: TrustPair, level: Int, count: Int)
    /// Trust is needed and was never read in so many directions; the first of them.
    case trustUnread(needed: Int, first: TrustPair, count: Int)
    /// An earlier one has not come to anything yet.
    case earlier(EntityID)
    /// An earlier one failed or was dropped.
    case earlierFailed(EntityID)
    /// The end market has no named buyer yet.
    case buyer(EntityID)
    /// Nobody has given or promised money; `asked` when somebody was asked.
    case money(asked: Bool)
  }

  public enum State: Hashable, Sendable { case over, running, ready, waiting }

  public let state: State
  public let waits: [Wait]
  /// The least trust among those who take part, with the pair; nil when none was read.
  public let lowest: (pair: TrustPair, level: Int)?

  /// More pairs than this take longer to go through than a key may; the first people are looked at.
  static let peopleLimit = 60

  public init(_ initiative: Initiative, _ session: Session, _ readings: ReadingIndex) {
    let people = Array(initiative.people.prefix(Readiness.peopleLimit))
    var lowest: (pair: TrustPair, level: Int)?
    var short = 0
    var unread: [TrustPair] = []
    for (index, one) in people.enumerated() {
      for other in people.dropFirst(index + 1) {
        for pair in [TrustPair(one, other), TrustPair(other, one)] {
          guard let level = readings.trust(pair.from, pair.to) else {
            unread.append(pair)
            continue
          }
          if level < initiative.needsTrust ?? 0 { short += 1 }
          if level < lowest?.level ?? 6 { lowest = (pair, level) }
        }
      }
    }
    self.lowest = lowest
    guard !initiative.isOver else {
      state = .over
      waits = []
      return
    }
    var waits: [Wait] = []
    if initiative.lead == nil { waits.append(.lead) }
    if people.count < 2 { waits.append(.participants) }
    if let needed = initiative.needsTrust {
      if let lowest, lowest.level < needed {
        waits.append(.trust(needed: needed, weakest: lowest.pair, level: lowest.level, count: short))
      } else if let first = unread.first, unread.count * 2 > people.count * (people.count - 1) {
        // Most of it unknown: that nobody was asked is no reason to think that all is well.
        waits.append(.trustUnread(needed: needed, first: first, count: unread.count))
      }
    }
    for id in initiative.needs {
      guard let earlier = session.initiatives[id], !earlier.hasSucceeded else { continue }
      waits.append(earlier.isOver ? .earlierFailed(id) : .earlier(id))
    }
    if let market = session.endMarkets[initiative.endMarket], initiative.supportsSupply,
      (market.evidence?.option?.step ?? 0) < Evidence.namedFirm.step || market.buyer == nil
    {
      waits.append(.buyer(market.id))
    }
    // A shared room costs nothing that has to be found first.
    if (initiative.step ?? 1) > 1, !initiative.funding.contains(where: { $0.counts && $0.by != nil }) {
      waits.append(.money(asked: initiative.funding.contains { $0.answer == .asked }))
    }
    self.waits = waits
    state = initiative.status == .running ? .running : waits.isEmpty ? .ready : .waiting
  }

  public static func == (a: Readiness, b: Readiness) -> Bool {
    a.state == b.state && a.waits == b.waits && a.lowest?.pair == b.lowest?.pair && a.lowest?.level == b.lowest?.level
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(state)
    hasher.combine(waits)
  }
}

extension Initiative {
  /// Whether it helps producers deliver, which only pays once somebody is there to buy (Cluster approach, Best practice on communicating with
  /// stakeholders); what looks for a buyer cannot wait for one.
  public var supportsSupply: Bool {
    switch type?.option {
    case .demonstrationPlot, .technicalTraining, .packagingHelp, .certification, .jointPurchase, .jointSale, .jointInfrastructure, .newPlant,
      .credit, .riskSharing, .pestControl:
      true
    default: false
    }
  }
}

/// How far an initiative raised the trust that it was expected to raise.
public struct TrustGain: Hashable, Sendable {
  public let pair: TrustPair
  /// Levels, 1…4; nil when none was stated.
  public let expected: Int?
  /// The level last read before it began, and the first one read after it ended, 1…5; nil when there is none.
  public let before: Int?
  public let after: Int?

  public var observed: Int? { before.flatMap { before in after.map { $0 - before } } }

  /// Whether trust grew as expected; nil while it was not read again.
  public var isMet: Bool? { observed.map { $0 >= expected ?? 1 } }

  public static func all(_ initiative: Initiative, _ history: TrustHistory) -> [TrustGain] {
    guard let start = initiative.startDay else { return [] }
    let end = (initiative.resultOn ?? initiative.to ?? initiative.from)?.firstDay ?? start
    return initiative.builds.compactMap { built in
      guard let from = built.from, let to = built.toward else { return nil }
      let points = history.points(TrustPair(from, to))
      return TrustGain(
        pair: TrustPair(from, to), expected: built.gain, before: points.last { $0.day <= start }?.level,
        after: points.first { $0.day >= end && $0.day > start }?.level)
    }
  }
}
