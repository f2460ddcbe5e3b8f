import SessionModel

/// What every answer stands on: the session, its readings in the order of time, and trust. Made once, asked many times.
public struct ChainFacts: Sendable {
  public let session: Session
  public let readings: ReadingIndex
  public let history: TrustHistory
  public let trust: TrustNetwork
  public let grouping: Grouping
  public let today: PartialDate
  private let received: [EntityID: ReceivedTrust]

  /// - Parameters:
  ///   - readings: the session's, where somebody has them already.
  ///   - history: likewise.
  public init(_ session: Session, readings: ReadingIndex? = nil, history: TrustHistory? = nil, today: PartialDate) {
    self.session = session
    self.readings = readings ?? ReadingIndex(session)
    let history = history ?? TrustHistory(session)
    self.history = history
    let grouping = Grouping(session)
    self.grouping = grouping
    trust = TrustNetwork(session, history)
    self.today = today
    var received: [EntityID: ReceivedTrust] = [:]
    for (pair, points) in history.series where pair.from != pair.to {
      if let level = points.last?.level { received[pair.to, default: ReceivedTrust()].add(level, from: grouping.size(of: pair.from)) }
    }
    self.received = received
  }

  /// How far others trust somebody today.
  public func trustIn(_ id: EntityID) -> ReceivedTrust { received[id] ?? ReceivedTrust() }

  /// A level read last, like influence or stance; nil when it was never read.
  public func level(_ aspect: Aspect, _ id: EntityID) -> Int? { readings.current(ReadingSubject(aspect, id))?.level }

  public func engagement(_ id: EntityID) -> Engagement? { readings.current(ReadingSubject(.engagement, id))?.state?.option }
}

/// How far others trust one stakeholder: small ones, large ones and all.
public struct ReceivedTrust: Hashable, Sendable {
  public private(set) var bySmall = TrustMean()
  public private(set) var byLarge = TrustMean()
  public private(set) var byAll = TrustMean()

  init() {}

  mutating func add(_ level: Int, from size: SizeGroup?) {
    byAll.add(level)
    switch size {
    case .small: bySmall.add(level)
    case .large: byLarge.add(level)
    case nil: break
    }
  }

  /// Whether small and large both trust it in the mean, as an honest broker or a successor has to be trusted (Cluster approach, Best
  /// practice on the honest broker). Nil when one side was not asked.
  public var isTrustedByBoth: Bool? {
    guard let small = bySmall.value, let large = byLarge.value else { return nil }
    return min(small, large) >= ReceivedTrust.trusting
  }

  /// A mean that rounds to the level from which one trusts.
  public static let trusting = Double(TrustLevel.trusting) - 0.5
}

extension Stakeholder {
  /// Whether its money comes from outside the chain for a time: a project's or a donor's.
  public var isProject: Bool { type == .project || type == .donor || effectiveSector == .donor }

  public func has(_ role: StakeholderRole) -> Bool { roles.contains { $0.option == role } }

  /// Small enterprises, groups of them, workers and people on their own.
  public var isSmallProducer: Bool { type == .smallholderGroup || type == .workers || sizeGroup == .small && [.smallFirm, .largeProducer].contains(type?.option) }

  /// Buys from the chain to sell on to those who use the product.
  public var isBuyer: Bool { [.leadBuyer, .importer, .retailer].contains(type?.option) }
}

extension Initiative {
  /// Lead and participants, each once.
  public var people: [EntityID] {
    guard let lead, !participants.contains(lead) else { return participants }
    return [lead] + participants
  }

  public var isOver: Bool { status?.option?.isOver ?? false }

  /// Whether it came to something: succeeded, wholly or partly.
  public var hasSucceeded: Bool { status == .succeeded || status == .partly }

  /// The first day it may begin on, in days after 1970-01-01.
  public var startDay: Int? { (from ?? to)?.firstDay }

  /// Whether it is still to come or going on.
  public var isOpen: Bool { !isOver }
}

extension Session {
  /// The phase an initiative belongs to: the one it names, or else the one in which it begins.
  public func phase(of initiative: Initiative) -> EntityID? {
    if let phase = initiative.phase { return phase }
    guard let day = initiative.startDay else { return nil }
    return profile.phases.first { phase in
      guard let from = phase.from, from.firstDay <= day else { return false }
      return phase.to.map { $0.lastDay >= day } ?? true
    }?.id
  }

  /// A figure from which a rule speaks up: the session's own, or else the given one.
  public func threshold(_ rule: String, default value: Int) -> Int {
    let own = profile.thresholds.first { $0.rule == rule }?.value ?? value
    // Any whole number may stand in a file; rules calculate with it.
    return min(max(-1_000_000, own), 1_000_000)
  }
}
