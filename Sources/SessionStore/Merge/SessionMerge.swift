import JSON
import SessionModel

/// Brings together two versions of a session that began as one, field by field and entity by entity.
///
/// - What one side changed, added or removed and the other left alone is so. Lists merge element by element, items by their ids.
/// - Votes and answers that were counted add up: both sides' differences to the base are summed.
/// - What one side removed and the other changed, or points at, is kept and listed as a conflict.
/// - A field that both set differently keeps what ours says, and is listed with what theirs says.
/// - Readings never conflict. All of them are kept, those of the same subject, aspect, day and occasion too: the one recorded last is the current
///   one. Where both sides corrected the same reading, the one recorded last keeps the id and the other becomes a reading of its own.
/// - Nothing that nobody removed is lost, and nothing dangles.
///
/// Except for the side that conflicts take, it does not matter which version is ours.
public struct SessionMerge: Sendable {
  /// With the conflicts, the new ones last, in its profile.
  public private(set) var session: Session
  /// What was found by this merge, in the order of kinds and ids.
  public private(set) var conflicts: [MergeConflict] = []

  private let ours: Session
  private let theirs: Session
  private let base: Session

  public init(base: Session, ours: Session, theirs: Session) {
    let bytes = (base: SessionFormat.encode(base), ours: SessionFormat.encode(ours), theirs: SessionFormat.encode(theirs))
    let names = Self.freeNames(ours, theirs)
    self.base = base.renaming(names.filter { base.contains($0.key) })
    self.ours = ours
    self.theirs = theirs.renaming(names)
    if bytes.ours == bytes.theirs || bytes.base == bytes.theirs {
      session = ours
    } else if bytes.base == bytes.ours {
      session = theirs
    } else {
      session = Session()
      merge()
    }
  }

  private mutating func merge() {
    for kind in EntityKind.allCases {
      func mergeAll<E: Entity>(_: E.Type) { mergeCollections(E.self) }
      mergeAll(kind.type)
    }
    var fields = RecordMerge(about: .session)
    session.extra = fields.mergeUnknown(base.extra, ours.extra, theirs.extra, at: FieldPath([.field("file")]))
    conflicts += fields.conflicts
    restoreWhatIsNeeded()
    var profile = session.profile
    let known = Set(profile.conflicts.map(\.id))
    profile.conflicts += conflicts.filter { !known.contains($0.id) }
    session.put(profile)
  }

  private mutating func mergeCollections<E: Entity>(_: E.Type) {
    let (was, here, there) = (base[keyPath: E.collection], ours[keyPath: E.collection], theirs[keyPath: E.collection])
    for id in Set(was.ids).union(here.ids).union(there.ids).sorted() {
      switch (was[id], here[id], there[id]) {
      case (let b, let o?, let t?): put(merged(b, o, t))
      case (nil, let added?, nil), (nil, nil, let added?): put([added])
      case (let b?, let o?, nil): if !b.isExactly(o) { keep(o, .removedThere) }
      case (let b?, nil, let t?): if !b.isExactly(t) { keep(t, .removedHere) }
      case (_, nil, nil): break
      }
    }
  }

  private mutating func put(_ entities: [some Entity]) { for entity in entities { session.put(entity) } }

  private mutating func keep(_ entity: some Entity, _ type: ConflictType) {
    session.put(entity)
    if !(entity is Reading) { conflicts.append(MergeConflict(type, about: entity.id, FieldPath(), base: nil, theirs: nil)) }
  }

  private mutating func merged<E: Entity>(_ base: E?, _ ours: E, _ theirs: E) -> [E] {
    if let base {
      if base.isExactly(ours) { return [theirs] }
      if base.isExactly(theirs) { return [ours] }
    }
    var fields = RecordMerge(about: ours.id)
    let result = fields.merge(base, ours, theirs)
    guard !fields.conflicts.isEmpty, let mine = ours as? Reading, let other = theirs as? Reading else {
      conflicts += fields.conflicts
      return [result]
    }
    return both(mine, other).compactMap { $0 as? E }
  }

  /// Two corrections of one reading: the later keeps its id, the earlier gets one of its own.
  private func both(_ a: Reading, _ b: Reading) -> [Reading] {
    let times = (a.recordedAt?.seconds ?? .min, b.recordedAt?.seconds ?? .min)
    let isLater = times.0 != times.1 ? times.0 > times.1 : RecordMerge.bytes(b).lexicographicallyPrecedes(RecordMerge.bytes(a))
    let (later, earlier) = isLater ? (a, b) : (b, a)
    var copy = earlier
    let text = String(decoding: RecordMerge.bytes(earlier), as: UTF8.self)
    copy.id = EntityID.derived("t", from: [text])
    for attempt in 0..<100 where isTaken(copy.id) { copy.id = EntityID.derived("t", from: [text, String(attempt)]) }
    return [later, copy]
  }

