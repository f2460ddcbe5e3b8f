import SessionStore

/// The sessions that were opened last, the latest first, in the user's folder for such things.
struct RecentFiles {
  private static let kept = 9
  private let path: String?

  init(folder: String? = UnsavedWork.folder) { path = folder.map { $0 + "/recent" } }

  /// Whole paths of files that are still there.
  var paths: [String] { read().filter { FileOutput.isThere($0) } }

  private func read() -> [String] {
    guard let path, let bytes = try? PosixFile().read(path, limit: 1 << 16).bytes else { return [] }
    return bytes.split(separator: 0x0A).compactMap { String(validating: $0, as: UTF8.self) }.filter { $0.hasPrefix("/") }
  }

  /// Puts a file first. Nothing comes of it when it cannot be written: it is only a convenience.
  func note(_ file: String) {
    let whole = FullPath.of(file)
    let before = read()
    guard let path, before.first != whole, !whole.utf8.contains(0x0A) else { return }
    let list = ([whole] + before.filter { $0 != whole }).prefix(Self.kept)
    FileOutput.makePrivateFolders(FilePath.folder(path))
    _ = try? PosixFile().write(Array((list.joined(separator: "\n") + "\n").utf8), to: path)
  }
}
