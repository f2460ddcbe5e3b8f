import ChainAnalysis
import SessionModel

/// The outlook of the session and what it supposes. For the facilitator alone: the room's screens neither compute nor hold it.
struct OutlookState: Sendable {
  /// What it stands on.
  struct Key: Hashable, Sendable {
    var revisions: [Int]
    var today: PartialDate
    var assumptions: OutlookAssumptions
  }

  /// The latest one; while the next is computed it stays.
  var current: Outlook? { didSet { received += 1 } }
  /// How many there have been.
  private(set) var received = 0
  /// The one that is being computed.
  var job: OutlookJob?
  var key: Key?
  /// Assumptions that are being tried out, until they are kept; in a file that is only read, until the screen is left.
  var trial: OutlookAssumptions?
}

/// An outlook to compute behind, from a snapshot of the session.
public final class OutlookJob: Sendable {
  let key: OutlookState.Key
  private let session: Session
  private let readings: ReadingIndex
  private let runs: Int

  init(_ key: OutlookState.Key, _ session: Session, _ readings: ReadingIndex, runs: Int) {
    self.key = key
    self.session = session
    self.readings = readings
    self.runs = runs
  }

  public func run() -> Outlook { Outlook(session, readings: readings, today: key.today, assumptions: key.assumptions, runs: runs) }
}

extension Desk {
  /// The outlook that is to be computed, away from the keys; nil when there is none.
  public var outlookJob: OutlookJob? { outlook.job }

  /// Takes in an outlook; one that the session has overtaken meanwhile is dropped.
  public mutating func receive(_ found: Outlook, of job: OutlookJob) {
    guard outlook.job === job else { return }
    outlook.job = nil
    guard audience == .facilitator else { return }
    outlook.current = found
  }

  /// Asks for another outlook when what it stands on has changed.
  mutating func refreshOutlook() {
    guard audience == .facilitator else {
      outlook = OutlookState()
      return
    }
    let session = working.session
    let kinds: [EntityKind] = [.initiative, .reading, .stakeholder, .endMarket]
    let key = OutlookState.Key(
      revisions: kinds.map { session.revision(of: $0) }, today: today, assumptions: outlook.trial ?? OutlookAssumptions(session))
    guard outlook.key != key else { return }
    outlook.key = key
    outlook.job = OutlookJob(key, session, working.readings, runs: outlookRuns)
  }
}
