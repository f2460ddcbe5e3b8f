import JSON
import SessionModel

/// A session as tables for a spreadsheet: one file a kind of entity, RFC 4180, UTF-8.
///
/// The first line names the columns by their keys, the first column is `id`; rows are in the order of ids. A cell holds a value in the notation that forms
/// take, with codes and ids; lists of items are compact JSON. Fields that change in time (influence, members) have a column with the current value.
/// Cells that a spreadsheet would run as formulas are guarded by an apostrophe, which the import takes off.
///
/// By default what is confidential is left out: columns, readings, conflicts, the names of people who did not consent, counts of votes that were not revealed, and members this version does not know. An import
/// leaves alone what is left out. With `confidential` nothing is lost: importing changes nothing in the same session, and builds an equal one from nothing. For that the last column, `extra`, holds as JSON
/// under `unknown` the members that this version does not know, under `exact` the values that the notation cannot carry (a text with white space at its ends, a tag with a semicolon in it, an unknown choice), valid as long as the cell
/// beside is not changed, and in `session.csv` under `file` the unknown members at the top of the file.
public enum CSVExport {
  public static func files(_ session: Session, confidential: Bool = false) -> [CSVFile] {
    let visible = confidential ? session : session.redacted(for: .room)
    let readings = ReadingIndex(visible)
    return EntityKind.allCases.map { kind in
      func file<E: Entity>(_: E.Type) -> CSVFile {
        CSVFile(name: kind.tableName + ".csv", bytes: table(E.self, of: visible, readings: readings, confidential: confidential))
      }
      return file(kind.type)
    }
  }

  private static func table<E: Entity>(_: E.Type, of session: Session, readings: ReadingIndex, confidential: Bool) -> [UInt8] {
    let fields = E.description.fields.filter { confidential || !$0.isConfidential }
    var rows = [["id"] + fields.map(\.key) + (confidential ? [extraColumn] : [])]
    for entity in session[keyPath: E.collection].sorted {
      var exact: [JSONMember] = []
      var row = [entity.id.text]
      for field in fields {
        if let aspect = field.aspect {
          let current = readings.current(ReadingSubject(aspect, entity.id))?.shown ?? .empty
          row.append(FormulaGuard.guarded(CSVCell.text(current, field.kind)))
          continue
        }
        let value = entity.value(at: field.index)
        let cell = CSVCell.text(value, field.kind)
        if confidential, !value.isEmpty, !CSVCell.isExact(value, field.kind, cell: cell), let json = entity.json(field.key) {
          exact.append(JSONMember(key: field.key, value: json))
        }
        row.append(FormulaGuard.guarded(cell))
      }
      if confidential {
        var extra: [JSONMember] = []
        if !entity.extra.isEmpty { extra.append(JSONMember(key: "unknown", value: .object(entity.extra))) }
        if !exact.isEmpty { extra.append(JSONMember(key: "exact", value: .object(exact))) }
        if E.kind == .session, !session.extra.isEmpty { extra.append(JSONMember(key: "file", value: .object(session.extra))) }
        row.append(extra.isEmpty ? "" : JSONValue.object(extra).lineText)
      }
      rows.append(row)
    }
    return CSVTable.bytes(rows)
  }

  static let extraColumn = "extra"
}
