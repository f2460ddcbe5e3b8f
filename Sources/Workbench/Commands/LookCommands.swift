import Drawing
import SessionModel
import Widgets
import Words

extension Registry {
  /// Screens that show lists.
  static let listScreens: Set<WorkScreen> = [.stakeholders, .markets, .initiatives, .plan, .workshop]

  static let looks: [Command] = [
    Command(.find, [Key("/"), Key.control("f")], hinted: true) { desk in desk.openFinder() },
    Command(.filter, [Key("f")], .screens(listScreens), hinted: true, unless: { $0.currentList == nil ? .notOnThisScreen : nil }) { desk in
      desk.openFilter()
    },
    Command(.sort, [Key("s")], .screens(listScreens), hinted: true, unless: { $0.currentList == nil ? .notOnThisScreen : nil }) { desk in
      desk.openSort()
    },
    Command(.columns, [Key("|")], .screens(listScreens), unless: { $0.currentList == nil ? .notOnThisScreen : nil }) { desk in
      desk.openColumns()
    },
    Command(.inspector, [Key("i")], unless: { $0.hasRoomForDetails ? nil : .noRoomForDetails }) { desk in
      if desk.screen == .map {
        desk.map.wantsInspector = !desk.showsInspectorOnMap
        desk.prepare()
      } else {
        desk.showsInspector.toggle()
      }
    },
  ]
}

extension Desk {
  /// Whether details can be shown at all: beside what the screen shows, or below the advice.
  fileprivate var hasRoomForDetails: Bool { screen == .advice || (screen == .map ? size.width : breadth) >= Pane.inspectorNeeds }
}
