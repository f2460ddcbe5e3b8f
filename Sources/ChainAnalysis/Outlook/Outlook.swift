import SessionModel

/// How trust may go on and how the open initiatives stand for their dates, from stated assumptions and many runs (METHOD.md, The crescendo).
///
/// A planning aid of the facilitator's: it is no forecast, never shown to the room and never printed in a report.
public struct Outlook: Hashable, Sendable {
  public enum Word: Int, CaseIterable, Sendable { case unlikely, possible, likely }

  /// Something that must happen before an initiative can begin.
  public struct Condition: Hashable, Sendable {
    public enum Matter: Hashable, Sendable {
      /// It has no date for which it could stand.
      case undated
      /// All of its time is over.
      case datePassed
      /// It should have begun already, and could still.
      case beginPassed
      /// Needs that lead back to it, its first and last id being its own.
      case circle([EntityID])
      /// An earlier one must go well.
      case earlier(EntityID)
      /// An earlier one failed or was dropped; has no date; should have been over by now.
      case earlierFailed(EntityID)
      case earlierUndated(EntityID)
      case earlierPast(EntityID)
      /// Trust must rise: the direction that most often falls short, and its level today.
      case trust(needed: Int, pair: TrustPair, now: Int)
      /// Most of those who take part were never asked.
      case trustUnread(needed: Int, first: TrustPair)
      case lead, participants
      case buyer(EntityID)
      case money(asked: Bool)
    }

    public let matter: Matter
    /// In how many of a hundred runs it was missing on the date; for several open matters together.
    public let missing: Int
  }

  /// How one open initiative stands.
  public struct Standing: Hashable, Sendable {
    public let id: EntityID
    /// Whether it can begin on its date; of one that is going on, whether it goes well. Nil when it has no date and has not begun.
    public let word: Word?
    public let isRunning: Bool
    /// Of a hundred runs: those in which it began on its date, in which it began at all before its time was over, and in which it went well.
    public let onTime: Int
    public let begins: Int
    public let goesWell: Int
    /// What must happen first, what stands in the way most often before the rest.
    public let first: [Condition]
  }

  /// The mean of trust on a day in hundredths of a level: a tenth of the runs stay at or below `low`, half at or below `middle`, nine tenths at or below `high`.
  public struct Point: Hashable, Sendable {
    /// Days after 1970-01-01.
    public let day: Int
    public let low: Int
    public let middle: Int
    public let high: Int
  }

  /// From today to after the last of the open initiatives; empty when trust was never read.
  public let band: [Point]
  /// Between whom the band is the mean, and over how many directions.
  public let scope: TrustScope
  public let directionCount: Int
  /// By initiative, in the order of ids.
  public let standings: [Standing]
  public let assumptions: OutlookAssumptions
  /// How many runs it stands on: fewer for sessions so large that all would take long.
  public let runs: Int

  public subscript(id: EntityID) -> Standing? { standings.first { $0.id == id } }

  public func count(_ word: Word) -> Int { standings.reduce(0) { $0 + ($1.word == word ? 1 : 0) } }

  /// From so many of a hundred runs on it is called possible, and likely.
  public static let possibleFrom = 33
  public static let likelyFrom = 67

  /// - Parameters:
  ///   - runs: at most; 10,000 of a session of some hundred stakeholders take milliseconds.
  ///   - seed: the same one gives the same picture.
  public init(
    _ session: Session, readings: ReadingIndex, today: PartialDate, assumptions: OutlookAssumptions = .defaults, runs: Int = 10_000, seed: UInt64 = 1
  ) {
    let plan = OutlookPlan(session, readings, TrustHistory(session), today: today, assumptions)
    // Roughly the steps of one run: every beginning and end looks at all entries.
    let scans = plan.entries.count * plan.entries.count * 2
    let cost = plan.entries.reduce(scans + plan.levels.count + plan.banded.count * plan.samples.count) { $0 + 20 + $1.directions.count * 4 }
    let affordable = max(50, 400_000_000 / max(1, cost))
    var played = OutlookRuns(plan)
    played.play(max(1, min(runs, affordable)), seed: seed)
    self.runs = played.count
    self.assumptions = assumptions
    scope = plan.scope
    directionCount = plan.bandCount
    band = plan.bandCount == 0 ? [] : plan.samples.indices.map { sample in
      Point(
        day: plan.today + Int(plan.samples[sample].cell) * plan.cellDays, low: played.percentile(10, sample), middle: played.percentile(50, sample),
        high: played.percentile(90, sample))
    }
    standings = plan.entries.indices.map { Outlook.standing($0, played) }
  }

  private static func standing(_ index: Int, _ played: OutlookRuns) -> Standing {
    let plan = played.plan
    let entry = plan.entries[index]
    func percent(_ count: Int) -> Int { (count * 100 + played.count / 2) / max(1, played.count) }
    let (onTime, goesWell) = (percent(played.onTime[index]), percent(played.wentWell[index]))
    let chance = entry.isRunning ? goesWell : onTime
    let word: Word? = entry.start == OutlookPlan.never && !entry.hindrances.contains(.datePassed)
      ? nil : chance >= likelyFrom ? .likely : chance >= possibleFrom ? .possible : .unlikely
    var first = entry.hindrances.map { Condition(matter: $0, missing: 100) }
    guard !entry.isRunning else {
      return Standing(id: entry.id, word: word, isRunning: true, onTime: 100, begins: 100, goesWell: goesWell, first: [])
    }
    var dynamic = entry.open.map { Condition(matter: $0, missing: percent(played.unsettled[index])) }
    for (place, need) in entry.needs.enumerated() where plan.entries[Int(need)].start != OutlookPlan.never {
      let missing = percent(played.needMissing[played.needOffsets[index] + place])
      dynamic.append(Condition(matter: .earlier(plan.entries[Int(need)].id), missing: missing))
    }
    let short = Array(played.trustShort[played.trustOffsets[index]..<played.trustOffsets[index + 1]])
    if let most = short.indices.max(by: { (short[$0], -$0) < (short[$1], -$1) }), short[most] > 0 {
      let direction = Int(entry.directions[most])
      let matter = Condition.Matter.trust(
        needed: Int(entry.needed / OutlookPlan.level), pair: plan.pairs[direction], now: Int(plan.levels[direction] / OutlookPlan.level))
      dynamic.append(Condition(matter: matter, missing: percent(short.reduce(0, +))))
    }
    let order = dynamic.indices.sorted { dynamic[$0].missing != dynamic[$1].missing ? dynamic[$0].missing > dynamic[$1].missing : $0 < $1 }
    first += order.map { dynamic[$0] }
    return Standing(
      id: entry.id, word: word, isRunning: false, onTime: onTime, begins: percent(played.begun[index]), goesWell: goesWell, first: first)
  }
}
