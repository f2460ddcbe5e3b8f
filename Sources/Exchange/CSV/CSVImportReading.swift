import JSON
import SessionModel
import Words

/// The work of one import: tables are opened and rows get their ids first, so that any row may name any other; then cells are read, then readings are added, and
/// last what would dangle is left out.
struct CSVImportReading<Wording: ExchangeWords> {
  let session: Session
  let now: Instant
  let words: Wording
  var issues: [ImportIssue] = []
  var fileMembers: [JSONMember] = []
  var tables: [OpenTable] = []
  /// What the rows make of the session, as far as they were read.
  var target: Session
  /// Where each entity of a row stands.
  var places: [EntityRef: (file: String, line: Int)] = [:]
  /// Entities as the rows have them; a row with an issue is not among them.
  var results: [EntityRef: any Entity] = [:]
  /// New entities' names before their rows are read, and all others' as they were.
  private var names: [EntityKind: [String: [EntityID]]] = [:]
  private var newIDs: [EntityKind: Set<EntityID>] = [:]

  struct OpenTable {
    var kind: EntityKind
    var file: String
    var columns: [Column]
    var rows: [OpenRow]
  }

  struct OpenRow {
    var line: Int
    var id: EntityID
    var cells: [String]
  }

  enum Column {
    case id
    case extra
    case field(FieldDescription, header: String)
  }

  init(session: Session, now: Instant, words: Wording) {
    self.session = session
    self.now = now
    self.words = words
    target = session
  }

  // MARK: Opening

  mutating func open(_ files: [CSVFile], _ generator: inout some RandomNumberGenerator) {
    for file in files {
      guard let kind = EntityKind(tableFile: file.name) else {
        issues.append(ImportIssue(file: file.name, line: 1, .unknownFile(Self.short(file.name), known: EntityKind.allCases.map(\.tableName))))
        continue
      }
      do {
        open(try CSVTable(reading: file.bytes), kind, file.name, &generator)
      } catch {
        issues.append(ImportIssue(file: file.name, line: error.line, error.problem))
      }
    }
    for kind in EntityKind.allCases {
      for id in session.ids(of: kind) { note(session.entity(EntityRef(kind, id))?.ownName ?? "", id, kind) }
    }
  }

  private mutating func open(_ table: CSVTable, _ kind: EntityKind, _ file: String, _ generator: inout some RandomNumberGenerator) {
    guard let header = table.rows.first else {
      issues.append(ImportIssue(file: file, line: 1, .empty))
      return
    }
    guard let columns = columns(header, kind, file) else { return }
    let nameColumn = columns.firstIndex { if case .field(let field, _) = $0 { ["name", "what", "title"].contains(field.key) } else { false } }
    var seen: Set<EntityID> = []
    var rows: [OpenRow] = []
    for row in table.rows.dropFirst() {
      // A spreadsheet leaves out empty cells at the end of a line.
      guard row.cells.count <= columns.count || row.cells[columns.count...].allSatisfy(\.isEmpty) else {
        issues.append(ImportIssue(file: file, line: row.line, .columnCount(found: row.cells.count, expected: columns.count)))
        continue
      }
      let cells = columns.indices.map { $0 < row.cells.count ? FormulaGuard.unguarded(row.cells[$0]) : "" }
      guard let id = id(cells, columns, kind, file, row.line, seen, &generator) else { continue }
      seen.insert(id)
      places[EntityRef(kind, id)] = (file, row.line)
      if !session.contains(EntityRef(kind, id)) {
        newIDs[kind, default: []].insert(id)
        if let nameColumn { note(cells[nameColumn].trimmed, id, kind) }
      }
      rows.append(OpenRow(line: row.line, id: id, cells: cells))
    }
    tables.append(OpenTable(kind: kind, file: file, columns: columns, rows: rows))
  }

  private mutating func note(_ name: String, _ id: EntityID, _ kind: EntityKind) {
    guard !name.isEmpty, names[kind]?[name]?.contains(id) != true else { return }
    names[kind, default: [:]][name, default: []].append(id)
  }

