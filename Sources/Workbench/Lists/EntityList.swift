import Drawing
import SessionModel
import Widgets

/// A list of entities of one kind: which columns, in which order, narrowed by what, where the cursor is, what is marked.
struct EntityList: Sendable {
  let kind: EntityKind
  /// Keys of the shown fields, the first being the one that never goes.
  var columns: [String] { didSet { shown = EntityList.fields(kind, columns) } }
  private var shown: [FieldDescription]
  var sortKey: String
  var isAscending = true
  var filter = ""
  /// Which column the digits set; an index into `columns`.
  var column = 0
  var table = Table()
  var marks: Set<EntityID> = []
  /// The shown rows, in order.
  private(set) var rows: [EntityID] = []
  /// What they are sorted by.
  private var entries: [ListEntry] = []
  private var key: Key?
  /// Of the session that the rows are of.
  private(set) var revision: Int?

  /// The selected one while the rows change.
  private var remembered: EntityID?

  /// Of more changes than this the whole list is sorted anew.
  static let mostChanged = 200

  /// In place of a field's key: the order that entries have among equals.
  static let byUrgency = "urgency"
  /// The order of actions by the phase of their initiative.
  static let byPhase = "phase"
  /// More days than lie between any two dates.
  static let farOff = 10_000_000

  struct Key: Hashable {
    var audience: Audience
    var sortKey: String
    var isAscending: Bool
    var filter: String
  }

  init(_ kind: EntityKind) {
    self.kind = kind
    let description = kind.description
    columns = EntityList.usualColumns(kind)
    shown = EntityList.fields(kind, columns)
    sortKey = description.fields.first?.key ?? ""
    switch kind {
    case .initiative: sortKey = "from"
    case .action: sortKey = EntityList.byUrgency
    case .workshop:
      sortKey = "on"
      isAscending = false
    case .constraint:
      sortKey = "votes"
      isAscending = false
    default: break
    }
  }

  /// What a list shows until the facilitator chooses otherwise.
  static func usualColumns(_ kind: EntityKind) -> [String] {
    let prominent = kind.description.fields.filter { $0.isProminent && $0.kind.isScalar }.map(\.key)
    return switch kind {
    case .stakeholder: prominent + ["influence", "stance"]
    case .constraint: prominent + ["segments"]
    default: prominent
    }
  }

  var selectedID: EntityID? { rows.indices.contains(table.cursor) ? rows[table.cursor] : nil }

  /// The shown fields that this audience may see.
  func fields(_ audience: Audience) -> [FieldDescription] {
    audience == .facilitator ? shown : shown.filter { !$0.isConfidential }
  }

  private static func fields(_ kind: EntityKind, _ columns: [String]) -> [FieldDescription] {
    let all = kind.description.fields
    return columns.compactMap { key in all.first { $0.key == key } }
  }

  private func key(_ audience: Audience) -> Key { Key(audience: audience, sortKey: sortKey, isAscending: isAscending, filter: filter) }

  func needsRefresh(_ audience: Audience, _ revision: Int) -> Bool { revision != self.revision || !isSetFor(audience) }

  /// Whether the rows have the sorting and filter that they should have, for this audience.
  func isSetFor(_ audience: Audience) -> Bool { key == key(audience) }

  /// Takes all rows anew.
  mutating func show(_ unsorted: [ListEntry]) {
    remembered = selectedID
    entries = unsorted.sorted { [isAscending] in $0.comes(before: $1, isAscending: isAscending) }
    rows = entries.map(\.id)
  }

  /// Takes some rows anew; `entry` is nil for those that are not shown.
  mutating func replace(_ ids: [EntityID], entry: (EntityID) -> ListEntry?) {
    remembered = selectedID
    for id in ids {
      if let old = rows.firstIndex(of: id) {
        rows.remove(at: old)
        entries.remove(at: old)
      }
      guard let new = entry(id) else { continue }
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].comes(before: new, isAscending: isAscending) { low = middle + 1 } else { high = middle }
      }
      rows.insert(id, at: low)
      entries.insert(new, at: low)
    }
  }

  /// Keeps the cursor on the entity that it was on.
  mutating func settle(_ audience: Audience, _ revision: Int, rowCount: Int) {
    key = key(audience)
    self.revision = revision
    let target = remembered.flatMap { id in rows.firstIndex(of: id) } ?? min(table.cursor, max(0, rows.count - 1))
    remembered = nil
    move(to: target, rowCount: rowCount)
  }

  mutating func move(to row: Int, rowCount: Int) {
    table.move(to: row, rowCount: rows.count, in: Drawing.Rect(x: 0, y: 0, width: 80, height: rowCount * table.metrics.rowLines + 1))
  }

  mutating func select(_ id: EntityID, rowCount: Int) {
    if let row = rows.firstIndex(of: id) { move(to: row, rowCount: rowCount) }
  }
}
