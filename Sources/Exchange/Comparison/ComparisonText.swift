import ChainAnalysis
import SessionModel
import Words

/// A comparison of two versions in words and numbers: trust first, then how many of what, then entry by entry and field by field.
///
/// It says all that the sessions hold: for the room, compare what the room may see of both.
public struct ComparisonText {
  private let comparison: SessionComparison
  private let words: any ExchangeWords
  private var lines: [ComparisonLine] = []

  /// The lines of a comparison; one that says so when nothing differs.
  public static func lines(_ comparison: SessionComparison, words: any ExchangeWords) -> [ComparisonLine] {
    guard !comparison.isEmpty else { return [ComparisonLine(.plain, 0, words.comparison(.nothing))] }
    var text = ComparisonText(comparison: comparison, words: words)
    text.addTrust()
    text.addOtherReadings()
    text.addNumbers()
    for kind in EntityKind.allCases where kind != .reading { text.addEntities(kind) }
    text.addReadings()
    text.addFile()
    return text.lines
  }

  private init(comparison: SessionComparison, words: any ExchangeWords) {
    self.comparison = comparison
    self.words = words
  }

  private var values: PlacedText { PlacedText(words: words, name: name) }
  private var old: Session { comparison.old }
  private var new: Session { comparison.new }

  // MARK: Trust and numbers

  private mutating func addTrust() {
    let touched = Set(comparison.entities.filter { $0.ref.kind == .reading }.flatMap { difference in
      [old, new].compactMap { $0.readings[difference.ref.id].flatMap { TrustPair($0) } }
    })
    guard !touched.isEmpty else { return }
    let (before, after) = (TrustHistory(old), TrustHistory(new))
    let (then, now) = (TrustIndex(before, Grouping(old)), TrustIndex(after, Grouping(new)))
    lines.append(ComparisonLine(.heading, 0, words.comparison(.trust)))
    for (scope, word) in [(TrustScope.all, ComparisonWord.allDirections), (.betweenSizes, .smallAndLarge)] {
      let (a, b) = (then[scope], now[scope])
      guard a.count + b.count > 0 else { continue }
      lines.append(
        ComparisonLine(.plain, 1, words.comparison(word) + ": " + words.comparisonMean(a.value, a.count, b.value, b.count)))
    }
    let moved = touched.map { pair in (pair: pair, old: before.level(pair), new: after.level(pair), name: name(pair)) }
      .filter { $0.old != $0.new }
      .sorted { a, b in
        let (one, other) = (abs((a.new ?? 0) - (a.old ?? 0)), abs((b.new ?? 0) - (b.old ?? 0)))
        let areBoth = (a.old != nil && a.new != nil, b.old != nil && b.new != nil)
        if areBoth.0 != areBoth.1 { return areBoth.0 }
        return one != other ? one > other : a.name < b.name
      }
    for change in moved {
      let text: String
      let tone: ComparisonLine.Tone
      switch (change.old, change.new) {
      case (let a?, let b?):
        text = "\(words.level(.trust, a)) \(a) → \(b) \(words.level(.trust, b))"
        tone = b > a ? .rose : .fell
      case (nil, let b?):
        text = "\(words.comparison(.firstRead)), \(b) \(words.level(.trust, b))"
        tone = .added
      default:
        text = words.comparison(.notRead)
        tone = .removed
      }
      lines.append(ComparisonLine(tone, 1, "\(change.name): \(text)", about: EntityRef(.stakeholder, change.pair.from)))
    }
  }

  private mutating func addOtherReadings() {
    let (before, after) = (ReadingIndex(old), ReadingIndex(new))
    var seen: Set<ReadingSubject> = []
    var found: [ComparisonLine] = []
    for difference in comparison.entities where difference.ref.kind == .reading {
      for session in [old, new] {
        guard let of = session.readings[difference.ref.id]?.of, of.aspect != .trust, seen.insert(of).inserted else { continue }
        let (a, b) = (before.shown(of), after.shown(of))
        guard !a.isExactly(b) else { continue }
        let ref = new.resolve(of.subject, among: [.stakeholder, .indicator]) ?? old.resolve(of.subject, among: [.stakeholder, .indicator])
        let field = ref?.kind.description.fields.first { $0.aspect == of.aspect }
        let label = words.choice(Aspect.list, of.aspect.rawValue)
        let text = "\(ref.map(name) ?? of.subject.text) · \(label): \(change(a, b, field))"
        found.append(ComparisonLine(.changed, 1, text, about: ref))
      }
    }
    guard !found.isEmpty else { return }
    lines.append(ComparisonLine(.heading, 0, words.comparison(.otherReadings)))
    lines += found.sorted { $0.text < $1.text }
  }

  private mutating func addNumbers() {
    let counts = EntityKind.allCases.map { ($0, old.count(of: $0), new.count(of: $0)) }.filter { $0.1 != $0.2 }
    guard !counts.isEmpty else { return }
    lines.append(ComparisonLine(.heading, 0, words.comparison(.numbers)))
    for (kind, before, after) in counts {
      let text = "\(words.plural(kind).capitalised): \(words.number(before)) → \(words.number(after)) (\(words.comparisonGain(after - before)))"
      lines.append(ComparisonLine(.plain, 1, text))
    }
  }

