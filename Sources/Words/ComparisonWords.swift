import SessionModel

/// What a comparison of two versions of a session says.
public protocol ComparisonWords: Sendable {
  func comparison(_ word: ComparisonWord) -> String
  /// `2 added, 1 removed, 3 changed`, without what there is none of.
  func comparisonCounts(added: Int, removed: Int, changed: Int) -> String
  /// `2.9 → 3.1 (+0.2), over 113 and now 118 directions`. Nil for a side on which nothing was read.
  func comparisonMean(_ before: Double?, _ count: Int, _ after: Double?, _ now: Int) -> String
  /// `+4`, `−1`.
  func comparisonGain(_ gain: Int) -> String
  /// The heading of the page that compares: `What changed since mango-2004.json`.
  func comparisonTitle(_ name: String) -> String
  /// `Ana · Place: ours “Baní”, theirs “Azua”`.
  func conflictLine(_ title: String, ours: String, theirs: String) -> String
}

public enum ComparisonWord: String, CaseIterable, Sendable {
  case nothing, trust, numbers, allDirections, smallAndLarge
  /// A direction that was never read before, or is not any more.
  case firstRead, notRead
  case readings, otherReadings
  case empty, newOrder, file, inFile
  // Of a conflict
  case removed, kept, gone
  case settleTitle, settleHints, place, whatHappened, here, there, before, standsNow
  // The page that compares
  case compareLabel, comparePlaceholder, compareHints
}
