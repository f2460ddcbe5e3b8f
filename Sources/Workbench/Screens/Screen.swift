import Drawing
import SessionModel

/// What one of the nine screens does with the common verbs, and how it looks. It keeps no state of its own: that stands in the desk.
protocol Screen: Sendable {
  /// Parts that Tab goes round.
  var paneCount: Int { get }
  /// Kinds whose lists it shows.
  var listKinds: [EntityKind] { get }
  /// What verbs act on when nothing is marked.
  func selection(_ desk: Desk) -> EntityRef?
  func kindToAdd(_ desk: Desk) -> EntityKind?
  /// The list that has the keys, if it is one.
  func focusedList(_ desk: Desk) -> EntityKind?
  func move(_ desk: inout Desk, _ move: Move)
  /// Enter.
  func open(_ desk: inout Desk)
  /// Esc; false when there is nothing to leave.
  func back(_ desk: inout Desk) -> Bool
  /// A digit; false when no scale, count or cell is selected, so that it changes the screen.
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool
  func canNudge(_ desk: Desk) -> Bool
  func nudge(_ desk: inout Desk, _ step: Int)
  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect)
  /// Computes what drawing needs and keeps it in the desk.
  func prepare(_ desk: inout Desk)
  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface)
}

extension Screen {
  var paneCount: Int { 1 }
  var listKinds: [EntityKind] { [] }
  func selection(_ desk: Desk) -> EntityRef? { nil }
  func kindToAdd(_ desk: Desk) -> EntityKind? { nil }
  func focusedList(_ desk: Desk) -> EntityKind? { nil }
  func open(_ desk: inout Desk) { if desk.selection != nil { desk.openForm() } }
  func back(_ desk: inout Desk) -> Bool { false }
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool { false }
  func canNudge(_ desk: Desk) -> Bool { false }
  func nudge(_ desk: inout Desk, _ step: Int) {}
  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    switch mouse.action {
    case .wheelUp: move(&desk, .up)
    case .wheelDown: move(&desk, .down)
    default: break
    }
  }
  func prepare(_ desk: inout Desk) {}
}

/// The nine screens.
enum Screens {
  static func of(_ screen: WorkScreen) -> any Screen {
    switch screen {
    case .overview: OverviewScreen()
    case .map: MapScreen()
    case .stakeholders: ListScreen(screen, [.stakeholder, .relationship])
    case .trust: TrustScreen()
    case .markets: MarketsScreen()
    case .initiatives: InitiativesScreen()
    case .plan: PlanScreen()
    case .workshop: WorkshopScreen()
    case .advice: AdviceScreen()
    }
  }

  /// Where entities of a kind are listed: the screen and its part.
  static func home(of kind: EntityKind) -> (screen: WorkScreen, pane: Int)? {
    for screen in WorkScreen.allCases {
      if let pane = of(screen).listKinds.firstIndex(of: kind) { return (screen, pane) }
    }
    return nil
  }
}
