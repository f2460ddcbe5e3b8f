import Foundation
import Testing

/// What the real program brings back after it was ended without having been asked, and how two windows share a file.
@Suite(.serialized) struct RecoveryTests {
  private let folder = Folder()

  private func session() throws {
    #expect(try Program.run(["demo", "mango.json"], in: folder).status == 0)
  }

  private func open(_ tmux: Tmux, _ arguments: String = "mango.json") throws {
    try tmux.start(arguments)
    try tmux.waitFor("1 Overview")
  }

  private func add(_ names: [String], _ tmux: Tmux) throws {
    try tmux.press("3", "a")
    try tmux.waitFor("Add stakeholder")
    for name in names {
      try tmux.type("\(name), trader")
      try tmux.press("Enter")
      try tmux.waitFor("Added \(name)")
    }
    try tmux.pressEscape(untilGone: "Add stakeholder")
  }

  /// Ends the program without a word. Its terminal is left as it was, so what follows is on a new one.
  private func kill(_ tmux: Tmux) throws -> Tmux {
    try tmux.signal(SIGKILL)
    try tmux.waitFor("Killed")
    return try Tmux(folder)
  }

  private var hidden: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasPrefix(".mango") }.sorted()
  }

  @Test("killed without warning, the program brings back every edit, says so, and undo goes on as if nothing had been")
  func killed() throws {
    try session()
    var tmux = try Tmux(folder)
    try open(tmux)
    try add(["Abel's Rafts", "Berta's Boxes"], tmux)
    try tmux.press("u")
    try tmux.waitFor("Undid")
    try add(["Carla's Crates"], tmux)
    tmux = try kill(tmux)
    #expect(!folder.read("mango.json").contains("Abel's Rafts"))
    try open(tmux)
    try tmux.waitFor("4 changes that had not been saved are here again")
    try tmux.press("c")
    try tmux.waitFor("+ Carla's Crates")
    #expect(try tmux.screen().contains { $0.contains("Undid: added Berta's Boxes") })
    try tmux.press("Escape")
    try tmux.waitFor("Keep it and go on")
    try tmux.press("k")
    try tmux.waitFor("Kept.")
    try tmux.press("3")
    try tmux.waitFor("Stakeholders 39")
    try tmux.press("u")
    try tmux.waitFor("Stakeholders 38")
    try tmux.press("u")
    try tmux.waitFor("Stakeholders 37")
    try tmux.press("C-y")
    try tmux.waitFor("Stakeholders 38")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
    let saved = folder.read("mango.json")
    #expect(saved.contains("Abel's Rafts") && !saved.contains("Berta's Boxes") && !saved.contains("Carla's Crates"))
    #expect(hidden == [".mango.json.backups"])
  }

  @Test("what was recovered can be let go: the file is as it was saved, and the journal is still there")
  func discarded() throws {
    try session()
    let before = folder.read("mango.json")
    var tmux = try Tmux(folder)
    try open(tmux)
    try add(["Abel's Rafts"], tmux)
    tmux = try kill(tmux)
    try open(tmux)
    try tmux.waitFor("here again")
    try tmux.press("g")
    try tmux.waitFor("as it was saved")
    try tmux.press("3")
    try tmux.waitFor("Stakeholders 37")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
    #expect(folder.read("mango.json") == before)
    #expect(hidden.contains { $0.hasPrefix(".mango.json.journal-") } && !hidden.contains(".mango.json.journal"))
  }

  @Test("text that was half-typed into a form and into a line is there again after a kill")
  func halfTyped() throws {
    try session()
    var tmux = try Tmux(folder)
    try open(tmux)
    try tmux.press("3", "e")
    try tmux.waitFor("all is kept")
    try tmux.press("C-u")
    try tmux.type("Half a name")
    try tmux.press("Tab")
    usleep(1_000_000)
    tmux = try kill(tmux)
    try open(tmux)
    try tmux.waitFor("What was half-typed is here again")
    try tmux.press("k")
    try tmux.waitFor("Half a name")
    try tmux.pressEscape(untilGone: "all is kept")
    try tmux.press("a")
    try tmux.waitFor("Add stakeholder")
    try tmux.type("Dora's Dr")
    usleep(1_000_000)
    tmux = try kill(tmux)
    try open(tmux)
    try tmux.waitFor("One change that had not been saved is here again")
    try tmux.press("k")
    try tmux.waitFor("Dora's Dr")
    try tmux.type("ums")
    try tmux.press("Enter")
    try tmux.waitFor("Added Dora's Drums")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
    #expect(folder.read("mango.json").contains("Half a name") && folder.read("mango.json").contains("Dora's Drums"))
  }

  @Test("a second window follows the first, can take over, and the first then follows")
  func twoWindows() throws {
    try session()
    let one = try Tmux(folder), two = try Tmux(folder)
    try open(one)
    try two.start("mango.json")
    try two.waitFor("read only")
    try two.press("3")
    try add(["Abel's Rafts"], one)
    try two.waitFor("Abel's Rafts")
    try two.waitFor("Stakeholders 38")
    try two.press("a")
    try two.waitFor("open for reading only")
    try one.press("u")
    try two.waitFor("Stakeholders 37")
    try one.press("C-y")
    try two.waitFor("Stakeholders 38")
    try one.press("C-s")
    try one.waitFor("Saved to mango.json")
    try two.press(":")
    try two.type("take over")
    try two.press("Enter")
    try two.waitFor("Take over the file?")
    try two.press("t")
    try two.waitFor("The file is yours now")
    try one.waitFor("has taken the file over")
    try add(["Berta's Boxes"], two)
    try one.waitFor("Stakeholders 39")
    try one.press("C-q")
    try one.waitFor("status=0")
    try two.press("C-q")
    try two.waitFor("status=0")
    #expect(folder.read("mango.json").contains("Berta's Boxes"))
    #expect(hidden == [".mango.json.backups"])
  }

  @Test("a window for the room follows live and shows nothing confidential")
  func follow() throws {
    try session()
    let one = try Tmux(folder), wall = try Tmux(folder)
    try open(one)
    try open(wall, "follow mango.json")
    try wall.waitFor("ROOM MODE")
    try wall.press("3")
    try add(["Abel's Rafts"], one)
    try wall.waitFor("Abel's Rafts")
    try wall.press("C-q")
    try wall.waitFor("status=0")
  }

  @Test("a file changed by somebody else is shown at once when nothing is unsaved, and is a choice when something is")
  func changedMeanwhile() throws {
    try session()
    let tmux = try Tmux(folder)
    try open(tmux)
    try folder.write(Sample.text.replacing("Mango cluster", with: "Their mango cluster", maxReplacements: 1), to: "mango.json")
    try tmux.waitFor("Their mango cluster")
    try add(["Abel's Rafts"], tmux)
    try folder.write(Sample.text.replacing("Mango cluster", with: "Another mango cluster", maxReplacements: 1), to: "mango.json")
    try tmux.waitFor("changed on disk")
    try tmux.press("C-s")
    try tmux.waitFor("Someone else has changed the file")
    try tmux.press("t")
    try tmux.waitFor("Another mango cluster")
    try tmux.press("u")
    try tmux.waitFor("Abel's Rafts")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
    #expect(folder.read("mango.json").contains("Abel's Rafts") && folder.read("mango.json").contains("Their mango cluster"))
  }

  @Test("earlier versions are listed, compared and taken back, in the workbench and by the command")
  func history() throws {
    try session()
    #expect(try Program.run(["history", "mango.json"], in: folder).output.contains("No earlier version"))
    let tmux = try Tmux(folder)
    try open(tmux)
    try add(["Abel's Rafts"], tmux)
    try tmux.press("C-s")
    try tmux.waitFor("Saved to mango.json")
    try tmux.press(":")
    try tmux.type("earlier")
    try tmux.press("Enter")
    try tmux.waitFor("Earlier versions")
    try tmux.press("Enter")
    try tmux.waitFor("+ Abel's Rafts")
    try tmux.press("r")
    try tmux.waitFor("Stakeholders 37")
    try tmux.press("u")
    try tmux.waitFor("Stakeholders 38")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
    let compared = try Program.run(["history", "mango.json", "--compare", "1"], in: folder)
    #expect(compared.status == 0 && compared.output.contains("+ Abel's Rafts"))
    #expect(try Program.run(["history", "mango.json", "--show", "1"], in: folder).output == Sample.text)
    #expect(try Program.run(["history", "mango.json", "--show", "9"], in: folder).status == 66)
    #expect(try Program.run(["history", "mango.json", "--restore", "1"], in: folder).status == 0)
    #expect(folder.read("mango.json") == Sample.text)
    #expect(try Program.run(["history", "mango.json", "--restore", "1"], in: folder).status == 0)
    #expect(folder.read("mango.json").contains("Abel's Rafts"))
  }

  @Test("when the folder refuses everything, work goes on, it is said, and a later save succeeds")
  func refusingFolder() throws {
    guard geteuid() != 0 else { return }
    try session()
    let tmux = try Tmux(folder)
    try open(tmux)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
    try add(["Abel's Rafts"], tmux)
    try tmux.press("C-s")
    try tmux.waitFor("Not saved")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    try tmux.press("C-s")
    try tmux.waitFor("Saved to mango.json")
    try tmux.press("C-q")
    try tmux.waitFor("status=0")
  }
}
