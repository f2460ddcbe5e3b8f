/// All entities of one kind. A value: a copy costs nothing and shares everything until one of them changes.
///
/// The type itself asks nothing of `E`, so that naming it does not make the runtime look through every conformance of the program.
public struct EntityCollection<E: Sendable>: Sendable {
  /// Every object is a `Box<E>`. Kept without its type, so that one piece of code serves all kinds.
  private var boxes = OrderedBoxes()
  /// Moves with every change; what is derived from the collection is kept under it.
  public private(set) var revision = 0

  public init() {}

  public var count: Int { boxes.count }
  public var isEmpty: Bool { boxes.isEmpty }

  public func contains(_ id: EntityID) -> Bool { boxes[id] != nil }

  /// The `Box<E>` of the entity with this id.
  func object(_ id: EntityID) -> OrderedBoxes.Object? { boxes[id] }

  /// All ids in the order of their bytes: the order of the file.
  public var ids: [EntityID] {
    var ids: [EntityID] = []
    ids.reserveCapacity(count)
    boxes.forEach { id, _ in ids.append(id) }
    return ids
  }
}

extension EntityCollection where E: Entity {
  public subscript(id: EntityID) -> E? { boxes[id].map { value($0) } }

  public subscript(id: EntityID?) -> E? { id.flatMap { self[$0] } }

  /// What `body` says of the entity with this id, without copying all of it; nil if there is none.
  public func of<Result>(_ id: EntityID, _ body: (E) -> Result) -> Result? {
    boxes[id].map { body(unsafeDowncast($0, to: Box<E>.self).value) }
  }

  /// All entities in the order of their ids.
  public var sorted: [E] {
    var all: [E] = []
    all.reserveCapacity(count)
    forEach { all.append($0) }
    return all
  }

  /// All entities in the order of their ids.
  public func forEach(_ body: (E) -> Void) { E.forEach(in: self, body) }

  /// The same without copying them.
  func forEachBox(_ body: (Box<E>) -> Void) { boxes.forEach { _, box in body(unsafeDowncast(box, to: Box<E>.self)) } }

  /// The same for those up to the middle, or from there on.
  func forEachBox(in half: some RangeExpression<Int>, _ body: (Box<E>) -> Void) {
    boxes.forEach(in: half) { _, box in body(unsafeDowncast(box, to: Box<E>.self)) }
  }

  /// Divides the entities into two halves of about the same length.
  var middle: Int { boxes.middle }

  /// Takes an entity that was read, unless there is one with its id.
  mutating func keep(_ box: Box<E>, _ ids: inout [EntityID]) {
    let id = box.value.id
    ids.append(id)
    if let first = boxes.put(box, id) { boxes.put(first, id) }
  }

  /// Puts an entity under its id and returns the one that was there.
  @discardableResult
  mutating func put(_ entity: E, revision: Int) -> E? {
    self.revision = revision
    return boxes.put(Box(entity), entity.id).map { value($0) }
  }

  @discardableResult
  mutating func remove(_ id: EntityID, revision: Int) -> E? {
    self.revision = revision
    return boxes.remove(id).map { value($0) }
  }

  private func value(_ box: any AnyObject & Sendable) -> E { unsafeDowncast(box, to: Box<E>.self).value }
}

extension EntityCollection where E: Entity {
  /// The ids of entities with a reference, in themselves or an item, to something that does not exist; in no promised order.
  public func dangling(unless exists: (ReferenceTarget, EntityID) -> Bool) -> [EntityID] { E.dangling(self, unless: exists) }
}

extension Entity {
  public static func forEach(in all: EntityCollection<Self>, _ body: (Self) -> Void) { all.forEachBox { body($0.value) } }

  public static func forEachValue(in all: EntityCollection<Self>, at index: Int, _ body: (EntityID, FieldValue) -> Void) {
    let slots = description.slots
    all.forEachBox { box in body(box.value.id, withUnsafePointer(to: box.value) { slots.value(UnsafeRawPointer($0), index) }) }
  }

  public static func forEachReferencedID(in all: EntityCollection<Self>, _ body: (_ source: EntityID, _ id: EntityID) -> Void) {
    let description = description
    all.forEachBox { box in box.value.forEachReferencedID(description) { body(box.value.id, $0) } }
  }

  public static func dangling(_ all: EntityCollection<Self>, unless exists: (ReferenceTarget, EntityID) -> Bool) -> [EntityID] {
    var found: [EntityID] = []
    let description = description
    all.forEachBox { if !$0.value.refers(onlyTo: exists, description) { found.append($0.value.id) } }
    return found
  }
}

extension EntityCollection: Equatable where E: Entity {
  /// Compares the entities; the revision is not part of the value.
  public static func == (a: EntityCollection, b: EntityCollection) -> Bool {
    guard a.count == b.count else { return false }
    var isSame = true
    a.boxes.forEach { id, box in
      guard isSame, let other = b.boxes[id] else { return isSame = false }
      isSame = box === other || a.value(box) == b.value(other)
    }
    return isSame
  }
}

/// Keeps a large entity in one place, however many collections have it.
final class Box<Value: Sendable>: Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}
