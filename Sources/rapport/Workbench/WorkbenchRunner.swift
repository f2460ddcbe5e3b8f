import ChainAnalysis
import Drawing
import Glibc
import SessionModel
import Terminal
import Words
import Workbench

/// Runs the workbench on a terminal: events in, frames out, and the effects that a desk asks for carried out.
struct WorkbenchRunner {
  private var desk: Desk
  private var files: SessionKeeper
  private let shelf: ThemeShelf
  private let driver: TerminalDriver
  private let clock: WorkClock
  private var surface = Surface(Size(width: 0, height: 0))
  private var watch = ClockWatch()
  /// What is left to say when the screen is gone.
  private(set) var lastWords: [String] = []
  /// The outlook that is being computed behind.
  private var outlook: (job: OutlookJob, work: BackgroundWork<Outlook>)?

  init(_ desk: Desk, files: SessionKeeper, shelf: ThemeShelf, driver: TerminalDriver, clock: WorkClock) {
    self.desk = desk
    self.files = files
    self.shelf = shelf
    self.driver = driver
    self.clock = clock
  }

  /// Until the facilitator leaves, the terminal goes, or a signal asks to. The exit status.
  mutating func run() throws(TerminalError) -> Int32 {
    var loop = try EventLoop(driver)
    _ = desk.update(.resize(driver.size), now: clock.now)
    while true {
      if let job = desk.outlookJob, outlook?.job !== job { outlook = (job, BackgroundWork(loop.waker) { job.run() }) }
      if clock.fixed == nil {
        let jump = watch.jump(wall: clock.now.seconds, steady: ClockWatch.steady)
        if jump != 0 { desk.clockChanged(by: jump, now: clock.now) }
      }
      if loop.shouldPresent {
        desk.draw(on: &surface)
        driver.present(surface)
      }
      switch loop.next(deadline: desk.nextTick.map { Deadline.after(milliseconds: $0) }) {
      case .event(let event):
        if carryOut(desk.update(event, now: clock.now)) { return 0 }
      case .signal(let number): return endAsked(by: number)
      case .hangup: return endAsked(by: SIGHUP)
      case .deadline: _ = desk.update(.tick, now: clock.now)
      case .wake: takeOutlook()
      }
    }
  }

  private mutating func takeOutlook() {
    guard let (job, work) = outlook, let found = work.result else { return }
    outlook = nil
    desk.receive(found, of: job)
  }

  private mutating func endAsked(by signal: Int32) -> Int32 {
    if let said = files.rescue(&desk) { lastWords.append(said) }
    return 128 + signal
  }

  /// Whether one of the effects was to leave.
  private mutating func carryOut(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return true
      case .save(let path, let thenQuit):
        if files.save(&desk, to: path, thenQuit: thenQuit), thenQuit { return true }
      case .export(let kind): files.export(kind, &desk)
      case .edit(let text): desk.receive(TextEditor(driver: driver).edit(text))
      case .useTheme(let name): use(theme: name)
      case .readKinds: KindShelf().read(into: &desk)
      case .redraw: driver.repaint()
      }
    }
    return false
  }

  private mutating func use(theme name: String) {
    let chosen = shelf.choose(name)
    driver.theme = chosen.theme
    if let problem = chosen.problem { desk.receive(.failed(problem)) }
  }
}
