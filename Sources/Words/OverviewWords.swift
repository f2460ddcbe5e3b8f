import SessionModel

/// What the overview says.
public protocol OverviewWords: Sendable {
  func overview(_ text: OverviewText) -> String
  /// `by 2015`
  func byYear(_ year: Int) -> String
  /// `agreed on 18 Feb 2005`
  func agreedOn(_ date: PartialDate) -> String
  /// `endorsed by CIRAD, Larger growers and 7 more`; `names` are the first of `count`.
  func endorsedBy(_ names: [String], of count: Int) -> String
  /// `at least 1,234 people represented, among them 300 women and 120 young people`; nil where nothing is known.
  func represented(_ people: Int, women: Int?, youth: Int?, isLeast: Bool) -> String
  /// `… and 12 more`
  func andMore(_ count: Int) -> String
  /// `7 items, 240 minutes`
  func agenda(items: Int, minutes: Int) -> String
  /// The day without its year when that is the present one: `12 Jun`.
  func due(_ date: PartialDate, thisYear: Int) -> String
  /// A number short enough for a row of figures: `350k`, `2.2M`; below ten thousand as it is.
  func short(_ amount: Amount) -> String
}

public enum OverviewText: String, CaseIterable, Sendable {
  case vision, noVision, figures, actions, noActions, indicators, changes, noChanges, nextWorkshop, lastWorkshop, noWorkshop, nextMeeting
  case open, late, done, noOwner, noDate, baselineCurrentTarget
  case welcome, welcomeSession, welcomeStakeholders, welcomeHelp
}
