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
    case .noAgenda: "No agenda yet. Press e and fill it in."
    case .nothingStarted: "Not started yet. n starts the first item."
    case .keys: "n next item  D decision  P parking lot  A action"
    case .noDecisions: "None yet. D notes one from any screen."
    case .noParked: "Empty. P puts a thought here from any screen."
    case .noPresent: "Nobody yet. Press e to say who is here."
    case .covered: "kept covered until it is revealed"
    case .notRevealed: "not revealed to the room"
    case .notNamed: "not named"
    case .fromElsewhere: "nobody's"
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

  public func attendance(people: Int, women: Int, youth: Int) -> String {
    var parts = [people == 1 ? "1 person" : number(people) + " people"]
    if women > 0 { parts.append(women == 1 ? "1 woman" : number(women) + " women") }
    if youth > 0 { parts.append(number(youth) + " young") }
    return parts.joined(separator: ", ")
  }

  public func unnamed(_ people: Int) -> String { people == 1 ? "1 not named" : number(people) + " not named" }
}
