import ArgumentParser
import Words
import Workbench

/// The manual page in roff: the help of every command, and the keys from the registry.
struct ManualPage {
  private(set) var text = ""

  init() {
    line(".TH RAPPORT 1")
    section("NAME")
    line("rapport \\- " + escaped(words.program(.manualName)))
    section(words.program(.manualDescription))
    preformatted(RapportCommand.helpMessage(columns: 76))
    section(words.program(.manualCommands))
    for command in RapportCommand.configuration.subcommands {
      line(".SS rapport " + escaped(command.configuration.commandName ?? ""))
      preformatted(RapportCommand.helpMessage(for: command, columns: 76))
    }
    keys()
    section(words.program(.manualFiles))
    line(words.program(.manualFilesText))
    section(words.program(.manualEnvironment))
    line(words.program(.manualEnvironmentText))
    section(words.program(.manualExit))
    line(words.program(.manualExitText))
  }

  private mutating func keys() {
    let list = CommandList(words)
    section(words.program(.manualKeys))
    for (name, entries) in list.screens where !entries.isEmpty {
      line(".SS " + escaped("\(words.program(.manualScreen)) \(name)"))
      entries.forEach { entry($0) }
    }
    line(".SS " + escaped(words.program(.manualEverywhere)))
    list.everywhere.forEach { entry($0) }
  }

  private mutating func entry(_ entry: CommandList.Entry) {
    line(".TP")
    line("\\fB" + escaped(entry.keys.isEmpty ? ": " + entry.title : entry.keys.joined(separator: "  ")) + "\\fR")
    line(escaped((entry.keys.isEmpty ? "" : entry.title + ". ") + entry.explanation))
  }

  private mutating func section(_ name: String) { line(".SH " + escaped(name)) }

  private mutating func preformatted(_ block: String) {
    line(".nf")
    for row in block.split(separator: "\n", omittingEmptySubsequences: false) { line(escaped(String(row))) }
    line(".fi")
  }

  private mutating func line(_ text: String) { self.text += text + "\n" }

  /// Text that roff takes for nothing but text.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "…": result += "..."
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}
