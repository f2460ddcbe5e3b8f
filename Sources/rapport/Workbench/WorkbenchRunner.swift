import ChainAnalysis
import Drawing
import Glibc
import MapLayout
import Sealing
import SessionModel
import SessionStore
import Terminal
import Words
import Workbench

/// Runs the workbench on a terminal: events in, frames out, and the effects that a desk asks for carried out.
struct WorkbenchRunner {
  private var desk: Desk
  private var files: SessionKeeper
  private let bell: ChangeBell
  private let shelf: ThemeShelf
  private let driver: TerminalDriver
  private let clock: WorkClock
  /// Opens further sessions as the first one was opened.
  private let opening: Opening
  private var surface = Surface(Size(width: 0, height: 0))
  /// When half-typed text is to be kept; nil when nothing was typed since it was.
  private var noteDue: Deadline?
  /// When a journal that could not be written is tried again.
  private var retryDue: Deadline?
  /// Until when another step of the cursor belongs to the same walk.
  private var walkEnds: Deadline?
  /// Milliseconds without a key after which one has arrived. A key that is held down comes every 30 to 50.
  private static let pause = 70
  private var watch = ClockWatch()
  /// What is left to say when the screen is gone.
  private(set) var lastWords: [String] = []
  /// The layout that is being made behind.
  private var layout: (job: LayoutJob, work: BackgroundWork<NetworkPlan>)?
  /// The outlook that is being computed behind.
  private var outlook: (job: OutlookJob, work: BackgroundWork<Outlook>)?
  /// The answers of a large session that are being computed behind.
  private var answers: (job: AnswersJob, work: BackgroundWork<AnswersJob.Found>)?
  /// The texts of a large session that are being gathered behind.
  private var search: (job: SearchJob, work: BackgroundWork<SearchIndex>)?

  init(_ desk: Desk, files: SessionKeeper, bell: ChangeBell, shelf: ThemeShelf, driver: TerminalDriver, opening: Opening) {
    self.desk = desk
    self.files = files
    self.bell = bell
    self.shelf = shelf
    self.driver = driver
    self.opening = opening
    clock = opening.clock
  }

  /// Half-typed text is kept so many milliseconds after it was typed, at the latest.
  private static let noteDelay = 500
  private static let retryDelay = 5_000

  /// Until the facilitator leaves, the terminal goes, or a signal asks to. The exit status.
  mutating func run() throws(TerminalError) -> Int32 {
    var loop = try EventLoop(driver)
    bell.connect(loop.waker)
    _ = desk.update(.resize(driver.size), now: clock.now)
    var isFirst = true
    while true {
      if let job = desk.layoutJob, layout?.job !== job { layout = (job, BackgroundWork(loop.waker) { job.run() }) }
      if let job = desk.outlookJob, outlook?.job !== job { outlook = (job, BackgroundWork(loop.waker) { job.run() }) }
      // One after the other, however many changes there are meanwhile: the last of them is what the next is about.
      if answers == nil, let job = desk.answersJob { answers = (job, BackgroundWork(loop.waker) { job.run() }) }
      if search == nil, let job = desk.searchJob { search = (job, BackgroundWork(loop.waker) { job.run() }) }
      if clock.fixed == nil {
        let jump = watch.jump(wall: clock.now.seconds, steady: WorkClock.steady)
        if jump != 0 { desk.clockChanged(by: jump, now: clock.now) }
      }
      if loop.shouldPresent {
        desk.draw(on: &surface)
        driver.present(surface)
        if isFirst {
          isFirst = false
          files.startWatching()
          if let path = desk.file.path, !desk.file.isScratch { RecentFiles().note(path) }
        }
      }
      switch loop.next(deadline: nextDeadline) {
      case .event(let event):
        if take(event) {
          files.note(&desk)
          files.close()
          return 0
        }
      case .signal(let number): return endAsked(by: number)
      case .hangup: return endAsked(by: SIGHUP)
      case .deadline: meetDeadlines()
      case .wake:
        takeBackgroundWork()
        files.look(&desk)
      }
    }
  }

  private mutating func takeBackgroundWork() {
    if let (job, work) = layout, let plan = work.result {
      layout = nil
      desk.receive(plan, of: job)
    }
    if let (job, work) = outlook, let found = work.result {
      outlook = nil
      desk.receive(found, of: job)
    }
    if let (job, work) = answers, let found = work.result {
      answers = nil
      desk.receive(found, of: job)
    }
    if let (job, work) = search, let index = work.result {
      search = nil
      desk.receive(index, of: job)
    }
  }

