import ChainAnalysis
import SessionModel

/// What the analysis answers, each in a plain sentence with its reason.
public protocol AnswerWords: Sendable {
  func answer(_ text: AnswerText) -> String
  /// The chain of trust between two, its weakest link, or whom to ask.
  func way(_ way: TrustWay, name: (EntityID) -> String) -> [String]
  func introducers(_ introducers: [Introducer], name: (EntityID) -> String) -> String
  /// Whether an actor could leave today.
  func exit(_ exit: BrokerExit, name: (EntityRef) -> String, phase: (EntityID) -> String) -> [String]
  func anchor(_ candidate: AnchorCandidate, name: (EntityID) -> String) -> [AnswerLine]
  /// What its place among the ties makes of an actor; empty when that is nothing in particular.
  func place(_ place: KeyActors.Place, of count: Int, rank: Int?) -> [String]
  /// Density, groups, cut actors and bridges.
  func network(_ key: KeyActors, name: (EntityID) -> String) -> [String]
  func need(_ need: Convening.Need, segment: (EntityID) -> String) -> String
  func convening(_ convening: Convening, name: (EntityID) -> String, segment: (EntityID) -> String) -> [String]
  func missing(_ gaps: RoomGaps, name: (EntityID) -> String, segment: (EntityID) -> String) -> [String]
  func feasibility(_ feasibility: Feasibility, name: (EntityID) -> String) -> [String]
  /// How much of the influence that pulls either way is for it, today and once what is planned has begun; 0…1.
  func support(now: Double, planned: Double) -> String
  /// Shares of 0…1, one after the other: `78 % → 26 % → 0 %`.
  func courseOfShares(_ shares: [Double]) -> String
  func wait(_ wait: Readiness.Wait, name: (EntityRef) -> String) -> String
  func state(_ state: Readiness.State) -> String
  func gain(_ gain: TrustGain, name: (EntityID) -> String) -> String
  /// `A, B and 4 more`; `names` are the first of `count`.
  func list(_ names: [String], of count: Int) -> String
  /// What changed since a day: how many directions rose and fell, and the mean.
  func changes(up: Int, down: Int, same: Int, mean: Double?) -> String
}

/// A line for, against, or not known.
public struct AnswerLine: Hashable, Sendable {
  public enum Mark: Hashable, Sendable { case pro, contra, unknown, plain }
  public let mark: Mark
  public let text: String

  public init(_ mark: Mark, _ text: String) {
    self.mark = mark
    self.text = text
  }
}

public enum AnswerText: String, CaseIterable, Sendable {
  case chain, introducers, exit, anchor, place, convene, missing, feasibility, network, contributions, project, members, readiness, gains, groupsOfTrust
  case changedSince, nothingChanged, phaseless, standing, support, outsideMoney, whoPays, outside, group
}
