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

  /// Calls `body` with the id of every reference in the record and its items.
  func forEachReferencedID(_ description: RecordDescription, _ body: (EntityID) -> Void) {
    withUnsafePointer(to: self) { description.slots.forEachReferencedID(UnsafeRawPointer($0), body) }
    for index in description.referringItems {
      guard case .items(let items) = value(at: index) else { continue }
      for item in items {
        func search(_ record: some Record) { record.forEachReferencedID(type(of: record).description, body) }
        search(item.record)
      }
    }
  }

  /// Whether every reference in the record and its items is to something that `exists`.
  public func refers(onlyTo exists: (ReferenceTarget, EntityID) -> Bool) -> Bool { refers(onlyTo: exists, Self.description) }

  @inline(__always)
  func refers(onlyTo exists: (ReferenceTarget, EntityID) -> Bool, _ description: RecordDescription) -> Bool {
    guard withUnsafePointer(to: self, { description.slots.refers(UnsafeRawPointer($0), onlyTo: exists) }) else { return false }
    for index in description.referringItems {
      guard case .items(let items) = value(at: index) else { continue }
      for item in items where !item.record.refers(onlyTo: exists) { return false }
    }
    return true
  }

  /// The record without references to what has gone: a reference is cleared, an item or record that makes no sense without it is nil.
  func dropping(_ gone: Gone) -> Self? {
    var copy = self
    let description = Self.description
    for index in description.referring {
      let field = Self.fields[index]
      switch (field.kind, field.get(self)) {
      case (.reference(let target), .reference(let id)) where gone.contains(id, as: target):
        if field.isEssential { return nil }
        _ = field.set(&copy, .empty)
      case (.references(let target), .references(let ids)):
        let kept = ids.filter { !gone.contains($0, as: target) }
        if kept.count != ids.count { _ = field.set(&copy, kept.isEmpty ? .empty : .references(kept)) }
      case (.items, .items(let items)):
        let kept = items.compactMap { item in item.record.dropping(gone).map { Item($0) } }
        if kept != items { _ = field.set(&copy, kept.isEmpty ? .empty : .items(kept)) }
      default: break
      }
    }
    return copy
  }

  /// The id of an item that stands twice in one list of the record, nested ones included; nil when all differ.
  var duplicateItem: (field: String, id: EntityID)? {
    for field in Self.fields {
      guard case .items = field.kind, case .items(let items) = field.get(self) else { continue }
      var seen: Set<EntityID> = []
      for item in items {
        if !seen.insert(item.id).inserted { return (field.key, item.id) }
        if let inner = item.record.duplicateItem { return (field.key + "." + inner.field, inner.id) }
      }
    }
    return nil
  }
}

/// What is about to go, by what it is: an actor and a segment may share an id, and only one of them goes.
struct Gone {
  private(set) var entities: Set<EntityRef> = []
  private var segments: Set<EntityID> = []
  private var phases: Set<EntityID> = []
  private var agendaItems: Set<EntityID> = []

  /// Every id in it, whatever it is the id of.
  var ids: Set<EntityID> { segments.union(phases).union(agendaItems).union(entities.map(\.id)) }

  /// False if it was in it before.
  mutating func insert(_ entity: any Entity) -> Bool {
    guard entities.insert(entity.ref).inserted else { return false }
    insertItems(of: entity)
    return true
  }

  /// Adds the items that others may point at, but for those that stay.
  mutating func insertItems(of old: any Entity, but new: (any Entity)? = nil) {
    switch old {
    case let profile as SessionProfile:
      let kept = new as? SessionProfile
      segments.formUnion(Set(profile.segments.map(\.id)).subtracting(kept?.segments.map(\.id) ?? []))
      phases.formUnion(Set(profile.phases.map(\.id)).subtracting(kept?.phases.map(\.id) ?? []))
    case let workshop as Workshop:
      agendaItems.formUnion(Set(workshop.agenda.map(\.id)).subtracting((new as? Workshop)?.agenda.map(\.id) ?? []))
    default: break
    }
  }

  func contains(_ id: EntityID, as target: ReferenceTarget) -> Bool {
    switch target {
    case .entities(let kinds): (kinds.isEmpty ? EntityKind.allCases : kinds).contains { entities.contains(EntityRef($0, id)) }
    case .segment: segments.contains(id)
    case .phase: phases.contains(id)
    case .agendaItem: agendaItems.contains(id)
    }
  }
}

/// Who points at what: kept beside a session, so that removing one of twenty thousand does not read them all.
public struct ReferenceIndex: Sendable {
  private let table: ReferenceTable
  /// Who points at those of whom that has changed since, in place of what the table says; in no promised order, each once.
  private var changed: [EntityID: [EntityRef]] = [:]

  public init(_ session: Session) { table = ReferenceTable(session) }

  /// The entities that point at this id, in the order of kinds and ids.
  public func sources(of id: EntityID) -> [EntityRef] {
    guard let sources = changed[id] else { return table.sources(of: id) }
    return sources.sorted { $0.kind == $1.kind ? $0.id < $1.id : $0.kind.order < $1.kind.order }
  }

  /// Follows a transaction that was applied; `inverse` is what applying it gave back.
  public mutating func follow(_ transaction: Transaction, inverse: Transaction) {
    for change in inverse.changes {
      if let old = change.entity { forget(old) }
    }
    for new in transaction.results { note(new) }
  }

  private mutating func note(_ entity: some Entity) {
    let ref = entity.ref
    entity.forEachReferencedID(type(of: entity).description) { id in
      var sources = changed.removeValue(forKey: id) ?? table.sources(of: id)
      if !sources.contains(ref) { sources.append(ref) }
      changed[id] = sources
    }
  }

  private mutating func forget(_ entity: some Entity) {
    let ref = entity.ref
    entity.forEachReferencedID(type(of: entity).description) { id in
      var sources = changed.removeValue(forKey: id) ?? table.sources(of: id)
      sources.removeAll { $0 == ref }
      changed[id] = sources
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
