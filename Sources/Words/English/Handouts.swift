import SessionModel

extension English: HandoutWords {
  public func handout(_ word: HandoutWord) -> String {
    switch word {
    case .minutesTitle: "Minutes"
    case .hostedBy: "host:"
    case .whoWasThere: "Who was there"
    case .fromElsewhere: "not on the map"
    case .agendaAsItRan: "The agenda as it ran"
    case .time: "Time"
    case .item: "Item"
    case .duration: "Took"
    case .method: "Method"
    case .groups: "Groups"
    case .decisionsTitle: "Decisions"
    case .vote: "Vote"
    case .covered: "Not revealed yet."
    case .rank: "Rank"
    case .option: "Option"
    case .dots: "Votes"
    case .actionsAgreed: "Actions agreed"
    case .parkedTitle: "Put aside for later"
    case .howItWas: "How it was"
    case .nextMeetingTitle: "Next meeting"
    case .onlyFacilitator: "Confidential: for the facilitator only. Do not hand out."
    case .promise: "What"
    case .who: "Who"
    case .byWhen: "By when"
    case .statusNow: "Status"
    case .person: "Person"
    case .phase: "Phase"
    case .begins: "Begins"
    case .doneOn: "Done on"
    case .waitsFor: "waits for"
    case .notNamed: "somebody not named"
    case .late: "LATE"
    case .blocked: "BLOCKED"
    case .today: "TODAY"
    case .thisWeek: "THIS WEEK"
    case .byOwner: "BY OWNER, to the end of the next 30 days"
    case .nothingDue: "Nothing is late, blocked or due this week."
    case .nothingOpen: "Nothing is open."
    case .mapNote: "Who takes part and how they are tied. Nothing here says who trusts whom."
    case .attendanceTitle: "Who is here"
    case .attendanceConsent:
      "Tick “may be named” only if you agree that your name stands in the minutes. Otherwise you are counted and not named."
    case .name: "Name"
    case .organisation: "From"
    case .woman: "Woman"
    case .man: "Man"
    case .young: "Under 35"
    case .telephone: "Telephone"
    case .mayBeNamed: "May be named"
    case .signature: "Signature"
    case .commitmentsTitle: "What we promise each other"
    case .actionsTitle: "Actions as short messages"
    case .cardWants: "Wants"
    case .cardHowMuch: "How much"
    case .cardWhen: "In which months"
    case .cardPrice: "Pays"
    case .cardPremium: "Pays more for"
    case .cardStandards: "Asks for"
    case .cardChannel: "Buys through"
    case .cardOne: "Deals with"
    case .cardOneText: "one group, not many"
    case .aloudVision: "This is where we want to be:"
    case .aloudDecisions: "This is what we decided."
    case .aloudNext: "We meet again on"
    case .slipsSmall: "Small growers and firms"
    case .slipsLarge: "Larger growers and firms"
    case .slipsWomen: "Women, asked apart"
    case .slipsNote: "One tick a question. No name. Fold it and put it into the box."
    case .trustTitle: "Trust, pair by pair"
    case .from: "Who"
    case .toward: "Trusts whom"
    case .level: "How far"
    case .back: "Other way"
    case .answers: "Answers"
    case .since: "Read on"
    }
  }

  public func handoutPeople(_ people: Int, women: Int, men: Int, youth: Int) -> String {
    var parts = [people == 1 ? "1 person" : number(people) + " people"]
    if women > 0 { parts.append(women == 1 ? "1 woman" : number(women) + " women") }
    if men > 0 { parts.append(men == 1 ? "1 man" : number(men) + " men") }
    if youth > 0 { parts.append(number(youth) + " young") }
    return parts.joined(separator: ", ") + "."
  }

  public func handoutPage(_ number: Int, of count: Int) -> String { "page \(number) of \(count)" }

  public func handoutExpected(_ people: Int, unnamed: Int) -> String {
    "Of \(number(people)) people on our list, \(number(unnamed)) are counted and not named."
  }

  public func handoutUnnamedTasks(_ count: Int) -> String {
    count == 1 ? "One more action is somebody’s who is not named here." : number(count) + " more actions are of people who are not named here."
  }

  public func handoutUnnamed(_ people: Int) -> String {
    people == 1 ? "One of them is counted and not named." : number(people) + " of them are counted and not named."
  }

  public func handoutMinutes(planned: Int?, used: Int?) -> String {
    switch (planned, used) {
    case (nil, nil): ""
    case (let planned?, nil): "\(planned) min planned"
    case (nil, let used?): "\(used) min"
    case (let planned?, let used?): "\(used) min, \(planned) planned"
    }
  }

  public func daysLate(_ days: Int) -> String { days == 1 ? "1 day late" : number(days) + " days late" }

  public func aloudChain(product: String, place: String) -> String {
    switch (product.isEmpty, place.isEmpty) {
    case (false, false): "We are here because of one thing: \(product), from \(place)."
    case (false, true): "We are here because of one thing: \(product)."
    default: "We are here for \(place)."
    }
  }

  public func aloudSegment(_ segment: String, names: [String], more: Int) -> String {
    segment + ": " + names.joined(separator: ", ") + (more > 0 ? ", and \(number(more)) more" : "") + "."
  }

  public func aloudAction(owner: String, what: String, due: String?) -> String {
    owner + ": " + (due.map { (what.hasSuffix(".") ? String(what.dropLast()) : what) + ", by " + $0 + "." } ?? aloudSentence(what))
  }

  public func aloudMoreActions(_ count: Int) -> String { "The other \(number(count)) actions are in the plan." }

  public func aloudSentence(_ text: String) -> String {
    guard let last = text.last(where: { !"”\"’')»".contains($0) }), !".!?…:".contains(last) else { return text }
    return text + "."
  }

  public func slipQuestion(_ kind: RelationshipKind?, about name: String) -> String {
    switch kind {
    case .trade: "Would you hand over what you sell to \(name) today and be paid in three weeks?"
    case .labour: "Would you work for \(name) for a month and be paid at its end?"
    case .information: "If \(name) tells you the price, do you act on it without asking anybody else?"
    case .service: "Would you pay \(name) before the work is done?"
    case .finance: "If \(name) says the money will come, do you buy on the strength of it?"
    case .membership, .holdsOffice: "Would you leave your dues with \(name) and look at the books only once a year?"
    case .cooperation: "Would you put money into one pot that \(name) keeps?"
    case .regulation: "If \(name) comes to inspect, do you show them everything?"
    case .advocacy: "May \(name) speak to the minister in your name?"
    case .conflict, nil: "Would you make a deal with \(name) on a handshake?"
    }
  }
}
