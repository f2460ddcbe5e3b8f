import SessionModel

/// A direction of trust: how far `from` trusts `to`. Both may be the same, for a group read towards itself.
public struct TrustPair: Hashable, Sendable {
  public let from: EntityID
  public let to: EntityID

  public init(_ from: EntityID, _ to: EntityID) {
    self.from = from
    self.to = to
  }

  /// The other direction.
  public var reversed: TrustPair { TrustPair(to, from) }

  /// Nil when the reading is not one of trust between two.
  public init?(_ reading: Reading) {
    guard reading.aspect == .trust, let from = reading.subject, let to = reading.toward else { return nil }
    self.init(from, to)
  }
}