  private func isTaken(_ id: EntityID) -> Bool { [base, ours, theirs, session].contains { $0.kind(of: id) != nil } }

  // MARK: Nothing dangles

  /// Brings back what one side removed and the other has come to point at, and what that in turn needs.
  private mutating func restoreWhatIsNeeded() {
    var asked: Set<Need> = []
    while true {
      var needs: [Need] = []
      for kind in EntityKind.allCases {
        func search<E: Entity>(_: E.Type) {
          let current = session
          for id in current[keyPath: E.collection].dangling(unless: { current.exists($1, as: $0) }) {
            current[keyPath: E.collection][id]?.forEachReference { _, target, id in
              if !current.exists(id, as: target) { needs.append(Need(target: target, id: id)) }
            }
          }
        }
        search(kind.type)
      }
      // What no version has cannot be brought back; it dangled in one of them before.
      needs = needs.filter { asked.insert($0).inserted }
      if needs.isEmpty { return }
      for need in needs where !session.exists(need.id, as: need.target) { restore(need) }
    }
  }

  private struct Need: Hashable {
    let target: ReferenceTarget
    let id: EntityID
  }

  private mutating func restore(_ need: Need) {
    let type: ConflictType = ours.exists(need.id, as: need.target) ? .removedThere : .removedHere
    guard let source = [ours, theirs, base].first(where: { $0.exists(need.id, as: need.target) }) else { return }
    switch need.target {
    case .entities(let kinds):
      guard let ref = source.resolve(need.id, among: kinds.isEmpty ? EntityKind.allCases : kinds), let entity = source.entity(ref) else { return }
      func keepIt(_ entity: some Entity) { keep(entity, type) }
      keepIt(entity)
    case .segment:
      var profile = session.profile
      profile.segments = Self.list(profile.segments, with: need.id, of: source.profile.segments)
      session.put(profile)
      conflicts.append(MergeConflict(type, about: .session, FieldPath([.field("segments"), .item(need.id)]), base: nil, theirs: nil))
    case .phase:
      var profile = session.profile
      profile.phases = Self.list(profile.phases, with: need.id, of: source.profile.phases)
      session.put(profile)
      conflicts.append(MergeConflict(type, about: .session, FieldPath([.field("phases"), .item(need.id)]), base: nil, theirs: nil))
    case .agendaItem:
      guard let owner = source.workshops.sorted.first(where: { $0.agenda.contains { $0.id == need.id } }) else { return }
      guard var workshop = session.workshops[owner.id] else { return keep(owner, type) }
      workshop.agenda = Self.list(workshop.agenda, with: need.id, of: owner.agenda)
      session.put(workshop)
      conflicts.append(MergeConflict(type, about: owner.id, FieldPath([.field("agenda"), .item(need.id)]), base: nil, theirs: nil))
    }
  }

  /// The list with an item of another one, behind what it stands behind there.
  private static func list<R: Record>(_ list: [R], with id: EntityID, of other: [R]) -> [R] {
    guard let place = other.firstIndex(where: { $0.id == id }) else { return list }
    let before = other[..<place].last { item in list.contains { $0.id == item.id } }
    var result = list
    result.insert(other[place], at: before.flatMap { item in list.firstIndex { $0.id == item.id } }.map { $0 + 1 } ?? 0)
    return result
  }

  // MARK: Ids that two kinds share

  /// New ids for entities of theirs whose id is that of an entity of another kind in ours: a file cannot hold both.
  private static func freeNames(_ ours: Session, _ theirs: Session) -> [EntityRef: EntityID] {
    var kinds: [EntityID: EntityKind] = [:]
    for kind in EntityKind.allCases { for id in ours.ids(of: kind) { kinds[id] = kind } }
    var names: [EntityRef: EntityID] = [:]
    for kind in EntityKind.allCases where kind != .session {
      for id in theirs.ids(of: kind) {
        guard let other = kinds[id], other != kind else { continue }
        var name = EntityID.derived(String(kind.prefix), from: [id.text, kind.rawValue])
        for attempt in 0..<100 where kinds[name] != nil || theirs.kind(of: name) != nil {
          name = EntityID.derived(String(kind.prefix), from: [id.text, kind.rawValue, String(attempt)])
        }
        kinds[name] = kind
        names[EntityRef(kind, id)] = name
      }
    }
    return names
  }
}