  private mutating func columns(_ header: CSVTable.Row, _ kind: EntityKind, _ file: String) -> [Column]? {
    var columns: [Column] = []
    var seen: Set<String> = []
    var isUsable = true
    let fields = kind.description.fields
    for cell in header.cells {
      let name = FormulaGuard.unguarded(cell).trimmed
      let column: Column?
      if name.lowercased() == "id" {
        column = .id
      } else if let field = fields.first(where: { $0.key == name }) ?? fields.first(where: { $0.key.lowercased() == name.lowercased() })
        ?? fields.first(where: { words.label($0).lowercased() == name.lowercased() })
      {
        column = .field(field, header: name)
      } else if name == CSVExport.extraColumn {
        column = .extra
      } else {
        column = nil
      }
      guard let column else {
        let near = Nearness.nearest(to: name, among: fields.map(\.key)) ?? Nearness.nearest(to: name, among: fields.map { words.label($0) })
        issues.append(ImportIssue(file: file, line: header.line, column: Self.short(name), .unknownColumn(Self.short(name), near: near)))
        isUsable = false
        continue
      }
      let key = if case .field(let field, _) = column { field.key } else { name.lowercased() }
      if !seen.insert(key).inserted {
        issues.append(ImportIssue(file: file, line: header.line, column: Self.short(name), .duplicateColumn(Self.short(name))))
        isUsable = false
      }
      columns.append(column)
    }
    return isUsable ? columns : nil
  }

  private mutating func id(
    _ cells: [String], _ columns: [Column], _ kind: EntityKind, _ file: String, _ line: Int, _ seen: Set<EntityID>,
    _ generator: inout some RandomNumberGenerator
  ) -> EntityID? {
    func issue(_ problem: ImportProblem) { issues.append(ImportIssue(file: file, line: line, column: "id", problem)) }
    let index = columns.firstIndex { if case .id = $0 { true } else { false } }
    let text = index.map { cells[$0].trimmed } ?? ""
    if kind == .session {
      guard seen.isEmpty else {
        issue(.severalSessions)
        return nil
      }
      guard text.isEmpty || EntityID(text) == .session else {
        issue(.badID(Self.short(text)))
        return nil
      }
      return .session
    }
    guard !text.isEmpty else {
      var id = EntityID.random(prefix: kind.prefix, using: &generator)
      while session.kind(of: id) != nil || seen.contains(id) { id = EntityID.random(prefix: kind.prefix, using: &generator) }
      return id
    }
    guard let id = EntityID(text), id != .session else {
      issue(.badID(Self.short(text)))
      return nil
    }
    guard !seen.contains(id), places[EntityRef(kind, id)] == nil else {
      issue(.duplicateID(text))
      return nil
    }
    if let other = session.kind(of: id) ?? EntityKind.allCases.first(where: { places[EntityRef($0, id)] != nil }), other != kind {
      issue(.otherKind(id: text, kind: words.singular(other)))
      return nil
    }
    return id
  }

  // MARK: Names

  /// Codes, ids, and what people type instead: names and words.
  var notation: NotationContext {
    let ids = newIDs
    let names = names
    let target = target
    let words = words
    return NotationContext(
      references: { text, wanted in
        switch wanted {
        case .entities(let kinds):
          let kinds = kinds.isEmpty ? EntityKind.allCases : kinds
          if let id = EntityID(text), kinds.contains(where: { target.contains(EntityRef($0, id)) || ids[$0]?.contains(id) == true }) { return [id] }
          return kinds.flatMap { names[$0]?[text] ?? [] }
        default:
          let candidates = target.candidates(for: wanted)
          if let id = EntityID(text), candidates.contains(where: { $0.id == id }) { return [id] }
          return candidates.filter { $0.name == text }.map(\.id)
        }
      },
      choice: { text, list in
        if list.codes.contains(text) { return text }
        let lowered = text.lowercased()
        return list.codes.first { $0 == lowered || words.choice(list.name, $0).lowercased() == lowered }
      },
      name: { id, _ in id.text })
  }

  /// Text of a file as a message shows it.
  static func short(_ text: String) -> String {
    let plain = ReportEscaping.plain(text)
    return plain.count > 60 ? plain.prefix(59) + "…" : plain
  }
}
