import SessionModel

/// What all stakeholders can deliver, by product, so that one market need not read them all.
struct SupplyIndex: Sendable {
  struct Offer: Sendable {
    let stakeholder: EntityID
    /// Small letters; empty when the variety does not matter.
    let varieties: Set<String>
    let volume: [Amount]
    let months: MonthSet?
  }

  private var offers: [String: [Offer]] = [:]

  init() {}

  init(_ session: Session) {
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
  func offers(product: String, variety: String) -> [Offer] {
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
