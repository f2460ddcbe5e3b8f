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
  /// How what is entered next was obtained.
  var obtained = HowObtained.impression
  /// From when on changes are shown.
  var since: PartialDate?
  /// Directions read by that day and again after it, and what changed among them.
  private(set) var changes: (changes: [TrustChange], up: Int, down: Int, same: Int) = ([], 0, 0, 0)
  private(set) var steps: [TrustPair: Int] = [:]
  /// Directions of which the latest answers are split, where enough answered to show it.
  private(set) var splits: Set<TrustPair> = []
  /// Who trusts whom both ways; nil in sessions so large that making it would keep a key waiting.
  private(set) var network: TrustNetwork?
  /// Above so many directions the chain of trust is said when asked.
  private static let networkLimit = 4_000
  private(set) var matrix = TrustMatrix()
  private var key: Key?

  private struct Key: Hashable {
    var revisions: [Int]
    var order: TrustMatrix.Order
  }

  var from: EntityID? { matrix.members.indices.contains(row) ? matrix.members[row] : nil }
  var to: EntityID? { matrix.members.indices.contains(column) ? matrix.members[column] : nil }
  var pair: TrustPair? { from.flatMap { from in to.map { TrustPair(from, $0) } } }

  /// Keeps what is said of readings beside the matrix up to date.
  private mutating func follow(_ change: TrustAnalysis.Change, _ working: WorkingSession) {
    func isSplit(_ reading: Reading) -> Bool {
      guard reading.showsSplit, let spread = reading.counts.spread else { return false }
      return spread.upperBound - spread.lowerBound >= 2
    }
    func isSplit(_ pair: TrustPair) -> Bool { working.readings.current(ReadingSubject(.trust, pair.from, toward: pair.to)).map(isSplit) ?? false }
    switch change {
    case .nothing: break
    case .directions(let pairs):
      for pair in pairs { if isSplit(pair) { splits.insert(pair) } else { splits.remove(pair) } }
    case .everything:
      var found: Set<TrustPair> = []
      working.session.readings.forEach { if isSplit($0), let pair = TrustPair($0) { found.insert(pair) } }
      splits = found.filter { isSplit($0) }
    }
    let ties = working.session.revision(of: .relationship)
    if change != .nothing || ties != tieRevision || network == nil {
      tieRevision = ties
      network = analysis.history.count <= TrustState.networkLimit ? TrustNetwork(working.session, analysis.history) : nil
    }
    if let since {
      changes = TrustChange.since(since, analysis.history)
      steps = Dictionary(changes.changes.map { ($0.pair, $0.step) }, uniquingKeysWith: { first, _ in first })
    } else if !steps.isEmpty || changes.same > 0 {
      (changes, steps) = (([], 0, 0, 0), [:])
    }
  }

  private var tieRevision = -1

  /// Makes the matrix for the session unless it is there; the cursor stays on the pair it was on.
  mutating func refresh(_ working: WorkingSession) {
    analysis.refresh(working)
    let change = analysis.takeChange()
    let session = working.session
    follow(change, working)
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
