import Drawing
import Glibc
import Library
import SessionModel
import SessionStore
import Terminal
import Words
import Workbench

/// Runs the workbench on a terminal: events in, frames out, and the effects that a desk asks for carried out.
struct WorkbenchRunner {
  var desk: Desk
  var fingerprint: Fingerprint?
  let driver: TerminalDriver
  private var surface = Surface(Size(width: 0, height: 0))

  init(_ desk: Desk, fingerprint: Fingerprint?, driver: TerminalDriver) {
    self.desk = desk
    self.fingerprint = fingerprint
    self.driver = driver
  }

  /// Until the facilitator leaves, the terminal goes, or a signal asks to. The exit status.
  mutating func run() throws(TerminalError) -> Int32 {
    var loop = try EventLoop(driver)
    _ = desk.update(.resize(driver.size), now: SystemClock.now)
    while true {
      if loop.shouldPresent {
        desk.draw(on: &surface)
        driver.present(surface)
      }
      switch loop.next() {
      case .event(let event):
        let effects = desk.update(event, now: SystemClock.now)
        if let status = carryOut(effects) { return status }
      case .signal(let number):
        _ = saveIfChanged()
        return 128 + number
      case .hangup:
        _ = saveIfChanged()
        return 128 + SIGHUP
      case .wake, .deadline: break
      }
    }
  }

  /// The exit status, once one of the effects was to leave.
  private mutating func carryOut(_ effects: [Effect]) -> Int32? {
    for effect in effects {
      switch effect {
      case .quit: return 0
      case .save(let path, let thenQuit):
        let saved = save(to: path, isQuitting: thenQuit)
        if thenQuit, saved { return 0 }
      case .export: break
      case .edit: break
      case .useTheme(let name):
        if let theme = try? ThemeLibrary.theme(named: name) { driver.theme = theme }
      case .redraw: driver.repaint()
      }
    }
    return nil
  }

  private mutating func saveIfChanged() -> Bool { desk.isChanged ? save(to: nil, isQuitting: false) : true }

  private mutating func save(to other: String?, isQuitting: Bool) -> Bool {
    guard let path = other ?? desk.file.path else {
      desk.receive(.saveFailed("no file name", wasQuitting: isQuitting))
      return false
    }
    do {
      let expected = other == nil || other == desk.file.path ? fingerprint : nil
      fingerprint = try SessionFile().save(desk.working.session, to: path, expecting: expected)
      desk.receive(.saved(name: path, path: path, revision: desk.working.session.revision))
      return true
    } catch {
      desk.receive(.saveFailed("\(error)", wasQuitting: isQuitting))
      return false
    }
  }
}
