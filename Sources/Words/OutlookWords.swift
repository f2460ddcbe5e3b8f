import ChainAnalysis
import SessionModel

/// What the outlook and a proposal say: the facilitator's planning aids.
public protocol OutlookWords: Sendable {
  func outlook(_ text: OutlookText) -> String
  func word(_ word: Outlook.Word) -> String
  /// In how many runs it can begin on its date and goes well, as a sentence.
  func standing(_ standing: Outlook.Standing) -> String
  /// What must happen first, as a part of a sentence, with how often it was missing.
  func condition(_ condition: Outlook.Condition, name: (EntityRef) -> String) -> String
  /// `2 likely, 1 possible, 3 unlikely`
  func outlookCounts(_ outlook: Outlook) -> String
  /// How many runs it stands on.
  func runs(_ count: Int) -> String
  func assumption(_ item: OutlookAssumptions.Item) -> String
  /// `90 %`, `0.35`
  func figure(_ value: Int, of item: OutlookAssumptions.Item) -> String
  /// A mean of trust given in hundredths of a level: `3.2`.
  func trustMean(_ hundredths: Int) -> String

  /// From which trust to which a proposal is to lead, and between whom.
  func proposalGoal(_ proposal: Proposal, name: (EntityRef) -> String) -> String
  /// Why a proposal ends where it does, and what would let it go on.
  func proposalEnd(_ end: Proposal.End, wanted: Int) -> String
  /// That so many are left out because they were done or are planned.
  func proposalDone(_ count: Int) -> String
  /// Who brings them together; nil when nobody is known whom both sides trust.
  func proposalIntroducer(_ name: String?) -> String
  /// Whose time stands in the way, as a part of a sentence.
  func hold(_ hold: ProposalHold, name: (EntityRef) -> String) -> String
  /// Why something begins later than it could.
  func proposalWaited(_ holds: [String]) -> String
  /// That something lies where somebody has no time.
  func proposalClash(_ holds: [String]) -> String
  /// Until when and for how much.
  func proposalLimits(from: String, until: String?, money: String?) -> String
  func proposalInserted(_ count: Int) -> String
  func notAnAmount(_ text: String) -> String
  /// A code that a file of kinds has in the wrong place.
  func unknownKind(_ type: String, file: String, line: Int) -> String
}

public enum OutlookText: String, CaseIterable, Sendable {
  case title, row, first, computing, assumptionsTitle, assumptionsText, assumptionsHints, ours, yours, chance, levels, band, bandToday, noBand
  case proposeTitle, proposeHints, proposeEmpty, proposeTrust, proposeWhy, untilLabel, untilHint, moneyLabel, moneyHint, name, step, time, cost, lead
}
