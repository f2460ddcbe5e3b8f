import ArgumentParser
import SessionModel
import SessionStore
import Words
import Workbench

/// `rapport new FILE`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration("new", .new, .newMore)

  @Argument(help: ArgumentHelp(.newFile), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.template)) var template = SessionTemplate.blank
  @Option(help: ArgumentHelp(.title)) var title: String?
  @Flag(help: ArgumentHelp(.force)) var force = false
  @OptionGroup var repeatable: RepeatableOptions

  func run() throws {
    var generator = SeededGenerator(seed: repeatable.seed ?? WorkClock.seed)
    var session = template.session({ words.template($0) }, using: &generator)
    var profile = session.profile
    profile.title = title ?? (file == "-" ? "" : FilePath.stem(file))
    session.put(profile)
    if file != "-" {
      do throws(SessionFileFault) {
        _ = try SessionFile().save(session, to: file, expecting: nil, overwrite: force)
      } catch {
        if case .alreadyExists = error { throw Refusal("\(file): \(words.program(.fileExists))", .cannotCreate) }
        throw Refusal(error)
      }
      try StandardStreams.printLine(words.program(.created(file)))
    } else {
      try StandardStreams.print(SessionFormat.encode(session))
    }
  }
}
