import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  /// Takes one event and returns what is to be done outside. Pure: the same desk, event and clock give the same result.
  public mutating func update(_ event: Event, now: Instant) -> [Effect] {
    self.now = now
    isWalking = false
    switch event {
    case .resize(let size):
      self.size = size
      prepare()
      return []
    case .tick:
      prepare()
      return []
    case .key, .paste, .mouse:
      break
    }
    if event == .key(Key.control("q")) {
      closeLayers()
      return layers.isEmpty && !showDraft() ? run(.quit) : []
    }
    if !layers.isEmpty {
      if case .key = event { message = MessageLine("") }
      return updateLayer(event)
    }
    // Nobody sees what a key would do.
    guard !isTooSmall else { return [] }
    switch event {
    case .key(let key): return handle(key)
    case .paste(let text):
      paste(text)
      return []
    case .mouse(let mouse):
      handle(mouse)
      return []
    default: return []
    }
  }

  /// Closes what lies open as its own keys would, so that leaving loses no word: a started line is taken, a form is kept.
  private mutating func closeLayers() {
    for _ in 0..<layers.count {
      if case .capture(let capture)? = layers.last, !capture.line.text.trimmed.isEmpty { _ = updateLayer(.key(Key(.enter))) }
      if case .paste? = layers.last { _ = updateLayer(.key(Key(.enter))) }
      _ = updateLayer(.key(Key(.escape)))
    }
  }

  /// Opens a half-typed form before one leaves, once; false when there is none to open, or the room looks on.
  private mutating func showDraft() -> Bool {
    guard audience == .facilitator, !hasShownDrafts, let ref = drafts.keys.filter({ working.session.contains($0) }).min(by: { $0.id < $1.id }) else { return false }
    hasShownDrafts = true
    jump(to: ref)
    openForm(of: [ref])
    say(.draftWaits(name(ref)), .warning)
    return true
  }

  /// Milliseconds after which the screen changes by itself, because a clock on it goes on; nil when nothing does.
  public var nextTick: Int? {
    if map.job != nil { return 150 }
    return isWorkshopRunning ? screen == .workshop ? 1_000 : showsRunningTime ? 5_000 : nil : nil
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    message = MessageLine("")
    if key == Key("+"), Screens.of(screen).canNudge(self) {
      Screens.of(screen).nudge(&self, 1)
      return []
    }
    if let digit = key.digit, Screens.of(screen).digit(&self, digit) { return [] }
    guard let command = Registry.command(for: key, on: screen) else { return [] }
    isWalking = Registry.steps.contains(command.name)
    return run(command)
  }

  mutating func run(_ name: CommandName) -> [Effect] { Registry.command(name, on: screen).map { run($0) } ?? [] }

  /// Runs a command, or says why it cannot run now.
  private mutating func run(_ command: Command) -> [Effect] {
    if let reason = command.unavailable(self) {
      message = MessageLine(words.why(reason), .warning)
      return []
    }
    return command.run(&self)
  }

  /// A paste outside any field makes entries of its lines.
  private mutating func paste(_ text: String) {
    guard let kind = kindToAdd, !file.isReadOnly else {
      message = MessageLine(words.why(kindToAdd == nil ? .notOnThisScreen : .readOnly), .warning)
      return
    }
    paste(text.split(whereSeparator: \.isNewline).map(String.init), kind)
  }

  private mutating func handle(_ mouse: MouseEvent) {
    let areas = frameAreas
    if areas.tabs.contains(mouse.position), mouse.action == .press {
      if let index = tabBar.index(at: mouse.position, in: areas.tabs), WorkScreen.allCases.indices.contains(index) {
        show(WorkScreen.allCases[index])
      }
      return
    }
    Screens.of(screen).mouse(&self, mouse, in: areas.body)
  }
}
