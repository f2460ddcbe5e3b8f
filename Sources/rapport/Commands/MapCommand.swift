import ArgumentParser
import Exchange
import SessionModel
import Words

extension MapViewKind: ExpressibleByArgument {}

/// `rapport map FILE`
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration("map", .map, .mapMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.mapView)) var view = MapViewKind.chain
  @Option(help: ArgumentHelp(.theme)) var theme: String?
  @Option(help: ArgumentHelp(.mapSize)) var size: String?
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let session = try SessionInput.open(file, try passphrase.keys).session
    let drawing = MapDrawing(session, for: confidential ? .facilitator : .room, words: words)
    let isPicture = FilePath.ending(output.output ?? "").lowercased() == "svg"
    let size = try columnsAndRows
    if view == .grid, !confidential { throw Refusal(.gridIsConfidential, .failure) }
    let text = isPicture
      ? drawing.svg(view, size: size, theme: theme.map { ThemeShelf().choose($0).theme })
      : drawing.lines(view, width: size?.width ?? 120, height: size?.height ?? 40).joined(separator: "\n") + "\n"
    try FileOutput.write(Array(text.utf8), to: output.output, force: output.force, isPrivate: confidential)
  }

  private var columnsAndRows: (width: Int, height: Int)? {
    get throws {
      guard let size else { return nil }
      let parts = size.split(separator: "x").compactMap { Int($0) }
      guard parts.count == 2, (30...1000).contains(parts[0]), (10...1000).contains(parts[1]) else { throw ValidationError(words.program(.mapSize)) }
      return (parts[0], parts[1])
    }
  }
}
