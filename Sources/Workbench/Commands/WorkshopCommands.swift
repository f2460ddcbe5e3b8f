import Drawing
import SessionModel
import Words

extension Registry {
  /// Running a workshop, beside what is caught from any screen.
  static let day: [Command] = [
    Command(.presence, [Key("p")], .screens([.workshop]), hinted: true, unless: { $0.whyNoPresence }) { desk in desk.togglePresence() },
    Command(.headcount, [Key("w")], .screens([.workshop]), hinted: true, unless: { $0.whyNoWorkshopHere }) { desk in desk.openHeadcount() },
    Command(.ballot, [Key("b")], .screens([.workshop]), hinted: true, unless: { $0.whyNoWorkshopHere }) { desk in desk.openBallots() },
    Command(.breakouts, [Key("B")], .screens([.workshop]), unless: { $0.itemForGroups == nil ? .noAgendaLeft : $0.whyNoWorkshopHere }) { desk in desk.openBreakouts() },
    Command(
      .replan, [Key("R")], .screens([.workshop]),
      unless: { $0.latestWorkshop?.agenda.contains { $0.started == nil } == true ? $0.whyNoWorkshopHere : .noAgendaLeft }
    ) { desk in desk.replanAgenda() },
  ]
}

extension Desk {
  var whyNoWorkshopHere: WhyNot? { selectedWorkshop == nil ? .noWorkshop : readOnlyReason }

  var whyNoPresence: WhyNot? { targets.first?.kind == .participant ? whyNoWorkshopHere : .needsParticipant }
}
