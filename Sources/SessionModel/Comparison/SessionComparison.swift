import JSON

/// What differs between two versions of a session: entity by entity, field by field, item by item.
public struct SessionComparison: Sendable {
  public let old: Session
  public let new: Session
  /// In the order of kinds and ids.
  public let entities: [EntityDifference]
  /// Members at the top of the file that this version does not know.
  public let unknown: [FieldDifference]

  public init(_ old: Session, _ new: Session) {
    self.old = old
    self.new = new
    var found: [EntityDifference] = []
    for kind in EntityKind.allCases {
      func compare<E: Entity>(_: E.Type) {
        let (before, after) = (old[keyPath: E.collection], new[keyPath: E.collection])
        for id in Set(before.ids).union(after.ids).sorted() {
          switch (before[id], after[id]) {
          case (let old?, let new?):
            var fields = FieldComparison()
            fields.compare(old, new, at: FieldPath())
            if !fields.found.isEmpty { found.append(EntityDifference(ref: new.ref, what: .changed, fields: fields.found)) }
          case (nil, let new?): found.append(EntityDifference(ref: new.ref, what: .added, fields: []))
          case (let old?, nil): found.append(EntityDifference(ref: old.ref, what: .removed, fields: []))
          case (nil, nil): break
          }
        }
      }
      compare(kind.type)
    }
    entities = found
    var fields = FieldComparison()
    fields.compareUnknown(old.extra, new.extra, at: FieldPath())
    unknown = fields.found
  }

  public var isEmpty: Bool { entities.isEmpty && unknown.isEmpty }

  /// What makes the old session the new one, but for members at the top of the file that this version does not know.
  public var changes: [Change] {
    let removed = entities.filter { $0.what == .removed }.map { Change.remove($0.ref) }
    let kept = entities.compactMap { difference -> Change? in
      guard let entity = new.entity(difference.ref) else { return nil }
      return difference.what == .added ? .insert(entity) : .replace(entity)
    }
    // Removals first, so that an id is free before another kind takes it.
    return removed + kept
  }
}

/// What differs in one entity.
public struct EntityDifference: Hashable, Sendable {
  public enum What: Hashable, Sendable { case added, removed, changed }

  public let ref: EntityRef
  public let what: What
  /// For a changed one, in the order of its fields.
  public let fields: [FieldDifference]
}

/// What differs at one place of an entity.
public struct FieldDifference: Hashable, Sendable {
  public enum What: Hashable, Sendable {
    /// One of both is empty when the field was set or cleared.
    case value(old: FieldValue, new: FieldValue)
    /// Elements of a list of ids, choices or texts.
    case elements(added: FieldValue, removed: FieldValue)
    case itemAdded(Item)
    case itemRemoved(Item)
    /// The same elements or items in another order.
    case order
    /// A member that this version does not know.
    case unknown(old: JSONValue?, new: JSONValue?)
  }

  public let path: FieldPath
  /// Nil for a member that this version does not know.
  public let field: FieldDescription?
  public let what: What

  /// By how much a number went up; for counts of answers, how many came in.
  public var gain: Int? {
    guard case .value(let old, let new) = what else { return nil }
    switch (old, new) {
    case (.number(let a), .number(let b)): return b.subtractingReportingOverflow(a).overflow ? nil : b - a
    case (.levels(let a), .levels(let b)): return b.total - a.total
    case (.empty, .levels(let b)): return b.total
    case (.levels(let a), .empty): return -a.total
    default: return nil
    }
  }
}

/// Collects the differences of two versions of a record.
private struct FieldComparison {
  var found: [FieldDifference] = []

  mutating func compare<R: Record>(_ old: R, _ new: R, at path: FieldPath) {
    let (before, after) = (old.values, new.values)
    for field in R.description.fields where field.aspect == nil && !before[field.index].isExactly(after[field.index]) {
      compare(before[field.index], after[field.index], field, at: path + .field(field.key))
    }
    if old.extra != new.extra { compareUnknown(old.extra, new.extra, at: path) }
  }

