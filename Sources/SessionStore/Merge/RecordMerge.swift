import JSON
import SessionModel

/// Merges two versions of a record field by field, and notes what both say differently.
struct RecordMerge {
  /// The entity that the records are of or in.
  let about: EntityID
  private(set) var conflicts: [MergeConflict] = []

  init(about: EntityID) { self.about = about }

  /// - Parameter base: what both began from; nil when both added it.
  mutating func merge<R: Record>(_ base: R?, _ ours: R, _ theirs: R, at path: FieldPath = FieldPath()) -> R {
    let before = conflicts.count
    let base = base ?? R(id: ours.id)
    var result = ours
    let (was, here, there) = (base.values, ours.values, theirs.values)
    for field in R.description.fields where field.aspect == nil {
      let (b, o, t) = (was[field.index], here[field.index], there[field.index])
      if b.isExactly(t) || (o.isExactly(t) && !field.isCounted) { continue }
      let merged = b.isExactly(o) ? t : merge(field, b, o, t, base, theirs, at: path + .field(field.key))
      result = result.setting(field.key, to: merged) ?? result
    }
    result.extra = mergeUnknown(base.extra, ours.extra, theirs.extra, at: path)
    guard conflicts.count > before, R.self == PinnedPosition.self || R.self == MergeConflict.self else { return result }
    // Where a box stands on the map is not worth a question; one of both is taken, whoever merges.
    conflicts.removeLast(conflicts.count - before)
    return Self.bytes(ours).lexicographicallyPrecedes(Self.bytes(theirs)) ? theirs : ours
  }

  /// A field that both have changed.
  private mutating func merge<R: Record>(
    _ field: FieldDescription, _ b: FieldValue, _ o: FieldValue, _ t: FieldValue, _ base: R, _ theirs: R, at path: FieldPath
  ) -> FieldValue {
    if field.isCounted { return Self.sum(b, o, t, field.kind) }
    switch field.kind {
    case .items: return mergeItems(b.heldItems, o.heldItems, t.heldItems, at: path)
    case .references:
      let ids = Self.elements(b.heldIDs, o.heldIDs, t.heldIDs)
      return ids.isEmpty ? .empty : .references(ids)
    case .choices:
      let codes = Self.elements(b.exactTexts, o.exactTexts, t.exactTexts)
      return codes.isEmpty ? .empty : .choices(codes.map(\.text))
    case .strings:
      let texts = Self.elements(b.exactTexts, o.exactTexts, t.exactTexts)
      return texts.isEmpty ? .empty : .strings(texts.map(\.text))
    case .figures:
      let merge = FigureMerge(b, o, t)
      if let other = merge.contested {
        note(.value, path, base: base.json(field.key), theirs: R(id: theirs.id).setting(field.key, to: other)?.json(field.key))
      }
      return merge.value
    default:
      note(.value, path, base: base.json(field.key), theirs: theirs.json(field.key))
      return o
    }
  }

  private mutating func mergeItems(_ base: [Item], _ ours: [Item], _ theirs: [Item], at path: FieldPath) -> FieldValue {
    func byID(_ items: [Item]) -> [EntityID: Item] { Dictionary(items.map { ($0.id, $0) }) { first, _ in first } }
    let (was, here, there) = (byID(base), byID(ours), byID(theirs))
    var merged: [EntityID: Item] = [:]
    for id in Set(here.keys).union(there.keys).sorted() {
      switch (was[id], here[id], there[id]) {
      case (let b, let o?, let t?): merged[id] = merge(b, o, t, at: path + .item(id))
      case (nil, let added?, nil), (nil, nil, let added?): merged[id] = added
      case (let b?, let o?, nil):
        guard !b.isExactly(o) else { continue }
        merged[id] = o
        note(.removedThere, path + .item(id))
      case (let b?, nil, let t?):
        guard !b.isExactly(t) else { continue }
        merged[id] = t
        note(.removedHere, path + .item(id))
      case (_, nil, nil): break
      }
    }
    let list = ListMerge(base.map(\.id), ours.map(\.id), theirs.map(\.id), kept: Set(merged.keys))
    if list.isContested {
      note(.order, path + .order, base: Self.json(base.map(\.id)), theirs: Self.json(list.theirOrder))
    }
    let items = list.order.compactMap { merged[$0] }
    return items.isEmpty ? .empty : .items(items)
  }

  private mutating func merge(_ base: Item?, _ ours: Item, _ theirs: Item, at path: FieldPath) -> Item {
    func merged<R: Record>(_ ours: R) -> Item {
      guard let theirs = theirs.record as? R else { return Item(ours) }
      return Item(merge(base?.record as? R, ours, theirs, at: path))
    }
    return merged(ours.record)
  }

