import Drawing
import SessionModel
import Words

extension Registry {
  /// What can be done with the plan only.
  static let plan: [Command] = [
    Command(.groupPlan, [Key("b")], .screens([.plan]), hinted: true) { desk in desk.regroupPlan() },
    .hinted(.dateEarlier, [Key("[")], .screens([.plan]), when: { $0.plan.look == .timeline }, unless: { $0.whyNoAction }) { desk in desk.moveDates(-1) },
    .hinted(.dateLater, [Key("]")], .screens([.plan]), when: { $0.plan.look == .timeline }, unless: { $0.whyNoAction }) { desk in desk.moveDates(1) },
    Command(.cardLeft, [Key("<"), Key(.left, .shift)], .screens([.plan]), unless: { $0.whyNoAction }) { desk in desk.moveCards(-1) },
    Command(.cardRight, [Key(">"), Key(.right, .shift)], .screens([.plan]), hinted: true, unless: { $0.whyNoAction }) { desk in
      desk.moveCards(1)
    },
    .hinted(.planToday, [Key(".")], .screens([.plan]), when: { $0.plan.look == .timeline }, unless: { $0.plan.look == .timeline ? nil : .onlyOnTimeline }) { desk in
      desk.showOnTimeline(desk.today.firstDay)
    },
    Command(.planProgress, [Key("p")], .screens([.plan]), hinted: true) { desk in desk.openProgressDates() },
    Command(
      .editCell, [Key("r"), Key(.function(2))], .screens([.stakeholders, .markets, .initiatives, .plan]),
      unless: { $0.fieldInPlace == nil ? .nothingSelected : $0.readOnlyReason }
    ) { desk in desk.openCell() },
  ]
}

extension Desk {
  var whyNoAction: WhyNot? { selection?.kind == .action ? readOnlyReason : .needsAction }

  /// Table, timeline, board.
  mutating func turnPlanLook() {
    let all = PlanLook.allCases
    plan.look = all[((all.firstIndex(of: plan.look) ?? 0) + 1) % all.count]
    panes[.plan] = 0
    prepare()
    if plan.look == .timeline { beginTimeline() }
    say(.planLook(plan.look == .table ? .table : plan.look == .timeline ? .timeline : .board))
  }
}
