/// Objects under ids, in the order of the ids, in stretches of at most `Stretch.limit`.
///
/// A value: after a copy a change touches one stretch and the row of stretches, so that one among 20,000 costs microseconds while a
/// snapshot is held. What comes in order, as files do, is put at the end without looking for its place.
struct OrderedBoxes: Sendable {
  typealias Object = any AnyObject & Sendable

  private struct Stretch: Sendable {
    static let limit = 128

    var ids: ContiguousArray<EntityID> = []
    var objects: ContiguousArray<Object> = []

    init(room: Int) {
      ids.reserveCapacity(room)
      objects.reserveCapacity(room)
    }

    init(_ ids: ArraySlice<EntityID>, _ objects: ArraySlice<Object>) {
      self.ids = ContiguousArray(ids)
      self.objects = ContiguousArray(objects)
    }
  }

  private var stretches: ContiguousArray<Stretch> = []
  /// The first id of each stretch.
  private var firsts: ContiguousArray<EntityID> = []
  private var last: EntityID?
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  subscript(id: EntityID) -> Object? {
    guard let stretch = stretch(of: id) else { return nil }
    let place = Self.place(of: id, in: stretches[stretch].ids)
    return place.isThere ? stretches[stretch].objects[place.index] : nil
  }

  /// In the order of the ids.
  func forEach(_ body: (EntityID, Object) -> Void) { forEach(in: 0..., body) }

  /// The same for some of the stretches, by their numbers.
  func forEach(in numbers: some RangeExpression<Int>, _ body: (EntityID, Object) -> Void) {
    for stretch in stretches[numbers.relative(to: stretches).clamped(to: stretches.indices)] {
      for index in stretch.ids.indices { body(stretch.ids[index], stretch.objects[index]) }
    }
  }

  /// The number of the stretch in the middle.
  var middle: Int { stretches.count / 2 }

  /// Puts an object under an id and returns the one that was there.
  @discardableResult
  mutating func put(_ object: Object, _ id: EntityID) -> Object? {
    if last.map({ $0 < id }) ?? true {
      append(object, id)
      return nil
    }
    // What comes before all others goes into the first stretch.
    let number = stretch(of: id) ?? 0
    let place = Self.place(of: id, in: stretches[number].ids)
    if place.isThere {
      let old = stretches[number].objects[place.index]
      stretches[number].objects[place.index] = object
      return old
    }
    stretches[number].ids.insert(id, at: place.index)
    stretches[number].objects.insert(object, at: place.index)
    firsts[number] = stretches[number].ids[0]
    count += 1
    if stretches[number].ids.count > Stretch.limit { split(number) }
    return nil
  }

  @discardableResult
  mutating func remove(_ id: EntityID) -> Object? {
    guard let number = stretch(of: id) else { return nil }
    let place = Self.place(of: id, in: stretches[number].ids)
    guard place.isThere else { return nil }
    stretches[number].ids.remove(at: place.index)
    let old = stretches[number].objects.remove(at: place.index)
    count -= 1
    if stretches[number].ids.isEmpty {
      stretches.remove(at: number)
      firsts.remove(at: number)
    } else {
      firsts[number] = stretches[number].ids[0]
    }
    last = stretches.last?.ids.last
    return old
  }

  private mutating func append(_ object: Object, _ id: EntityID) {
    if stretches.last.map({ $0.ids.count >= Stretch.limit }) ?? true {
      // A small collection stays as small as it is.
      stretches.append(Stretch(room: stretches.isEmpty ? 4 : Stretch.limit))
      firsts.append(id)
    }
    stretches[stretches.count - 1].ids.append(id)
    stretches[stretches.count - 1].objects.append(object)
    last = id
    count += 1
  }

  private mutating func split(_ number: Int) {
    let (ids, objects) = (Array(stretches[number].ids), Array(stretches[number].objects))
    let middle = ids.count / 2
    stretches[number] = Stretch(ids[..<middle], objects[..<middle])
    stretches.insert(Stretch(ids[middle...], objects[middle...]), at: number + 1)
    firsts.insert(ids[middle], at: number + 1)
  }

  /// The stretch that has the id if any has; nil when it comes before all.
  private func stretch(of id: EntityID) -> Int? {
    var (low, high) = (0, firsts.count)
    while low < high {
      let middle = (low + high) / 2
      if id < firsts[middle] { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : low - 1
  }

  /// The place of an id, or where it would go.
  private static func place(of id: EntityID, in ids: ContiguousArray<EntityID>) -> (index: Int, isThere: Bool) {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return (low, low < ids.count && ids[low] == id)
  }
}