  mutating func mergeUnknown(_ base: [JSONMember], _ ours: [JSONMember], _ theirs: [JSONMember], at path: FieldPath) -> [JSONMember] {
    if base == theirs || ours == theirs { return ours }
    func byKey(_ members: [JSONMember]) -> [ExactText: JSONValue] {
      Dictionary(members.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    }
    let (was, here, there) = (byKey(base), byKey(ours), byKey(theirs))
    var kept: [ExactText: JSONValue] = [:]
    for key in Set(here.keys).union(there.keys).sorted() {
      let (b, o, t) = (was[key], here[key], there[key])
      if b == t || o == t {
        kept[key] = o
      } else if b == o {
        kept[key] = t
      } else {
        // What one removed and the other changed stays.
        kept[key] = o ?? t
        note(o == nil ? .removedHere : t == nil ? .removedThere : .value, path + .unknown(key.text), base: b, theirs: t)
      }
    }
    func keys(_ members: [JSONMember]) -> [ExactText] { members.map { ExactText($0.key) } }
    return ListMerge(keys(base), keys(ours), keys(theirs), kept: Set(kept.keys)).order.compactMap { key in
      kept[key].map { JSONMember(key: key.text, value: $0) }
    }
  }

  mutating func note(_ type: ConflictType, _ path: FieldPath, base: JSONValue? = nil, theirs: JSONValue? = nil) {
    conflicts.append(MergeConflict(type, about: about, path, base: base, theirs: theirs))
  }

  // MARK: Values that merge by themselves

  /// What both added to or took from what was there, together: votes and answers of two rooms add up.
  private static func sum(_ base: FieldValue, _ ours: FieldValue, _ theirs: FieldValue, _ kind: FieldKind) -> FieldValue {
    if kind == .levels {
      func counts(_ value: FieldValue) -> [Int] { if case .levels(let levels) = value { levels.counts } else { Levels().counts } }
      let (b, o, t) = (counts(base), counts(ours), counts(theirs))
      let sums = b.indices.map { min(max(0, o[$0] + t[$0] - b[$0]), 1_000_000) }
      return Levels(sums).map { $0.isEmpty ? .empty : .levels($0) } ?? ours
    }
    func number(_ value: FieldValue) -> Int { if case .number(let number) = value { min(max(number, -1 << 40), 1 << 40) } else { 0 } }
    let sum = number(ours) + number(theirs) - number(base)
    return .number(kind.range.map { min(max(sum, $0.lowerBound), $0.upperBound) } ?? sum)
  }

  private static func elements<Element: Hashable & Comparable>(_ base: [Element], _ ours: [Element], _ theirs: [Element]) -> [Element] {
    ListMerge(Occurrence.all(base), Occurrence.all(ours), Occurrence.all(theirs)).order.map(\.element)
  }

  private static func json(_ ids: [EntityID]) -> JSONValue { .array(ids.map { .string($0.text) }) }

  static func bytes(_ record: some Record) -> [UInt8] {
    var writer = JSONWriter()
    record.write(to: &writer)
    return writer.finish()
  }
}

extension FieldDescription {
  /// Whether it counts votes or answers, so that what two rooms counted adds up.
  var isCounted: Bool {
    switch kind {
    case .levels: true
    case .number(_, let unit): unit == "votes"
    default: false
    }
  }
}

extension MergeConflict {
  /// Under an id that follows from what it says, so that the same conflict found twice is one.
  init(_ type: ConflictType, about: EntityID, _ path: FieldPath, base: JSONValue?, theirs: JSONValue?) {
    let texts = [type.rawValue, about.text, path.text, base?.lineText ?? "", theirs?.lineText ?? ""]
    self.init(id: EntityID.derived("k", from: texts))
    self.type = .known(type)
    self.about = about
    place = texts[2]
    self.base = texts[3]
    self.theirs = texts[4]
  }
}

extension EntityID {
  /// An id that is the same for the same texts.
  static func derived(_ prefix: String, from texts: [String]) -> EntityID {
    var bytes: [UInt8] = []
    for text in texts { bytes += Array(text.utf8) + [0xFF] }
    var hash = Fingerprint.hash(bytes)
    // The lower bits of the hash take part in all of them.
    hash = (hash ^ hash >> 31) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let text = prefix + "-" + String((0..<10).map { digits[Int(hash >> UInt64(5 * $0) & 31)] })
    return EntityID(text) ?? .first
  }
}
