import SessionModel

extension Proposal {
  /// The steps as initiatives to look over and change before they are inserted; what each needs is set when they are.
  /// - Parameter newID: a new id with the prefix of its kind.
  public func drafts(_ session: Session, newID: (Character) -> EntityID) -> [Initiative] {
    var model: Initiative?
    if case .initiative(let id) = goal { model = session.initiatives[id] }
    return steps.map { step in
      var draft = Initiative(id: newID(EntityKind.initiative.prefix))
      draft.name = step.kind.name
      draft.type = step.kind.type
      draft.status = .known(.idea)
      draft.step = step.kind.step
      draft.risk = step.kind.risk
      draft.intents = [.known(.smallStep)]
      draft.lead = step.lead
      draft.participants = step.participants
      draft.constraints = model?.constraints ?? []
      if step.kind.type == .jointSale { draft.endMarket = model?.endMarket }
      (draft.from, draft.to, draft.firstBenefitOn) = (step.from, step.to, step.firstBenefit)
      draft.needsTrust = ProposalKind.neededTrust(step: step.kind.step)
      if let weakest, weakest.from != weakest.to {
        draft.builds = [weakest, weakest.reversed].map { pair in
          var built = ExpectedTrust(id: newID("x"))
          (built.from, built.toward) = (pair.from, pair.to)
          // Less than a level stays unsaid: the outlook then takes what is usual on the step.
          built.gain = step.kind.gain >= 75 ? (step.kind.gain + 50) / 100 : nil
          return built
        }
      }
      if let cost = step.kind.cost {
        // Nobody was asked yet, so that readiness still says that money is missing.
        var money = Funding(id: newID("x"))
        money.amount = [Figure(cost, .about)]
        draft.funding = [money]
      }
      draft.common.notes = [step.kind.why, step.kind.source].filter { !$0.isEmpty }.joined(separator: " ")
      return draft
    }
  }

  /// Inserts the drafts as one step: each needs the one before it, and the initiative that they lead to, if there is one, needs the last.
  public static func insertion(of drafts: [Initiative], toward goal: ProposalGoal, _ session: Session) -> Transaction {
    var changes: [Change] = []
    for (index, draft) in drafts.enumerated() {
      var draft = draft
      if index > 0, !draft.needs.contains(drafts[index - 1].id) { draft.needs.append(drafts[index - 1].id) }
      changes.append(.insert(draft))
    }
    if case .initiative(let id) = goal, var later = session.initiatives[id], let last = drafts.last, !later.needs.contains(last.id) {
      later.needs.append(last.id)
      changes.append(.replace(later))
    }
    return Transaction(Title(.add, .initiative, name: drafts.first?.name ?? "", count: drafts.count), changes)
  }
}
