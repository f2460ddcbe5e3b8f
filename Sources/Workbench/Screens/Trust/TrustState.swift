import ChainAnalysis
import SessionModel

/// Where one is in the trust matrix.
struct TrustState: Sendable {
  /// Shared with the overview; a room never sees what is in it.
  var analysis = TrustAnalysis()
  var order = TrustMatrix.Order.segment
  /// The cell under the cursor.
  var row = 0
  var column = 0
  /// Whether a cell was chosen by moving to it: only then do digits set trust and no longer change the screen.
  var isCellChosen = false
  /// The first row and column shown.
  var top = 0
  var left = 0
  var showsHistory = false
  private(set) var matrix = TrustMatrix()
  private var key: Key?

  private struct Key: Hashable {
    var revisions: [Int]
    var order: TrustMatrix.Order
  }

  var from: EntityID? { matrix.members.indices.contains(row) ? matrix.members[row] : nil }
  var to: EntityID? { matrix.members.indices.contains(column) ? matrix.members[column] : nil }
  var pair: TrustPair? { from.flatMap { from in to.map { TrustPair(from, $0) } } }

  /// Makes the matrix for the session unless it is there; the cursor stays on the pair it was on.
  mutating func refresh(_ working: WorkingSession) {
    let change = analysis.refresh(working)
    let session = working.session
    let now = Key(revisions: [EntityKind.session, .stakeholder, .relationship].map { session.revision(of: $0) }, order: order)
    if now == key {
      switch change {
      case .nothing: return
      case .directions(let pairs):
        if pairs.allSatisfy({ matrix.refresh($0, analysis.history) }) { return }
      case .everything: break
      }
    }
    let isFirst = key == nil
    let before = (from, to)
    key = now
    matrix = TrustMatrix(session, analysis.history, by: order)
    let last = max(0, matrix.members.count - 1)
    row = before.0.flatMap { matrix.place(of: $0) } ?? min(row, last)
    column = before.1.flatMap { matrix.place(of: $0) } ?? min(column, last)
    if isFirst, let first = matrix.firstRead { (row, column) = first }
  }
}
