import Drawing
import Glibc
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
  var clock = WorkClock()
  var seed: UInt64?

  /// The exit status; without a file a new session.
  func open(_ path: String?) throws(Refusal) -> Int32 {
    let opened = try path.map { path throws(Refusal) in try session(path) } ?? nil
    guard StandardStreams.isAnyTerminal else { throw Refusal(.noTerminal(file: path), .failure) }
    let shelf = ThemeShelf()
    let chosen = shelf.choose(theme)
    let driver = try terminal(chosen.theme)
    let file = OpenFile(
      name: path.map(FilePath.name) ?? words.frame(.untitled), path: path, isReadOnly: isReadOnly || opened?.isReadOnly ?? false,
      isScratch: isScratch)
    var desk = Desk(
      opened?.session ?? Session(), file: file, size: driver.size, now: clock.now, seed: seed ?? WorkClock.seed, words: words,
      themes: shelf.names, theme: chosen.theme.name)
    if let problem = chosen.problem { desk.receive(.failed(problem)) }
    let files = SessionKeeper(fingerprint: opened?.fingerprint, isNewer: opened?.isReadOnly ?? false, clock: clock)
    var runner = WorkbenchRunner(desk, files: files, shelf: shelf, driver: driver, clock: clock)
    let status: Int32
    do throws(TerminalError) { status = try runner.run() } catch {
      driver.close()
      throw Refusal(error.description, .failure)
    }
    driver.close()
    StandardStreams.complain(runner.lastWords)
    return status
  }

  private func session(_ path: String) throws(Refusal) -> OpenedSession {
    do throws(SessionFileFault) {
      return try SessionFile().open(path)
    } catch {
      if case .file(let fault) = error, fault.errno == ENOENT { throw Refusal(.newSessionIsUnknown(path), .noInput) }
      throw Refusal(error)
    }
  }

  private func terminal(_ theme: Theme) throws(Refusal) -> TerminalDriver {
    do throws(TerminalError) {
      return try TerminalDriver(theme: theme, crashSentence: words.program(.crashed) + "\n")
    } catch {
      throw Refusal(error.description, .failure)
    }
  }
}
