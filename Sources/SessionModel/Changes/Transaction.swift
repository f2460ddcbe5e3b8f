/// One change of one entity.
public enum Change: Sendable {
  case insert(any Entity)
  case replace(any Entity)
  case remove(EntityRef)

  public var ref: EntityRef {
    switch self {
    case .insert(let entity), .replace(let entity): entity.ref
    case .remove(let ref): ref
    }
  }

  public var entity: (any Entity)? {
    switch self {
    case .insert(let entity), .replace(let entity): entity
    case .remove: nil
    }
  }
}

extension Change: Equatable {
  public static func == (a: Change, b: Change) -> Bool {
    switch (a, b) {
    case (.insert(let x), .insert(let y)), (.replace(let x), .replace(let y)): Item(x) == Item(y)
    case (.remove(let x), .remove(let y)): x == y
    default: false
    }
  }
}

/// What a transaction did, as a key and arguments that the catalogue makes a sentence of.
public struct Title: Hashable, Sendable {
  public enum Verb: String, Sendable {
    case add, edit, remove, connect, setTrust, setReading, move, paste, importFile, capture, template, fold, vote, workshop, merge, settle
    /// The file as somebody else left it, or an earlier state of it, was taken over.
    case reload, restore, goBack
  }

  public var verb: Verb
  /// The kind of entity it is mainly about.
  public var kind: EntityKind?
  /// Its name.
  public var name: String
  /// How many entities of the kind it is about.
  public var count: Int
  /// The field changed, when it was one.
  public var field: String?

  public init(_ verb: Verb, _ kind: EntityKind? = nil, name: String = "", count: Int = 1, field: String? = nil) {
    self.verb = verb
    self.kind = kind
    self.name = name
    self.count = count
    self.field = field
  }
}

/// A step that is done, undone, journalled and merged as one.
public struct Transaction: Sendable, Equatable {
  public var title: Title
  public var changes: [Change]

  public init(_ title: Title, _ changes: [Change]) {
    self.title = title
    self.changes = changes
  }
}

extension Transaction {
  /// The entities that it leaves behind: of several changes of one entity the last counts.
  var results: [any Entity] {
    var seen: Set<EntityRef> = []
    return changes.reversed().compactMap { seen.insert($0.ref).inserted ? $0.entity : nil }
  }
}

/// Why a transaction cannot be applied: it does not fit the session that it is given to. The session is then unchanged.
public enum TransactionError: Error, Hashable, Sendable {
  case alreadyThere(EntityRef)
  /// The id is that of an entity of another kind; a file could not tell them apart.
  case idTaken(EntityRef, by: EntityRef)
  /// Two items in a list of the entity have one id.
  case duplicateItem(EntityRef, field: String, id: EntityID)
  case notThere(EntityRef)
  /// A reference in the field points at nothing.
  case dangling(EntityRef, field: String, id: EntityID)
  /// The session's profile can only be replaced.
  case profileFixed
}

extension Session {
  /// Applies all changes or none, and returns the transaction that takes them back.
  public mutating func apply(_ transaction: Transaction) throws(TransactionError) -> Transaction {
    var next = self
    next.revision += 1
    var inverse: [Change] = []
    for change in transaction.changes { inverse.append(try next.apply(change)) }
    for change in transaction.changes {
      if let entity = change.entity, let current = next.entity(entity.ref) { try next.checkReferences(of: current) }
    }
    self = next
    return Transaction(transaction.title, inverse.reversed())
  }

  private mutating func apply(_ change: Change) throws(TransactionError) -> Change {
    switch change {
    case .insert(let entity):
      guard entity.ref.kind != .session else { throw .profileFixed }
      guard !contains(entity.ref) else { throw .alreadyThere(entity.ref) }
      if let kind = kind(of: entity.ref.id) { throw .idTaken(entity.ref, by: EntityRef(kind, entity.ref.id)) }
      put(entity)
      return .remove(entity.ref)
    case .replace(let entity):
      guard let old = self.entity(entity.ref) else { throw .notThere(entity.ref) }
      put(entity)
      return .replace(old)
    case .remove(let ref):
      guard ref.kind != .session else { throw .profileFixed }
      guard let old = entity(ref) else { throw .notThere(ref) }
      func take<E: Entity>(_: E.Type) { self[keyPath: E.collection].remove(ref.id, revision: revision) }
      take(ref.kind.type)
      return .insert(old)
    }
  }

  func checkReferences(of entity: some Entity) throws(TransactionError) {
    if let (field, id) = entity.duplicateItem { throw .duplicateItem(entity.ref, field: field, id: id) }
    var problem: TransactionError?
    entity.forEachReference { field, target, id in
      if problem == nil, !exists(id, as: target) { problem = .dangling(entity.ref, field: field, id: id) }
    }
    if let problem { throw problem }
  }

  /// Whether an id is that of something the target allows.
  public func exists(_ id: EntityID, as target: ReferenceTarget) -> Bool {
    switch target {
    case .entities(let kinds): resolve(id, among: kinds.isEmpty ? EntityKind.allCases : kinds) != nil
    case .segment: segment(id) != nil
    case .phase: phase(id) != nil
    case .agendaItem: agendaItem(id) != nil
    }
  }
}
