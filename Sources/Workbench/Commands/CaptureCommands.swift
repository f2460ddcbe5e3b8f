import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Registry {
  /// Caught from any screen without leaving it.
  static let capture: [Command] = [
    Command(.catchAction, [Key("A")], unless: { $0.readOnlyReason }) { desk in desk.openCapture(of: .action) },
    Command(.catchDecision, [Key("D")], unless: { $0.latestWorkshop == nil ? .noWorkshop : $0.readOnlyReason }) { desk in
      desk.openNote(.decision)
    },
    Command(.catchParked, [Key("P")], unless: { $0.latestWorkshop == nil ? .noWorkshop : $0.readOnlyReason }) { desk in
      desk.openNote(.parked)
    },
    .acting(
      .nextAgendaItem, [Key("n")],
      unless: { desk in
        guard let workshop = desk.latestWorkshop else { return .noWorkshop }
        return workshop.agenda.contains { $0.started == nil || $0.ended == nil } ? desk.readOnlyReason : .noAgendaLeft
      }
    ) { desk in desk.nextAgendaItem() },
  ]
}

extension Desk {
  /// The workshop that is being held, or else the one with the latest date.
  var latestWorkshop: Workshop? { view.session.latestWorkshop(at: now) }

  /// Ends the running agenda item, starts the next, and shows the screen it works on; room mode comes on by itself.
  mutating func startNextAgendaItem() {
    guard let id = latestWorkshop?.id, var workshop = working.session.workshops[id],
      let next = workshop.agenda.firstIndex(where: { $0.started == nil })
    else { return }
    for index in workshop.agenda.indices where workshop.agenda[index].started != nil && workshop.agenda[index].ended == nil {
      workshop.agenda[index].ended = now
    }
    workshop.agenda[next].started = now
    let item = workshop.agenda[next]
    guard
      perform(
        Title(.workshop, .workshop, name: workshop.name), [.replace(workshop)], saying: .agendaStarted(item.title, minutes: item.minutesNow))
    else { return }
    let message = self.message
    if audience == .facilitator { turnRoomMode() }
    if let screen = item.screen?.option { show(screen) }
    self.message = message
  }

  /// While a workshop runs the room is there: room mode comes on.
  mutating func meetRoom() {
    guard audience == .facilitator, isWorkshopRunning else { return }
    audience = .room
    layers = layers.filter { !$0.isConfidential }
    prepare()
  }

  /// Room mode comes on at once; leaving it asks, because the wall sees it.
  mutating func turnRoomMode() {
    if audience == .facilitator {
      audience = .room
      layers = layers.filter { !$0.isConfidential }
      prepare()
      say(.roomOn)
    } else {
      layers.append(.dialog(Layer.leaveRoomMode(words)))
    }
  }
}

