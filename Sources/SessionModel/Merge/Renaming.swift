extension Record {
  /// The record with every reference, in items too, replaced by what `new` says.
  public func mappingReferences(_ new: (ReferenceTarget, EntityID) -> EntityID) -> Self {
    var copy = self
    for index in Self.description.referring {
      let field = Self.fields[index]
      switch (field.kind, field.get(self)) {
      case (.reference(let target), .reference(let id)): _ = field.set(&copy, .reference(new(target, id)))
      case (.references(let target), .references(let ids)): _ = field.set(&copy, .references(ids.map { new(target, $0) }))
      case (.items, .items(let items)): _ = field.set(&copy, .items(items.map { Item($0.record.mappingReferences(new)) }))
      default: break
      }
    }
    return copy
  }
}

extension Session {
  /// The same session with other ids for some entities, in all that points at them too. The new ids must be free.
  public func renaming(_ names: [EntityRef: EntityID]) -> Session {
    guard !names.isEmpty else { return self }
    func new(_ target: ReferenceTarget, _ id: EntityID) -> EntityID {
      guard case .entities(let kinds) = target, let ref = resolve(id, among: kinds.isEmpty ? EntityKind.allCases : kinds) else { return id }
      return names[ref] ?? id
    }
    var result = Session(profile: profile.mappingReferences(new))
    for kind in EntityKind.allCases where kind != .session {
      func copy<E: Entity>(_: E.Type) {
        self[keyPath: E.collection].forEach { entity in
          var renamed = entity.mappingReferences(new)
          renamed.id = names[entity.ref] ?? entity.id
          result.put(renamed)
        }
      }
      copy(kind.type)
    }
    result.extra = extra
    return result
  }
}
