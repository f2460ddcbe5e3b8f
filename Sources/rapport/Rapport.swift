import ArgumentParser
import CSupport
import Glibc

@main
enum Rapport {
  static func main() {
    rapport_memory_grow_in_steps()
    let arguments = CommandLine.arguments.dropFirst()
    do {
      if let file = plainFile(arguments) { exit(try Opening().open(file)) }
      var command = try RapportCommand.parseAsRoot(Array(arguments))
      try command.run()
    } catch let refusal as Refusal {
      StandardStreams.complain(refusal.lines)
      exit(refusal.status.rawValue)
    } catch {
      leave(with: error)
    }
  }

  /// Says what the parser of arguments has to say: help to standard output, what it refuses to standard error, made harmless, for it
  /// repeats what was typed.
  private static func leave(with error: any Error) -> Never {
    let status = RapportCommand.exitCode(for: error)
    let message = RapportCommand.fullMessage(for: error)
    if status.isSuccess {
      _ = try? StandardStreams.print(message.isEmpty ? "" : message + "\n")
    } else if !message.isEmpty {
      StandardStreams.complain(message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
    exit(status.rawValue)
  }

  /// The file of `rapport FILE`, which every day begins with: it opens without waiting for the parser of arguments.
  private static func plainFile(_ arguments: ArraySlice<String>) -> String? {
    guard arguments.count == 1, let file = arguments.first, !file.hasPrefix("-"), file.contains(where: { $0 == "." || $0 == "/" }) else {
      return nil
    }
    return file
  }
}
