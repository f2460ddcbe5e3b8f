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
  /// What a digit sets now; nil when it changes the screen.
  func digitScale(_ desk: Desk) -> DigitScale?
  /// A digit; false when no scale, count or cell is selected, so that it changes the screen.
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool
  func canNudge(_ desk: Desk) -> Bool
  func nudge(_ desk: inout Desk, _ step: Int)
  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect)
  /// Computes what drawing needs and keeps it in the desk.
  func prepare(_ desk: inout Desk)
  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface)
}

/// What digits set: one of these levels of something that has a name.
struct DigitScale: Sendable {
  let range: ClosedRange<Int>
  let name: String

  /// The keys for it, as they are spelled: `1–5`. More than one digit takes a form.
  var keys: String {
    let (low, high) = (min(max(0, range.lowerBound), 9), min(max(0, range.upperBound), 9))
    return low == high ? String(low) : "\(low)–\(high)"
  }
}

extension Screen {
  var paneCount: Int { 1 }
  var listKinds: [EntityKind] { [] }
  func selection(_ desk: Desk) -> EntityRef? { nil }
  func kindToAdd(_ desk: Desk) -> EntityKind? { nil }
  func focusedList(_ desk: Desk) -> EntityKind? { nil }
  func open(_ desk: inout Desk) { if desk.selection != nil { desk.openForm() } }
  func back(_ desk: inout Desk) -> Bool { false }
  func digitScale(_ desk: Desk) -> DigitScale? { nil }
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
  private static let overview = OverviewScreen()
  private static let map = MapScreen()
  private static let stakeholders = ListScreen(.stakeholders, [.stakeholder, .relationship])
  private static let trust = TrustScreen()
  private static let markets = MarketsScreen()
  private static let initiatives = InitiativesScreen()
  private static let plan = PlanScreen()
  private static let workshop = WorkshopScreen()
  private static let advice = AdviceScreen()

  static func of(_ screen: WorkScreen) -> any Screen {
    switch screen {
    case .overview: overview
    case .map: map
    case .stakeholders: stakeholders
    case .trust: trust
    case .markets: markets
    case .initiatives: initiatives
    case .plan: plan
    case .workshop: workshop
    case .advice: advice
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

extension WorkScreen {
  /// Place in the row of screens, from 0.
  var order: Int {
    switch self {
    case .overview: 0
    case .map: 1
    case .stakeholders: 2
    case .trust: 3
    case .markets: 4
    case .initiatives: 5
    case .plan: 6
    case .workshop: 7
    case .advice: 8
    }
  }
}
