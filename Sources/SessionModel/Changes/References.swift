extension Record {
  /// Calls `body` with every reference in the record and its items: the field's key, what it may point at, and the id.
  public func forEachReference(_ body: (_ field: String, ReferenceTarget, EntityID) -> Void) {
    let description = Self.description
    for index in description.referring {
      let field = description.fields[index]
      switch field.kind {
      case .reference(let target):
        if case .reference(let id) = value(at: index) { body(field.key, target, id) }
      case .references(let target):
        if case .references(let ids) = value(at: index) { for id in ids { body(field.key, target, id) } }
      case .items:
        if case .items(let items) = value(at: index) {
          for item in items { item.record.forEachReference { key, target, id in body(field.key + "." + key, target, id) } }
        }
      default: break
      }
    }
  }

  /// Whether every reference in the record and its items is to something that `exists`.
  public func refers(onlyTo exists: (ReferenceTarget, EntityID) -> Bool) -> Bool {
    let description = Self.description
    guard withUnsafePointer(to: self, { description.slots.refers(UnsafeRawPointer($0), onlyTo: exists) }) else { return false }
    for index in description.referring {
      guard case .items = description.fields[index].kind, case .items(let items) = value(at: index) else { continue }
      for item in items where !item.record.refers(onlyTo: exists) { return false }
    }
    return true
  }

  /// The record without references to what has gone: a reference is cleared, an item or record that makes no sense without it is nil.
  func dropping(_ gone: Set<EntityID>) -> Self? {
    var copy = self
    for field in Self.fields {
      switch (field.kind, field.get(self)) {
      case (.reference, .reference(let id)) where gone.contains(id):
        if field.isEssential { return nil }
        _ = field.set(&copy, .empty)
      case (.references, .references(let ids)):
        let kept = ids.filter { !gone.contains($0) }
        if kept.count != ids.count { _ = field.set(&copy, kept.isEmpty ? .empty : .references(kept)) }
      case (.items, .items(let items)):
        let kept = items.compactMap { item in item.record.dropping(gone).map { Item($0) } }
        if kept != items { _ = field.set(&copy, kept.isEmpty ? .empty : .items(kept)) }
      default: break
      }
    }
    return copy
  }

  /// The ids of the items in the record, nested ones included.
  var itemIDs: Set<EntityID> {
    var ids: Set<EntityID> = []
    for field in Self.fields {
      if case .items(let items) = field.get(self) {
        for item in items {
          ids.insert(item.id)
          ids.formUnion(item.record.itemIDs)
        }
      }
    }
    return ids
  }
}

/// Who points at what: kept beside a session, so that removing one of twenty thousand does not read them all.
public struct ReferenceIndex: Sendable {
  private var sources: [EntityID: Set<EntityRef>] = [:]

  public init(_ session: Session) {
    for kind in EntityKind.allCases {
      func add<E: Entity>(_: E.Type) { session[keyPath: E.collection].forEach { note($0) } }
      add(kind.type)
    }
  }

  /// The entities that point at this id, in the order of kinds and ids.
  public func sources(of id: EntityID) -> [EntityRef] {
    (sources[id] ?? []).sorted { $0.kind == $1.kind ? $0.id < $1.id : $0.kind.order < $1.kind.order }
  }

  /// Follows a transaction that was applied; `inverse` is what applying it gave back.
  public mutating func follow(_ transaction: Transaction, inverse: Transaction) {
    for change in inverse.changes {
      if let old = change.entity { forget(old) }
    }
    for change in transaction.changes {
      if let new = change.entity { note(new) }
    }
  }

  private mutating func note(_ entity: some Entity) {
    let ref = entity.ref
    entity.forEachReference { _, _, id in sources[id, default: []].insert(ref) }
  }

  private mutating func forget(_ entity: some Entity) {
    let ref = entity.ref
    entity.forEachReference { _, _, id in
      sources[id]?.remove(ref)
      if sources[id]?.isEmpty == true { sources[id] = nil }
    }
  }
}

extension EntityKind {
  /// Place among the kinds, from 0: the order of lists of mixed kinds.
  public var order: Int {
    switch self {
    case .session: 0
    case .stakeholder: 1
    case .relationship: 2
    case .reading: 3
    case .constraint: 4
    case .endMarket: 5
    case .initiative: 6
    case .action: 7
    case .indicator: 8
    case .workshop: 9
    case .participant: 10
    case .mapView: 11
    }
  }
}
