import SessionModel

/// What all stakeholders can deliver, by product, so that one market need not read them all.
public struct SupplyIndex: Sendable {
  public struct Offer: Sendable {
    public let stakeholder: EntityID
    /// Small letters; empty when the variety does not matter.
    public let varieties: Set<String>
    public let volume: [Amount]
    public let months: MonthSet?
  }

  private var offers: [String: [Offer]] = [:]

  public init() {}

  public init(_ session: Session) {
    for stakeholder in session.stakeholders.sorted {
      for supply in stakeholder.supplies {
        offers[SupplyIndex.key(supply.product), default: []].append(
          Offer(
            stakeholder: stakeholder.id, varieties: SupplyIndex.varieties(supply.variety), volume: supply.volume.map(\.amount),
            months: MonthSet(supply.months)))
      }
    }
  }

  /// Offers of a product, of one of the varieties where both sides name any.
  public func offers(product: String, variety: String) -> [Offer] {
    let wanted = SupplyIndex.varieties(variety)
    return (offers[SupplyIndex.key(product)] ?? []).filter { offer in
      wanted.isEmpty || offer.varieties.isEmpty || !wanted.isDisjoint(with: offer.varieties)
    }
  }

  private static func key(_ product: String) -> String { product.trimmed.lowercased() }

  private static func varieties(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "/" }).map { $0.trimmed.lowercased() }.filter { !$0.isEmpty })
  }
}
