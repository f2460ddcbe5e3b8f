import ArgumentParser
import Exchange
import SessionModel
import SessionStore
import Words

/// `rapport demo [FILE]`
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration("demo", .demo, .demoMore)

  @Argument(help: ArgumentHelp(.demoFile), completion: .file(extensions: ["json"])) var file: String?
  @Option(help: ArgumentHelp(.theme)) var theme: String?
  @OptionGroup var repeatable: RepeatableOptions

  func run() throws {
    if let file {
      try FileOutput.write(SessionInput.sample, to: file, force: false, isPrivate: true)
      guard StandardStreams.isInteractive else { return try StandardStreams.printLine(words.program(.created(file))) }
      return try leave(opening.open(file))
    }
    guard StandardStreams.isInteractive else { return try printSummary() }
    let folder = try TemporaryFolder()
    let path = folder.file("mango-cluster.json")
    try FileOutput.write(SessionInput.sample, to: path, force: false, isPrivate: true)
    var opening = opening
    opening.isScratch = true
    let status: Int32
    do {
      status = try opening.open(path)
    } catch {
      folder.remove()
      throw error
    }
    if try !SessionInput.isSample(path) {
      try StandardStreams.printLine(words.program(.demoKept(path)))
    } else if FolderListing.names(folder.path).contains(where: { !$0.hasPrefix(".") && $0 != FilePath.name(path) }) {
      // What was handed out from it was made to be kept.
      try StandardStreams.printLine(words.program(.demoHandedOut(folder.path)))
    } else {
      folder.remove()
    }
    try leave(status)
  }

  private var opening: Opening {
    var opening = Opening()
    opening.theme = theme
    opening.clock = repeatable.workClock
    opening.seed = repeatable.seed
    return opening
  }

  private func printSummary() throws {
    let session = try SessionInput.decodeSample()
    let report = SessionReport(session, today: repeatable.workClock.now.date, words: words)
    try StandardStreams.print(ReportCommand.render(report, .text, template: nil))
    StandardStreams.complain(words.program(.howToOpenSample))
  }
}
