import SessionModel

/// What the workshop screen says of the day.
public protocol WorkshopWords: Sendable {
  func workshop(_ text: WorkshopText) -> String
  /// Time left of the running item, or over, in whole seconds.
  func timeLeft(_ seconds: Int) -> String
  /// `30 min`, or `34 of 30 min` once it is known how long it took.
  func minutes(planned: Int?, used: Int?) -> String
  /// `16 people, 5 women, 2 young`
  func attendance(people: Int, women: Int, youth: Int) -> String
  func unnamed(_ people: Int) -> String
}

public enum WorkshopText: String, CaseIterable, Sendable {
  case agenda, decisions, parkingLot, ballots, present, nextMeeting, evaluation
  case noAgenda, nothingStarted, keys
  case noDecisions, noParked, noPresent
  case covered, notRevealed
  case notNamed, fromElsewhere
}
