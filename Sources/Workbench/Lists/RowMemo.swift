import Drawing
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

  /// Where the cells of a row stand, and on which screen: each has its own way of showing them.
  struct Layout: Hashable, Sendable {
    var screen: WorkScreen
    var about: EntityID?
    var columns: [TableColumn]
    var width: Int
  }

  /// The rows of one list in one setting.
  final class Page: Sendable {
    private struct Kept: Sendable {
      var rows: [EntityID: Row] = [:]
      var layout: Layout?
      var strips: [EntityID: Strip] = [:]
    }

    let setting: Setting
    private let kept = Mutex(Kept())

    init(_ setting: Setting) { self.setting = setting }

    func row(_ id: EntityID) -> Row? { kept.withLock { $0.rows[id] } }

    func keep(_ row: Row, _ id: EntityID) {
      kept.withLock { kept in
        if kept.rows.count >= RowMemo.limit { kept.rows = [:] }
        kept.rows[id] = row
      }
    }

    /// Forgets how rows looked unless they were laid out like this.
    func lay(_ layout: Layout) {
      kept.withLock { kept in
        guard kept.layout != layout else { return }
        kept.layout = layout
        kept.strips = [:]
      }
    }

    func strip(_ id: EntityID) -> Strip? { kept.withLock { $0.strips[id] } }

    func keep(_ strip: Strip, _ id: EntityID) {
      kept.withLock { kept in
        if kept.strips.count >= RowMemo.limit { kept.strips = [:] }
        kept.strips[id] = strip
      }
    }
  }

  private let pages = Mutex<[EntityKind: Page]>([:])

  /// More rows than any screen shows.
  private static let limit = 2_000

  /// The rows that were drawn in this setting.
  func page(_ setting: Setting) -> Page {
    pages.withLock { pages in
      if let page = pages[setting.kind], page.setting == setting { return page }
      let page = Page(setting)
      pages[setting.kind] = page
      return page
    }
  }
}
