import ChainAnalysis
import SessionModel
import Widgets
import Words

/// What is noted of a workshop on one line, from any screen.
enum CaughtNote: String, Sendable { case decision, parked }

extension Desk {
  mutating func openNote(_ note: CaughtNote) {
    ask(
      CaptureLine(label: words.frame(note == .decision ? .decisionLabel : .parkedLabel), separator: nil),
      CaptureLayer.Purpose(
        keeping: .note(note),
        finished: { desk, text in
          desk.catchNote(note, text)
          return .close()
        }))
  }

  private mutating func catchNote(_ note: CaughtNote, _ text: String) {
    guard let id = latestWorkshop?.id, var workshop = working.session.workshops[id] else { return }
    let running = workshop.runningItem(at: now)
    let itemID = newID(prefix: "x")
    switch note {
    case .decision:
      var decision = Decision(id: itemID)
      decision.text = text
      decision.agendaItem = running?.id
      decision.at = now
      workshop.decisions.append(decision)
    case .parked:
      var thought = ParkedThought(id: itemID)
      thought.text = text
      thought.agendaItem = running?.id
      thought.at = now
      workshop.parkingLot.append(thought)
    }
    perform(
      Title(.edit, .workshop, name: workshop.name, field: note == .decision ? "decisions" : "parkingLot"), [.replace(workshop)],
      saying: .noted(text, isDecision: note == .decision, during: running?.title))
  }
}
