import JSON
import SessionModel

/// Reads the document into a session and notes what is wrong between its parts: ids that stand twice, references to nothing.
struct SessionDecoder {
  private(set) var session = Session()
  private(set) var version: Int?
  /// The ids of each kind, in the order of kinds and in that of the file.
  private var order: [[EntityID]] = Array(repeating: [], count: EntityKind.allCases.count)

  private struct Place {
    var kind: EntityKind
    var index: Int

    var path: DocumentPath {
      kind == .session ? [.key("session")] : [.key(kind.collectionKey.description), .index(index)]
    }
  }

  mutating func read(_ reader: inout JSONReader) throws(JSONError) {
    var seen = Array(repeating: false, count: EntityKind.allCases.count)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key.matches("rapport") {
        guard version == nil else { throw reader.error(.duplicateKey("rapport"), at: key.offset) }
        let start = reader.offset
        let number = try reader.integer()
        guard number >= 1 else { throw reader.error(.invalidValue("version"), at: start) }
        version = number
      } else if let kind = EntityKind.allCases.first(where: { key.matches($0.collectionKey) }) {
        guard !seen[kind.order] else { throw reader.error(.duplicateKey(kind.collectionKey.description), at: key.offset) }
        seen[kind.order] = true
        if kind == .session { try readProfile(&reader) } else { try readEntities(kind.type, &reader) }
      } else {
        let name = key.string
        guard !session.extra.contains(where: { $0.key.utf8.elementsEqual(name.utf8) }) else {
          throw reader.error(.duplicateKey(name), at: key.offset)
        }
        session.extra.append(JSONMember(key: name, value: try reader.value()))
      }
    }
  }

  private mutating func readProfile(_ reader: inout JSONReader) throws(JSONError) {
    let start = reader.offset
    let profile = try SessionProfile(from: &reader)
    guard profile.id == .session else { throw reader.error(.invalidValue("profile-id"), at: start) }
    session.put(profile)
  }

  private mutating func readEntities<E: Entity>(_: E.Type, _ reader: inout JSONReader) throws(JSONError) {
    var ids: [EntityID] = []
    session.put(all: try EntityCollection<E>(from: &reader, ids: &ids, aside: .thread))
    order[E.kind.order] = ids
  }

  /// Ids that stand twice, with the places of the first and of the other, as the file has them.
  private func duplicates() -> [(id: EntityID, first: Place, second: Place)] {
    var known: [EntityID: Place] = [.session: Place(kind: .session, index: 0)]
    var result: [(id: EntityID, first: Place, second: Place)] = []
    for kind in EntityKind.allCases {
      for (index, id) in order[kind.order].enumerated() {
        let place = Place(kind: kind, index: index)
        if let first = known[id] { result.append((id, first, place)) } else { known[id] = place }
      }
    }
    return result
  }

  /// Whether all ids differ, told at a glance for files as they are written: each kind in order, and no two kinds in one stretch.
  private var areIDsPlain: Bool {
    var stretches: [(low: EntityID, high: EntityID)] = [(.session, .session)]
    for ids in order {
      guard let first = ids.first, let last = ids.last else { continue }
      for index in ids.indices.dropFirst() where !(ids[index - 1] < ids[index]) { return false }
      stretches.append((first, last))
    }
    stretches.sort { $0.low < $1.low }
    for index in stretches.indices.dropFirst() where !(stretches[index - 1].high < stretches[index].low) { return false }
    return true
  }

  /// Duplicate ids and dangling references in the order of their places, one more than are listed at most.
  func findings(in bytes: [UInt8]) -> [SessionProblem] {
    var found: [(path: DocumentPath, reason: SessionFileError.Reason)] = []
    let limit = SessionFormat.greatestProblemCount + 1
    for duplicate in areIDsPlain ? [] : duplicates().prefix(limit) {
      let reason = SessionFileError.Reason.duplicateID(duplicate.id.text, first: duplicate.first.path.text)
      found.append((duplicate.second.path + [.key("id")], reason))
    }
    for (place, entity) in danglers(limit: limit) {
      func search(_ entity: some Entity) {
        entity.forEachReferencePlace { path, target, id in
          guard found.count < 2 * limit, !session.exists(id, as: target) else { return }
          found.append((place.path + path, .dangling(id.text)))
        }
      }
      search(entity)
    }
    guard !found.isEmpty else { return [] }
    let places = DocumentPlaces.find(found.map(\.path), in: bytes)
    return zip(found, places)
      .map { found, place in
        SessionProblem(found.reason, line: place.line, column: place.column, path: found.path.text)
      }
      .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// The first entities of each kind that have a reference to nothing.
  private func danglers(limit: Int) -> [(Place, any Entity)] {
    var result: [(Place, any Entity)] = []
    let exists = ReferenceCheck(session, order)
    for kind in EntityKind.allCases {
      func search<E: Entity>(_: E.Type) {
        let ids = session[keyPath: E.collection].dangling(unless: exists.contains)
        guard !ids.isEmpty else { return }
        var dangling = Set(ids)
        if kind == .session { result.append((Place(kind: kind, index: 0), session.profile)) }
        for (index, id) in order[kind.order].enumerated() where dangling.contains(id) {
          // Of several with one id the first was kept.
          guard result.count < limit, dangling.remove(id) != nil, let entity = session[keyPath: E.collection][id] else { continue }
          result.append((Place(kind: kind, index: index), entity))
        }
      }
      search(kind.type)
    }
    return result
  }
}

/// Answers quickly whether a session has what a reference points at.
private struct ReferenceCheck {
  /// In the order of the kinds.
  private let entities: [IDSet]
  private let segments: IDSet
  private let phases: IDSet
  private let agendaItems: IDSet

  init(_ session: Session, _ order: [[EntityID]]) {
    entities = EntityKind.allCases.map { IDSet($0 == .session ? [.session] : order[$0.order]) }
    segments = IDSet(session.profile.segments.map { $0.id })
    phases = IDSet(session.profile.phases.map { $0.id })
    agendaItems = IDSet(session.workshops.sorted.flatMap { $0.agenda.map { $0.id } })
  }

  func contains(_ target: ReferenceTarget, _ id: EntityID) -> Bool {
    switch target {
    case .entities(let kinds):
      if kinds.isEmpty { return entities.contains { $0.contains(id) } }
      for kind in kinds where entities[kind.order].contains(id) { return true }
      return false
    case .segment: return segments.contains(id)
    case .phase: return phases.contains(id)
    case .agendaItem: return agendaItems.contains(id)
    }
  }
}
