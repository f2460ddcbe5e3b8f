import ChainAnalysis
import SessionModel

/// What trust in the session comes to, kept until a reading or a group changes. One more reading costs little, however many there are.
struct TrustAnalysis: Sendable {
  private var tally = TrustTally(TrustHistory(), Grouping())
  private var key: Key?
  /// The last step of the session when this was made: the one that an undo takes back.
  private var lastStep: Transaction?

  private struct Key: Hashable {
    var readings: Int
    var stakeholders: Int
    var revision: Int
    var steps: Int
  }

  /// What has become different.
  enum Change: Equatable {
    case nothing, directions([TrustPair]), everything

    /// This and then the other.
    func then(_ next: Change) -> Change {
      switch (self, next) {
      case (_, .nothing): self
      case (.nothing, _): next
      case (.directions(let pairs), .directions(let more)): .directions(pairs + more)
      default: .everything
      }
    }
  }

  /// All that changed since the matrix was drawn after it; other screens bring the analysis up to date too.
  private var untaken = Change.everything

  static let gapLimit = 8

  var history: TrustHistory { tally.history }
  var index: TrustIndex { tally.index }
  var course: TrustCourse { tally.course }
  var gaps: [TrustGap] { tally.gaps(limit: TrustAnalysis.gapLimit) }

  /// What changed since this was asked before.
  mutating func takeChange() -> Change {
    defer { untaken = .nothing }
    return untaken
  }

  /// Brings everything up to date with the session.
  mutating func refresh(_ working: WorkingSession) { untaken = untaken.then(update(working)) }

  private mutating func update(_ working: WorkingSession) -> Change {
    let session = working.session
    let now = Key(
      readings: session.revision(of: .reading), stakeholders: session.revision(of: .stakeholder), revision: session.revision, steps: working.stepCount)
    let before = key
    guard now != before else { return .nothing }
    let step = before.flatMap { singleStep(from: $0, to: now, working) }
    key = now
    lastStep = working.latest(1).first
    guard now.readings != before?.readings || now.stakeholders != before?.stakeholders else { return .nothing }
    if let step, now.stakeholders == before?.stakeholders, let pairs = TrustAnalysis.directions(step) {
      for pair in pairs { tally.refresh(pair, from: working.readings) }
      return .directions(pairs)
    }
    tally = TrustTally(TrustHistory(session), Grouping(session))
    return .everything
  }

  /// The one step that was done or undone in between; nil when it was more than one.
  private func singleStep(from before: Key, to now: Key, _ working: WorkingSession) -> Transaction? {
    guard now.revision == before.revision + 1 else { return nil }
    if now.steps == before.steps + 1 { return working.latest(1).first }
    return now.steps == before.steps - 1 ? lastStep : nil
  }

  /// The directions that a step touched; nil when that cannot be told from the step, as when readings were deleted.
  private static func directions(_ step: Transaction) -> [TrustPair]? {
    guard step.title.verb == .setTrust else { return nil }
    var pairs: [TrustPair] = []
    for change in step.changes where change.ref.kind == .reading {
      guard let reading = change.entity as? Reading, let pair = TrustPair(reading) else { return nil }
      pairs.append(pair)
    }
    return pairs
  }
}
