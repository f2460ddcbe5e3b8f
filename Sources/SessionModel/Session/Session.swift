import JSON

/// A session: everything a facilitator knows about one chain or cluster. A value; it changes by transactions only.
public struct Session: Sendable, Equatable {
  var profiles = EntityCollection<SessionProfile>()
  public internal(set) var stakeholders = EntityCollection<Stakeholder>()
  public internal(set) var relationships = EntityCollection<Relationship>()
  public internal(set) var readings = EntityCollection<Reading>()
  public internal(set) var constraints = EntityCollection<Constraint>()
  public internal(set) var endMarkets = EntityCollection<EndMarket>()
  public internal(set) var initiatives = EntityCollection<Initiative>()
  public internal(set) var actions = EntityCollection<ActionItem>()
  public internal(set) var indicators = EntityCollection<Indicator>()
  public internal(set) var workshops = EntityCollection<Workshop>()
  public internal(set) var participants = EntityCollection<Participant>()
  public internal(set) var mapViews = EntityCollection<MapView>()
  /// Members at the top of the file that this version does not know.
  public var extra: [JSONMember] = []
  /// Counts the transactions applied; never part of the file.
  public internal(set) var revision = 0

  public init(profile: SessionProfile = SessionProfile(id: .session)) {
    profiles.put(profile, revision: 0)
  }

  /// Builds a session from entities that are already checked: the store and the importers use it.
  public init(profile: SessionProfile, entities: [any Entity]) {
    self.init(profile: profile)
    for entity in entities { put(entity) }
  }

  public var profile: SessionProfile { profiles[.session] ?? SessionProfile(id: .session) }

  public static func == (a: Session, b: Session) -> Bool {
    a.extra == b.extra && EntityKind.allCases.allSatisfy { kind in
      func same<E: Entity>(_: E.Type) -> Bool { a[keyPath: E.collection] == b[keyPath: E.collection] }
      return same(kind.type)
    }
  }

  /// Takes a whole collection in place of what there is of its kind; for building a session that nobody looks at yet.
  public mutating func put<E: Entity>(all collection: EntityCollection<E>) { self[keyPath: E.collection] = collection }

  /// Adds or replaces without a transaction; for building a session that nobody looks at yet.
  public mutating func put(_ entity: some Entity) { store(entity) }

  @discardableResult
  mutating func store<E: Entity>(_ entity: E) -> E? { self[keyPath: E.collection].put(entity, revision: revision) }
}

// Access by kind, for what works on any entity.
extension Session {
  public func entity(_ ref: EntityRef) -> (any Entity)? {
    guard let object = object(ref) else { return nil }
    func read<E: Entity>(_: E.Type) -> any Entity { unsafeDowncast(object, to: Box<E>.self).value }
    return read(ref.kind.type)
  }

  public func contains(_ ref: EntityRef) -> Bool { object(ref) != nil }

  /// The entity's own name, without copying all of it; nil if there is none.
  func ownName(_ ref: EntityRef) -> String? {
    guard let object = object(ref) else { return nil }
    func read<E: Entity>(_: E.Type) -> String { unsafeDowncast(object, to: Box<E>.self).value.ownName }
    return read(ref.kind.type)
  }

  /// The box that keeps an entity. Asked for hundreds of times a frame: a key path to its collection would cost ten times as much.
  private func object(_ ref: EntityRef) -> OrderedBoxes.Object? {
    switch ref.kind {
    case .session: profiles.object(ref.id)
    case .stakeholder: stakeholders.object(ref.id)
    case .relationship: relationships.object(ref.id)
    case .reading: readings.object(ref.id)
    case .constraint: constraints.object(ref.id)
    case .endMarket: endMarkets.object(ref.id)
    case .initiative: initiatives.object(ref.id)
    case .action: actions.object(ref.id)
    case .indicator: indicators.object(ref.id)
    case .workshop: workshops.object(ref.id)
    case .participant: participants.object(ref.id)
    case .mapView: mapViews.object(ref.id)
    }
  }

  public func ids(of kind: EntityKind) -> [EntityID] {
    func all<E: Entity>(_: E.Type) -> [EntityID] { self[keyPath: E.collection].ids }
    return all(kind.type)
  }

  public func entities(of kind: EntityKind) -> [any Entity] {
    func all<E: Entity>(_: E.Type) -> [any Entity] { self[keyPath: E.collection].sorted }
    return all(kind.type)
  }

  /// Calls `body` with every entity's id and what one field says, in the order of ids and without copying the entities.
  public func forEachValue(of kind: EntityKind, at index: Int, _ body: (EntityID, FieldValue) -> Void) {
    func visit<E: Entity>(_: E.Type) { E.forEachValue(in: self[keyPath: E.collection], at: index, body) }
    visit(kind.type)
  }

  public func count(of kind: EntityKind) -> Int {
    func all<E: Entity>(_: E.Type) -> Int { self[keyPath: E.collection].count }
    return all(kind.type)
  }

  public func revision(of kind: EntityKind) -> Int {
    func all<E: Entity>(_: E.Type) -> Int { self[keyPath: E.collection].revision }
    return all(kind.type)
  }

  /// The kind of the entity with this id; nil if there is none.
  public func kind(of id: EntityID) -> EntityKind? { EntityKind.allCases.first { contains(EntityRef($0, id)) } }

  /// The first entity of the kinds with this id.
  public func resolve(_ id: EntityID, among kinds: [EntityKind]) -> EntityRef? {
    for kind in kinds where contains(EntityRef(kind, id)) { return EntityRef(kind, id) }
    return nil
  }

  public func segment(_ id: EntityID?) -> Segment? {
    id.flatMap { id in profiles.of(.session) { $0.segments.first { $0.id == id } } ?? nil }
  }
  public func phase(_ id: EntityID?) -> Phase? {
    id.flatMap { id in profiles.of(.session) { $0.phases.first { $0.id == id } } ?? nil }
  }
  public func agendaItem(_ id: EntityID?) -> AgendaItem? {
    guard let id else { return nil }
    for workshop in workshops.sorted { if let item = workshop.agenda.first(where: { $0.id == id }) { return item } }
    return nil
  }
}
