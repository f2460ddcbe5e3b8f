/// The fixed texts of the summary. A template finds each as `words.` and the name of the case.
public enum ReportWord: String, CaseIterable, Hashable, Sendable {
  // The title page
  case summary, untitled, printedOn, product, place, purpose, approach, clusterTests
  // Headings
  case vision, map, stakeholders, relationships, constraints, markets, initiatives, plan, indicators, workshops, basis, trust, notes
  // What stands under them
  case byYear, agreedOn, endorsedBy, mapDescription
  case withoutSegment, mapMarkets, mapMore, mapBuyer, mapOwn, mapDots
  case withoutStep, constraintsRanked, marketsLadder, initiativesCrescendo, timeAcross
  case planByOwner, planByDate, nobody, withoutDate, late
  case decisions, parkingLot, present, counted, nextMeeting
  case basisExplained, sources, markExplained, confidentialNotice, confidentialLeftOut
  case trustSmallLarge, trustGaps, trustExplained, readingsInAll
  // Columns
  case rank, name, kind, role, people, contribution, influence, interest, stance
  case linkage, existing, wishedFor
  case sits, votes, severity, feasibility, status, segments, solvedBy
  case buyer, wanted, volume, season, evidence, standards, whyChosen, mitigations
  case step, when, lead, participants, reach, result, lesson, funding, firmCommits
  case what, owner, due, initiative
  case indicator, baseline, current, target, unit
  case from, toward, oneWay, otherWay, gap, level, pairs, subject, note, count
  // The description of the format
  case formatHeading, formatIntroduction, formatKey, formatHolds, formatMeaning
  case holdsText, holdsLongText, holdsReference, holdsTexts, holdsItems, holdsReading
}

/// What the summary says, in one language.
public protocol ReportWords: Sendable {
  func report(_ word: ReportWord) -> String
  /// `Step 2 of 7`: a place on the ladder of evidence.
  func reportStep(_ step: Int, of steps: Int) -> String
  /// `overdue since …`, said of an action that is not done.
  func reportLate(since date: String) -> String
  /// `small towards large`: who trusts whom, in the summary of the trust matrix.
  func reportTrust(fromSmall: Bool, towardSmall: Bool) -> String
  /// `12 people present, 9 of them women`: people who are counted and not named.
  func reportCounted(_ people: Int, women: Int) -> String
  /// `and 3 more`: names that a list leaves out.
  func reportMore(_ count: Int) -> String
  /// What a basis means, for the last section: documented, reported, illustrative, or nil where none is given.
  func reportBasis(_ code: String?) -> String
  func templateProblem(_ problem: TemplateProblem) -> String
}

/// What is wrong with a report template.
public enum TemplateProblem: Hashable, Sendable {
  case unfinishedTag
  /// A tag with nothing in it or with a character that no name has.
  case badName(String)
  case unknownName(String, known: [String])
  /// `{{/…}}` of another section than the one that is open.
  case wrongEnd(String, open: String?)
  case unclosedSection(String)
  case nestedTooDeep
  /// Sections within sections that would fill more than any document holds.
  case endless
  /// Partials, other delimiters and the like.
  case unsupportedTag(String)
  case notUTF8
  case tooLarge
}
