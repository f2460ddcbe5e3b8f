import SessionStore

/// Parts of a path, by its text alone.
enum FilePath {
  /// The last component.
  static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The folder it lies in, `.` when none is named.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component without its ending.
  static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// What follows the last dot of the name; empty without one.
  static func ending(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }

  /// A path as it is told to a person: the name alone for what lies in the working folder.
  static func shown(_ path: String) -> String {
    let full = FullPath.of(path)
    if folder(full) == FullPath.of(".") { return name(path) }
    guard let home = Environment["HOME"], home.count > 1, full.hasPrefix(home + "/") else { return full }
    return "~" + full.dropFirst(home.count)
  }

  /// A path as a person typed it: `~/` is the home folder, and a name without an ending gets `.json`.
  static func typed(_ text: String) -> String {
    var path = text
    if path.hasPrefix("~/"), let home = Environment["HOME"] { path = home + path.dropFirst() }
    return ending(path).isEmpty && !path.hasSuffix("/") ? path + ".json" : path
  }
}
