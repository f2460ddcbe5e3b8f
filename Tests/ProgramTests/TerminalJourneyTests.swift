import Foundation
import Testing

/// The real program on a real terminal.
@Suite(.serialized) struct TerminalJourneyTests {
  private let folder = Folder()

  /// Opens the session and adds one actor.
  private func openAndAdd(_ name: String, _ tmux: Tmux) throws {
    try tmux.open()
    try tmux.addStakeholders(name)
  }

  @Test("what is added and saved is there again after leaving and opening once more")
  func startEditSaveQuitReopen() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try openAndAdd("Abel's Rafts", tmux)
    try tmux.press("C-s")
    try tmux.waitFor("Saved to mango.json")
    try tmux.quit()
    try tmux.expectSaneTerminal()
    #expect(folder.read("mango.json").contains("Abel's Rafts"))
    try tmux.open()
    try tmux.press("3")
    try tmux.waitFor("Abel's Rafts")
    try tmux.quit()
  }

  @Test("leaving saves what was not saved yet")
  func quitSaves() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try openAndAdd("Abel's Rafts", tmux)
    try tmux.quit()
    #expect(folder.read("mango.json").contains("Abel's Rafts"))
  }

  @Test("after a storm of sizes down to one cell the screen is what it would have been at once")
  func resizeStorm() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try tmux.open()
    try tmux.press("3")
    try tmux.waitFor("Segment")
    for (columns, rows) in [(80, 24), (59, 15), (1, 1), (2, 50), (200, 3), (300, 100), (1, 1), (61, 17), (10, 10), (100, 30)] {
      try tmux.resize(columns, rows)
    }
    let expected = try Program.run(["play", "--keys", "3 <snap>", "mango.json", "--size", "100x30"], in: folder).output
    try tmux.waitUntil("the screen of 100x30") { try tmux.screen().joined(separator: "\n") == expected }
    try tmux.quit()
  }

  @Test("a window too small says so and goes on working")
  func tooSmall() throws {
    try folder.addSample()
    let tmux = try Tmux(folder, columns: 40, rows: 10)
    try tmux.start("mango.json")
    try tmux.waitFor("too small")
    try tmux.resize(80, 24)
    try tmux.waitFor("Stake")
    try tmux.quit()
  }

  @Test("pasted lines become entries in one step, which one key takes back")
  func paste() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try tmux.open()
    try tmux.press("3")
    try tmux.waitFor("Stakeholders 37")
    try tmux.paste("Aaron, trader\nAbby, packer\nAda, exporter\n")
    try tmux.waitFor("Make these: 3 stakeholders")
    try tmux.press("Enter")
    try tmux.waitFor("Stakeholders 40")
    try tmux.press("u")
    try tmux.waitFor("Stakeholders 37")
    try tmux.quit()
  }

  @Test("asked to stop, the program saves, gives the terminal back and says so by its status", arguments: [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT,
  ])
  func signals(number: Int32) throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try openAndAdd("Abel's Rafts", tmux)
    try tmux.signal(number)
    try tmux.waitFor("status=\(128 + number)")
    #expect(folder.read("mango.json").contains("Abel's Rafts"))
    try tmux.expectSaneTerminal()
  }

  @Test("a session without a file is kept when the program is asked to stop, and is here again the next time")
  func rescue() throws {
    let tmux = try Tmux(folder)
    try tmux.start("")
    try tmux.waitFor("Open a session")
    try tmux.pressEscape(untilGone: "Open a session")
    try tmux.press("3", "a")
    try tmux.waitFor("Add stakeholder")
    try tmux.type("Abel's Rafts")
    try tmux.press("Enter")
    try tmux.waitFor("not saved yet")
    try tmux.signal(SIGTERM)
    try tmux.waitFor("status=143")
    #expect(try tmux.screen().contains { $0.contains("is offered the next time") })
    try tmux.goOnWithUnsaved()
    try tmux.waitFor("Abel's Rafts")
    try tmux.save(as: "rafts")
    try tmux.quit()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder[".local/state/rapport"]).filter { $0.hasPrefix("unsaved") } == [])
  }

  @Test("a terminal that goes away takes nothing along")
  func hangup() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try openAndAdd("Abel's Rafts", tmux)
    try tmux.tmux("kill-server")
    let start = Date()
    while !folder.read("mango.json").contains("Abel's Rafts"), Date().timeIntervalSince(start) < 20 { usleep(30_000) }
    #expect(folder.read("mango.json").contains("Abel's Rafts"))
  }

  @Test("a fault of the program leaves a usable terminal and one sentence")
  func crash() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    // The toolchain's own backtrace would ask and wait.
    try tmux.open(environment: "SWIFT_BACKTRACE=enable=no")
    try tmux.signal(SIGABRT)
    try tmux.waitFor("a fault of its own")
    try tmux.waitFor("status=")
    try tmux.expectSaneTerminal()
  }

  @Test("a session that somebody else has changed meanwhile is not written over")
  func changedMeanwhile() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try openAndAdd("Abel's Rafts", tmux)
    let other = Sample.text.replacing("Mango cluster", with: "Their mango cluster", maxReplacements: 1)
    try folder.write(other, to: "mango.json")
    try tmux.press("C-s")
    try tmux.waitFor("Someone else has changed")
    #expect(folder.read("mango.json") == other)
  }

  @Test("a new session asks for its name when it is saved, and gets the ending")
  func newSession() throws {
    let tmux = try Tmux(folder)
    try tmux.start("open")
    try tmux.waitFor("Open a session")
    try tmux.pressEscape(untilGone: "Open a session")
    try tmux.press("3", "a")
    try tmux.waitFor("Add stakeholder")
    try tmux.type("Abel's Rafts")
    try tmux.press("Enter")
    try tmux.waitFor("not saved yet")
    try tmux.pressEscape(untilGone: "Add stakeholder")
    try tmux.save(as: "rafts")
    try tmux.quit()
    #expect(folder.read("rafts.json").contains("Abel's Rafts"))
  }

  @Test("a bad theme is named with its place, and the program goes on with its own")
  func badTheme() throws {
    try folder.addSample()
    try folder.write("[roles]\ntext = \"nocolour\"\n", to: "mine.toml")
    let tmux = try Tmux(folder, columns: 160)
    try tmux.start("open mango.json --theme ./mine.toml")
    try tmux.waitFor("mine.toml:2: There is no colour “nocolour”")
    try tmux.quit()
  }

  @Test("terminals old and plain show what they can", arguments: ["vt100", "linux", "xterm-256color", "screen"])
  func otherTerminals(term: String) throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try tmux.open(environment: "TERM=\(term)")
    try tmux.press("3")
    try tmux.waitFor("Stakeholders 37")
    if term == "vt100" {
      let isASCII = try tmux.screen().joined().unicodeScalars.allSatisfy(\.isASCII)
      #expect(isASCII)
    }
    try tmux.quit()
  }

  @Test("a terminal that cannot place text is told so, in one line and with status 1")
  func dumbTerminal() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try tmux.start("mango.json", environment: "TERM=dumb")
    try tmux.waitFor("status=1")
    #expect(try tmux.screen().contains { $0.contains("cannot place text") })
  }

  @Test("with NO_COLOR there is no colour on the screen")
  func noColour() throws {
    try folder.addSample()
    let tmux = try Tmux(folder)
    try tmux.open(environment: "NO_COLOR=1")
    let screen = try tmux.colouredScreen()
    #expect(screen.firstMatch(of: /\u{1B}\[(?:[0-9;]*;)?[34][0-8](?:;|m)/) == nil)
    try tmux.quit()
  }
}
