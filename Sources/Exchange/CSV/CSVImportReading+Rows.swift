import JSON
import SessionModel
import Words

extension CSVImportReading {
  /// Reads every cell. The profile comes first and workshops second, for their items are what others name.
  mutating func readRows() {
    for table in tables.enumerated().sorted(by: { (Self.rank($0.element.kind), $0.offset) < (Self.rank($1.element.kind), $1.offset) }).map(\.element) {
      func read<E: Entity>(_: E.Type) {
        let notation = notation
        for row in table.rows {
          guard let entity = self.read(row, of: table, as: E.self, notation) else { continue }
          results[entity.ref] = entity
          target.put(entity)
        }
      }
      read(table.kind.type)
    }
  }

  private static func rank(_ kind: EntityKind) -> Int { kind == .session ? 0 : kind == .workshop ? 1 : 2 }

  /// The entity as the row has it; nil when a cell cannot be read.
  private mutating func read<E: Entity>(_ row: OpenRow, of table: OpenTable, as _: E.Type, _ notation: NotationContext) -> E? {
    let current = session[keyPath: E.collection][row.id]
    var entity = current ?? E(id: row.id)
    let known = issues.count
    let extra = extra(of: row, in: table)
    let exact = extra?["exact"]
    // Someone who did not consent has a nearly empty row in a default export.
    let keepsEmpty = E.kind == .participant && current.map { $0.value("consent") != .flag(true) } == true
    for (column, cell) in zip(table.columns, row.cells) {
      guard case .field(let field, let header) = column, field.aspect == nil else { continue }
      do throws(ImportProblem) {
        guard let value = try value(cell, field, exact, of: current, notation) else { continue }
        if value.isEmpty, keepsEmpty { continue }
        let kept = current.map { Self.keeping(value, from: $0.value(at: field.index)) } ?? value
        guard let next = entity.setting(field.key, to: kept) else {
          throw ImportProblem.badValue(Self.short(cell), field: header, .other)
        }
        entity = next
      } catch {
        issues.append(ImportIssue(file: table.file, line: row.line, column: Self.short(header), error))
      }
    }
    if let extra {
      entity.extra = extra["unknown"]?.object ?? []
      if E.kind == .session { fileMembers = extra["file"]?.object ?? [] }
    }
    return issues.count == known ? entity : nil
  }

  /// What the column `extra` holds; an empty object when its cell is empty, nil when there is no such column.
  private mutating func extra(of row: OpenRow, in table: OpenTable) -> JSONValue? {
    guard let index = table.columns.firstIndex(where: { if case .extra = $0 { true } else { false } }) else { return nil }
    let text = row.cells[index]
    if text.trimmed.isEmpty { return .object([]) }
    do throws(JSONError) {
      let value = try JSONValue(parsing: Array(text.utf8))
      guard value.object != nil else { throw JSONError(.expected(.object, found: value.kind), offset: 0) }
      // Unknown members may not take the place of a field, or the file would not open again.
      let keys = Set(table.kind.description.fields.filter { $0.aspect == nil }.map(\.key) + ["id"])
      let tops = Set(EntityKind.allCases.map(\.tableName) + ["rapport"])
      if let taken = value["unknown"]?.object?.first(where: { keys.contains($0.key) })
        ?? value["file"]?.object?.first(where: { tops.contains($0.key) })
      {
        throw JSONError(.duplicateKey(taken.key), offset: 0)
      }
      return value
    } catch {
      issues.append(ImportIssue(file: table.file, line: row.line, column: CSVExport.extraColumn, .badExtra(Self.short(error.description))))
      return nil
    }
  }

  /// The value that a cell stands for; nil when it says what is there already.
  private func value<E: Entity>(
    _ cell: String, _ field: FieldDescription, _ exact: JSONValue?, of current: E?, _ notation: NotationContext
  ) throws(ImportProblem) -> FieldValue? {
    if let json = exact?[field.key], let value = try? CSVCell.value(field.key, json: json, as: E.self),
      CSVCell.text(value, field.kind) == cell
    {
      return value
    }
    if let current, CSVCell.text(current.value(at: field.index), field.kind) == cell { return nil }
    if case .items = field.kind {
      if cell.trimmed.isEmpty { return .empty }
      do {
        return try CSVCell.value(field.key, text: cell, as: E.self)
      } catch {
        throw .badItems(Self.short(error.description))
      }
    }
    do {
      return try field.kind.parse(cell, notation)
    } catch {
      throw .badValue(Self.short(cell), field: words.label(field), reason(error, field))
    }
  }

  private func reason(_ problem: NotationProblem, _ field: FieldDescription) -> NotationReason {
    switch problem {
    case .notANumber: .notANumber
    case .outOfRange(let range): .outOfRange(range.lowerBound, range.upperBound)
    case .notADate: .notADate
    case .notAMoment: .notAMoment
    case .notAnAmount: .notAnAmount
    case .notYesOrNo: .notYesOrNo
    case .notCounts: .notCounts
    case .unknownChoice:
      switch field.kind {
      case .choice(let list), .choices(let list): .unknownChoice(known: list.codes)
      default: .other
      }
    case .unknownReference: .unknownReference
    case .ambiguousReference: .ambiguousReference
    case .controlCharacter: .controlCharacter
    case .notTyped: .other
    }
  }

  /// A vote that is covered keeps the counts that it is given none for: a default export has left them out.
  private static func keepingCounts(_ ballot: Ballot, from old: Ballot) -> Ballot {
    guard old.isCovered else { return ballot }
    var result = ballot
    for index in result.options.indices where result.options[index].dots == nil {
      result.options[index].dots = old.options.first { $0.id == result.options[index].id }?.dots
    }
    return result
  }

  /// A list of items with what a default export leaves out put back from the item of the same id.
  private static func keeping(_ value: FieldValue, from old: FieldValue) -> FieldValue {
    guard case .items(let items) = value, case .items(let olds) = old else { return value }
    return .items(items.map { item in
      guard let old = olds.first(where: { $0.id == item.id }) else { return item }
      func keep<R: Record>(_ new: R) -> Item {
        guard let old = old.record as? R else { return Item(new) }
        var result = new
        for field in R.description.fields where field.aspect == nil {
          let there = new.value(at: field.index)
          let kept = field.isConfidential && there.isEmpty ? old.value(at: field.index) : keeping(there, from: old.value(at: field.index))
          if kept != there, let next = result.setting(field.key, to: kept) { result = next }
        }
        if result.extra.isEmpty { result.extra = old.extra }
        if let ballot = result as? Ballot, let before = old as? Ballot { return Item(keepingCounts(ballot, from: before)) }
        return Item(result)
      }
      return keep(item.record)
    })
  }
}
