import SessionModel

/// What the initiatives screen says: the crescendo, and what an initiative waits for.
public protocol InitiativeWords: Sendable {
  func crescendo(_ text: CrescendoText) -> String
  /// `mean of 12 pairs`
  func pairsCompared(_ count: Int) -> String
}

public enum CrescendoText: String, CaseIterable, Sendable {
  case title, today, noStep, noDate, empty
  case needs, needsNothing, opens
  case trustSmallLarge
}
