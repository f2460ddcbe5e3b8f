import Drawing
import Library
import Words

/// The themes that can be chosen: those in the program, and the TOML files in the user's folder for them, which go before.
struct ThemeShelf {
  /// The user's folder for themes; nil without a home.
  private let folder: String?

  init(folder: String? = OwnTOML.path("themes")) { self.folder = folder }

  /// The names, those in the program first.
  var names: [String] { ThemeLibrary.builtIn + ownNames.filter { !ThemeLibrary.builtIn.contains($0) } }

  private var ownNames: [String] {
    guard let folder else { return [] }
    return FolderListing.names(folder).filter { $0.hasSuffix(".toml") && $0.utf8.count > 5 }.map { String($0.dropLast(5)) }
  }

  /// The theme of a name or path; else the default, with the sentence that says why.
  func choose(_ name: String?) -> (theme: Theme, problem: String?) {
    do throws(LibraryError) {
      return (try theme(name ?? fallback), nil)
    } catch {
      let place = error.line.map { ":\($0)" + (error.column.map { ":\($0)" } ?? "") } ?? ""
      let problem = "\(error.file)\(place): \(error.problem)"
      return ((try? ThemeLibrary.theme(named: fallback)) ?? .plain, words.program(.badTheme(problem, usingInstead: fallback)))
    }
  }

  private var fallback: String { ThemeLibrary.builtIn.first ?? "" }

  /// A theme by its name, or by the path of a TOML file.
  func theme(_ name: String) throws(LibraryError) -> Theme {
    if name.contains("/") || name.hasSuffix(".toml") { return try read(name) }
    if let folder, FileOutput.isThere("\(folder)/\(name).toml") { return try read("\(folder)/\(name).toml") }
    return try ThemeLibrary.theme(named: name)
  }

  private func read(_ path: String) throws(LibraryError) -> Theme {
    try ThemeLibrary.theme(fromTOML: try OwnTOML.text(path), file: path)
  }
}
