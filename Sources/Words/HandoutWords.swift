import SessionModel

/// The fixed texts of minutes, handouts and lists of what is due. A template finds each as `words.` and the name of the case.
public enum HandoutWord: String, CaseIterable, Hashable, Sendable {
  // Minutes
  case minutesTitle, hostedBy, whoWasThere, fromElsewhere, agendaAsItRan, time, item, duration, method, groups, decisionsTitle, vote,
    covered, rank, option, dots
  case actionsAgreed, parkedTitle, howItWas, nextMeetingTitle, onlyFacilitator
  // The plan
  case promise, who, byWhen, statusNow, person, phase, begins, doneOn, waitsFor, notNamed
  case late, blocked, today, thisWeek, byOwner, nothingDue, nothingOpen
  // Handouts
  case mapNote, attendanceTitle, attendanceConsent, name, organisation, woman, man, young, telephone, mayBeNamed, signature
  case commitmentsTitle, actionsTitle
  case cardWants, cardHowMuch, cardWhen, cardPrice, cardPremium, cardStandards, cardChannel, cardOne, cardOneText
  case aloudVision, aloudDecisions, aloudNext
  case slipsSmall, slipsLarge, slipsWomen, slipsNote
  case trustTitle, from, toward, level, back, answers, since
}

/// What minutes and handouts say, in one language.
public protocol HandoutWords: Sendable {
  func handout(_ word: HandoutWord) -> String
  /// `34 people, 12 women, 20 men, 5 young`; what is 0 is left out.
  func handoutPeople(_ people: Int, women: Int, men: Int, youth: Int) -> String
  /// Which of several pages of one handout this is.
  func handoutPage(_ number: Int, of count: Int) -> String
  /// Of the people on a list, those who may not be named on it.
  func handoutExpected(_ people: Int, unnamed: Int) -> String
  /// How many tasks belong to people who may not be named.
  func handoutUnnamedTasks(_ count: Int) -> String
  func handoutUnnamed(_ people: Int) -> String
  func handoutMinutes(planned: Int?, used: Int?) -> String
  func daysLate(_ days: Int) -> String
  /// The first sentence of what is read aloud; either may be empty.
  func aloudChain(product: String, place: String) -> String
  func aloudSegment(_ segment: String, names: [String], more: Int) -> String
  func aloudAction(owner: String, what: String, due: String?) -> String
  /// How many actions are not read aloud.
  func aloudMoreActions(_ count: Int) -> String
  /// Text that somebody typed, closed as a sentence is.
  func aloudSentence(_ text: String) -> String
  /// What one would do with another, which tells trust better than the word does.
  func slipQuestion(_ kind: RelationshipKind?, about name: String) -> String
}
