import Drawing
import SessionModel
import Words

/// Something the facilitator can do: its name, its keys, where it applies, why it cannot run now, and what it does.
/// Keymap, hint line, help, palette and the manual all come from these; a key that is not here does not exist.
struct Command: Sendable {
  enum Scope: Hashable, Sendable {
    case everywhere
    case screens(Set<WorkScreen>)

    func contains(_ screen: WorkScreen) -> Bool {
      switch self {
      case .everywhere: true
      case .screens(let screens): screens.contains(screen)
      }
    }
  }

  let name: CommandName
  let keys: [Key]
  let scope: Scope
  /// Whether the hint line offers it.
  let isHinted: Bool
  /// Whether it is worth a place on that line now, beyond being possible.
  let isWorthHinting: @Sendable (Desk) -> Bool
  let unavailable: @Sendable (Desk) -> WhyNot?
  let run: @Sendable (inout Desk) -> [Effect]

  private init(
    _ name: CommandName, _ keys: [Key], _ scope: Scope, isHinted: Bool, worth isWorthHinting: @escaping @Sendable (Desk) -> Bool = { _ in true },
    unavailable: @escaping @Sendable (Desk) -> WhyNot?, run: @escaping @Sendable (inout Desk) -> [Effect]
  ) {
    self.name = name
    self.keys = keys
    self.scope = scope
    self.isHinted = isHinted
    self.isWorthHinting = isWorthHinting
    self.unavailable = unavailable
    self.run = run
  }

  /// A command that only changes the desk.
  init(
    _ name: CommandName, _ keys: [Key], _ scope: Scope = .everywhere, hinted: Bool = false,
    unless unavailable: @escaping @Sendable (Desk) -> WhyNot? = { _ in nil }, _ change: @escaping @Sendable (inout Desk) -> Void
  ) {
    self.init(name, keys, scope, isHinted: hinted, unavailable: unavailable) { desk in
      change(&desk)
      return []
    }
  }

  /// A command that changes the desk, offered by the hint line where it matters most.
  static func hinted(
    _ name: CommandName, _ keys: [Key], _ scope: Scope, when isWorthHinting: @escaping @Sendable (Desk) -> Bool,
    unless unavailable: @escaping @Sendable (Desk) -> WhyNot? = { _ in nil }, _ change: @escaping @Sendable (inout Desk) -> Void
  ) -> Command {
    Command(name, keys, scope, isHinted: true, worth: isWorthHinting, unavailable: unavailable) { desk in
      change(&desk)
      return []
    }
  }

  /// A command that changes the desk and asks for something outside.
  static func acting(
    _ name: CommandName, _ keys: [Key], _ scope: Scope = .everywhere, hinted: Bool = false,
    unless unavailable: @escaping @Sendable (Desk) -> WhyNot? = { _ in nil }, _ run: @escaping @Sendable (inout Desk) -> [Effect]
  ) -> Command {
    Command(name, keys, scope, isHinted: hinted, unavailable: unavailable, run: run)
  }

  /// A command that asks for something outside.
  static func outside(
    _ name: CommandName, _ keys: [Key], unless unavailable: @escaping @Sendable (Desk) -> WhyNot? = { _ in nil },
    _ effects: @escaping @Sendable (Desk) -> [Effect]
  ) -> Command {
    Command(name, keys, .everywhere, isHinted: false, unavailable: unavailable) { desk in effects(desk) }
  }
}

/// The one list of commands.
enum Registry {
  /// Commands of the cursor; they need no name to be found by.
  static let unlisted: Set<CommandName> = [.up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .open, .back]

  static let commands: [Command] =
    movement + screens + changes + looks + map + trust + answers + lookingAhead + plan + day + views + capture + program + why

  private static let byKey: [Key: [Command]] = {
    var table: [Key: [Command]] = [:]
    for command in commands { for key in command.keys { table[key, default: []].append(command) } }
    return table
  }()

  /// What a key does on a screen: a command of the screen goes before one that is everywhere.
  static func command(for key: Key, on screen: WorkScreen) -> Command? {
    let found = byKey[key] ?? []
    return found.first { $0.scope != .everywhere && $0.scope.contains(screen) } ?? found.first { $0.scope == .everywhere }
  }

  /// The command of that name on a screen: two screens may do the same thing each in its own way.
  static func command(_ name: CommandName, on screen: WorkScreen) -> Command? {
    commands.first { $0.name == name && $0.scope.contains(screen) }
  }

  /// A command that the hint line may offer, with its first key as people spell it.
  struct Hinted: Sendable {
    let command: Command
    let key: String
  }

  private static let hintedByScreen: [WorkScreen: [Hinted]] = {
    let hinted = commands.filter { $0.isHinted && $0.name != .help }.compactMap { command in
      command.keys.first.map { Hinted(command: command, key: KeyNotation.label(of: $0)) }
    }
    let everywhere = hinted.filter { $0.command.scope == .everywhere }
    return Dictionary(uniqueKeysWithValues: WorkScreen.allCases.map { screen in
      (screen, hinted.filter { $0.command.scope != .everywhere && $0.command.scope.contains(screen) } + everywhere)
    })
  }()

  /// The commands that the hint line of a screen may offer, the screen's own first.
  static func hinted(on screen: WorkScreen) -> [Hinted] { hintedByScreen[screen] ?? [] }

  /// What the hint line offers while a workshop runs before the room, on every screen.
  static let hintedInRoom: [Hinted] = [CommandName.nextAgendaItem, .catchDecision, .catchAction, .catchParked].compactMap { name in
    commands.first { $0.name == name && $0.scope == .everywhere }.flatMap { command in
      command.keys.first.map { Hinted(command: command, key: KeyNotation.label(of: $0)) }
    }
  }

  /// The commands of a screen in the order of the list, then those that are everywhere.
  static func commands(on screen: WorkScreen) -> (here: [Command], everywhere: [Command]) {
    let here = commands.filter { $0.scope != .everywhere && $0.scope.contains(screen) }
    return (here, commands.filter { $0.scope == .everywhere })
  }
}
