import HashTreeCollections
import JSON

/// All entities of one kind. A value: a copy costs nothing and shares everything until one of them changes.
public struct EntityCollection<E: Entity>: Sendable {
  /// Every box is a `Box<E>`. Without its type the tree's code is compiled for these very keys and values, which is several times faster.
  private var boxes: TreeDictionary<EntityID, any AnyObject & Sendable> = [:]
  /// Moves with every change; what is derived from the collection is kept under it.
  public private(set) var revision = 0

  public init() {}

  public var count: Int { boxes.count }
  public var isEmpty: Bool { boxes.isEmpty }

  public subscript(id: EntityID) -> E? { boxes[id].map { value($0) } }

  public subscript(id: EntityID?) -> E? { id.flatMap { self[$0] } }

  public func contains(_ id: EntityID) -> Bool { boxes[id] != nil }

  /// All ids in the order of their bytes: the order of the file.
  public var ids: [EntityID] { boxes.keys.sorted() }

  /// All entities in the order of their ids.
  public var sorted: [E] { sortedBoxes.map { value($0.1) } }

  /// All entities in no promised order: for sums and searches whose result does not depend on it.
  public func forEach(_ body: (E) -> Void) { for box in boxes.values { body(value(box)) } }

  /// The ids of entities with a reference, in themselves or an item, to something that does not exist; in no promised order.
  public func dangling(unless exists: (ReferenceTarget, EntityID) -> Bool) -> [EntityID] {
    var found: [EntityID] = []
    for (id, box) in boxes where !unsafeDowncast(box, to: Box<E>.self).value.refers(onlyTo: exists) { found.append(id) }
    return found
  }

  /// Puts an entity under its id and returns the one that was there.
  @discardableResult
  mutating func put(_ entity: E, revision: Int) -> E? {
    self.revision = revision
    return boxes.updateValue(Box(entity), forKey: entity.id).map { value($0) }
  }

  @discardableResult
  mutating func remove(_ id: EntityID, revision: Int) -> E? {
    self.revision = revision
    return boxes.removeValue(forKey: id).map { value($0) }
  }

  private func value(_ box: any AnyObject & Sendable) -> E { unsafeDowncast(box, to: Box<E>.self).value }

  private var sortedBoxes: [(EntityID, any AnyObject & Sendable)] {
    var pairs: [(EntityID, any AnyObject & Sendable)] = []
    pairs.reserveCapacity(boxes.count)
    for pair in boxes { pairs.append((pair.key, pair.value)) }
    pairs.sort { $0.0 < $1.0 }
    return pairs
  }
}

extension EntityCollection {
  /// Reads an array of entities; of several with one id the first is kept. `ids` gets the id of each element in the order of the file.
  public init(from reader: inout JSONReader, ids: inout [EntityID]) throws(JSONError) {
    self.init()
    let slots = E.description.slots
    try reader.beginArray()
    while try reader.nextElement() {
      let box = Box(try E(from: &reader, slots))
      let id = box.value.id
      ids.append(id)
      if let first = boxes.updateValue(box, forKey: id) { boxes[id] = first }
    }
  }

  /// Writes an array of all entities in the order of their ids.
  public func write(to writer: inout JSONWriter) {
    writer.beginArray()
    let slots = E.description.slots
    for (_, box) in sortedBoxes { unsafeDowncast(box, to: Box<E>.self).value.write(to: &writer, slots) }
    writer.endArray()
  }
}

extension EntityCollection: Equatable {
  /// Compares the entities; the revision is not part of the value.
  public static func == (a: EntityCollection, b: EntityCollection) -> Bool {
    a.count == b.count
      && a.boxes.allSatisfy { id, box in
        guard let other = b.boxes[id] else { return false }
        return box === other || a.value(box) == b.value(other)
      }
  }
}

/// Keeps large entities out of the tree's nodes.
final class Box<Value: Sendable>: Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}
