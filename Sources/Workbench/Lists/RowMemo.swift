import SessionModel
import Synchronization
import Widgets

/// The cells of rows that were drawn, so that moving the cursor works out only the row that comes into sight.
/// It belongs to one view of the session, and goes when the session changes.
final class RowMemo: Sendable {
  /// What the cells of a row depend on besides the session.
  struct Setting: Hashable, Sendable {
    var kind: EntityKind
    var columns: [String]
    var today: PartialDate
  }

  /// An object, so that each of its cells is asked for without copying it.
  final class Row: Sendable {
    let entity: any Entity
    let values: [FieldValue]
    let cells: [TableCell]

    init(_ entity: any Entity, _ values: [FieldValue], _ cells: [TableCell]) {
      self.entity = entity
      self.values = values
      self.cells = cells
    }
  }

  private struct Kept: Sendable {
    var setting: Setting
    var rows: [EntityID: Row] = [:]
  }

  private let kept = Mutex<[EntityKind: Kept]>([:])

  /// More rows than any screen shows.
  private static let limit = 2_000

  /// The rows that were drawn in this setting.
  func rows(_ setting: Setting) -> [EntityID: Row] {
    kept.withLock { kept in
      guard let rows = kept[setting.kind], rows.setting == setting else { return [:] }
      return rows.rows
    }
  }

  func keep(_ rows: [EntityID: Row], _ setting: Setting) {
    guard !rows.isEmpty else { return }
    kept.withLock { kept in
      var all = kept[setting.kind] ?? Kept(setting: setting)
      if all.setting != setting || all.rows.count > Self.limit { all = Kept(setting: setting) }
      kept[setting.kind] = nil
      all.rows.merge(rows) { $1 }
      kept[setting.kind] = all
    }
  }
}
