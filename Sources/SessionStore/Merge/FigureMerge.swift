import SessionModel

/// Merges two versions of a list of figures. Figures of different sources stand beside each other; of one source and unit there is one.
struct FigureMerge {
  let value: FieldValue
  /// What theirs would have made of it, when both changed the same figure.
  let contested: FieldValue?

  private struct Key: Hashable, Comparable {
    let source: ExactText
    let unit: ExactText

    static func < (a: Key, b: Key) -> Bool { a.source == b.source ? a.unit < b.unit : a.source < b.source }
  }

  init(_ base: FieldValue, _ ours: FieldValue, _ theirs: FieldValue) {
    func keyed(_ value: FieldValue) -> (keys: [Occurrence<Key>], figures: [Occurrence<Key>: Figure]) {
      guard case .figures(let figures) = value else { return ([], [:]) }
      let keys = Occurrence.all(figures.map { Key(source: ExactText($0.source), unit: ExactText($0.amount.unit)) })
      return (keys, Dictionary(zip(keys, figures)) { first, _ in first })
    }
    let (was, here, there) = (keyed(base), keyed(ours), keyed(theirs))
    var mine: [Occurrence<Key>: Figure] = [:]
    var other: [Occurrence<Key>: Figure] = [:]
    var isContested = false
    for key in Set(here.keys).union(there.keys) {
      let (b, o, t) = (was.figures[key], here.figures[key], there.figures[key])
      if b == t || o == t {
        mine[key] = o
        other[key] = o
      } else if b == o {
        mine[key] = t
        other[key] = t
      } else {
        isContested = true
        mine[key] = o
        other[key] = t
      }
    }
    func list(_ figures: [Occurrence<Key>: Figure]) -> FieldValue {
      let kept = ListMerge(was.keys, here.keys, there.keys, kept: Set(figures.keys)).order.compactMap { figures[$0] }
      return kept.isEmpty ? .empty : .figures(kept)
    }
    value = list(mine)
    contested = isContested ? list(other) : nil
  }
}
