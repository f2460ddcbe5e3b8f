import ChainAnalysis
import SessionModel

extension English: OutlookWords {
  public func outlook(_ text: OutlookText) -> String {
    switch text {
    case .title: "Outlook"
    case .row: "outlook"
    case .first: "First"
    case .computing: "reckoning …"
    case .assumptionsTitle: "Outlook · what it supposes"
    case .assumptionsText:
      "None of these figures is a finding: they are Rapport's own guesses until you put yours. Trust is played through many times with them. A success "
        + "brings between half and one and a half times its gain; trust above 3 fades towards 3 when people do nothing together."
    case .assumptionsHints: "↑↓ choose  ←→ less, more  digits set  Delete ours  Enter keep"
    case .ours: "ours"
    case .yours: "yours"
    case .chance: "Chances"
    case .levels: "Levels of trust"
    case .band: "Trust"
    case .bandToday: "today"
    case .noBand: "Trust was never read, so there is nothing to start from."
    case .proposeTitle: "Propose"
    case .proposeHints: "e edit  d drop  [ ] move  t over by  m money  Enter insert  Esc close"
    case .proposeEmpty: "Nothing to insert."
    case .proposeTrust: "trust"
    case .proposeWhy: "Why"
    case .untilLabel: "Over by"
    case .untilHint: "a date, as 2010-06 or in 18 months; empty for no end"
    case .moneyLabel: "Money at most"
    case .moneyHint: "an amount, as 20000 USD; empty for no limit"
    case .name: "Initiative"
    case .step: "Step"
    case .time: "When"
    case .cost: "Cost, about"
    case .lead: "Lead"
    }
  }

  public func word(_ word: Outlook.Word) -> String {
    switch word {
    case .unlikely: "unlikely"
    case .possible: "possible"
    case .likely: "likely"
    }
  }

  public func standing(_ standing: Outlook.Standing) -> String {
    if standing.isRunning { return "It goes on; it goes well in \(standing.goesWell) of 100 runs." }
    guard standing.word != nil else { return "Without a date nothing can be said." }
    let date = "It can begin on its date in \(standing.onTime) of 100 runs"
    let late = standing.begins > standing.onTime + 4 ? ", late in \(standing.begins - standing.onTime) more" : ""
    return date + late + "; it goes well in \(standing.goesWell)."
  }

  public func condition(_ condition: Outlook.Condition, name: (EntityRef) -> String) -> String {
    func initiative(_ id: EntityID) -> String { name(EntityRef(.initiative, id)) }
    func pair(_ pair: TrustPair) -> String { name(EntityRef(.stakeholder, pair.from)) + " → " + name(EntityRef(.stakeholder, pair.to)) }
    let missing = " (missing in \(condition.missing) of 100)"
    return switch condition.matter {
    case .undated: "it needs a date"
    case .datePassed: "its time is over and it never began: give it another date, or drop it"
    case .beginPassed: "it should have begun by now"
    case .circle(let ids): "a circle has to be broken: " + ids.map(initiative).joined(separator: " needs ")
    case .earlier(let id): "\(initiative(id)) goes well" + missing
    case .earlierFailed(let id): "\(initiative(id)) did not go well: try it again, or do without it"
    case .earlierUndated(let id): "\(initiative(id)) needs a date"
    case .earlierPast(let id): "\(initiative(id)) should be over by now and never began"
    case .trust(let needed, let weakest, let now): "trust \(needed) between all; \(pair(weakest)) is at \(now)" + missing
    case .trustUnread(let needed, let first): "ask whether trust \(needed) is there, as \(pair(first))" + missing
    case .lead: "somebody takes the lead" + missing
    case .participants: "at least two take part" + missing
    case .buyer(let id): "\(name(EntityRef(.endMarket, id))) has a named buyer" + missing
    case .money(let asked): (asked ? "the money that was asked for is promised" : "somebody is asked for the money, and promises it") + missing
    }
  }

  public func outlookCounts(_ outlook: Outlook) -> String {
    let parts = Outlook.Word.allCases.reversed().compactMap { word -> String? in
      let count = outlook.count(word)
      return count == 0 ? nil : "\(count) " + self.word(word)
    }
    return parts.joined(separator: ", ")
  }

