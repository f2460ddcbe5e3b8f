/// Merges two versions of a list whose elements are told apart by a key, each key standing once in a list.
struct ListMerge<Key: Hashable & Comparable> {
  /// The keys that are kept, in their order.
  private(set) var order: [Key] = []
  /// Whether both sides moved what was there before, differently; `order` is then ours.
  private(set) var isContested = false
  /// For a contested order: what it would be by theirs.
  private(set) var theirOrder: [Key] = []

  /// - Parameter kept: which keys are left; by default what both have and what either added.
  init(_ base: [Key], _ ours: [Key], _ theirs: [Key], kept: Set<Key>? = nil) {
    let sets = (base: Set(base), ours: Set(ours), theirs: Set(theirs))
    let kept = kept ?? sets.ours.intersection(sets.theirs).union(sets.ours.symmetricDifference(sets.theirs).subtracting(sets.base))
    let common = kept.intersection(sets.base).intersection(sets.ours).intersection(sets.theirs)
    let (was, here, there) = (base.filter(common.contains), ours.filter(common.contains), theirs.filter(common.contains))
    isContested = here != was && there != was && here != there
    order = Self.filled(here == was ? there : here, ours, theirs, common, kept)
    theirOrder = isContested ? Self.filled(there, ours, theirs, common, kept) : order
  }

  /// Puts what only one side has, or both added, behind what it stands behind there.
  private static func filled(_ skeleton: [Key], _ ours: [Key], _ theirs: [Key], _ common: Set<Key>, _ kept: Set<Key>) -> [Key] {
    var placed: Set<Key> = []
    func runs(_ list: [Key]) -> [Key?: [Key]] {
      var runs: [Key?: [Key]] = [:]
      var anchor: Key?
      for key in list {
        if common.contains(key) { anchor = key } else if kept.contains(key), placed.insert(key).inserted { runs[anchor, default: []].append(key) }
      }
      return runs
    }
    let (here, there) = (runs(ours), runs(theirs))
    var result: [Key] = []
    for anchor in [nil] + skeleton.map(Optional.some) {
      if let anchor { result.append(anchor) }
      let (a, b) = (here[anchor] ?? [], there[anchor] ?? [])
      // By the keys, so that it does not matter who merges whom.
      if let first = a.first, let second = b.first, second < first { result += b + a } else { result += a + b }
    }
    return result
  }
}

/// Tells apart equal elements of a list.
struct Occurrence<Element: Hashable & Comparable>: Hashable, Comparable {
  let element: Element
  let number: Int

  static func < (a: Self, b: Self) -> Bool { a.element == b.element ? a.number < b.number : a.element < b.element }

  static func all(_ elements: [Element]) -> [Occurrence] {
    var counts: [Element: Int] = [:]
    return elements.map { element in
      counts[element, default: 0] += 1
      return Occurrence(element: element, number: counts[element, default: 0])
    }
  }
}
