import SessionModel

/// How what is asked compares with what can be delivered.
public enum Coverage: Hashable, Sendable {
  /// The largest supplier alone delivers it.
  case byOne(EntityID)
  /// It takes this many, the largest first.
  case byTogether(Int)
  /// All together fall short by so much.
  case short(Amount)
}

/// How what one market asks compares with what the chain can deliver. Only amounts in the unit that was asked for are added up.
public struct MarketStanding: Sendable {
  public struct Supplier: Sendable {
    public let id: EntityID
    public let amount: Amount
  }

  public let market: EntityID
  /// The first volume that somebody supplies in the same unit, or else simply the first.
  public private(set) var asked: Figure?
  /// The largest first.
  public private(set) var suppliers: [Supplier] = []
  /// Of all suppliers together; nil when there are none or the sum is too large to be kept exactly.
  public private(set) var total: Amount?
  /// Whether some offers are in other units and so left out.
  public private(set) var hasOtherUnits = false
  /// From January: whether anybody supplies then.
  public private(set) var supplied = Array(repeating: false, count: 12)
  /// From January: what is paid, in the first unit given.
  public private(set) var prices: [Double?] = Array(repeating: nil, count: 12)
  public private(set) var priceUnit = ""

  public init(_ market: EndMarket, _ index: SupplyIndex) {
    self.market = market.id
    let offers = index.offers(product: market.product, variety: market.variety)
    let units = Set(offers.flatMap { $0.volume.map(\.unit) })
    asked = market.volume.first { units.contains($0.amount.unit) } ?? market.volume.first
    let unit = asked?.amount.unit ?? offers.first?.volume.first?.unit ?? ""
    var sums: [EntityID: Amount] = [:]
    for offer in offers {
      for month in 1...12 where offer.months?.contains(month) == true { supplied[month - 1] = true }
      guard let amount = offer.volume.first(where: { $0.unit == unit }) else {
        if !offer.volume.isEmpty { hasOtherUnits = true }
        continue
      }
      sums[offer.stakeholder] = sums[offer.stakeholder].map { $0.adding(amount) ?? $0 } ?? amount
    }
    suppliers = sums.map { Supplier(id: $0.key, amount: $0.value) }.sorted {
      let (a, b) = ($0.amount.approximate, $1.amount.approximate)
      return a != b ? a > b : $0.id < $1.id
    }
    total = suppliers.first?.amount
    for supplier in suppliers.dropFirst() { total = total.flatMap { $0.adding(supplier.amount) } }
    priceUnit = market.prices.lazy.compactMap { $0.price.first?.amount.unit }.first ?? ""
    for price in market.prices {
      guard let month = price.month, (1...12).contains(month) else { continue }
      prices[month - 1] = price.price.first { $0.amount.unit == priceUnit }?.amount.approximate ?? prices[month - 1]
    }
  }

  public var hasPrices: Bool { prices.contains { $0 != nil } }

  /// Nil while either side is unknown.
  public var coverage: Coverage? {
    guard let asked = asked?.amount, let largest = suppliers.first, largest.amount.unit == asked.unit else { return nil }
    if largest.amount.approximate >= asked.approximate { return .byOne(largest.id) }
    var sum = 0.0
    for (index, supplier) in suppliers.enumerated() {
      sum += supplier.amount.approximate
      if sum >= asked.approximate { return .byTogether(index + 1) }
    }
    guard let total, let negative = Amount(mantissa: -total.mantissa, decimals: total.decimals, unit: total.unit), let gap = asked.adding(negative)
    else { return nil }
    return .short(gap)
  }
}
