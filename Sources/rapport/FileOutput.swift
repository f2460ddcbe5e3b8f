import Glibc
import SessionStore
import Words

/// Where a command writes what it makes: standard output, or a file that must not be there yet.
enum FileOutput {
  /// Writes to the path, `-` and nil being standard output.
  ///
  /// What is handed out gets the permissions that any new file would; a session keeps to its owner.
  static func write(_ bytes: [UInt8], to path: String?, force: Bool, isPrivate: Bool = false) throws(Refusal) {
    guard let path, path != "-" else { return try StandardStreams.print(bytes) }
    if !force, isThere(path) { throw Refusal("\(path): \(words.program(.fileExists))", .cannotCreate) }
    do throws(FileFault) {
      try PosixFile().write(bytes, to: path, mode: isPrivate ? 0o600 : newFileMode)
    } catch {
      throw Refusal(writing: error)
    }
  }

  /// Writes a file into a folder that was chosen for it, in place of what has its name there: never through a link to somewhere else.
  static func write(inFolder folder: String, _ name: String, _ bytes: [UInt8], isPrivate: Bool = false) throws(Refusal) {
    let path = "\(folder)/\(name)"
    if case .success(let status) = SystemFiles().status(path, followsLinks: false), status.kind == .link { unlink(path) }
    try write(bytes, to: path, force: true, isPrivate: isPrivate)
  }

  /// Whether there is something of this name, a dangling link included.
  static func isThere(_ path: String) -> Bool {
    if case .success = SystemFiles().status(path, followsLinks: false) { return true }
    return false
  }

  static func isFolder(_ path: String) -> Bool {
    if case .success(let status) = SystemFiles().status(path, followsLinks: true) { return status.kind == .folder }
    return false
  }

  /// Makes a folder unless it is there.
  static func makeFolder(_ path: String) throws(Refusal) {
    guard mkdir(path, 0o777) != 0, errno != EEXIST || !isFolder(path) else { return }
    throw Refusal(FileFault(.createTemporary, .system(errno: errno), path))
  }

  /// Makes a folder for what only its owner may see, with those above it, unless it is there.
  static func makePrivateFolders(_ path: String) {
    var partial = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      partial += part.isEmpty && partial.isEmpty ? "" : (partial.hasSuffix("/") || (partial.isEmpty && !path.hasPrefix("/")) ? "" : "/") + part
      if !partial.isEmpty { mkdir(partial, 0o700) }
    }
  }

  private static var newFileMode: UInt32 {
    let mask = umask(0o022)
    umask(mask)
    return 0o666 & ~UInt32(mask)
  }
}
