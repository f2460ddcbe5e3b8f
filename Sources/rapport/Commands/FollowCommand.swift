import ArgumentParser
import Words

/// `rapport follow FILE`
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration("follow", .follow, .followMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.theme)) var theme: String?
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    var opening = Opening(keys: try passphrase.keys)
    opening.theme = theme
    opening.isFollowing = true
    opening.clock = repeatable.workClock
    opening.seed = repeatable.seed
    try leave(opening.open(file))
  }
}
