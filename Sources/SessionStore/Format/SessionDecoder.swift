import JSON
import SessionModel

/// Reads the document into a session and notes what is wrong between its parts: ids that stand twice, references to nothing.
struct SessionDecoder {
  private(set) var session = Session()
  private(set) var version: Int?
  /// The ids of each kind in the order of the file.
  private var order: [EntityKind: [EntityID]] = [:]
  /// Where each id stands first.
  private var known: [EntityID: Place] = [:]
  private var duplicates: [(id: EntityID, first: Place, second: Place)] = []

  private struct Place {
    var kind: EntityKind
    var index: Int

    var path: DocumentPath {
      kind == .session ? [.key("session")] : [.key(kind.collectionKey.description), .index(index)]
    }
  }

  mutating func read(_ reader: inout JSONReader) throws(JSONError) {
    var seen: Set<EntityKind> = []
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key.matches("rapport") {
        guard version == nil else { throw reader.error(.duplicateKey("rapport"), at: key.offset) }
        let start = reader.offset
        let number = try reader.integer()
        guard number >= 1 else { throw reader.error(.invalidValue("version"), at: start) }
        version = number
      } else if let kind = EntityKind.allCases.first(where: { key.matches($0.collectionKey) }) {
        guard seen.insert(kind).inserted else {
          throw reader.error(.duplicateKey(kind.collectionKey.description), at: key.offset)
        }
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
    try reader.beginArray()
    while try reader.nextElement() {
      let entity = try E(from: &reader)
      let place = Place(kind: E.kind, index: ids.count)
      ids.append(entity.id)
      if entity.id == .session {
        duplicates.append((entity.id, Place(kind: .session, index: 0), place))
      } else if let first = known[entity.id] {
        duplicates.append((entity.id, first, place))
      } else {
        known[entity.id] = place
        session.put(entity)
      }
    }
    order[E.kind] = ids
  }

  /// Duplicate ids and dangling references in the order of their places, one more than are listed at most.
  func findings(in bytes: [UInt8]) -> [SessionProblem] {
    var found: [(path: DocumentPath, reason: SessionFileError.Reason)] = []
    let limit = SessionFormat.greatestProblemCount + 1
    for duplicate in duplicates.prefix(limit) {
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
    for kind in EntityKind.allCases {
      func search<E: Entity>(_: E.Type) {
        var ids: [EntityID] = []
        session[keyPath: E.collection].forEach { entity in
          var isDangling = false
          entity.forEachReference { _, target, id in
            if !isDangling, !session.exists(id, as: target) { isDangling = true }
          }
          if isDangling { ids.append(entity.id) }
        }
        guard !ids.isEmpty else { return }
        let dangling = Set(ids)
        if kind == .session { result.append((Place(kind: kind, index: 0), session.profile)) }
        for (index, id) in (order[kind] ?? []).enumerated() where dangling.contains(id) {
          guard result.count < limit, known[id]?.index == index, let entity = session[keyPath: E.collection][id] else { continue }
          result.append((Place(kind: kind, index: index), entity))
        }
      }
      search(kind.type)
    }
    return result
  }
}
