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
  private var key: Key?

  /// In place of a field's key: the order that entries have among equals.
  static let byUrgency = "urgency"
  /// More days than lie between any two dates.
  static let farOff = 10_000_000

  struct Key: Hashable {
    var revisions: [Int]
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

  /// Computes the rows unless they are there; keeps the cursor on the entity it was on.
  mutating func refresh(_ key: Key, rows compute: () -> [EntityID], in rowCount: Int) {
    guard key != self.key else { return }
    let selected = selectedID
    let before = table.cursor
    self.key = key
    rows = compute()
    let target = selected.flatMap { id in rows.firstIndex(of: id) } ?? min(before, max(0, rows.count - 1))
    move(to: target, rowCount: rowCount)
  }

  mutating func move(to row: Int, rowCount: Int) {
    table.move(to: row, rowCount: rows.count, in: Drawing.Rect(x: 0, y: 0, width: 80, height: rowCount + 1))
  }

  mutating func select(_ id: EntityID, rowCount: Int) {
    if let row = rows.firstIndex(of: id) { move(to: row, rowCount: rowCount) }
  }
}
