import SessionModel

/// Two stakeholders, the same whichever is named first.
struct UnorderedPair: Hashable, Sendable {
  let low: EntityID
  let high: EntityID

  init(_ a: EntityID, _ b: EntityID) { (low, high) = a < b ? (a, b) : (b, a) }
}
