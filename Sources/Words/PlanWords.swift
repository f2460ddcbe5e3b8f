import ChainAnalysis
import SessionModel

/// What the plan says of actions and indicators.
public protocol PlanWords: Sendable {
  func plan(_ text: PlanText) -> String
  /// `9 done`: how many stand so.
  func counted(_ count: Int, _ standing: PlanStanding) -> String
  /// The heading of a group by time.
  func heading(_ span: PlanSpan) -> String
  /// How an indicator stands against where it should be by now, and how much of its way it has gone.
  func course(_ course: PlanCourse, percent: Int?) -> String
  /// What begins before what it needs is due, with the chain from the one to the other.
  func planConflict(chain: [String], begins: String, ready: String) -> String
  /// A circle of waiting, its first name being its last.
  func planCircle(_ chain: [String]) -> String
  /// That so many actions wait for what is being moved.
  func followersWouldMove(_ count: Int) -> String
  func dateMoved(_ name: String, from: String, to: String) -> String
  /// How much time a column of the timeline is, from 0, years, to 4, days.
  func zoom(_ level: Int) -> String
  /// `8 planned, 5 done`
  func pace(planned: Int, observed: Int) -> String
  /// `400 of 1,200`: what was observed of what was planned.
  func plannedObserved(_ planned: Amount, _ observed: Amount) -> String
  /// - Parameter examples: dates that are understood, in the session's language.
  func notADate(_ text: String, examples: [String]) -> String
}

public enum PlanText: String, CaseIterable, Sendable {
  case nobody, noInitiative, noStatus
  case trend, course
  case byTime, byOwner, byInitiative, byStatus, byPhase, noPhase
  case today, undated, waitsFor, dueBy, notOnMap
  case salesFirst, salesExample
  case followTitle, followMove, followStay
  case progress, progressLabel, progressPlaceholder, plannedObserved, indicatorsPlanned
}