  // MARK: Entry by entry

  private mutating func addEntities(_ kind: EntityKind) {
    let differences = comparison.entities.filter { $0.ref.kind == kind }
    guard !differences.isEmpty else { return }
    lines.append(ComparisonLine(.heading, 0, heading(kind, differences)))
    func byName(_ what: EntityDifference.What) -> [(EntityDifference, String)] {
      differences.filter { $0.what == what }.map { ($0, name($0.ref)) }.sorted { $0.1 == $1.1 ? $0.0.ref.id < $1.0.ref.id : $0.1 < $1.1 }
    }
    for (difference, name) in byName(.changed) {
      if kind != .session { lines.append(ComparisonLine(.changed, 1, name, about: difference.ref)) }
      add(difference.fields, of: difference.ref, depth: kind == .session ? 1 : 2)
    }
    for (difference, name) in byName(.added) { lines.append(ComparisonLine(.added, 1, name, about: difference.ref)) }
    for (difference, name) in byName(.removed) { lines.append(ComparisonLine(.removed, 1, name, about: difference.ref)) }
  }

  /// The readings themselves are counted; what they say stands at the top. Corrected ones are told of.
  private mutating func addReadings() {
    let differences = comparison.entities.filter { $0.ref.kind == .reading }
    guard !differences.isEmpty else { return }
    lines.append(ComparisonLine(.heading, 0, heading(.reading, differences)))
    for difference in differences where difference.what == .changed {
      lines.append(ComparisonLine(.changed, 1, name(difference.ref), about: difference.ref))
      add(difference.fields, of: difference.ref, depth: 2)
    }
  }

  private mutating func addFile() {
    guard !comparison.unknown.isEmpty else { return }
    lines.append(ComparisonLine(.heading, 0, words.comparison(.file)))
    add(comparison.unknown, of: EntityRef(.session, .session), depth: 1)
  }

  private func heading(_ kind: EntityKind, _ differences: [EntityDifference]) -> String {
    if kind == .session { return words.singular(.session).capitalised }
    func count(_ what: EntityDifference.What) -> Int { differences.filter { $0.what == what }.count }
    return words.plural(kind).capitalised + ": "
      + words.comparisonCounts(added: count(.added), removed: count(.removed), changed: count(.changed))
  }

  private mutating func add(_ fields: [FieldDifference], of ref: EntityRef, depth: Int) {
    for difference in fields {
      let (tone, text) = said(difference)
      lines.append(ComparisonLine(tone, depth, label(difference, of: ref) + ": " + text, about: ref))
    }
  }

  /// `Agenda · Trust map · Minutes`.
  private func label(_ difference: FieldDifference, of ref: EntityRef) -> String {
    var path = difference.path
    switch difference.what {
    // The item itself is named behind.
    case .itemAdded, .itemRemoved: path = FieldPath(path.steps.dropLast())
    default: break
    }
    let label = (new.entity(ref) ?? old.entity(ref)).map { values.label(path, in: $0) } ?? ""
    return label.isEmpty ? words.comparison(.inFile) : label
  }

  private func said(_ difference: FieldDifference) -> (ComparisonLine.Tone, String) {
    switch difference.what {
    case .value(let old, let new):
      let gain = difference.gain.map { " (\(words.comparisonGain($0)))" } ?? ""
      return (.changed, change(old, new, difference.field) + gain)
    case .elements(let added, let removed):
      let parts = [added, removed].map { values.show($0, difference.field) }
      let text = [parts[0].isEmpty ? "" : "+ " + parts[0], parts[1].isEmpty ? "" : "− " + parts[1]].filter { !$0.isEmpty }
      return (.changed, text.joined(separator: "  "))
    case .itemAdded(let item): return (.added, values.name(item))
    case .itemRemoved(let item): return (.removed, values.name(item))
    case .order: return (.changed, words.comparison(.newOrder))
    case .unknown(let old, let new):
      let texts = [old, new].map { $0?.lineText ?? words.comparison(.empty) }
      return (.changed, "\(texts[0]) → \(texts[1]) (\(words.comparison(.inFile)))")
    }
  }

  private func change(_ old: FieldValue, _ new: FieldValue, _ field: FieldDescription?) -> String {
    values.line(old, field) + " → " + values.line(new, field)
  }

  // MARK: Names

  private func name(_ pair: TrustPair) -> String {
    "\(name(pair.from, .entities([.stakeholder]))) → \(name(pair.to, .entities([.stakeholder])))"
  }

  private func name(_ id: EntityID, _ target: ReferenceTarget) -> String {
    (new.exists(id, as: target) ? new : old).name(of: id, as: target)
  }

  private func name(_ ref: EntityRef) -> String {
    let name = (new.contains(ref) ? new : old).name(of: ref)
    return name.isEmpty ? words.withArticle(ref.kind) : name
  }
}
