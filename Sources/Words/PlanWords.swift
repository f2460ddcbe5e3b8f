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
}

public enum PlanText: String, CaseIterable, Sendable {
  case nobody, noInitiative, noStatus
  case trend, course
  case byTime, byOwner, byInitiative, byStatus
}

public enum PlanStanding: String, CaseIterable, Sendable { case done, doing, open, late, blocked, dropped }

/// When an action is due, seen from today.
public enum PlanSpan: Int, CaseIterable, Sendable { case late, soon, later, undated, over }
