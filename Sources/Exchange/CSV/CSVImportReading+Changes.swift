import SessionModel
import Words

extension CSVImportReading {
  /// Adds a reading of today, or changes the one there is, wherever a cell says another value than the latest reading, the tables' own readings included.
  mutating func addReadings(_ generator: inout some RandomNumberGenerator) {
    guard tables.contains(where: { table in table.columns.contains { if case .field(let field, _) = $0 { field.aspect != nil } else { false } } }) else { return }
    let index = ReadingIndex(target)
    let notation = notation
    for table in tables {
      for row in table.rows where results[EntityRef(table.kind, row.id)] != nil {
        for (column, cell) in zip(table.columns, row.cells) {
          guard case .field(let field, let header) = column, let aspect = field.aspect, !cell.trimmed.isEmpty else { continue }
          let of = ReadingSubject(aspect, row.id)
          let shown = index.shown(of)
          guard CSVCell.text(shown, field.kind) != cell else { continue }
          guard let value = try? field.kind.parse(cell, notation), let reading = reading(of, value, in: index, &generator) else {
            issues.append(
              ImportIssue(file: table.file, line: row.line, column: Self.short(header), .badValue(Self.short(cell), field: words.label(field), why(field))))
            continue
          }
          guard value != shown else { continue }
          results[reading.ref] = reading
          target.put(reading)
          places[reading.ref] = (table.file, row.line)
        }
      }
    }
  }

  private func why(_ field: FieldDescription) -> NotationReason {
    switch field.kind {
    case .choice(let list): .unknownChoice(known: list.codes)
    case .figures: .notAnAmount
    default: field.kind.range.map { .outOfRange($0.lowerBound, $0.upperBound) } ?? .other
    }
  }

  private func reading(
    _ of: ReadingSubject, _ value: FieldValue, in index: ReadingIndex, _ generator: inout some RandomNumberGenerator
  ) -> Reading? {
    // Nothing is removed.
    guard !value.isEmpty else { return nil }
    let change = index.change(of, to: value, on: now.date, at: now) {
      var new = EntityID.random(prefix: EntityKind.reading.prefix, using: &generator)
      while target.kind(of: new) != nil { new = EntityID.random(prefix: EntityKind.reading.prefix, using: &generator) }
      return new
    }
    return change?.entity as? Reading
  }

  /// The changes that apply, in the order of kinds and ids, after leaving out every row that would dangle.
  mutating func finish() -> (changes: [Change], added: Int, changed: Int, unchanged: Int) {
    leaveOutDangling()
    settleLostItems()
    var inserted: [Change] = []
    var replaced: [Change] = []
    var unchanged = 0
    func ordered(_ a: EntityRef, _ b: EntityRef) -> Bool { a.kind == b.kind ? a.id < b.id : a.kind.order < b.kind.order }
    for ref in results.keys.sorted(by: ordered) {
      guard let entity = results[ref] else { continue }
      guard let old = session.entity(ref) else {
        inserted.append(.insert(entity))
        continue
      }
      if Self.isSame(old, entity) { unchanged += 1 } else { replaced.append(.replace(entity)) }
    }
    return (inserted + replaced, inserted.count, replaced.count, unchanged)
  }

  private static func isSame(_ a: any Entity, _ b: any Entity) -> Bool {
    func same<E: Entity>(_ a: E) -> Bool { (b as? E).map { a == $0 && a.extra == $0.extra } ?? false }
    return same(a)
  }

  /// A row whose references point at nothing is left out, and then whatever pointed at it.
  private mutating func leaveOutDangling() {
    while true {
      var bad: [EntityRef] = []
      for (ref, entity) in results {
        var first: (field: String, id: EntityID)?
        entity.forEachReference { field, wanted, id in
          if first == nil, !target.exists(id, as: wanted), !wasThere(ref, field, id) { first = (field, id) }
        }
        guard let first, let place = places[ref] else { continue }
        bad.append(ref)
        issues.append(ImportIssue(file: place.file, line: place.line, column: first.field, .dangling(field: first.field, id: first.id.text)))
      }
      guard !bad.isEmpty else { return }
      for ref in bad { results[ref] = nil }
      rebuildTarget()
    }
  }

  /// A reference to a segment or agenda item that the tables take away: `settleLostItems` clears it.
  private func wasThere(_ ref: EntityRef, _ field: String, _ id: EntityID) -> Bool {
    session.segment(id) != nil || session.phase(id) != nil || session.agendaItem(id) != nil
  }

  private mutating func rebuildTarget() {
    target = session
    for entity in results.values { target.put(entity) }
  }

  /// When segments, phases or agenda items are gone from the profile or a workshop, references to them are cleared everywhere.
  private mutating func settleLostItems() {
    for (ref, entity) in results where ref.kind == .session || ref.kind == .workshop {
      guard session.contains(ref) else { continue }
      // As it was, with all other rows in place.
      var before = target
      if let old = session.entity(ref) { before.put(old) }
      for change in before.replacement(of: entity, index: ReferenceIndex(before)) {
        guard case .replace(let touched) = change, touched.ref != ref || !Self.isSame(touched, entity) else { continue }
        results[touched.ref] = touched
        target.put(touched)
      }
    }
  }
}
