extension Session {
  /// What must be changed so that these entities can go and nothing points at them any more.
  ///
  /// What makes no sense without them (their relationships and readings) goes too, and what depends on those; other references are cleared.
  public func removal(of refs: [EntityRef], index: ReferenceIndex) -> [Change] {
    var gone = Gone()
    var touched: [EntityRef: any Entity] = [:]
    var queue: [any Entity] = []
    func take(_ ref: EntityRef) {
      guard ref.kind != .session, let entity = entity(ref), gone.insert(entity) else { return }
      queue.append(entity)
    }
    for ref in refs { take(ref) }
    while let entity = queue.popLast() {
      var lost = Gone()
      _ = lost.insert(entity)
      for source in lost.ids.flatMap({ index.sources(of: $0) }) where !gone.entities.contains(source) {
        guard let entity = touched[source] ?? self.entity(source) else { continue }
        if let kept = dropping(gone, from: entity) { touched[source] = kept } else { take(source) }
      }
    }
    return changes(gone: gone.entities, touched: touched)
  }

  /// What must be changed so that a record is replaced although items of it that others point at are gone from it.
  ///
  /// References that the record itself has to its lost items are cleared too.
  public func replacement(of entity: any Entity, index: ReferenceIndex) -> [Change] {
    guard let old = self.entity(entity.ref) else { return [] }
    var lost = Gone()
    lost.insertItems(of: old, but: entity)
    var touched: [EntityRef: any Entity] = [entity.ref: dropping(lost, from: entity) ?? entity]
    var gone: Set<EntityRef> = []
    for source in lost.ids.flatMap({ index.sources(of: $0) }) where !gone.contains(source) {
      guard let current = touched[source] ?? self.entity(source) else { continue }
      if let kept = dropping(lost, from: current) { touched[source] = kept } else { gone.insert(source) }
    }
    return changes(gone: gone, touched: touched)
  }

  private func dropping(_ gone: Gone, from entity: any Entity) -> (any Entity)? {
    func drop<E: Entity>(_ entity: E) -> (any Entity)? { entity.dropping(gone) }
    return drop(entity)
  }

  /// Replacements first, so that nothing dangles half-way; then removals, in the order of kinds and ids.
  private func changes(gone: Set<EntityRef>, touched: [EntityRef: any Entity]) -> [Change] {
    func ordered(_ a: EntityRef, _ b: EntityRef) -> Bool { a.kind == b.kind ? a.id < b.id : a.kind.order < b.kind.order }
    let replaced = touched.keys.filter { !gone.contains($0) }.sorted(by: ordered)
      .compactMap { touched[$0].map { Change.replace($0) } }
    return replaced + gone.sorted(by: ordered).map { .remove($0) }
  }
}
