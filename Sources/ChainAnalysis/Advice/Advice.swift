import SessionModel

/// One thing that the method says is missing or at odds: which rule found it, what it is about, and what would mend it. `Words` makes the sentence.
public struct Advice: Hashable, Sendable {
  public enum Severity: Int, Comparable, CaseIterable, Sendable {
    /// Worth a thought; worth doing; stands in the way of everything else.
    case note, warning, serious
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// What the sentence needs besides the names of what it is about.
  public enum Argument: Hashable, Sendable {
    case number(Int)
    case sector(Sector)
    case kind(StakeholderKind)
    case phase(EntityID)
    /// Exact, with its unit.
    case amount(Amount)
    case mitigation(BuyerDependence.Mitigation)
    case segment(EntityID)
  }

  public let rule: AdviceRule.Name
  public let severity: Severity
  /// The entities it names, the one to jump to first; empty when it is about the session as a whole.
  public let about: [EntityRef]
  public let arguments: [Argument]
  public let mend: Mend?

  public init(rule: AdviceRule.Name, severity: Severity, about: [EntityRef], arguments: [Argument], mend: Mend?) {
    (self.rule, self.severity, self.about, self.arguments, self.mend) = (rule, severity, about, arguments, mend)
  }
}

/// A command that mends what advice or an initiative waits for, with what it starts from.
public enum Mend: Hashable, Sendable {
  /// Opens the form of an entry at a field.
  case edit(EntityRef, field: String)
  /// Adds a stakeholder of a kind.
  case addStakeholder(StakeholderKind)
  /// Adds an entry of a kind in its form.
  case add(EntityKind)
  /// Adds an initiative for these stakeholders.
  case addInitiative(InitiativeKind, with: [EntityID])
  /// Ties a stakeholder to another.
  case connect(EntityID)
  /// Enters how far one trusts the other.
  case enterTrust(TrustPair)
  /// Proposes a sequence of small initiatives for two who do not trust each other.
  case propose(TrustPair)
}

/// A document that a rule stands on, and the heading it is found under.
public struct AdviceSource: Hashable, Sendable {
  public enum Document: String, CaseIterable, Sendable { case upgradingEffects, upgradingPlan, upscaling, collectiveAction, clusterApproach }

  public let document: Document
  /// In the document's own order of headings, shortened; a name and not a text of the program's.
  public let heading: String

  static func cluster(_ heading: String) -> AdviceSource { AdviceSource(document: .clusterApproach, heading: heading) }
  static func effects(_ heading: String) -> AdviceSource { AdviceSource(document: .upgradingEffects, heading: heading) }
  static func collective(_ heading: String) -> AdviceSource { AdviceSource(document: .collectiveAction, heading: heading) }
  static let plan = AdviceSource(document: .upgradingPlan, heading: "3.3.2 Upgrading Plan")
  static let scale = AdviceSource(document: .upscaling, heading: "Upscaling smallholder participation")
}

/// Advice that a facilitator has put aside, with the reason.
extension SilencedAdvice {
  public init(_ advice: Advice, id: EntityID, reason: String, on day: PartialDate) {
    self.init(id: id)
    rule = advice.rule.rawValue
    about = advice.about.map(\.id)
    self.reason = reason
    self.on = day
  }

  /// Whether it is this advice that was put aside: the same rule about the same entries.
  public func silences(_ advice: Advice) -> Bool { rule == advice.rule.rawValue && Set(about) == Set(advice.about.map(\.id)) }
}
