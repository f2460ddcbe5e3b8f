import ArgumentParser
import Words
import Workbench

/// `rapport man`
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "man", abstract: words.program(.man))

  func run() throws { try StandardStreams.print(ManualPage().text) }
}
