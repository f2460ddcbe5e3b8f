import ArgumentParser
import Exchange

extension ReportFormat: ExpressibleByArgument {
  /// The format that the ending of a file's name asks for.
  static func ofFile(_ path: String?) -> ReportFormat? {
    let ending = FilePath.ending(path ?? "").lowercased()
    return allCases.first { $0.fileEnding == ending } ?? (ending == "htm" ? .html : ending == "markdown" ? .markdown : nil)
  }
}
