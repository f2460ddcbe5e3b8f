import SessionModel

/// Who paid how much for what is done together, phase by phase. Money given, promised or of which nothing else is said; in kind counts with
/// the amount it was put at. Only amounts in one currency are added up: the session's, or else the one given most often.
public struct Contributions: Sendable {
  public struct Payer: Hashable, Sendable {
    public let id: EntityID
    public let isProject: Bool
    /// By phase, in the order of `phases`; nil where nothing was paid.
    public fileprivate(set) var amounts: [Amount?]
    public fileprivate(set) var total: Amount
  }

  /// The session's phases, then nil for initiatives of none, if there are any.
  public let phases: [EntityID?]
  public let currency: String
  /// Those who paid the most first.
  public let payers: [Payer]
  /// Whether money in other currencies, or without an amount, was left out.
  public let hasUncounted: Bool

  public init(_ session: Session) {
    let initiatives = session.initiatives.sorted
    let payments = initiatives.flatMap { initiative in
      initiative.funding.compactMap { funding -> (phase: EntityID?, funding: Funding)? in
        funding.counts && funding.by.map { session.stakeholders.contains($0) } == true ? (session.phase(of: initiative), funding) : nil
      }
    }
    var units: [String: Int] = [:]
    for payment in payments { for figure in payment.funding.amount { units[figure.amount.unit, default: 0] += 1 } }
    let own = session.profile.currency
    let currency = units[own] != nil ? own : units.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? own
    self.currency = currency
    let known = session.profile.phases.map { Optional($0.id) }
    let phases = payments.contains { !known.contains($0.phase) } ? known + [nil] : known
    self.phases = phases
    var payers: [EntityID: Payer] = [:]
    var hasUncounted = false
    for (phase, funding) in payments {
      guard let by = funding.by, let amount = funding.amount.first(where: { $0.amount.unit == currency })?.amount else {
        hasUncounted = true
        continue
      }
      let place = phases.firstIndex(of: phase) ?? phases.count - 1
      var payer = payers[by] ?? Payer(
        id: by, isProject: session.stakeholders.of(by, \.isProject) ?? false, amounts: Array(repeating: nil, count: phases.count), total: Amount(0, currency))
      payer.amounts[place] = payer.amounts[place].map { $0.adding(amount) ?? $0 } ?? amount
      payer.total = payer.total.adding(amount) ?? payer.total
      payers[by] = payer
    }
    self.hasUncounted = hasUncounted
    self.payers = payers.values.sorted {
      let (a, b) = ($0.total.approximate, $1.total.approximate)
      return a != b ? a > b : $0.id < $1.id
    }
  }

  /// The share of a phase's money, or of all, that comes from those who satisfy a condition, 0…1; nil where nothing was paid.
  public func share(of phase: Int? = nil, from isCounted: (Payer) -> Bool = \.isProject) -> Double? {
    var part = 0.0
    var total = 0.0
    for payer in payers {
      let amount = (phase.map { payer.amounts.indices.contains($0) ? payer.amounts[$0] : nil } ?? payer.total)?.approximate ?? 0
      // A payment back is no contribution, and must not make another's share more than all.
      total += max(0, amount)
      if isCounted(payer) { part += max(0, amount) }
    }
    return total > 0 ? part / total : nil
  }

  /// The share of the money that comes from outside, 0…1, in each phase with any.
  public var outsideShares: [Double] { phases.indices.compactMap { share(of: $0) } }

  /// What was paid in a phase by those who satisfy a condition.
  public func sum(of phase: Int, from isCounted: (Payer) -> Bool = { _ in true }) -> Amount {
    payers.reduce(Amount(0, currency)) { sum, payer in
      guard isCounted(payer), payer.amounts.indices.contains(phase), let amount = payer.amounts[phase] else { return sum }
      return sum.adding(amount) ?? sum
    }
  }
}

extension Funding {
  /// Whether the money is there or was promised; what was only asked for or was declined does not count.
  public var counts: Bool { answer?.option != .asked && answer?.option != .declined }
}
