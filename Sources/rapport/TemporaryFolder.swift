import Glibc
import Words

/// A folder that nobody else may look into, for files that are not to outlive the program.
struct TemporaryFolder {
  let path: String

  /// In `TMPDIR`, or /tmp.
  init() throws(Refusal) {
    let parent = Environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(parent)/rapport-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Refusal(.cannotMakeFolder("\(parent): \(String(cString: strerror(errno)))"), .cannotCreate)
    }
    path = String(cString: made)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Removes the folder with all that is in it.
  func remove() { FolderListing.remove(path) }
}
