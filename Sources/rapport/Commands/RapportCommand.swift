import ArgumentParser
import Words

/// The command line as a whole.
struct RapportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport", abstract: words.program(.abstract), usage: words.program(.usage), discussion: words.program(.discussion),
    subcommands: [
      OpenCommand.self, FollowCommand.self, NewCommand.self, DemoCommand.self, HistoryCommand.self,
      CheckCommand.self, AdviseCommand.self, FormatCommand.self,
      ReportCommand.self, MinutesCommand.self, HandoutCommand.self, MapCommand.self, LayoutCommand.self, PlanCommand.self, AgendaCommand.self, RemindCommand.self, MethodsCommand.self,
      ExportCommand.self, ImportCommand.self, DiffCommand.self, MergeCommand.self, ForgetCommand.self, ProtectCommand.self, UnprotectCommand.self, SchemaCommand.self,
      PlayCommand.self, ManCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
