import Drawing
import SessionModel
import Words

/// Every command of the registry as the manual lists it.
public struct CommandList: Sendable {
  public struct Entry: Hashable, Sendable {
    /// As people spell them: `Ctrl+S`.
    public let keys: [String]
    public let title: String
    public let explanation: String
  }

  /// Those that work on every screen.
  public let everywhere: [Entry]
  /// The others by the name of their screen, in the order of the tabs.
  public let screens: [(name: String, entries: [Entry])]

  public init(_ words: any Catalogue) {
    func entry(_ command: Command) -> Entry {
      Entry(
        keys: command.keys.map { KeyNotation.label(of: $0) }, title: words.title(command.name), explanation: words.explanation(command.name))
    }
    everywhere = Registry.commands.filter { $0.scope == .everywhere }.map(entry)
    screens = WorkScreen.allCases.map { screen in (words.word(screen), Registry.commands(on: screen).here.map(entry)) }
  }
}
