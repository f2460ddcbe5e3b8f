import Drawing
import SessionModel
import Words

/// A step of the cursor.
enum Move: Hashable, Sendable { case up, down, left, right, pageUp, pageDown, first, last }

extension Registry {
  static let movement: [Command] = [
    step(.up, [Key(.up), Key("k")], .up),
    step(.down, [Key(.down), Key("j")], .down),
    step(.left, [Key(.left), Key("h")], .left),
    step(.right, [Key(.right), Key("l")], .right),
    step(.pageUp, [Key(.pageUp)], .pageUp),
    step(.pageDown, [Key(.pageDown)], .pageDown),
    step(.first, [Key(.home), Key("g")], .first),
    step(.last, [Key(.end), Key("G")], .last),
    Command(.open, [Key(.enter)]) { desk in Screens.of(desk.screen).open(&desk) },
    Command(.back, [Key(.escape)]) { desk in desk.goBack() },
    Command(.nextPane, [Key(.tab)]) { desk in desk.turnPane(1) },
    Command(.previousPane, [Key(.tab, .shift)]) { desk in desk.turnPane(-1) },
  ]

  /// Commands that only take the cursor somewhere else.
  static let steps: Set<CommandName> = [.up, .down, .left, .right, .pageUp, .pageDown, .first, .last]

  private static func step(_ name: CommandName, _ keys: [Key], _ move: Move) -> Command {
    Command(name, keys) { desk in Screens.of(desk.screen).move(&desk, move) }
  }

  static let screens: [Command] = zip(
    WorkScreen.allCases,
    [CommandName.overview, .map, .stakeholders, .trust, .markets, .initiatives, .plan, .workshop, .advice]
  ).enumerated().map { index, pair in
    let digit = Character(String(index + 1))
    return Command(pair.1, [Key(digit), Key.alt(digit)]) { desk in desk.show(pair.0) }
  }
}

extension Desk {
  mutating func show(_ screen: WorkScreen) {
    guard screen != self.screen else { return }
    self.screen = screen
    trust.isCellChosen = false
    prepare()
  }

  /// Shows an entity on the screen and in the list where it lives.
  mutating func jump(to ref: EntityRef) {
    guard let place = Screens.home(of: ref.kind) else { return }
    screen = place.screen
    panes[screen] = place.pane
    if lists[ref.kind]?.filter.isEmpty == false { lists[ref.kind]?.filter = "" }
    prepare()
    selectInList(ref)
    prepare()
  }

  mutating func turnPane(_ step: Int) {
    let count = Screens.of(screen).paneCount
    guard count > 1 else { return }
    panes[screen] = ((panes[screen] ?? 0) + step + count) % count
    prepare()
  }

  /// One level back: a filter, a focus, marks; then nothing is left to leave.
  mutating func goBack() {
    if Screens.of(screen).back(&self) { prepare() }
  }
}
