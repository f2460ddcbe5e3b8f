import ArgumentParser
import Exchange
import JSON
import MapLayout
import SessionStore
import Words

/// `rapport layout NETWORK`
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration("layout", .layout, .layoutMore)

  @Argument(help: ArgumentHelp(.networkFile), completion: .file(extensions: ["json"])) var file: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    let network = try Self.read(file)
    try FileOutput.write(network.text(NetworkLayout.positions(network.network)), to: output.output, force: output.force)
  }

  private static func read(_ path: String) throws(Refusal) -> NetworkFile {
    var bytes: [UInt8]
    if path == "-" {
      bytes = try StandardStreams.readAll(limit: SessionFormat.greatestSize)
    } else {
      do throws(FileFault) { bytes = try PosixFile().read(path, limit: SessionFormat.greatestSize).bytes } catch { throw Refusal(error) }
    }
    do throws(JSONError) {
      return try NetworkFile(reading: bytes)
    } catch {
      let problem = SessionProblem(SessionFileError.Reason(error.reason), line: error.line, column: error.column, path: error.path)
      throw Refusal(.format(SessionFileError(file: path == "-" ? "standard input" : path, problems: [problem])))
    }
  }
}
