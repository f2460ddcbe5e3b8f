import ChainAnalysis
import SessionModel

extension English: AdviceWords {
  public func advice(_ text: AdviceText) -> String {
    switch text {
    case .title: "Advice"
    case .method: "What the method misses"
    case .data: "What does not look right in the entries"
    case .silenced: "Put aside"
    case .why: "Why"
    case .source: "Source"
    case .about: "About"
    case .keys: "Enter goes there · M mends it · S puts it aside with a reason"
    case .reason: "Why put this aside?"
    case .reasonHint: "a few words, so that others know"
    case .silencedBecause: "put aside"
    case .nobodyYet: "Nobody is on the map yet. Once you have added who takes part, the method says here what it misses."
    case .nothing: "The method misses nothing here."
    }
  }

  public func severity(_ severity: Advice.Severity) -> String {
    switch severity {
    case .serious: "serious"
    case .warning: "warning"
    case .note: "note"
    }
  }

  public func counted(serious: Int, warnings: Int, notes: Int) -> String {
    let parts = [
      serious > 0 ? "\(number(serious)) serious" : nil, warnings > 0 ? "\(number(warnings)) \(warnings == 1 ? "warning" : "warnings")" : nil,
      notes > 0 ? "\(number(notes)) \(notes == 1 ? "note" : "notes")" : nil,
    ].compactMap { $0 }
    return parts.joined(separator: " · ")
  }

  public func source(_ source: AdviceSource) -> String {
    let document =
      switch source.document {
      case .upgradingEffects: "Upgrading effects"
      case .upgradingPlan: "Upgrading plan"
      case .upscaling: "Upscaling"
      case .collectiveAction: "Collective action"
      case .clusterApproach: "Cluster approach"
      }
    return document + ", " + source.heading
  }

  public func mend(_ mend: Mend, name: (EntityRef) -> String, label: (EntityRef, String) -> String) -> String {
    switch mend {
    case .edit(let ref, let field): "Open \(ref.kind == .session ? "the session" : name(ref)) at “\(label(ref, field))”"
    case .addStakeholder(let kind): "Add a stakeholder: \(word(kind))"
    case .add(let kind): "Add \(withArticle(kind))"
    case .addInitiative(let kind, let people):
      "Plan an initiative: \(word(kind))" + (people.isEmpty ? "" : ", with " + listed(people.prefix(3).map { name(EntityRef(.stakeholder, $0)) }, of: people.count))
    case .connect(let id): "Connect \(name(EntityRef(.stakeholder, id))) with another"
    case .enterTrust(let pair): "Enter the trust of \(name(EntityRef(.stakeholder, pair.from))) in \(name(EntityRef(.stakeholder, pair.to)))"
    case .propose(let pair):
      "Plan something small for \(name(EntityRef(.stakeholder, pair.from))) and \(name(EntityRef(.stakeholder, pair.to))) together"
    }
  }

