import ChainAnalysis
import SessionModel

/// What the trust matrix says.
public protocol TrustWords: Sendable {
  func trust(_ text: TrustText) -> String
  /// How many directions were read: `113 directions read`.
  func directionsRead(_ count: Int) -> String
  /// What the matrix is put in order by: `by segment`.
  func trustOrder(_ order: TrustMatrix.Order) -> String
  func word(_ group: StakeholderGroup) -> String
  /// The name of those who trust each other, counted from 1: `Trust each other, group 2`.
  func trustingGroup(_ number: Int) -> String
  /// What stands behind a level: `10 answers`.
  func answers(_ count: Int) -> String
  /// Over which directions years are compared: `the same 55 directions in every year`.
  func sameDirections(_ count: Int) -> String
  /// What the marks in the matrix mean while changes are shown.
  func trustLegend(since day: PartialDate) -> String
  /// How what is entered next counts as obtained.
  func enteredAs(_ obtained: HowObtained) -> String
  /// What is asked of a pair before a level is entered: how far the first trusts the second.
  func askTrust(_ from: String, _ to: String) -> String
  /// The same of how strong their tie is.
  func askStrength(_ from: String, _ to: String) -> String
  /// `split, half of them from 2 to 4`
  func split(_ spread: ClosedRange<Int>) -> String
  /// What a pile of slips comes to while it is typed: `11 answers, median 3`.
  func slips(_ total: Int, median: Int?) -> String
  /// A mean of levels with one decimal: `3.7`.
  func mean(_ value: Double) -> String
}

public enum TrustText: String, CaseIterable, Sendable {
  /// All that the room sees.
  case hiddenFromRoom
  case empty, title
  /// When a digit was pressed that is no level.
  case digits
  case small, large, otherGroup
  case all, smallAndLarge, smallToLarge, largeToSmall, withinSmall, withinLarge, acrossSegments, withinSegments
  case index, indexOverTime, history, gaps, noGaps
  case slipsLabel, slipsHint, slipsWrong, sinceLabel, sinceHint, sinceWrong
  case neverRead, itself, back, legend, undated, womenAnswered
}
