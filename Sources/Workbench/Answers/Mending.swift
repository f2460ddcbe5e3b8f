import ChainAnalysis
import SessionModel

extension Readiness.Wait {
  /// What makes the missing piece.
  func mend(for initiative: Initiative) -> Mend {
    switch self {
    case .lead: .edit(initiative.ref, field: "lead")
    case .participants: .edit(initiative.ref, field: "participants")
    case .trust(_, let pair, _, _): .propose(pair)
    case .trustUnread(_, let pair, _): .enterTrust(pair)
    case .earlier(let id), .earlierFailed(let id): .edit(EntityRef(.initiative, id), field: "status")
    case .buyer(let id): .edit(EntityRef(.endMarket, id), field: "buyer")
    case .money: .edit(initiative.ref, field: "funding")
    }
  }
}

extension Desk {
  /// Opens what makes a missing piece; what it starts from is filled in, and nothing is changed before it is confirmed there.
  mutating func open(_ mend: Mend) {
    switch mend {
    case .edit(let ref, let field): openForm(of: [ref], focus: field)
    case .addStakeholder(let kind):
      var stakeholder = Stakeholder(id: newID(.stakeholder))
      stakeholder.type = .known(kind)
      openNewForm(stakeholder)
    case .add(let kind): openNewForm(kind)
    case .addInitiative(let kind, let people): openNewForm(initiative(kind, with: people))
    case .connect(let id): openPair(.connect, from: id)
    case .enterTrust(let pair): openTrust(pair)
    case .propose(let pair):
      var small = initiative(.neutralMeeting, with: [pair.from, pair.to])
      (small.step, small.risk) = (1, 1)
      small.builds = [pair, pair.reversed].map { pair in
        var expected = ExpectedTrust(id: newID(prefix: "e"))
        (expected.from, expected.toward, expected.gain) = (pair.from, pair.to, 1)
        return expected
      }
      openNewForm(small)
    }
  }

  private mutating func initiative(_ kind: InitiativeKind, with people: [EntityID]) -> Initiative {
    var initiative = Initiative(id: newID(.initiative))
    initiative.type = .known(kind)
    initiative.participants = people
    initiative.status = .known(.idea)
    return initiative
  }
}