  private mutating func compare(_ old: FieldValue, _ new: FieldValue, _ field: FieldDescription, at path: FieldPath) {
    switch field.kind {
    case .items: compareItems(old.heldItems, new.heldItems, field, at: path)
    case .references: compareElements(old.heldIDs, new.heldIDs, FieldValue.references, field, at: path)
    case .choices: compareElements(old.exactTexts, new.exactTexts, { .choices($0.map(\.text)) }, field, at: path)
    case .strings: compareElements(old.exactTexts, new.exactTexts, { .strings($0.map(\.text)) }, field, at: path)
    default: note(.value(old: old, new: new), field, at: path)
    }
  }

  private mutating func compareElements<Element: Hashable>(
    _ old: [Element], _ new: [Element], _ value: ([Element]) -> FieldValue, _ field: FieldDescription, at path: FieldPath
  ) {
    let (removed, added) = (old.without(new), new.without(old))
    func list(_ elements: [Element]) -> FieldValue { elements.isEmpty ? .empty : value(elements) }
    note(removed.isEmpty && added.isEmpty ? .order : .elements(added: list(added), removed: list(removed)), field, at: path)
  }

  private mutating func compareItems(_ old: [Item], _ new: [Item], _ field: FieldDescription, at path: FieldPath) {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
    for item in old where after[item.id] == nil { note(.itemRemoved(item), field, at: path + .item(item.id)) }
    for item in new {
      guard let earlier = before[item.id] else {
        note(.itemAdded(item), field, at: path + .item(item.id))
        continue
      }
      func compareRecords<R: Record>(_ new: R) { if let old = earlier.record as? R { compare(old, new, at: path + .item(item.id)) } }
      compareRecords(item.record)
    }
    if old.map(\.id).filter({ after[$0] != nil }) != new.map(\.id).filter({ before[$0] != nil }) { note(.order, field, at: path + .order) }
  }

  mutating func compareUnknown(_ old: [JSONMember], _ new: [JSONMember], at path: FieldPath) {
    let before = Dictionary(old.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    let after = Dictionary(new.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    for member in old {
      let value = after[ExactText(member.key)]
      if value != member.value { note(.unknown(old: member.value, new: value), nil, at: path + .unknown(member.key)) }
    }
    for member in new where before[ExactText(member.key)] == nil {
      note(.unknown(old: nil, new: member.value), nil, at: path + .unknown(member.key))
    }
    let shared = (old.map(\.key).filter { after[ExactText($0)] != nil }, new.map(\.key).filter { before[ExactText($0)] != nil })
    if !shared.0.elementsEqual(shared.1, by: { $0.isSpelled($1) }) { note(.order, nil, at: path) }
  }

  private mutating func note(_ what: FieldDifference.What, _ field: FieldDescription?, at path: FieldPath) {
    found.append(FieldDifference(path: path, field: field, what: what))
  }
}

/// A text that is the same only when its bytes are.
public struct ExactText: Hashable, Comparable, Sendable {
  private let bytes: [UInt8]

  public init(_ text: String) { bytes = Array(text.utf8) }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public static func < (a: ExactText, b: ExactText) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension FieldValue {
  /// The items of a list; none for another value.
  public var heldItems: [Item] { if case .items(let items) = self { items } else { [] } }

  /// The ids of a list; none for another value.
  public var heldIDs: [EntityID] { if case .references(let ids) = self { ids } else { [] } }

  /// The texts or codes of a list; none for another value.
  public var exactTexts: [ExactText] {
    switch self {
    case .strings(let texts), .choices(let texts): texts.map { ExactText($0) }
    default: []
    }
  }
}

extension Array where Element: Hashable {
  /// What is left when each element of the other list takes one of its kind away.
  fileprivate func without(_ other: [Element]) -> [Element] {
    var counts: [Element: Int] = [:]
    for element in other { counts[element, default: 0] += 1 }
    return filter { element in
      guard let count = counts[element], count > 0 else { return true }
      counts[element] = count - 1
      return false
    }
  }
}
