import ArgumentParser
import Words

/// The command line as a whole.
struct RapportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport", abstract: words.program(.abstract), usage: words.program(.usage), discussion: words.program(.discussion),
    subcommands: [
      OpenCommand.self, NewCommand.self, DemoCommand.self,
      CheckCommand.self, AdviseCommand.self, FormatCommand.self,
      ReportCommand.self, MinutesCommand.self, HandoutCommand.self, PlanCommand.self, AgendaCommand.self, RemindCommand.self,
      ExportCommand.self, ImportCommand.self, SchemaCommand.self,
      PlayCommand.self, ManCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
