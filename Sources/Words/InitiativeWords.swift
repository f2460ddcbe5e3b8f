import SessionModel

/// What the initiatives screen says: the crescendo, and what an initiative waits for.
public protocol InitiativeWords: Sendable {
  func crescendo(_ text: CrescendoText) -> String
  /// `trust 4 needed`, with the lowest level among those taking part where one was read.
  func trustNeeded(_ level: Int, lowest: Int?) -> String
  /// `3 pairs not asked yet`
  func unreadPairs(_ count: Int) -> String
  /// `mean of 12 pairs`
  func pairsCompared(_ count: Int) -> String
}

public enum CrescendoText: String, CaseIterable, Sendable {
  case title, today, noStep, noDate, empty
  case needs, needsNothing, opens, weakest
  case trustSmallLarge
}
