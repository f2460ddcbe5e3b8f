import ArgumentParser
import Glibc

@main
enum Rapport {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    do {
      if let file = plainFile(arguments) { exit(try Opening().open(file)) }
      var command = try RapportCommand.parseAsRoot(Array(arguments))
      try command.run()
    } catch let refusal as Refusal {
      StandardStreams.complain(refusal.lines)
      exit(refusal.status.rawValue)
    } catch {
      RapportCommand.exit(withError: error)
    }
  }

  /// The file of `rapport FILE`, which every day begins with: it opens without waiting for the parser of arguments.
  private static func plainFile(_ arguments: ArraySlice<String>) -> String? {
    guard arguments.count == 1, let file = arguments.first, !file.hasPrefix("-"), file.contains(where: { $0 == "." || $0 == "/" }) else {
      return nil
    }
    return file
  }
}
