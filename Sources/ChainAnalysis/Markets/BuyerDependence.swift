import SessionModel

/// Whether a chain leans on one buyer, and what makes that bearable (Cluster approach, Best practice on communicating with stakeholders: the
/// potato growers of Huánuco).
public struct BuyerDependence: Hashable, Sendable {
  public enum Mitigation: Hashable, Sendable {
    /// A contract over several years, or one that shares the risk.
    case contract(EntityID)
    /// Another buyer, of another end market, with a name.
    case otherBuyer(EntityID)
    /// A market nearby that buys already (Upgrading effects, End markets).
    case localMarket(EntityID)
    /// An initiative that is to bring such a contract, or another buyer, and has not yet.
    case contractPlanned(EntityID), buyerSought(EntityID)
    /// What the session says of the market.
    case stated(EntityID)
  }

  /// The buyer it leans on.
  public let buyer: EntityID
  /// Its end markets.
  public let markets: [EntityID]
  /// Its share of the volume that named buyers ask, 0…1; nil where volumes cannot be compared.
  public let share: Double?
  public let mitigations: [Mitigation]

  /// Whether it is the only named buyer.
  public var isOnly: Bool { !mitigations.contains { if case .otherBuyer = $0 { true } else { false } } }

  /// Whether anything has happened that softens its loss, and is not only planned or written down.
  public var isSoftened: Bool {
    mitigations.contains {
      switch $0 {
      case .contract, .otherBuyer, .localMarket: true
      case .contractPlanned, .buyerSought, .stated: false
      }
    }
  }

  /// From this share of the volume one buyer is the one leaned on, in per cent.
  public static let shareLimit = 70

  /// Nil when no buyer has a name, or none has most of the volume.
  public init?(_ session: Session, on day: PartialDate) {
    // A local market has many who buy, whoever stands for them on the map.
    let markets = session.endMarkets.sorted.filter { market in
      market.buyer != nil && market.channel?.option != .local && (market.evidence?.option?.step ?? Evidence.namedFirm.step) >= Evidence.namedFirm.step
    }
    let buyers = Set(markets.compactMap(\.buyer))
    guard let only = buyers.min() else { return nil }
    var volumes: [EntityID: Double] = [:]
    var isComparable = true
    let unit = markets.lazy.compactMap { $0.volume.first?.amount.unit }.first
    for market in markets {
      guard let buyer = market.buyer, let amount = market.volume.first(where: { $0.amount.unit == unit })?.amount else {
        isComparable = false
        continue
      }
      volumes[buyer, default: 0] += max(0, amount.approximate)
    }
    let total = volumes.values.reduce(0, +)
    let largest = isComparable && total > 0 ? volumes.max { ($0.value, $1.key) < ($1.value, $0.key) } : nil
    let buyer: EntityID
    if buyers.count == 1 {
      buyer = only
      share = 1
    } else if let largest, largest.value * 100 >= total * Double(session.threshold("buyerShare", default: BuyerDependence.shareLimit)) {
      buyer = largest.key
      share = largest.value / total
    } else {
      return nil
    }
    self.buyer = buyer
    let own = markets.filter { $0.buyer == buyer }
    self.markets = own.map(\.id)
    var mitigations: [Mitigation] = []
    session.relationships.forEach { tie in
      guard tie.stands(on: day), tie.type == .trade, tie.from == buyer || tie.to == buyer else { return }
      if tie.contract == .multiYear || tie.contract == .riskSharing { mitigations.append(.contract(tie.id)) }
    }
    mitigations += markets.filter { $0.buyer != buyer }.map { .otherBuyer($0.id) }
    for market in session.endMarkets.sorted where market.channel == .local && (market.evidence?.option?.step ?? 0) >= Evidence.contract.step {
      mitigations.append(.localMarket(market.id))
    }
    session.initiatives.forEach { initiative in
      guard initiative.isOpen else { return }
      let isWithBuyer = initiative.people.contains(buyer) || own.contains { $0.id == initiative.endMarket }
      switch initiative.type?.option {
      case .riskSharing where isWithBuyer: mitigations.append(.contractPlanned(initiative.id))
      case .buyerLinkage where !initiative.people.contains(buyer), .marketStudy where !isWithBuyer: mitigations.append(.buyerSought(initiative.id))
      case .tradeMission, .fair: mitigations.append(.buyerSought(initiative.id))
      default: break
      }
    }
    mitigations += own.filter { !$0.mitigations.trimmed.isEmpty }.map { .stated($0.id) }
    self.mitigations = mitigations
  }
}
