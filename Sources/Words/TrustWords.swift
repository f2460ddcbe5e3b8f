import SessionModel

/// What the trust matrix says.
public protocol TrustWords: Sendable {
  func trust(_ text: TrustText) -> String
  /// How many directions were read: `113 directions read`.
  func directionsRead(_ count: Int) -> String
  /// What stands behind a level: `10 answers`.
  func answers(_ count: Int) -> String
  /// Over which directions years are compared: `the same 55 directions in every year`.
  func sameDirections(_ count: Int) -> String
  /// A mean of levels with one decimal: `3.7`.
  func mean(_ value: Double) -> String
}

public enum TrustText: String, CaseIterable, Sendable {
  /// All that the room sees.
  case hiddenFromRoom
  case empty, title
  /// When a digit was pressed that is no level.
  case digits
  case bySegment, bySize, small, large, otherGroup
  case all, smallAndLarge, smallToLarge, largeToSmall, withinSmall, withinLarge, acrossSegments, withinSegments
  case index, indexOverTime, history, gaps, noGaps
  case neverRead, notAsked, itself, back, legend, undated, womenAnswered
}
