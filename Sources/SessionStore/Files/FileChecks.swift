#if canImport(Glibc)
  import Glibc
#endif

/// Guards against what somebody else may have put where Rapport keeps its own files.
enum FileChecks {
  static func isThere(_ path: String, _ system: any FileSystem) -> Bool {
    if case .success = system.status(path, followsLinks: false) { return true }
    return false
  }

  /// A regular file of this user's.
  static func isOwn(_ status: FileStatus) -> Bool { status.kind == .regular && status.user == geteuid() }

  /// Throws when something stands there that Rapport did not make.
  static func mayReplace(_ path: String, _ system: any FileSystem) throws(FileFault) {
    guard case .success(let status) = system.status(path, followsLinks: false) else { return }
    guard status.kind == .regular else { throw FileFault(.open, .notRegular(status.kind), path) }
    guard isOwn(status) else { throw FileFault(.createTemporary, .system(errno: EPERM), path) }
  }
}
