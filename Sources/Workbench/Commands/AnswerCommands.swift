import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Registry {
  /// What the analysis says of anything; hinted at where the hints of the place leave room.
  static let why: [Command] = [
    Command(.answers, [Key("y")], hinted: true, unless: { $0.audience == .facilitator ? nil : .hiddenInRoom }) { desk in desk.openAnswers() }
  ]

  /// What to do about advice.
  static let answers: [Command] = [
    Command(.mend, [Key("M")], .screens([.advice]), hinted: true, unless: { $0.whyNoMend($0.selectedAdvice?.mend) }) { desk in
      if let mend = desk.selectedAdvice?.mend { desk.open(mend) }
    },
    Command(.mend, [Key("M")], .screens([.initiatives]), hinted: true, unless: { $0.whyNoMend($0.firstWait) }) { desk in
      if let mend = desk.firstWait { desk.open(mend) }
    },
    Command(.silence, [Key("S")], .screens([.advice]), hinted: true, unless: { $0.whyNoSilence }) { desk in desk.silence() },
  ]
}

extension Desk {
  func whyNoMend(_ mend: Mend?) -> WhyNot? {
    if audience != .facilitator { return .hiddenInRoom }
    return mend == nil ? .nothingToMend : readOnlyReason
  }

  var whyNoSilence: WhyNot? {
    if audience != .facilitator { return .hiddenInRoom }
    return advice.selected?.advice == nil ? .nothingSelected : readOnlyReason
  }

  var selectedAdvice: Advice? { advice.selected?.advice }

  /// What the selected initiative waits for first.
  var firstWait: Mend? {
    guard audience == .facilitator, let id = selection?.id, let initiative = view.session.initiatives[id] else { return nil }
    return Readiness(initiative, view.session, view.readings).waits.first?.mend(for: initiative)
  }

  /// Asks why the selected advice does not hold, or takes it up again when it was put aside.
  mutating func silence() {
    switch advice.selected {
    case .advice(let advice):
      ask(
        CaptureLine(label: words.advice(.reason), placeholder: words.advice(.reasonHint), separator: nil),
        CaptureLayer.Purpose(
          isConfidential: true,
          finished: { desk, text in
            desk.silence(advice, because: text)
            return .close()
          }))
    case .silenced(_, let by):
      var profile = working.session.profile
      profile.silenced.removeAll { $0.id == by.id }
      perform(Title(.edit, .session, name: profile.title, field: "silenced"), [.replace(profile)], saying: .adviceTakenUp)
    case .finding, nil: break
    }
  }

  mutating func silence(_ advice: Advice, because reason: String) {
    var profile = working.session.profile
    profile.silenced.append(SilencedAdvice(advice, id: newID(prefix: "z"), reason: reason, on: today))
    perform(Title(.edit, .session, name: profile.title, field: "silenced"), [.replace(profile)], saying: .advicePutAside)
  }
}
