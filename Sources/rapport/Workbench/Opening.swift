import Drawing
import Glibc
import Sealing
import SessionModel
import SessionStore
import Terminal
import Words
import Workbench

/// Opens a session in the workbench, on the terminal that the program was started from.
struct Opening {
  var theme: String?
  var isReadOnly = false
  var isScratch = false
  /// To be shown to the room: in room mode, following what happens to the file.
  var isFollowing = false
  var clock = WorkClock()
  var seed: UInt64?
  /// What opens protected sessions.
  var keys = Passphrases.atTerminal

  /// The exit status; without a file a new session.
  func open(_ path: String?) throws(Refusal) -> Int32 {
    guard StandardStreams.isAnyTerminal else {
      // What is wrong with the file is worth more than where it could be shown.
      if let path { _ = try SessionInput.open(path, keys) }
      throw Refusal(.noTerminal(file: path), .failure)
    }
    Rehearsal.begin(now: clock.now)
    let bell = ChangeBell()
    // Before the screen is taken: what cannot be opened is said in a line.
    let held = try path.map { path throws(Refusal) in try hold(path, bell) } ?? nil
    let answers = held.flatMap { AnswersJob(opening: $0.opening.opened.session, now: clock.now) }.flatMap { job in Ahead { job.run() } }
    let shelf = ThemeShelf()
    let chosen = shelf.choose(theme)
    let driver: TerminalDriver
    do throws(Refusal) { driver = try terminal(chosen.theme) } catch {
      held?.file.close()
      throw error
    }
    var (desk, files) = begin(path, held, size: driver.size, themes: shelf.names, theme: chosen.theme.name, answers: answers?.take(), bell)
    if let problem = chosen.problem { desk.receive(.failed(problem)) }
    var runner = WorkbenchRunner(desk, files: files, bell: bell, shelf: shelf, driver: driver, opening: self)
    let status: Int32
    do throws(TerminalError) { status = try runner.run() } catch {
      driver.close()
      throw Refusal(error.description, .failure)
    }
    driver.close()
    StandardStreams.complain(runner.lastWords)
    return status
  }

  /// A desk with another session's file.
  func begin(_ path: String, size: Size, themes: [String], theme: String, _ bell: ChangeBell) throws(Refusal) -> (Desk, SessionKeeper) {
    begin(path, try hold(path, bell), size: size, themes: themes, theme: theme, bell)
  }

  private func begin(
    _ path: String?, _ held: (file: HeldFile, opening: HeldFile.Opening)?, size: Size, themes: [String], theme: String,
    answers: AnswersJob.Found? = nil, _ bell: ChangeBell
  ) -> (Desk, SessionKeeper) {
    var file = OpenFile(name: path.map(FilePath.name) ?? words.frame(.untitled), path: path, isScratch: isScratch)
    file.isProtected = held?.file.seal != nil
    var desk = Desk(
      held?.opening.opened.session ?? Session(), file: file, size: size, now: clock.now, seed: seed ?? WorkClock.seed, words: words,
      themes: themes, theme: theme, answers: answers)
    let files: SessionKeeper
    if let held {
      files = SessionKeeper(held.file, clock: clock, bell: bell, keys: keys)
      tell(&desk, of: held.opening, held.file)
    } else {
      files = unsaved(&desk, bell)
    }
    if isFollowing { desk.showToRoom() }
    return (desk, files)
  }

  private func hold(_ path: String, _ bell: ChangeBell) throws(Refusal) -> (file: HeldFile, opening: HeldFile.Opening) {
    do throws(SessionFileFault) {
      return try HeldFile.open(
        path, to: isReadOnly || isFollowing ? .follow : .work, at: clock.now, keys: keys, otherFolder: UnsavedWork.folder,
        onChange: { bell.ring() })
    } catch {
      if case .file(let fault) = error, fault.errno == ENOENT { throw Refusal(.newSessionIsUnknown(path), .noInput) }
      throw Refusal(error)
    }
  }

  /// Tells the desk how the file stands, and what a journal has brought back.
  private func tell(_ desk: inout Desk, of opening: HeldFile.Opening, _ file: HeldFile) {
    if file.isNewer {
      desk.hold(isReadOnly: true, standing: .newer)
      return desk.receive(.warned(words.safety(.newerVersion)))
    }
    switch file.following {
    case nil:
      desk.hold(isReadOnly: false, standing: .own)
      tellOfJournal(&desk, opening)
    case .onPurpose:
      desk.hold(isReadOnly: true, standing: .lookingOn)
      follow(&desk, opening)
      desk.receive(.warned(words.safety(.followingOnPurpose)))
    case .owner(let owner):
      follow(&desk, opening)
      desk.receive(.following(owner.map(FileOwner.init)))
    }
  }

  private func follow(_ desk: inout Desk, _ opening: HeldFile.Opening) {
    guard case .recovered(let recovery) = opening.finding else { return }
    desk.receive(.followed(recovery.steps))
  }

  private func tellOfJournal(_ desk: inout Desk, _ opening: HeldFile.Opening) {
    if let fault = opening.journalFault { desk.receive(.warned(words.safety(.journalFault(words.fileFault(fault))))) }
    switch opening.finding {
    case .recovered(let recovery): desk.receive(.recovered(RecoveredWork(recovery)))
    case .foreign(let steps):
      desk.receive(.warned(words.safety(.foreignJournal(steps: steps, aside: opening.aside.first.map(FilePath.name) ?? ""))))
    case .nothing:
      if let aside = opening.aside.first { desk.receive(.warned(words.safety(.damagedJournal(aside: FilePath.name(aside))))) }
    }
  }

  /// A session without a file; one that was left without being saved is here again.
  private func unsaved(_ desk: inout Desk, _ bell: ChangeBell) -> SessionKeeper {
    let left = UnsavedWork.left(at: clock.now)
    desk.hold(isReadOnly: false, standing: .own)
    guard let latest = left.first else {
      desk.receive(.recentFiles(RecentFiles().paths))
      return SessionKeeper(nil, clock: clock, bell: bell, keys: keys)
    }
    let work = UnsavedWork(latest, at: clock.now, onFault: { bell.ring() })
    desk.receive(.recovered(RecoveredWork(latest.recovery)))
    if left.count > 1 { desk.receive(.warned(words.safety(.moreUnsaved(left.count - 1)))) }
    return SessionKeeper(nil, unsaved: work, clock: clock, bell: bell, keys: keys)
  }

  private func terminal(_ theme: Theme) throws(Refusal) -> TerminalDriver {
    do throws(TerminalError) {
      return try TerminalDriver(theme: theme, crashSentence: words.program(.crashed) + "\n")
    } catch {
      throw Refusal(error.description, .failure)
    }
  }
}

extension RecoveredWork {
  init(_ recovery: Recovery) {
    self.init(
      saved: recovery.base, working: recovery.working, steps: recovery.steps, draft: recovery.draft, until: recovery.until,
      isPartial: recovery.isPartial)
  }
}
