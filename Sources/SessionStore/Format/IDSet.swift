import SessionModel

/// A set of ids that is built once and asked very often; several times as fast as a `Set`, since an id is its own short text.
struct IDSet {
  private var table: [EntityID?]
  private let shift: UInt64
  /// Random, so that no file can be made to be slow.
  private let factor: UInt64

  init(_ ids: some Collection<EntityID>) {
    var bits: UInt64 = 4
    while 1 << bits < 2 * ids.count { bits += 1 }
    shift = 64 - bits
    factor = UInt64.random(in: .min ... .max) | 1
    table = Array(repeating: nil, count: 1 << Int(bits))
    for id in ids {
      var place = home(id)
      while let other = table[place], other != id { place = (place + 1) & (table.count - 1) }
      table[place] = id
    }
  }

  func contains(_ id: EntityID) -> Bool {
    var place = home(id)
    while let other = table[place] {
      if other == id { return true }
      place = (place + 1) & (table.count - 1)
    }
    return false
  }

  private func home(_ id: EntityID) -> Int {
    let (high, low) = id.words
    let product = (high ^ (low &* 0x9E37_79B9_7F4A_7C15)).multipliedFullWidth(by: factor)
    return Int(truncatingIfNeeded: ((product.high ^ product.low) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
