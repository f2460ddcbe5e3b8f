import Drawing
import Library
import SessionModel
import Words

/// Plays a script of keys against a desk without a terminal: what tests, goldens and `rapport play` use.
///
///     var player = Player(desk, now: now)
///     try player.play(KeyScript("3 j*2 <snap>")) { effect, desk in … } show: { screenshot, name in … }
public struct Player: Sendable {
  public private(set) var desk: Desk
  public private(set) var now: Instant
  /// Whether the workbench was left.
  public private(set) var hasQuit = false
  private var surface: Surface

  /// What carries out an effect: it gives the desk the outcome, and says whether the workbench is left.
  public typealias CarryOut = (Effect, inout Desk) -> Bool

  public init(_ desk: Desk, now: Instant) {
    self.desk = desk
    self.now = now
    surface = Surface(desk.size)
  }

  /// The screen as it is now.
  public mutating func screenshot() -> Screenshot {
    desk.draw(on: &surface)
    return Screenshot(surface)
  }

  /// Plays all steps; stops at the first check that fails.
  public mutating func play(
    _ script: KeyScript, carryOut: CarryOut = Player.onlyLeave, show: (Screenshot, String) -> Void = { _, _ in }
  ) throws(KeyScriptError) {
    for step in script.steps { try play(step, carryOut: carryOut, show: show) }
  }

  private mutating func play(_ step: KeyScript.Step, carryOut: CarryOut, show: (Screenshot, String) -> Void) throws(KeyScriptError) {
    func failed(_ problem: ScriptProblem) -> KeyScriptError { KeyScriptError(problem, line: step.line, column: step.column) }
    switch step.action {
    case .event(let event):
      guard !hasQuit else { throw failed(.afterQuit) }
      take(event, carryOut: carryOut)
    case .tick(let seconds):
      guard !hasQuit else { throw failed(.afterQuit) }
      now = Instant(seconds: now.seconds + Int64(seconds), offset: now.offset)
      take(.tick, carryOut: carryOut)
    case .snap(let name): show(screenshot(), name)
    case .expect(let text): if !shows(text) { throw failed(.missing(text)) }
    case .absent(let text): if shows(text) { throw failed(.present(text)) }
    }
  }

  private mutating func take(_ event: Event, carryOut: CarryOut) {
    for effect in desk.update(event, now: now) where carryOut(effect, &desk) { hasQuit = true }
    while let job = desk.layoutJob { desk.receive(job.run(), of: job) }
    while let job = desk.outlookJob { desk.receive(job.run(), of: job) }
    while let job = desk.answersJob { desk.receive(job.run(), of: job) }
    while let job = desk.searchJob { desk.receive(job.run(), of: job) }
  }

  private mutating func shows(_ text: String) -> Bool { screenshot().lines.contains { $0.contains(text) } }

  /// Carries out nothing but leaving; saving is said to have succeeded, and of libraries there are those in the program.
  public static func onlyLeave(_ effect: Effect, _ desk: inout Desk) -> Bool {
    switch effect {
    case .quit: return true
    case .save(let path, let thenQuit):
      let path = path ?? desk.file.path ?? desk.file.name
      desk.receive(.saved(name: desk.file.name, path: path, revision: desk.working.session.revision))
      return thenQuit
    case .readMethods(let part):
      if let library = try? MethodLibrary.builtIn() { desk.receive(.methods(library, part, problem: nil)) }
    case .readKinds: desk.receiveBuiltInKinds()
    default: break
    }
    return false
  }
}
