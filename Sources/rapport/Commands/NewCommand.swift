import ArgumentParser
import Sealing
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
  @Flag(help: ArgumentHelp(.newProtected)) var protect = false
  @Flag(help: ArgumentHelp(.force)) var force = false
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    var generator = SeededGenerator(seed: repeatable.seed ?? WorkClock.seed)
    var session = template.session({ words.template($0) }, using: &generator)
    var profile = session.profile
    profile.title = title ?? (file == "-" ? "" : FilePath.stem(file))
    session.put(profile)
    let keys = try passphrase.keys
    let seal = try protect ? Protection.seal(try passphrase.file.map { path throws(Refusal) in try Passphrases.read(path) } ?? Passphrases.new()) : nil
    if file != "-" {
      do throws(SessionFileFault) {
        _ = try SessionFile(keys: keys).save(session, to: file, expecting: nil, overwrite: force, sealedBy: seal)
      } catch {
        if case .alreadyExists = error { throw Refusal("\(file): \(words.program(.fileExists))", .cannotCreate) }
        throw Refusal(error)
      }
      try StandardStreams.printLine(words.program(.created(file)))
    } else {
      let content = SessionFormat.encode(session)
      try StandardStreams.print(seal.map { seal throws(Refusal) in try SessionInput.sealed(content, seal) } ?? content)
    }
  }
}
