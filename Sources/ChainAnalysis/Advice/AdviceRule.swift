import SessionModel

/// A check of the method's: what it looks for, where it is said, and how grave it is. A new rule is one more value in one of the lists
/// beside this file, a case of `Name`, and its two sentences in `Words`.
public struct AdviceRule: Sendable {
  /// The rules; the raw values are their numbers in the list of checks, and what a session remembers of a silenced one.
  public enum Name: String, CaseIterable, Sendable {
    case sectorMissing = "R01", noContribution = "R02", noLeader = "R03", groupMissing = "R04", supportUnused = "R05", noneTrustedByBoth = "R06"
    case mistrustedLead = "R07", publicBodyLeftOut = "R08"
    case noAnchor = "R09", anchorWithoutBuyer = "R10", anchorUnfit = "R11", noWayWithoutAnchor = "R12", anchorIdle = "R13"
    case influenceUnread = "R14", aggregationUnmarked = "R15", takingControl = "R16", onlyOutsidersLead = "R17"
    case noBroker = "R18", brokerMistrusted = "R19", outsideMoneyStays = "R20", noHandOver = "R21"
    case lowTrustNothingShared = "R22", noEarlyWin = "R23", noResult = "R24", bigTooEarly = "R25", bigFirst = "R26", strategyFirst = "R27"
    case lowTrustOnce = "R28", trustNotReadAgain = "R29", tripWithoutSmall = "R30", noCommitment = "R31"
    case slowMarket = "R32", noCompetitors = "R33", noClusterTest = "R34", clusterWithoutEnd = "R35", clusterOneSegment = "R36", duesNotScaled = "R37"
    case noBenefitStated = "R38"
    case noNamedBuyer = "R39", productVague = "R40", notAbleToPay = "R41", supplyBeforeBuyer = "R42", chosenForOther = "R43"
    case oneBuyer = "R44", oneBuyerMitigated = "R45", toldTooSeldom = "R46", phaseWithoutMarket = "R47", needsJointSupply = "R48"
    case noSalesIndicator = "R49", noGrowth = "R50", exportOnly = "R51", noBenchmark = "R52"
    case noLeadTime = "R53", processWithoutCost = "R54", productWithoutPreference = "R55"
    case smallUnlinked = "R56", functionalAlone = "R57", smallFaceLarge = "R58", noFinance = "R59"
    case noEmbeddedService = "R60", poorRoads = "R61", readingUnasked = "R62"
    case noVision = "R63", notTraced = "R64", noInvestment = "R65", noLearning = "R66", riskyStep = "R67", noNearBenefit = "R68", noNeutralHost = "R69"
    case riskNotShared = "R70", oneFirmOnly = "R71", noSmallBeneficiary = "R72", sameRequirements = "R73"
    case foundedByOutsiders = "R74", muchAid = "R75", weakManager = "R76", noConflictControl = "R77", sideSelling = "R78", weakOwnership = "R79"
    case oneSidedActivity = "R80", noMarketAccess = "R81", notTheirInitiative = "R82", noParentBody = "R83", manyCounterparts = "R84", traderStar = "R85", unbalanced = "R86"
    case nobodyTakesOver = "R87", noCostRecovery = "R88", strategyUnsaid = "R89", lowOwnership = "R90", pilotScale = "R91"
    case noPublicRole = "R92", noArbitration = "R93", oneSidedConditions = "R94"
  }

  public let name: Name
  public let severity: Advice.Severity
  public let source: AdviceSource
  let check: @Sendable (AdviceGround) -> [Found]

  /// What a check found.
  struct Found {
    var about: [EntityRef] = []
    var arguments: [Advice.Argument] = []
    var mend: Mend?
    /// Graver or less grave than the rule is in general.
    var severity: Advice.Severity?
  }

  init(
    _ name: Name, _ severity: Advice.Severity, _ source: AdviceSource, check: @escaping @Sendable (AdviceGround) -> [Found]
  ) {
    self.name = name
    self.severity = severity
    self.source = source
    self.check = check
  }

  /// All of them.
  public static let all: [AdviceRule] = people + anchors + brokers + trust + markets + chain + upgrades + plan + groups + upscaling

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  public static func named(_ name: Name) -> AdviceRule? { byName[name] }

  /// Of one thing that many entries lack: so many are named, and the rest counted.
  static let namedLimit = 6
}

/// All advice for a session: what to do now, and what was put aside.
public struct AdviceList: Sendable {
  /// The gravest first, then in the order of the rules.
  public let open: [Advice]
  /// With the reasons.
  public let silenced: [(advice: Advice, by: SilencedAdvice)]

  public static let none = AdviceList(open: [], silenced: [])

  private init(open: [Advice], silenced: [(advice: Advice, by: SilencedAdvice)]) {
    self.open = open
    self.silenced = silenced
  }

  /// - Parameter answers: those of the facts, where somebody has them already.
  public init(_ facts: ChainFacts, _ answers: ChainAnswers? = nil) {
    let ground = AdviceGround(facts, answers ?? ChainAnswers(facts))
    var open: [Advice] = []
    var silenced: [(advice: Advice, by: SilencedAdvice)] = []
    for rule in AdviceRule.all {
      for found in rule.check(ground) {
        let advice = Advice(
          rule: rule.name, severity: found.severity ?? rule.severity, about: found.about, arguments: found.arguments, mend: found.mend)
        if let by = facts.session.profile.silenced.first(where: { $0.silences(advice) }) { silenced.append((advice, by)) } else { open.append(advice) }
      }
    }
    let order = open.enumerated().sorted { a, b in
      a.element.severity != b.element.severity ? a.element.severity > b.element.severity : a.offset < b.offset
    }
    self.open = order.map(\.element)
    self.silenced = silenced
  }
}
