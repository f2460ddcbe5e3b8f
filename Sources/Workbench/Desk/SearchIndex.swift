import SessionModel
import Widgets

/// The searchable texts of all entities, in the order of kinds and ids.
struct SearchIndex: Sendable {
  private(set) var refs: [EntityRef] = []
  private(set) var texts: [FoldedText] = []

  /// Kinds that nobody looks for by their text.
  private static let silent: Set<EntityKind> = [.reading, .mapView, .session]

  private var key: Derived.RevisionKey?

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
    texts = []
    for kind in EntityKind.allCases where !Self.silent.contains(kind) {
      for entity in session.entities(of: kind) {
        refs.append(entity.ref)
        texts.append(FoldedText(text(entity)))
      }
    }
  }

  /// Brings the texts of some entities up to date; of those that are gone they go.
  private mutating func update(_ changed: Set<EntityRef>, text: (EntityRef) -> String?) {
    for ref in changed where !Self.silent.contains(ref.kind) {
      let place = place(of: ref)
      let isThere = place < refs.count && refs[place] == ref
      switch (text(ref), isThere) {
      case (let text?, true): texts[place] = FoldedText(text)
      case (let text?, false):
        refs.insert(ref, at: place)
        texts.insert(FoldedText(text), at: place)
      case (nil, true):
        refs.remove(at: place)
        texts.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// The ids of a kind whose texts match.
  func matches(_ query: FuzzyQuery, _ kind: EntityKind) -> [EntityID] {
    var index = place(of: EntityRef(kind, .first))
    var ids: [EntityID] = []
    while index < refs.count, refs[index].kind == kind {
      if query.isContained(in: texts[index]) { ids.append(refs[index].id) }
      index += 1
    }
    return ids
  }

  func text(of ref: EntityRef) -> FoldedText? {
    let place = place(of: ref)
    return place < refs.count && refs[place] == ref ? texts[place] : nil
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