  private var nextDeadline: Deadline? {
    let ticks = [desk.nextTick, files.nextLook].compactMap { $0 }.map { Deadline.after(milliseconds: $0) }
    return (ticks + [noteDue, retryDue, desk.isHurried ? walkEnds : nil].compactMap { $0 }).min()
  }

  /// Whether to leave.
  private mutating func take(_ event: Event) -> Bool {
    let effects = desk.update(event, now: clock.now)
    files.keep(desk.takeSteps(), &desk)
    let leaves = carryOut(effects)
    files.keep(desk.takeSteps(), &desk)
    desk.isHurried = desk.isWalking && walkEnds.map { $0 > .now } ?? false
    walkEnds = desk.isWalking ? .after(milliseconds: Self.pause) : nil
    if desk.isTyping || noteDue != nil { noteDue = noteDue ?? Deadline.after(milliseconds: Self.noteDelay) }
    if files.hasTrouble, retryDue == nil { retryDue = Deadline.after(milliseconds: Self.retryDelay) }
    return leaves
  }

  private mutating func meetDeadlines() {
    let now = Deadline.now
    if desk.isHurried, let due = walkEnds, due <= now { desk.isHurried = false }
    if let due = noteDue, due <= now {
      noteDue = nil
      files.note(&desk)
    }
    if let due = retryDue, due <= now {
      files.tryAgain(&desk)
      retryDue = files.hasTrouble ? Deadline.after(milliseconds: Self.retryDelay) : nil
    }
    if files.nextLook != nil { files.look(&desk) }
    _ = desk.update(.tick, now: clock.now)
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
      case .export(let kind): HandingOut(clock: clock).export(kind, &desk)
      case .edit(let text): desk.receive(TextEditor(driver: driver).edit(text))
      case .useTheme(let name): use(theme: name)
      case .readKinds: KindShelf.read(into: &desk)
      case .redraw: driver.repaint()
      case .discardRecovered: files.discardRecovered(&desk)
      case .takeOver: files.takeOver(&desk)
      case .reload: files.reload(&desk)
      case .merge: files.merge(&desk)
      case .recentFiles: desk.receive(.recentFiles(RecentFiles().paths.filter { $0 != desk.file.path.map(FullPath.of) }))
      case .open(let path): open(path)
      case .sample: giveSample()
      case .versions: files.listVersions(&desk)
      case .readVersion(let number): files.readVersion(number, &desk)
      case .compare(let path): if unlock(FilePath.typed(path)) { files.compare(with: path, &desk) }
      case .protect: protect()
      case .unprotect: if saveFirst() { files.protect(&desk, with: nil) }
      case .readMethods(let part):
        let (library, problem) = MethodShelf.library()
        desk.receive(.methods(library, part, problem: problem))
      }
    }
    return false
  }

  /// Leaves the session and opens another one; nothing of this one may be left unsaved.
  private mutating func open(_ path: String) {
    guard !desk.isChanged || desk.file.isReadOnly else { return desk.receive(.warned(words.safety(.saveFirst))) }
    guard unlock(path) else { return }
    do throws(Refusal) {
      let next = try opening.begin(path, size: driver.size, themes: shelf.names, theme: desk.themeName, bell)
      files.close()
      (desk, files) = next
      files.startWatching()
      RecentFiles().note(path)
    } catch {
      desk.receive(.failed(error.lines.first ?? ""))
    }
  }

  /// Has the passphrase of another session asked for, below the screen, if that is protected and cannot be opened without. Whether it can be now.
  private mutating func unlock(_ path: String) -> Bool {
    let keys = opening.keys
    guard SessionInput.isLocked(path, keys) else { return true }
    do throws(Refusal) {
      try driver.suspendFor { () throws(Refusal) in try SessionInput.unlock(path, keys) }
      return true
    } catch {
      desk.receive(.failed(error.lines.first ?? ""))
      return false
    }
  }

  /// Asks for a new passphrase below the screen, and protects the file with it.
  private mutating func protect() {
    guard saveFirst() else { return }
    do throws(Refusal) {
      let seal = try driver.suspendFor { () throws(Refusal) in try Protection.seal(Passphrases.new()) }
      files.protect(&desk, with: seal)
    } catch {
      desk.receive(.failed(error.lines.first ?? ""))
    }
  }

  private mutating func saveFirst() -> Bool { !desk.isChanged || files.save(&desk, to: nil, thenQuit: false) }

  private mutating func giveSample() {
    do throws(Refusal) { desk.receive(.sample(try SessionInput.decodeSample())) } catch { desk.receive(.failed(error.lines.first ?? "")) }
  }

  private mutating func use(theme name: String) {
    let chosen = shelf.choose(name)
    driver.theme = chosen.theme
    if let problem = chosen.problem { desk.receive(.failed(problem)) }
  }
}
