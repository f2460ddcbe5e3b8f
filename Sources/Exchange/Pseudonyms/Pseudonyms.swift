import SessionModel
import Words

/// Other names for everybody in a session, the same for the same one in every export made with the same key.
///
/// Names of stakeholders, people and the session's place go, in their entries and wherever a text mentions them; so do contacts, the names of
/// pictures, citations, and members that this version does not know. What people wrote may still tell who they are: texts are worth a look.
public struct Pseudonyms: Sendable {
  /// By id, in the order in which they were given.
  public private(set) var entries: [Entry]

  public struct Entry: Hashable, Sendable {
    public var id: EntityID
    public var name: String
    public var pseudonym: String
  }

  /// - Parameter key: as `keyFile` wrote it for an earlier export; nil for the first.
  /// - Throws: the line of a key that cannot be read.
  public init(_ session: Session, key: [UInt8]?, words: some ExchangeWords) throws(PseudonymError) {
    entries = try key.map { key throws(PseudonymError) in try Self.read(key) } ?? []
    var taken = Set(entries.map { ExactText($0.pseudonym) })
    var known = Set(entries.map(\.id))
    func add(_ id: EntityID, _ name: String, _ kind: EntityKind, _ entries: inout [Entry]) {
      guard known.insert(id).inserted else { return }
      var number = entries.count { $0.pseudonym.hasPrefix(words.singular(kind).capitalised + " ") } + 1
      while !taken.insert(ExactText("\(words.singular(kind).capitalised) \(number)")).inserted { number += 1 }
      entries.append(Entry(id: id, name: name, pseudonym: "\(words.singular(kind).capitalised) \(number)"))
    }
    // Ids are drawn at random, so that their order tells nothing.
    for stakeholder in session.stakeholders.sorted { add(stakeholder.id, stakeholder.name, .stakeholder, &entries) }
    for person in session.participants.sorted { add(person.id, person.name, .participant, &entries) }
  }

  /// The session under other names.
  public func applied(to session: Session) -> Session {
    let current = Dictionary(entries.map { ($0.id, $0.pseudonym) }) { first, _ in first }
    var names = entries.map { (name: $0.name, new: $0.pseudonym) }
    for stakeholder in session.stakeholders.sorted { if let new = current[stakeholder.id] { names.append((stakeholder.name, new)) } }
    for person in session.participants.sorted { if let new = current[person.id] { names.append((person.name, new)) } }
    let replacement = NameReplacement(names)
    var result = session.mappingTexts(replacement.replaced)
    for var stakeholder in result.stakeholders.sorted {
      stakeholder.name = current[stakeholder.id] ?? ""
      stakeholder.contact = ""
      stakeholder.place = ""
      result.put(cleared(stakeholder))
    }
    for var person in result.participants.sorted {
      person.name = current[person.id] ?? ""
      person.contact = ""
      result.put(cleared(person))
    }
    for var workshop in result.workshops.sorted {
      workshop.pictures = []
      workshop.place = ""
      result.put(cleared(workshop))
    }
    for var action in result.actions.sorted {
      // A name in free words that nobody in the session has.
      if !action.ownerName.isEmpty, !entries.contains(where: { $0.pseudonym == action.ownerName }) { action.ownerName = "" }
      result.put(cleared(action))
    }
    var profile = result.profile
    profile.title = ""
    profile.place = ""
    profile.conflicts = []
    result.put(cleared(profile))
    for kind in EntityKind.allCases where ![.session, .stakeholder, .participant, .workshop, .action].contains(kind) {
      func clear<E: Entity>(_: E.Type) { result[keyPath: E.collection].forEach { result.put(cleared($0)) } }
      clear(kind.type)
    }
    result.extra = []
    return result
  }

  /// Without what says where it comes from, or what nobody can tell.
  private func cleared<E: Entity>(_ entity: E) -> E {
    var copy = entity.setting("citation", to: .empty) ?? entity
    copy.extra = []
    return copy
  }

  // MARK: The key

  /// Which name stands for which: to be kept apart from what is handed out.
  public var keyFile: [UInt8] {
    CSVTable.bytes(
      [["id", "name", "pseudonym"]] + entries.map { [$0.id.text, FormulaGuard.guarded($0.name), FormulaGuard.guarded($0.pseudonym)] })
  }

  private static func read(_ bytes: [UInt8]) throws(PseudonymError) -> [Entry] {
    let table: CSVTable
    do throws(CSVError) { table = try CSVTable(reading: bytes) } catch { throw PseudonymError(line: error.line) }
    guard let head = table.rows.first, head.cells == ["id", "name", "pseudonym"] else { throw PseudonymError(line: 1) }
    var entries: [Entry] = []
    var seen: Set<EntityID> = []
    for row in table.rows.dropFirst() {
      guard row.cells.count == 3, let id = EntityID(row.cells[0]), !row.cells[2].isEmpty, seen.insert(id).inserted else {
        throw PseudonymError(line: row.line)
      }
      entries.append(Entry(id: id, name: FormulaGuard.unguarded(row.cells[1]), pseudonym: FormulaGuard.unguarded(row.cells[2])))
    }
    return entries
  }
}

/// A key of pseudonyms that cannot be read, with the line.
public struct PseudonymError: Error, Hashable, Sendable {
  public var line: Int
}
