extension Session {
  /// What must be changed so that these entities can go and nothing points at them any more.
  ///
  /// What makes no sense without them (their relationships and readings) goes too, and what depends on those; other references are cleared.
  public func removal(of refs: [EntityRef], index: ReferenceIndex) -> [Change] {
    var gone: Set<EntityRef> = []
    var goneIDs: Set<EntityID> = []
    var touched: [EntityRef: any Entity] = [:]
    var queue: [EntityRef] = []
    func take(_ ref: EntityRef) {
      guard ref.kind != .session, let entity = entity(ref), gone.insert(ref).inserted else { return }
      goneIDs.insert(ref.id)
      goneIDs.formUnion(entity.itemIDs)
      queue.append(ref)
    }
    for ref in refs { take(ref) }
    while let ref = queue.popLast() {
      let ids = [ref.id] + Array(entity(ref)?.itemIDs ?? [])
      for source in ids.flatMap({ index.sources(of: $0) }) where !gone.contains(source) {
        guard let entity = touched[source] ?? entity(source) else { continue }
        if let kept = dropping(goneIDs, from: entity) { touched[source] = kept } else { take(source) }
      }
    }
    return changes(gone: gone, touched: touched)
  }

  /// What must be changed so that a record is replaced although items of it that others point at are gone from it.
  public func replacement(of entity: any Entity, index: ReferenceIndex) -> [Change] {
    guard let old = self.entity(entity.ref) else { return [] }
    let lost = old.itemIDs.subtracting(entity.itemIDs)
    var touched: [EntityRef: any Entity] = [entity.ref: entity]
    var gone: Set<EntityRef> = []
    for source in lost.sorted().flatMap({ index.sources(of: $0) }) {
      guard let current = touched[source] ?? self.entity(source) else { continue }
      if let kept = dropping(lost, from: current) { touched[source] = kept } else { gone.insert(source) }
    }
    return changes(gone: gone, touched: touched)
  }

  private func dropping(_ ids: Set<EntityID>, from entity: any Entity) -> (any Entity)? {
    func drop<E: Entity>(_ entity: E) -> (any Entity)? { entity.dropping(ids) }
    return drop(entity)
  }

  /// Replacements first, so that nothing dangles half-way; then removals, in the order of kinds and ids.
  private func changes(gone: Set<EntityRef>, touched: [EntityRef: any Entity]) -> [Change] {
    func ordered(_ a: EntityRef, _ b: EntityRef) -> Bool { a.kind == b.kind ? a.id < b.id : a.kind.order < b.kind.order }
    let replaced = touched.keys.filter { !gone.contains($0) }.sorted(by: ordered).compactMap { touched[$0].map { Change.replace($0) } }
    return replaced + gone.sorted(by: ordered).map { .remove($0) }
  }
}
