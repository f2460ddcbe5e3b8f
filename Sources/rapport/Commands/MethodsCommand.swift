import ArgumentParser
import Library
import Words

/// `rapport methods`
struct MethodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration("methods", .methods, .methodsMore)

  @OptionGroup var output: OutputOptions

  func run() throws { try FileOutput.write(Array(MethodLibrary.builtInText.utf8), to: output.output, force: output.force) }
}
