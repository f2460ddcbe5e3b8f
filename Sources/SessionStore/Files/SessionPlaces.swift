/// Where what belongs to a session file lies: hidden files beside it, of the same name.
public struct SessionPlaces: Hashable, Sendable {
  /// The file itself, links at the end of its path followed.
  public let file: String
  /// `.mango.json.journal`
  public var journal: String { hidden("journal") }
  /// `.mango.json.lock`
  public var lock: String { hidden("lock") }
  /// `.mango.json.backups`, a folder.
  public var backups: String { hidden("backups") }

  /// - Parameter path: as a person named it.
  public init(_ path: String, _ system: any FileSystem = SystemFiles()) {
    // A circle of links is found, and said, when the file is opened.
    file = (try? PosixFile(system).resolve(path)) ?? path
  }

  /// Beside the file; `.` when the path names no folder.
  public var folder: String {
    guard let slash = file.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == file.utf8.startIndex ? "/" : String(file[..<slash])
  }

  /// Without its folder.
  public var name: String {
    guard let slash = file.utf8.lastIndex(of: 0x2F) else { return file }
    return String(file[file.utf8.index(after: slash)...])
  }

  private func hidden(_ ending: String) -> String { folder == "/" ? "/.\(name).\(ending)" : "\(folder)/.\(name).\(ending)" }
}