  public func runs(_ count: Int) -> String { "from " + number(count) + " runs" }

  public func assumption(_ item: OutlookAssumptions.Item) -> String {
    switch item {
    case .success(let risk): "goes well at risk \(risk)" + (risk == 1 ? ", little" : risk == 5 ? ", much" : "")
    case .gain(let step): "gained on step \(step), " + shortLevel(.step, step)
    case .decay: "lost in a year without contact"
    case .failure: "lost when it fails"
    case .open: "what is still open is settled in time"
    }
  }

  public func figure(_ value: Int, of item: OutlookAssumptions.Item) -> String {
    if item.isPercent { return "\(value) %" }
    return "\(value / 100)." + (value % 100 < 10 ? "0" : "") + String(value % 100)
  }

  public func trustMean(_ hundredths: Int) -> String {
    let tenths = (hundredths + 5) / 10
    return "\(tenths / 10).\(tenths % 10)"
  }

  public func proposalGoal(_ proposal: Proposal, name: (EntityRef) -> String) -> String {
    var sentence = ""
    if case .initiative(let id) = proposal.goal { sentence = "So that “\(name(EntityRef(.initiative, id)))” can begin. " }
    guard let weakest = proposal.weakest else { return sentence + "Trust \(proposal.wanted) is wanted." }
    let pair = name(EntityRef(.stakeholder, weakest.from)) + " → " + name(EntityRef(.stakeholder, weakest.to))
    return sentence + (proposal.level.map { "\(pair) is at trust \($0) today; " } ?? "\(pair) was never asked; ") + "\(proposal.wanted) is wanted."
  }

  public func proposalEnd(_ end: Proposal.End, wanted: Int) -> String {
    switch end {
    case .reached: "If most of it goes well, trust \(wanted) is reached."
    case .alreadyThere: "The trust that is wanted is there today. Nothing has to come before it."
    case .outOfTime: "More does not fit before the date. t sets a later one."
    case .outOfMoney: "More does not fit into the money. m sets another limit."
    case .outOfKinds: "There is no further kind that fits; more of them can stand in initiatives.toml."
    case .longEnough: "This is far enough to plan ahead; trust \(wanted) will take more."
    case .nobody: "Fewer than two are left who could take part."
    }
  }

  public func proposalDone(_ count: Int) -> String {
    count == 1 ? "One thing that they did together or have planned is not proposed again." : "\(number(count)) things that they did together or have planned are not proposed again."
  }

  public func proposalIntroducer(_ name: String?) -> String {
    name.map { "\($0) can bring them together: both sides trust it." } ?? "Nobody is known whom both sides trust, to bring them together."
  }

  public func hold(_ hold: ProposalHold, name: (EntityRef) -> String) -> String {
    switch hold {
    case .busyMonths(let id): "\(name(EntityRef(.stakeholder, id))) has busy months"
    case .otherWork(let id, let count): "\(name(EntityRef(.stakeholder, id))) is in \(number(count)) other things"
    case .outOfSeason(let id): "\(name(EntityRef(.endMarket, id))) does not buy in these months"
    }
  }

  public func proposalWaited(_ holds: [String]) -> String { "It begins later: before, " + listed(holds) + "." }

  public func proposalClash(_ holds: [String]) -> String { "At that time " + listed(holds) + "." }

  public func proposalLimits(from: String, until: String?, money: String?) -> String {
    "From \(from), " + (until.map { "over by \($0)" } ?? "no end set") + ", " + (money.map { "for at most \($0)" } ?? "no limit of money")
  }

  public func proposalInserted(_ count: Int) -> String {
    (count == 1 ? "1 initiative inserted as an idea." : "\(number(count)) initiatives inserted as ideas.") + "  u undoes it"
  }

  public func notAnAmount(_ text: String) -> String { "“\(text)” is not an amount. Write it as 20000 USD." }

  public func unknownKind(_ type: String, file: String, line: Int) -> String {
    "\(file), line \(line): “\(type)” is no kind of initiative. The README lists them."
  }
}