  /// `A, B and C`, or `A, B and 4 more`.
  func listed(_ names: [String], of count: Int? = nil) -> String {
    let more = (count ?? names.count) - names.count
    if more > 0 { return names.isEmpty ? number(more) : names.joined(separator: ", ") + " and \(number(more)) more" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  public func advice(_ advice: Advice, name: (EntityRef) -> String, part: (EntityID) -> String) -> String {
    let about = advice.about.map(name)
    let numbers = advice.arguments.compactMap { if case .number(let number) = $0 { number } else { nil } }
    let count = numbers.first ?? 0
    let first = about.first ?? ""
    let second = about.count > 1 ? about[1] : ""
    let all = listed(Array(about.prefix(4)), of: numbers.isEmpty ? about.count : max(count, min(about.count, 4)))
    let isMany = count > 1
    switch advice.rule {
    case .sectorMissing:
      let sectors = advice.arguments.compactMap { argument -> String? in
        guard case .sector(let sector) = argument else { return nil }
        switch sector {
        case .business: return "business"
        case .publicSector: return "the public sector"
        default: return "civil society or research"
        }
      }
      return "Nobody from \(listed(sectors)) is on the map."
    case .groupMissing:
      guard case .kind(let kind)? = advice.arguments.first else { return "" }
      let who: String =
        switch kind {
        case .community: "the community around it"
        case .government: "local or national government"
        default: "small producers"
        }
      return about.isEmpty ? "Missing from the map: \(who)." : "\(first) stands for \(who) and is missing from everything that is done."
    case .noLeader: return "Nobody on the map is named a leader yet."
    case .noContribution: return "\(number(count)) \(count == 1 ? "stakeholder brings" : "stakeholders bring") nothing yet that is written down: \(all)."
    case .supportUnused: return about.isEmpty ? "No support institution is on the map." : "No support institution takes part in any initiative: \(all)."
    case .noneTrustedByBoth: return "No institution is trusted by small and large alike; asked about were \(all)."
    case .mistrustedLead: return "\(second) leads “\(first)” and is hardly trusted."
    case .publicBodyLeftOut: return "\(all) \(about.count == 1 ? "sets" : "set") the rules and \(about.count == 1 ? "takes" : "take") part in nothing."
    case .noAnchor:
      return about.isEmpty
        ? "There is no anchor firm: of \(number(count)) \(count == 1 ? "firm" : "firms") none has the capacity, the interest and a buyer."
        : numbers.last == 1
          ? "There is no anchor firm yet; \(first) would be fit for it." : "There is no anchor firm; whether \(first) could be one is not known."
    case .noWayWithoutAnchor: return "There is no anchor firm, and no segment is marked as able to move without one."
    case .anchorWithoutBuyer: return "\(first) is named an anchor firm and sells to no buyer of an end market."
    case .anchorUnfit:
      return count == 1
        ? "\(first) is named an anchor firm but lacks the capacity or the interest." : "\(first) is named an anchor firm; its capacity or interest was not assessed."
    case .anchorIdle: return "\(first) is named an anchor firm and takes part in \(count == 0 ? "nothing" : "one initiative only")."
    case .influenceUnread:
      let segments = advice.arguments.compactMap { if case .segment(let id) = $0 { part(id) } else { nil } }
      return "Whose word counts in \(listed(Array(segments.prefix(3)), of: segments.count)) was not assessed."
    case .aggregationUnmarked: return "\(first) takes in from \(number(count)) others and is not marked as an aggregation point."
    case .takingControl: return "\(first) leads \(number(count)) of \(number(numbers.last ?? 0)) initiatives: others may feel it takes control."
    case .onlyOutsidersLead: return "All \(number(count)) initiatives with a lead are led by the project or a donor."
    case .noBroker: return about.isEmpty ? "There is no honest broker yet." : "There is no honest broker yet; \(first) could be one."
    case .brokerMistrusted:
      return count == 1 ? "\(first) is the honest broker, and small and large do not both trust it." : "\(first) is the honest broker; nobody has asked whether \(second) trusts it."
    case .outsideMoneyStays: return "\(number(count)) per cent of the latest phase’s money comes from outside, after \(number(numbers.last ?? 0)) per cent at first."
    case .noHandOver: return "Nobody whom small and large trust is to take over from \(first) on a date."
    case .lowTrustNothingShared: return "\(first) and \(second) do not trust each other (\(number(count)) of 5) and do nothing together."
    case .lowTrustOnce: return "\(first) and \(second) do not trust each other (\(number(count)) of 5) and do one thing together only."
    case .noEarlyWin: return "Nothing small is among the first steps, beginning with “\(first)”."
    case .noResult: return "\(number(count)) \(count == 1 ? "initiative" : "initiatives") succeeded without a result that is written down: \(all)."
    case .bigTooEarly: return "“\(first)” asks for shared money after \(number(count)) small \(count == 1 ? "success" : "successes") of the same people; it needs \(number(numbers.last ?? 2))."
    case .bigFirst: return "The first thing planned, “\(first)”, is a big one."
    case .strategyFirst: return "“\(first)” is a strategy for the whole chain before anything small has succeeded."
    case .trustNotReadAgain: return "After \(all) nobody was asked again how far they trust each other."
    case .tripWithoutSmall: return count == 1 ? "Nobody is named who pays for “\(first)”." : "No small producers go along on “\(first)”."
    case .noCommitment: return "“\(first)” helps one firm, which commits itself to nothing."
    case .slowMarket: return "\(first) does not grow: what one wins there another loses."
    case .noCompetitors: return "Nobody is named against whom one competes in \(all)."
    case .noClusterTest: return "This is a cluster, and none of the three tests for one is marked."
    case .clusterWithoutEnd:
      let who = about.isEmpty ? "The cluster" : first
      return count == 0 ? "\(who) works on no constraint that is named." : "\(who) has no outcome to reach: no figure has a target."
    case .clusterOneSegment: return "All in the cluster stand in one segment: that makes an association, not a cluster."
    case .duesNotScaled: return "The dues of \(all) do not say what they grow with."
    case .noBenefitStated: return "What \(all) \(count == 1 ? "gains" : "gain") as a member is written down nowhere."
    case .noNamedBuyer: return about.isEmpty ? "No end market is named yet." : "\(first) has no named firm that wants to buy."
    case .productVague: return "\(first) does not say which variety or grade is asked, or in which months."
    case .notAbleToPay: return "It is not yet known that the buyer of \(first) can pay: price and volume."
    case .supplyBeforeBuyer: return "“\(first)” helps to produce for \(second), which has no named buyer yet."
    case .chosenForOther: return "\(first) was chosen for another reason than demand."
    case .oneBuyer: return "Everything leans on one buyer, \(first) (\(number(count)) per cent), and nothing is written down that would soften its loss."
    case .oneBuyerMitigated:
      let means = advice.arguments.compactMap { argument -> String? in
        guard case .mitigation(let mitigation) = argument else { return nil }
        return words(of: mitigation, name: name)
      }
      let isSoftened = advice.severity == .note
      return "Much leans on one buyer, \(first) (\(number(count)) per cent); \(isSoftened ? "it is" : "nothing has softened it yet; it is to be") softened by \(listed(means))."
    case .toldTooSeldom: return "What the buyer of \(first) wants was told to producers fewer than two times."
    case .phaseWithoutMarket:
      guard case .phase(let phase)? = advice.arguments.first else { return "" }
      return "Nothing in the phase “\(part(phase))” looks to an end market."
    case .needsJointSupply:
      if case .amount(let amount)? = advice.arguments.last { return "Even all suppliers together are \(figure(Figure(amount))) short of what \(first) asks." }
      return "No supplier alone can deliver what \(first) asks; it takes \(number(count)) of them, and no joint sale is planned."
    case .noSalesIndicator: return "No sales or exports are measured from a baseline to a target."
    case .noGrowth: return "How fast it grows is not said of \(all)."
    case .exportOnly: return "All end markets are abroad; nothing is sold nearby when one of them fails."
    case .noBenchmark: return "There is neither a benchmark nor a price by month for \(all)."
    case .noLeadTime: return "When the first benefit comes is not said of \(all), though what is grown or made is to change."
    case .processWithoutCost:
      return count == 0 ? "“\(first)” is to make work cheaper or better and names nothing that drives it." : "“\(first)” is to make work cheaper or better, and what drives it is not said to be competition on cost."
    case .productWithoutPreference:
      return count == 0 ? "“\(first)” changes the product and names nothing that drives it." : "“\(first)” changes the product, and what drives it is not said to be what buyers prefer."
    case .noEmbeddedService: return "Services are weak (“\(second)”), demand is strong, and nobody has asked \(first) to give some with the trade."
    case .poorRoads: return count == 1 ? "“\(first)”: reckon with dearer inputs and smaller gains than elsewhere." : "“\(first)” makes everything dearer, and nothing is done about it."
    case .readingUnasked: return "Nobody has asked whether \(all) \(count == 1 ? "needs" : "need") spoken or drawn material, though training or meetings are planned."
    case .smallUnlinked: return "\(first) has no tie through which it sells."
    case .functionalAlone: return "In “\(first)” small ones take on a new function alone, without a group."
    case .smallFaceLarge: return "\(number(count)) small suppliers face \(first) one by one, in no group."
    case .noFinance: return about.isEmpty ? "No one who lends is on the map." : "No credit reaches the small ones, though \(first) is on the map."
    case .noVision: return count == 1 ? "The vision has no day on which it was agreed." : "There is no vision yet on which the plan could stand."
    case .notTraced: return "\(number(count)) \(count == 1 ? "initiative goes" : "initiatives go") back to no constraint and no end market: \(all)."
    case .noInvestment: return "No initiative is meant to bring investment."
    case .noLearning: return "No initiative is meant for learning from each other."
    case .riskyStep: return "“\(first)” is a risky step."
    case .noNearBenefit: return "Nothing planned brings a benefit within the year; “\(first)” comes first."
    case .noNeutralHost: return "“\(first)” has no host on neutral ground."
    case .riskNotShared: return "No contract shares the risk with \(second), the buyer of \(first)."
    case .sameRequirements: return "All end markets ask for the same: \(all)."
    case .oneFirmOnly: return "“\(first)” helps one firm and does not say how that moves the others."
    case .noSmallBeneficiary: return "\(number(count)) open \(count == 1 ? "initiative names" : "initiatives name") nobody small who gains: \(all)."
    case .foundedByOutsiders: return "\(all) \(isMany ? "were" : "was") founded by outsiders."
    case .muchAid:
      if numbers.last == 0 { return "How much of the income of \(all) is aid is not known, though a project pays for some of \(isMany ? "their" : "its") work." }
      return "\(number(count)) per cent of the income of \(first) is aid."
    case .weakManager: return "The management of \(all) is weak."
    case .noConflictControl: return "\(all) \(isMany ? "handle" : "handles") money or goods and \(isMany ? "have" : "has") no control of conflicts of interest."
    case .sideSelling:
      if numbers.last == 0 { return "\(all) \(isMany ? "give" : "gives") members seed, goods or credit; how likely they are to sell past \(isMany ? "them" : "it") was not assessed." }
      return "Members of \(all) are likely to sell past \(isMany ? "them" : "it") or to ride free."
    case .weakOwnership: return "The members of \(all) hardly feel that \(isMany ? "these are" : "it is") theirs."
    case .oneSidedActivity:
      return count == 1
        ? "\(first) works towards the market and does nothing between its members." : "\(first) works between its members and does nothing towards the market."
    case .notTheirInitiative:
      return numbers.isEmpty ? "A project leads “\(first)”: it is not the members’ own." : "Who founded \(all) is not said: the members, or somebody for them."
    case .noMarketAccess: return isMany ? "\(all) serve their members in many ways, and none of them leads to a market." : "\(first) serves its members in many ways, and none of them leads to a market."
    case .noParentBody: return "\(all) \(isMany ? "are" : "is") tied to no larger body."
    case .manyCounterparts:
      let groups = listed(Array(about.dropFirst().prefix(3)), of: max(count, about.count - 1))
      return numbers.last == 1
        ? "\(first) wants one counterpart and faces \(number(count)): \(groups)." : "\(first) has to deal with \(number(count)) small suppliers one by one: \(groups)."
    case .traderStar: return "\(number(count)) producers each deal with \(first) and not with each other."
    case .unbalanced: return "\(first) serves its members alone, or its customers alone."
    case .nobodyTakesOver: return "Nobody has confirmed to take over “\(first)” when the pilot ends."
    case .noCostRecovery: return "Nothing shows that whoever takes over “\(first)” gets the cost back."
    case .strategyUnsaid: return "How “\(first)” fits what the firm that takes it over is after is not said."
    case .pilotScale:
      return count == 0 ? "How many “\(first)” is to reach one day is not said." : "“\(first)” is to reach \(number(count)) people: a pilot’s size, not thousands."
    case .noPublicRole: return "No public body takes part in what is done about \(all)."
    case .lowOwnership: return "The people of the chain hardly feel that “\(first)” is theirs."
    case .noArbitration: return "Nobody is named who settles a dispute in “\(first)”."
    case .oneSidedConditions: return "Only what helps, or only what hinders, is written down for taking “\(first)” to many."
    }
  }

  func words(of mitigation: BuyerDependence.Mitigation, name: (EntityRef) -> String) -> String {
    switch mitigation {
    case .contract: "a contract over several years or with shared risk"
    case .otherBuyer(let id): "another market, \(name(EntityRef(.endMarket, id)))"
    case .localMarket(let id): "what sells nearby, \(name(EntityRef(.endMarket, id)))"
    case .contractPlanned(let id): "a contract that is planned, “\(name(EntityRef(.initiative, id)))”"
    case .buyerSought(let id): "other buyers that are sought, “\(name(EntityRef(.initiative, id)))”"
    case .stated: "what is written down under mitigations"
    }
  }
}
