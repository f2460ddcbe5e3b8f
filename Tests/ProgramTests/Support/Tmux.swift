import Foundation
import Testing

/// A terminal to run the program in: a tmux server of its own, with one window and a shell in it.
final class Tmux {
  let folder: Folder
  private let socket = "rapport-test-\(UUID().uuidString.prefix(8))"

  /// How long anything may take before it counts as not happening, in seconds: generous, for machines with much else to do.
  private static let patience = 30.0

  init(_ folder: Folder, columns: Int = 120, rows: Int = 40) throws {
    self.folder = folder
    try tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "exec env PS1='$ ' ENV= /bin/sh")
    try tmux("set-option", "-g", "window-size", "manual")
    try waitFor("$")
  }

  deinit { _ = try? tmux("kill-server") }

  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    let result = try Program.run("/usr/bin/env", ["tmux", "-u", "-L", socket] + arguments, in: folder, environment: ["TERM": "xterm-256color"])
    return result.output
  }

  /// Types a line into the shell. `rapport` is the program; its process id goes to the file `pid`, its status is printed afterwards.
  func start(_ arguments: String, environment: String = "") throws {
    try folder.write("echo $$ > '\(folder["pid"])'\n\(environment) exec \(Program.path) \(arguments)\n", to: "start")
    // On a line of its own, wherever a program that was killed has left the cursor.
    try type("cd '\(folder.path)'; clear; sh start; printf '\\r\\nstatus=%s\\r\\n' $?")
    try press("Enter")
  }

  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Keys by tmux's names: `Enter`, `Escape`, `C-s`.
  func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

  /// Escape by itself: what follows at once would make it a chord with Alt.
  func pressEscape(untilGone text: String, at location: SourceLocation = #_sourceLocation) throws {
    try press("Escape")
    try waitUntil("“\(text)” to go", at: location) { try !screen().contains { $0.contains(text) } }
  }

  func paste(_ text: String) throws {
    try folder.write(text, to: "pasted")
    try tmux("load-buffer", folder["pasted"])
    try tmux("paste-buffer", "-p", "-r")
  }

  func resize(_ columns: Int, _ rows: Int) throws { try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

  /// The screen's rows, trailing blanks cut.
  func screen() throws -> [String] {
    try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The screen with its colours.
  func colouredScreen() throws -> String { try tmux("capture-pane", "-p", "-e") }

  func waitFor(_ text: String, _ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation) throws {
    try waitUntil(comment ?? "waiting for “\(text)”", at: location) { try screen().contains { $0.contains(text) } }
  }

  func waitUntil(_ comment: Comment, at location: SourceLocation = #_sourceLocation, _ condition: () throws -> Bool) throws {
    let start = Date()
    while Date().timeIntervalSince(start) < Self.patience {
      if try condition() { return }
      usleep(30_000)
    }
    Issue.record("\(comment):\n\(try screen().joined(separator: "\n"))", sourceLocation: location)
    throw TimedOut()
  }

  struct TimedOut: Error {}

  /// Sends a signal to the program.
  func signal(_ number: Int32) throws {
    guard let pid = pid_t(folder.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)), pid > 1 else { throw TimedOut() }
    kill(pid, number)
  }

  /// Whether the terminal echoes and edits lines, as a shell's does.
  func expectSaneTerminal(at location: SourceLocation = #_sourceLocation) throws {
    try type("clear; stty -a; echo done-$((40+2))")
    try press("Enter")
    try waitFor("done-42", at: location)
    let settings = try screen().joined(separator: " ")
    for mode in ["icanon", "echo", "isig", "icrnl", "opost"] {
      #expect(settings.contains(" \(mode)") && !settings.contains("-\(mode) "), "\(mode)", sourceLocation: location)
    }
    #expect(try tmux("display-message", "-p", "#{alternate_on}#{mouse_any_flag}#{cursor_flag}#{keypad_flag}") == "0010\n", sourceLocation: location)
  }
}
