import Drawing
import SessionModel
import Words

extension Registry {
  /// What looks ahead: the outlook's assumptions, and small initiatives that lead to more trust.
  static let lookingAhead: [Command] = [
    Command.acting(.propose, [Key("p")], .screens([.initiatives, .trust]), hinted: true, unless: { $0.whyNoProposal }) { desk in desk.propose() },
    Command(.assumptions, [Key("O")], .screens([.initiatives]), hinted: true, unless: { $0.audience == .facilitator ? nil : .hiddenInRoom }) { desk in
      desk.openAssumptions()
    },
  ]
}

extension Desk {
  var whyNoProposal: WhyNot? {
    if audience != .facilitator { return .hiddenInRoom }
    return readOnlyReason ?? (proposalGoal == nil ? .nothingToPropose : nil)
  }
}
