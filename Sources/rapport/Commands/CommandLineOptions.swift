import ArgumentParser
import SessionModel
import SessionStore
import Words

extension ArgumentHelp {
  init(_ text: ProgramText) { self.init(words.program(text)) }
}

extension CommandConfiguration {
  init(_ name: String, _ abstract: ProgramText, _ discussion: ProgramText) {
    self.init(commandName: name, abstract: words.program(abstract), discussion: words.program(discussion))
  }
}

/// A moment given instead of now.
extension Instant: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension SessionTemplate: ExpressibleByArgument {}

/// Options that make a run repeatable.
struct RepeatableOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.clock)) var clock: Instant?
  @Option(help: ArgumentHelp(.seed)) var seed: UInt64?

  var workClock: WorkClock { WorkClock(fixed: clock) }
}

/// Where the result goes.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp(.output), completion: .file()) var output: String?
  @Flag(help: ArgumentHelp(.force)) var force = false
}
