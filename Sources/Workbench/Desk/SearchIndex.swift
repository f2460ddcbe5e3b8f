import SessionModel
import Widgets

/// The searchable texts of all entities, in the order of kinds and ids.
public struct SearchIndex: Sendable {
  private(set) var refs: [EntityRef] = []
  private(set) var texts = FoldedTexts()

  /// Kinds that nobody looks for by their text.
  private static let silent: Set<EntityKind> = [.reading, .mapView, .session]

  private var key: Derived.RevisionKey?

  /// Whether it holds what the audience may see, if not of this very moment.
  func isGathered(for audience: Audience) -> Bool { key?.audience == audience }

  /// Computes the texts that are not there for this revision; after a few steps those alone that `changed`.
  mutating func refresh(
    _ view: SessionView, _ audience: Audience, changed: (_ revision: Int) -> Set<EntityRef>?, text: (any Entity) -> String
  ) {
    let key = Derived.RevisionKey(revision: view.session.revision, audience: audience)
    guard key != self.key else { return }
    if let before = self.key, before.audience == audience, let refs = changed(before.revision) {
      update(refs) { ref in view.session.entity(ref).map { text($0) } }
    } else {
      build(view.session, text)
    }
    self.key = key
  }

  private mutating func build(_ session: Session, _ text: (any Entity) -> String) {
    refs = []
    texts = FoldedTexts()
    for kind in EntityKind.allCases where !Self.silent.contains(kind) {
      for entity in session.entities(of: kind) {
        refs.append(entity.ref)
        texts.append(text(entity))
      }
    }
  }

  /// Brings the texts of some entities up to date; of those that are gone they go.
  private mutating func update(_ changed: Set<EntityRef>, text: (EntityRef) -> String?) {
    for ref in changed where !Self.silent.contains(ref.kind) {
      let place = place(of: ref)
      let isThere = place < refs.count && refs[place] == ref
      switch (text(ref), isThere) {
      case (let text?, true): texts.replace(at: place, by: text)
      case (let text?, false):
        refs.insert(ref, at: place)
        texts.insert(text, at: place)
      case (nil, true):
        refs.remove(at: place)
        texts.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// The ids of a kind whose texts hold what is asked for.
  func matches(_ query: FuzzyQuery, _ kind: EntityKind) -> [EntityID] {
    let start = place(of: EntityRef(kind, .first))
    let end = refs[start...].firstIndex { $0.kind != kind } ?? refs.count
    return query.containing(in: texts, among: start..<end).map { refs[$0].id }
  }

  /// Whether the text of an entity holds what is asked for.
  func matches(_ query: FuzzyQuery, _ ref: EntityRef) -> Bool {
    let place = place(of: ref)
    return place < refs.count && refs[place] == ref && !query.containing(in: texts, among: place..<(place + 1)).isEmpty
  }

  /// Where an entity stands or would stand.
  private func place(of ref: EntityRef) -> Int {
    var (low, high) = (0, refs.count)
    while low < high {
      let middle = (low + high) / 2
      let other = refs[middle]
      let isBefore = other.kind == ref.kind ? other.id < ref.id : other.kind.order < ref.kind.order
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
