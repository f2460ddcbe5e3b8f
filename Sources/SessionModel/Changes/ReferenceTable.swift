/// Who points at what in a session as it was: made in one go and never changed, in a few stretches of memory however many there are.
final class ReferenceTable: Sendable {
  private let places: IDPlaces
  /// Where the sources of each place begin; one more than there are places.
  private let starts: [Int32]
  private let sources: [EntityRef]

  init(_ session: Session) {
    var refs: [EntityRef] = []
    var links: [(place: Int32, ref: Int32)] = []
    var places = IDPlaces(room: session.stakeholders.count + session.initiatives.count)
    links.reserveCapacity(3 * (session.relationships.count + session.readings.count))
    refs.reserveCapacity(session.relationships.count + session.readings.count)
    for kind in EntityKind.allCases {
      func collect<E: Entity>(_: E.Type) {
        E.forEachReferencedID(in: session[keyPath: E.collection]) { source, id in
          if refs.last?.id != source || refs.last?.kind != kind { refs.append(EntityRef(kind, source)) }
          links.append((Int32(truncatingIfNeeded: places.place(of: id)), Int32(truncatingIfNeeded: refs.count - 1)))
        }
      }
      collect(kind.type)
    }
    var next = [Int32](repeating: 0, count: places.count + 1)
    for link in links { next[Int(link.place) + 1] += 1 }
    for place in 0..<places.count { next[place + 1] += next[place] }
    starts = next
    // In the order of the links, so that what an entity points at twice comes twice in a row.
    var sorted = [Int32](repeating: 0, count: links.count)
    for link in links {
      sorted[Int(next[Int(link.place)])] = link.ref
      next[Int(link.place)] += 1
    }
    sources = sorted.map { refs[Int($0)] }
    self.places = places
  }

  /// In the order of kinds and ids, each once.
  func sources(of id: EntityID) -> [EntityRef] {
    guard let place = places[id] else { return [] }
    var found: [EntityRef] = []
    for source in sources[Int(starts[place])..<Int(starts[place + 1])] where found.last != source { found.append(source) }
    return found
  }
}

/// Numbers ids from 0 in the order in which they first come; several times as fast as a dictionary, since an id is its own short text.
struct IDPlaces: Sendable {
  private var ids: ContiguousArray<EntityID> = []
  /// Numbers at the places where their ids belong or, when those were taken, behind them; −1 where there is none.
  private var table: ContiguousArray<Int32>
  private var shift: UInt64
  /// Random, so that no file can be made to be slow.
  private let factor = UInt64.random(in: .min ... .max) | 1

  init(room: Int) {
    var bits: UInt64 = 4
    while bits < 40, 1 << bits < 2 * room { bits += 1 }
    shift = 64 - bits
    table = ContiguousArray(repeating: -1, count: 1 << Int(bits))
  }

  var count: Int { ids.count }

  subscript(id: EntityID) -> Int? {
    let number = table[slot(of: id)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of an id, a new one if it has none yet.
  mutating func place(of id: EntityID) -> Int {
    let slot = slot(of: id)
    if table[slot] >= 0 { return Int(table[slot]) }
    table[slot] = Int32(truncatingIfNeeded: ids.count)
    ids.append(id)
    if 2 * ids.count > table.count { grow() }
    return ids.count - 1
  }

  private mutating func grow() {
    shift -= 1
    table = ContiguousArray(repeating: -1, count: 2 * table.count)
    for (number, id) in ids.enumerated() { table[slot(of: id)] = Int32(truncatingIfNeeded: number) }
  }

  /// Where the id stands, or would.
  private func slot(of id: EntityID) -> Int {
    let product = (id.high ^ (id.low &* 0x9E37_79B9_7F4A_7C15)).multipliedFullWidth(by: factor)
    var slot = Int(truncatingIfNeeded: ((product.high ^ product.low) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while table[slot] >= 0, ids[Int(table[slot])] != id { slot = (slot + 1) & (table.count - 1) }
    return slot
  }
}
