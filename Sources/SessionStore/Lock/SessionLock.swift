import SessionModel

#if canImport(Glibc)
  import Glibc
#endif

/// The right to write a session file, for one process at a time, as far as all of them ask for it.
///
/// A file beside the session says who has it; the system's own lock on that file goes with the process, however that ends. Where
/// a file system has no such locks, and between computers, what the file says counts.
public final class SessionLock {
  public enum Attempt {
    case taken(SessionLock)
    /// Somebody else has it; nil when the file does not say who.
    case held(by: LockOwner?)
    /// Nothing can be written there, so nobody else can lock it either.
    case impossible(FileFault)
  }

  public let path: String
  public let owner: LockOwner
  private let system: any FileSystem
  private var file: FileDescriptor?

  private init(_ path: String, _ owner: LockOwner, _ system: any FileSystem, _ file: FileDescriptor?) {
    self.path = path
    self.owner = owner
    self.system = system
    self.file = file
  }

  deinit { if let file { _ = system.close(file) } }

  /// Takes the lock if it is free.
  ///
  /// - Parameter force: takes it over from whoever has it. That one finds out the next time it looks, before it writes.
  public static func take(
    _ path: String, for owner: LockOwner, force: Bool = false, _ system: any FileSystem = SystemFiles()
  ) -> Attempt {
    for _ in 0..<100 {
      let file: FileDescriptor
      switch system.openToAppend(path) {
      case .success(let opened): file = opened
      // That of another user, which nobody else may read.
      case .failure(let error) where error.number == EACCES && FileChecks.isThere(path, system): return .held(by: nil)
      case .failure(let error): return .impossible(FileFault(.createTemporary, .system(errno: error.number), path))
      }
      guard case .success(let status) = system.status(file), FileChecks.isOwn(status) || status.kind == .regular else {
        _ = system.close(file)
        return .impossible(FileFault(.open, .notRegular(.unknown), path))
      }
      let there = LockOwner((try? PosixFile(system).read(path, limit: 1 << 16).bytes) ?? [])
      let isFree: Bool
      switch system.lock(file) {
      // What the system gives away was left behind, unless another computer has it, whose locks may not be seen here.
      case .success: isFree = there.map { $0.host == owner.host } ?? true
      case .failure(let error) where error.number == EWOULDBLOCK: isFree = false
      // Without locks of the system, only what the file says counts.
      case .failure: isFree = there.map { $0.isGone || $0 == owner } ?? true
      }
      guard force || isFree else {
        _ = system.close(file)
        return .held(by: there)
      }
      // Meanwhile the file may have been taken away by the one that gave the lock back.
      guard case .success(let named) = system.status(path, followsLinks: false), named.inode == status.inode else {
        _ = system.close(file)
        continue
      }
      let lock = SessionLock(path, owner, system, file)
      guard lock.sign() else {
        _ = system.close(file)
        lock.file = nil
        return .impossible(FileFault(.write, .system(errno: EIO), path))
      }
      return .taken(lock)
    }
    return .held(by: nil)
  }

  /// Who has the lock of a session file now; nil when nobody has.
  public static func holder(_ path: String, _ system: any FileSystem = SystemFiles()) -> LockOwner? {
    guard let bytes = try? PosixFile(system).read(path, limit: 1 << 16).bytes, let owner = LockOwner(bytes), !owner.isGone else { return nil }
    return owner
  }

  private func sign() -> Bool {
    guard let file, case .success = system.truncate(file, to: 0) else { return false }
    do throws(FileFault) { try PosixFile(system).writeAll(owner.bytes, to: file, path) } catch { return false }
    return true
  }

  /// Whether it is still ours: looked at before everything that is written.
  public var isOurs: Bool {
    guard file != nil else { return false }
    // A folder that has gone has gone for everybody; somebody who only took the file away has not taken the lock.
    guard let bytes = try? PosixFile(system).read(path, limit: 1 << 16).bytes else { return true }
    return LockOwner(bytes) == owner
  }

  /// Asks again for the system's lock, after having taken it over by force; whether it is ours now.
  public func settle() -> Bool {
    guard let file, case .success = system.lock(file) else { return false }
    return true
  }

  /// Gives it back. A lock that is somebody else's by now is left alone.
  public func release() {
    guard let file else { return }
    if isOurs { _ = system.remove(path) }
    _ = system.close(file)
    self.file = nil
  }
}
