import HashTreeCollections

/// All entities of one kind. A value: a copy costs nothing and shares everything until one of them changes.
public struct EntityCollection<E: Entity>: Sendable {
  private var boxes: TreeDictionary<EntityID, Box<E>> = [:]
  /// Moves with every change; what is derived from the collection is kept under it.
  public private(set) var revision = 0

  public init() {}

  public var count: Int { boxes.count }
  public var isEmpty: Bool { boxes.isEmpty }

  public subscript(id: EntityID) -> E? { boxes[id]?.value }

  public subscript(id: EntityID?) -> E? {
    guard let id else { return nil }
    return boxes[id]?.value
  }

  public func contains(_ id: EntityID) -> Bool { boxes[id] != nil }

  /// All ids in the order of their bytes: the order of the file.
  public var ids: [EntityID] { boxes.keys.sorted() }

  /// All entities in the order of their ids.
  public var sorted: [E] { boxes.values.map(\.value).sorted { $0.id < $1.id } }

  /// All entities in no promised order: for sums and searches whose result does not depend on it.
  public func forEach(_ body: (E) -> Void) { for box in boxes.values { body(box.value) } }

  /// Puts an entity under its id and returns the one that was there.
  @discardableResult
  mutating func put(_ entity: E, revision: Int) -> E? {
    self.revision = revision
    return boxes.updateValue(Box(entity), forKey: entity.id)?.value
  }

  @discardableResult
  mutating func remove(_ id: EntityID, revision: Int) -> E? {
    self.revision = revision
    return boxes.removeValue(forKey: id)?.value
  }
}

extension EntityCollection: Equatable {
  /// Compares the entities; the revision is not part of the value.
  public static func == (a: EntityCollection, b: EntityCollection) -> Bool { a.boxes == b.boxes }
}

/// Keeps large entities out of the tree's nodes.
final class Box<Value: Equatable & Sendable>: Sendable, Equatable {
  let value: Value
  init(_ value: Value) { self.value = value }
  static func == (a: Box, b: Box) -> Bool { a === b || a.value == b.value }
}
