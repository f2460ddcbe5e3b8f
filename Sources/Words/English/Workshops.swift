import SessionModel

extension English: WorkshopWords {
  public func workshop(_ text: WorkshopText) -> String {
    switch text {
    case .agenda: "Agenda"
    case .decisions: "Decisions"
    case .parkingLot: "Parking lot"
    case .ballots: "Votes"
    case .present: "Who is here"
    case .nextMeeting: "Next meeting"
    case .evaluation: "How it was"
    case .noAgenda: "No agenda yet. L takes a ready one, e lets you write your own."
    case .nothingStarted: "Not started yet. n starts the first item."
    case .keys: "n next item  D decision  P parking lot  A action"
    case .noDecisions: "None yet. D notes one from any screen."
    case .noParked: "Empty. P puts a thought here from any screen."
    case .noPresent: "Nobody yet. w counts people; Tab goes to the list, where p notes who is here."
    case .covered: "kept covered until it is revealed"
    case .notRevealed: "not revealed to the room"
    case .notNamed: "not named"
    case .fromElsewhere: "nobody's"
    case .here: "Here"
    case .replanHint: "R plans the rest anew"
    case .headcountLabel: "Count"
    case .headcountExample: "9 men 5 women 3 young women Small growers"
    case .headcountProblem: "Type numbers with women, men or young behind them, then the name of a stakeholder on the map, or none."
    case .breakoutLabel: "Groups"
    case .breakoutExample: "how many, mixed of those who are here; or their names with commas"
    case .newBallot: "New vote…"
    case .revealed: "revealed"
    case .ballotQuestion: "Question"
    case .ballotExample: "Which comes first?"
    case .ballotOption: "Option"
    case .ballotOptionExample: "one a line; a paste of several lines makes several"
    case .ballotGroup: "Group that votes apart"
    case .ballotSource: "Take options from"
    case .ballotEmpty: "No options yet. a types one, s takes them from constraints, initiatives or stakeholders, g lets groups vote apart."
    case .ballotKeys: "digits count  a option  s take from  g group  r reveal  d delete  Esc done"
    case .methods: "Methods"
    case .agendas: "Ready agendas"
    case .kindsOfWork: "Kinds of work"
    case .materials: "Materials"
    case .timing: "Time"
    case .documentsSay: "What the documents say"
    case .methodKeys: "a puts it into the agenda  Esc closes this"
    }
  }

  public func timeLeft(_ seconds: Int) -> String {
    let size = seconds.magnitude
    let text = "\(size / 60):" + (size % 60 < 10 ? "0" : "") + "\(size % 60)"
    return seconds >= 0 ? text + " left" : text + " over"
  }

  public func minutes(planned: Int?, used: Int?) -> String {
    switch (planned, used) {
    case (nil, nil): ""
    case (let planned?, nil): "\(planned) min"
    case (nil, let used?): "\(used) min"
    case (let planned?, let used?): "\(used) of \(planned) min"
    }
  }

  public func attendance(people: Int, women: Int, men: Int, youth: Int) -> String {
    var parts = [people == 1 ? "1 person" : number(people) + " people"]
    if women > 0 { parts.append(women == 1 ? "1 woman" : number(women) + " women") }
    if men > 0 { parts.append(men == 1 ? "1 man" : number(men) + " men") }
    if youth > 0 { parts.append(number(youth) + " young") }
    return parts.joined(separator: ", ")
  }

  public func pace(minutesBehind: Int) -> String {
    if minutesBehind == 0 { return "on time" }
    return minutesBehind > 0 ? "\(number(minutesBehind)) min behind" : "\(number(-minutesBehind)) min ahead"
  }

  public func minutesLeft(_ minutes: Int) -> String { minutes < 60 ? "\(minutes) min left of the day" : "\(minutes / 60) h \(minutes % 60) min left of the day" }

  public func rank(_ rank: Int, isTied: Bool) -> String { String(rank) + (isTied ? "=" : ".") }

  public func breakout(_ number: Int, names: [String], unnamed: Int) -> String {
    var parts = names
    if unnamed > 0 { parts.append((names.isEmpty ? "" : "and ") + "\(unnamed)" + (names.isEmpty ? unnamed == 1 ? " person" : " people" : " more")) }
    return "Group \(number)" + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }

  public func gender(named word: String) -> Gender? {
    switch word.lowercased() {
    case "women", "woman", "w", "f", "female": .woman
    case "men", "man", "m", "male": .man
    default: nil
    }
  }

  public func isYoung(_ word: String) -> Bool { ["young", "youth", "youths"].contains(word.lowercased()) }

  public func unnamed(_ people: Int) -> String { people == 1 ? "1 not named" : number(people) + " not named" }
}
