import ArgumentParser
import Exchange
import SessionStore
import Words

/// What tables can be written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable { case csv }

/// `rapport export FILE`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", .export, .exportMore)

  @Argument(help: ArgumentHelp(.sessionFiles), completion: .file(extensions: ["json"])) var file: String
  @Option(help: ArgumentHelp(.exportFormat)) var format = ExportFormat.csv
  @Option(name: .shortAndLong, help: ArgumentHelp(.outputFolder), completion: .directory) var output: String?
  @Flag(help: ArgumentHelp(.confidential)) var confidential = false
  @Flag(help: ArgumentHelp(.force)) var force = false

  func run() throws {
    let session = try SessionInput.open(file).session
    let tables = CSVExport.files(session, confidential: confidential)
    let folder = output ?? (file == "-" ? "tables" : FilePath.folder(file) + "/" + FilePath.stem(file) + "-tables")
    if !force, tables.contains(where: { FileOutput.isThere("\(folder)/\($0.name)") }) {
      throw Refusal("\(folder): \(words.program(.folderExists))", .cannotCreate)
    }
    try FileOutput.makeFolder(folder)
    for table in tables { try FileOutput.write(table.bytes, to: "\(folder)/\(table.name)", force: true, isPrivate: confidential) }
    try StandardStreams.printLine(words.program(.written(folder)))
  }
}
