/// How one entity differs between two sessions.
public struct EntityDifference: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case added, removed
    /// The fields that differ; empty when only members that this version does not know do.
    case changed([FieldDifference])
  }

  public var ref: EntityRef
  /// What the entity is called, in the session that has it; in the later one when both have.
  public var name: String
  public var kind: Kind
}

/// How one field of an entity differs.
public struct FieldDifference: Sendable, Equatable {
  public var field: FieldDescription
  public var before: FieldValue
  public var after: FieldValue
}

extension Session {
  /// What turns this session into the other one, in one transaction. Members of the file that this version does not know stay as they are.
  public func changes(to other: Session) -> [Change] {
    var changes: [Change] = []
    for kind in EntityKind.allCases {
      func compare<E: Entity>(_: E.Type) {
        let mine = self[keyPath: E.collection], theirs = other[keyPath: E.collection]
        guard mine != theirs else { return }
        for id in mine.ids where !theirs.contains(id) { changes.append(.remove(EntityRef(kind, id))) }
        theirs.forEach { entity in
          if let old = mine[entity.id] {
            if old != entity { changes.append(.replace(entity)) }
          } else {
            changes.append(.insert(entity))
          }
        }
      }
      compare(kind.type)
    }
    // What goes makes room first: an id may come back as that of something else.
    return changes.filter { $0.entity == nil } + changes.filter { $0.entity != nil }
  }

  /// The entities in which the other session differs, in the order of the file.
  public func differences(to other: Session) -> [EntityDifference] {
    var found: [EntityDifference] = []
    for change in changes(to: other) {
      let ref = change.ref
      switch change {
      case .insert: found.append(EntityDifference(ref: ref, name: other.name(of: ref), kind: .added))
      case .remove: found.append(EntityDifference(ref: ref, name: name(of: ref), kind: .removed))
      case .replace(let new):
        guard let old = entity(ref) else { continue }
        let fields = ref.kind.description.fields.filter { $0.aspect == nil }.compactMap { field -> FieldDifference? in
          let before = old.value(at: field.index), after = new.value(at: field.index)
          return before == after ? nil : FieldDifference(field: field, before: before, after: after)
        }
        found.append(EntityDifference(ref: ref, name: other.name(of: ref), kind: .changed(fields)))
      }
    }
    return found.sorted { ($0.ref.kind.order, $0.ref.id) < ($1.ref.kind.order, $1.ref.id) }
  }
}
