import Drawing
import Library
import SessionModel
import SessionStore
import Terminal
import Workbench

@main
struct Rapport {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "sample-data/mango-cluster.json"
    let opened = try SessionFile().open(path)
    let theme = try ThemeLibrary.theme(named: "dark")
    let driver = try TerminalDriver(theme: theme)
    let desk = Desk(
      opened.session, file: OpenFile(name: path, path: path), size: driver.size, now: SystemClock.now, seed: SystemClock.seed,
      themes: ThemeLibrary.builtIn, theme: "dark")
    var runner = WorkbenchRunner(desk, fingerprint: opened.fingerprint, driver: driver)
    _ = try runner.run()
    driver.close()
  }
}
