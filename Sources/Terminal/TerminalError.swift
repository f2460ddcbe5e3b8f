/// Why there is no screen to draw on.
public enum TerminalError: Error, Hashable, Sendable {
  /// The terminal's device could not be opened; `reason` is the system's.
  case noTerminal(path: String, reason: String)
  /// No terminfo entry is known for `TERM`, nor for what it most resembles.
  case unknownTerminal(String)
  /// The terminal that `TERM` names cannot place text, as `dumb` cannot.
  case incapable(String)
  /// The system gave no pipe or no memory.
  case noResources
}

extension TerminalError: CustomStringConvertible {
  /// One sentence for the person at the terminal.
  public var description: String {
    switch self {
    case .noTerminal(let path, let reason):
      "There is no terminal to show the session on (\(path): \(reason)). Start Rapport in a terminal window."
    case .unknownTerminal(let name):
      "The terminal type “\(name)” (TERM) is not known on this computer. Try again with TERM=xterm-256color."
    case .incapable(let name):
      "A terminal of the type “\(name)” (TERM) cannot place text on the screen. Try again with TERM=xterm-256color, or use the commands that write files."
    case .noResources: "The system has no memory or file descriptors left to open the terminal."
    }
  }
}

/// Something that was settled without asking when the terminal was opened.
public enum TerminalNotice: Hashable, Sendable {
  /// `TERM` named no known terminal, and another was taken for it.
  case tookAnotherType(named: String, instead: String)
}
