import Foundation
import Testing

/// The steps that every journey through the real program is made of.
extension Folder {
  /// Puts the sample there, as `mango.json`.
  func addSample() throws { #expect(try Program.run(["demo", "mango.json"], in: self).status == 0) }

  /// What lies beside the sample and is not listed.
  var hidden: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasPrefix(".mango") }.sorted()
  }
}

extension Tmux {
  /// Opens the workbench and waits for it.
  func open(_ arguments: String = "mango.json", environment: String = "") throws {
    try start(arguments, environment: environment)
    try waitFor("Overview")
  }

  func addStakeholders(_ names: String...) throws {
    try press("3", "a")
    try waitFor("Add stakeholder")
    for name in names {
      try type("\(name), trader")
      try press("Enter")
      try waitFor("Added \(name)")
    }
    try pressEscape(untilGone: "Add stakeholder")
  }

  /// Opens the workbench without a file, chooses where to begin and waits for that.
  func begin(with choice: String, waitingFor sign: String) throws {
    try start("")
    try waitFor("Try things on the sample")
    try type(choice)
    try press("Enter")
    try waitFor(sign)
  }

  /// Chooses a command by its words and waits for what it shows.
  func command(_ words: String, waitingFor sign: String) throws {
    try press(":")
    try type(words)
    try press("Enter")
    try waitFor(sign)
  }

  /// Gives the session a name without its ending, and saves it.
  func save(as name: String) throws {
    try press("C-s")
    try waitFor("Save as")
    try type(name)
    try press("Enter")
    try waitFor("Saved to \(name).json")
  }

  /// Opens what was left without a file, and goes on with it.
  func goOnWithUnsaved() throws {
    try start("")
    try waitFor("here again")
    try press("k", "3")
  }

  /// Leaves in the usual way.
  func quit() throws {
    try press("C-q")
    try waitFor("status=0")
  }

  /// Ends the program without a word. Its terminal is left as it was, so what follows is on a new one.
  func killed() throws -> Tmux {
    try signal(SIGKILL)
    try waitFor("status=137")
    return try Tmux(folder)
  }
}
