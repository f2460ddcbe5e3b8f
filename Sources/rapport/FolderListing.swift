import Glibc
import SessionStore

/// What lies in a folder.
enum FolderListing {
  /// The names, sorted; none when it cannot be read.
  static func names(_ path: String) -> [String] {
    guard case .success(let names) = SystemFiles().names(in: path) else { return [] }
    return names.sorted()
  }

  /// Removes what the path names with all that is in it, following no link.
  static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in names(path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
