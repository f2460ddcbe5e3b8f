import JSON

extension Session {
  /// What stands now at the place of a conflict; nil when there is nothing of that name.
  public func current(_ conflict: MergeConflict) -> PlacedValue? {
    guard let path = conflict.path, let entity = conflict.about.flatMap({ id in kind(of: id).flatMap { self.entity(EntityRef($0, id)) } })
    else { return nil }
    return place(path.steps[...], in: entity)
  }

  /// What a conflict says at its place: with the value that the other side has, or that both began from. Nil when it does not fit there.
  public func stated(_ json: String, in conflict: MergeConflict) -> PlacedValue? {
    guard let current = current(conflict) else { return nil }
    switch current {
    case .entity, .item: return current
    case .unknown(let record, let key, _): return .unknown(record, key: key, json.isEmpty ? nil : JSONValue(lineText: json))
    case .field(let record, let field, _):
      let value = json.isEmpty ? nil : JSONValue(lineText: json)
      if conflict.type == .order { return .field(record, field, .references((value?.array ?? []).compactMap { $0.string.flatMap { EntityID($0) } })) }
      guard json.isEmpty || value != nil, let changed = record.setting(field.key, toJSON: value) else { return nil }
      return .field(record, field, changed.value(field.key))
    }
  }

  private func place(_ steps: ArraySlice<FieldPath.Step>, in record: any Record) -> PlacedValue? {
    func find<R: Record>(_ record: R) -> PlacedValue? {
      guard let step = steps.first else { return (record as? any Entity).map { .entity($0) } ?? .item(Item(record)) }
      switch step {
      case .unknown(let key): return .unknown(record, key: key, record.extra.first { $0.key.isSpelled(key) }?.value)
      case .order, .item: return nil
      case .field(let key):
        guard let field = R.description.field(key), field.aspect == nil else { return nil }
        let value = record.value(at: field.index)
        switch steps.dropFirst().first {
        case nil: return .field(record, field, value)
        case .order: return .field(record, field, .references(value.heldItems.map(\.id)))
        case .item(let id): return value.heldItems.first { $0.id == id }.flatMap { place(steps.dropFirst(2), in: $0.record) }
        default: return nil
        }
      }
    }
    return find(record)
  }
}

/// What stands at a place of a session.
public enum PlacedValue: Sendable {
  case entity(any Entity)
  case item(Item)
  /// A field of a record; for a conflict about an order the ids of the items.
  case field(any Record, FieldDescription, FieldValue)
  case unknown(any Record, key: String, JSONValue?)
}

extension WorkingSession {
  /// The changes that settle a conflict by what one side says, the conflict gone from the profile with them.
  ///
  /// What stands in the session can always be left as it is; by the other side it is nil when what it is about has gone, or the value does not
  /// fit any more.
  public func settlement(of conflict: MergeConflict, by side: ConflictSide) -> [Change]? {
    if side == conflict.standing { return dropping(conflict, after: []) }
    guard let about = conflict.about, let kind = session.kind(of: about), let path = conflict.path else { return nil }
    let ref = EntityRef(kind, about)
    switch conflict.type?.option {
    case .value, .order:
      guard let entity = session.entity(ref), let changed = stating(conflict, path.steps[...], in: entity) as? any Entity else { return nil }
      return dropping(conflict, after: replacement(of: changed))
    case .removedHere, .removedThere: return removal(of: ref, path).map { dropping(conflict, after: $0) }
    case nil: return nil
    }
  }

  /// The changes, and the profile without the conflict.
  private func dropping(_ conflict: MergeConflict, after changes: [Change]) -> [Change] {
    var changes = changes
    let place = changes.lastIndex { $0.ref.kind == .session }
    var profile = place.flatMap { changes[$0].entity as? SessionProfile } ?? session.profile
    profile.conflicts.removeAll { $0.id == conflict.id }
    if let place { changes[place] = .replace(profile) } else { changes.insert(.replace(profile), at: 0) }
    return changes
  }

  private func removal(of ref: EntityRef, _ path: FieldPath) -> [Change]? {
    if path.steps.isEmpty { return ref.kind == .session ? nil : removal(of: [ref]) }
    guard let entity = session.entity(ref), let last = path.steps.last else { return nil }
    let list = path.steps.dropLast()
    if case .unknown(let key) = last { return entity.changing(extra: key, to: nil, list).map { replacement(of: $0) } }
    guard case .item(let id) = last else { return nil }
    let smaller = entity.changing(list) { value in
      let kept = value.heldItems.filter { $0.id != id }
      return kept.isEmpty ? .empty : .items(kept)
    }
    return smaller.map { replacement(of: $0) }
  }

  /// The record with what the other side of a conflict says at its place.
  private func stating(_ conflict: MergeConflict, _ steps: ArraySlice<FieldPath.Step>, in record: any Record) -> (any Record)? {
    switch (steps.last, session.stated(conflict.theirs, in: conflict)) {
    case (.order?, .field(_, _, .references(let wanted))?):
      let order = Dictionary(wanted.enumerated().map { ($1, $0) }) { first, _ in first }
      return record.changing(steps.dropLast()) { value in
        // What the other side did not know stays behind what it stands behind now.
        var last = -1
        let places = value.heldItems.map { item -> Int in
          if let place = order[item.id] { last = place }
          return last
        }
        let sorted = value.heldItems.indices.sorted { places[$0] != places[$1] ? places[$0] < places[$1] : $0 < $1 }
        return .items(sorted.map { value.heldItems[$0] })
      }
    case (.unknown(let key)?, .unknown(_, _, let json)?): return record.changing(extra: key, to: json, steps.dropLast())
    case (.field?, .field(_, _, let value)?): return record.changing(steps) { _ in value }
    default: return nil
    }
  }
}

extension Record {
  /// The record with the field at the end of the path changed; nil if the path leads nowhere or the value does not fit.
  func changing(_ steps: ArraySlice<FieldPath.Step>, _ change: (FieldValue) -> FieldValue) -> Self? {
    guard case .field(let key)? = steps.first else { return nil }
    if steps.count == 1 { return setting(key, to: change(value(key))) }
    return changingItem(key, steps) { $0.changing(steps.dropFirst(2), change) }
  }

  func changing(extra key: String, to json: JSONValue?, _ steps: ArraySlice<FieldPath.Step>) -> Self? {
    guard case .field(let field)? = steps.first else {
      var copy = self
      let place = extra.firstIndex { $0.key.isSpelled(key) }
      switch (place, json) {
      case (let place?, let json?): copy.extra[place].value = json
      case (let place?, nil): copy.extra.remove(at: place)
      case (nil, let json?): copy.extra.append(JSONMember(key: key, value: json))
      case (nil, nil): break
      }
      return copy
    }
    return changingItem(field, steps) { $0.changing(extra: key, to: json, steps.dropFirst(2)) }
  }

  private func changingItem(_ key: String, _ steps: ArraySlice<FieldPath.Step>, _ change: (any Record) -> (any Record)?) -> Self? {
    guard case .item(let id)? = steps.dropFirst().first else { return nil }
    var items = value(key).heldItems
    guard let place = items.firstIndex(where: { $0.id == id }), let changed = change(items[place].record) else { return nil }
    items[place] = Item(changed)
    return setting(key, to: .items(items))
  }
}
