import SessionModel

/// What the workshop screen says of the day.
public protocol WorkshopWords: Sendable {
  func workshop(_ text: WorkshopText) -> String
  /// Time left of the running item, or over, in whole seconds.
  func timeLeft(_ seconds: Int) -> String
  /// `30 min`, or `34 of 30 min` once it is known how long it took.
  func minutes(planned: Int?, used: Int?) -> String
  /// `16 people, 5 women, 2 young`
  func attendance(people: Int, women: Int, men: Int, youth: Int) -> String
  /// How far the day is behind, in whole minutes; negative when it is ahead.
  func pace(minutesBehind: Int) -> String
  func minutesLeft(_ minutes: Int) -> String
  /// `2=`: a place that others share.
  func rank(_ rank: Int, isTied: Bool) -> String
  /// A breakout group with those who may be named, and a count of the others.
  func breakout(_ number: Int, names: [String], unnamed: Int) -> String
  /// Whom a word counts: women, men.
  func gender(named word: String) -> Gender?
  func isYoung(_ word: String) -> Bool
  func unnamed(_ people: Int) -> String
}

public enum WorkshopText: String, CaseIterable, Sendable {
  case agenda, decisions, parkingLot, ballots, present, nextMeeting, evaluation
  case noAgenda, nothingStarted, keys
  case noDecisions, noParked, noPresent
  case covered, notRevealed
  case notNamed, fromElsewhere
  case here, replanHint, headcountLabel, headcountExample, headcountProblem, breakoutLabel, breakoutExample
  case newBallot, revealed, ballotQuestion, ballotExample, ballotOption, ballotOptionExample, ballotGroup, ballotSource, ballotEmpty, ballotKeys
  case methods, agendas, kindsOfWork, materials, timing, documentsSay, methodKeys
}
