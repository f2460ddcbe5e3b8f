import Library

/// The library of methods: the one in the program, with the user's own entries before it.
enum MethodShelf {
  /// With the sentence that says what is wrong with the user's file, whose entries are then left out.
  static func library() -> (MethodLibrary, problem: String?) {
    var library = MethodLibrary()
    do throws(LibraryError) {
      library = try MethodLibrary.builtIn()
      guard let path = OwnTOML.found("methods.toml") else { return (library, nil) }
      return (library.overlaid(by: try MethodLibrary(fromTOML: try OwnTOML.text(path), file: path)), nil)
    } catch {
      return (library, error.description)
    }
  }
}
