import CSupport

#if canImport(Glibc)
  import Glibc
#endif

/// Reads whole files and replaces them so that a name holds the old bytes or the new ones at every moment, power cuts included.
public struct PosixFile: Sendable {
  public let system: any FileSystem

  public init(_ system: any FileSystem = SystemFiles()) { self.system = system }

  /// The bytes of a regular file of at most `limit` bytes, and its status at that moment.
  public func read(_ path: String, limit: Int = 1 << 30) throws(FileFault) -> (bytes: [UInt8], status: FileStatus) {
    let file = try retry(.open, path) { system.openToRead(path) }
    defer { _ = system.close(file) }
    let status = try retry(.look, path) { system.status(file) }
    guard status.kind == .regular else { throw FileFault(.read, .notRegular(status.kind), path) }
    guard status.size <= limit else { throw FileFault(.read, .tooLarge(limit: limit), path) }
    // One byte more tells whether the file has grown meanwhile; files under /proc say 0 and hold something.
    var bytes = [UInt8]()
    var room = max(4096, status.size + 1)
    while true {
      let (more, isEnd) = try read(file, atMost: room, path)
      if bytes.isEmpty { bytes = more } else { bytes += more }
      guard bytes.count <= limit else { throw FileFault(.read, .tooLarge(limit: limit), path) }
      if isEnd { return (bytes, status) }
      room = max(1, min(bytes.count, limit - bytes.count + 1))
    }
  }

  /// So many bytes or what there is, and whether that was the end.
  private func read(_ file: FileDescriptor, atMost room: Int, _ path: String) throws(FileFault) -> (bytes: [UInt8], isEnd: Bool) {
    var fault: FileFault?
    var isEnd = false
    // Room that is not filled with zeros first, which for many megabytes costs as much as reading them.
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      rapport_memory_expect(raw.baseAddress, raw.count)
      while count < room, fault == nil, !isEnd {
        do throws(FileFault) {
          let got = try retry(.read, path) { system.read(file, into: UnsafeMutableRawBufferPointer(rebasing: raw[count..<room])) }
          count += got
          isEnd = got <= 0
        } catch {
          fault = error
        }
      }
    }
    if let fault { throw fault }
    return (bytes, isEnd)
  }

  /// Puts `bytes` in place of the file, or makes one with `mode`.
  ///
  /// What was there keeps its mode, owner and extended attributes as far as the system lets it; a symbolic link stays and the file that
  /// it leads to is replaced. After a failure the file is as it was and no temporary file is left,
  /// except that a failed `syncFolder` leaves the new file in place. Returns the new file's status.
  @discardableResult
  public func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(FileFault) -> FileStatus {
    let target = try resolve(path)
    let old = try existing(target)
    let folder = try openFolder(of: target)
    defer { if let folder { _ = system.close(folder) } }
    let (temporary, file) = try createTemporary(beside: target)
    var isOpen = true
    do throws(FileFault) {
      try writeAll(bytes, to: file, target)
      try keep(old, of: target, on: file, mode: mode)
      try retry(.sync, target) { system.sync(file) }
      let status = try retry(.look, target) { system.status(file) }
      isOpen = false
      // An interrupted close has closed the file; all that was written is already on the disk.
      if case .failure(let error) = system.close(file), error.number != EINTR {
        throw FileFault(.close, .system(errno: error.number), target)
      }
      try retry(.rename, target) { system.rename(temporary, to: target) }
      if let folder { try sync(folder, of: target) }
      return status
    } catch {
      if isOpen { _ = system.close(file) }
      // After the rename there is none any more.
      if error.operation != .syncFolder { _ = system.remove(temporary) }
      throw error
    }
  }

  // MARK: Steps

  /// Follows symbolic links at the end of the path, to a file that need not exist.
  func resolve(_ path: String) throws(FileFault) -> String {
    var path = path
    for _ in 0..<40 {
      guard case .success(let status) = system.status(path, followsLinks: false), status.kind == .link else { return path }
      let current = path
      let link = try retry(.resolveLink, current) { system.readLink(current) }
      path = link.utf8.first == 0x2F ? link : folder(of: current) + "/" + link
    }
    throw FileFault(.resolveLink, .tooManyLinks, path)
  }

  /// The status of the regular file that is to be replaced; nil if there is none.
  private func existing(_ target: String) throws(FileFault) -> FileStatus? {
    switch system.status(target, followsLinks: false) {
    case .success(let status):
      guard status.kind == .regular else { throw FileFault(.look, .notRegular(status.kind), target) }
      // Renaming would replace even a file that its owner has locked against writing.
      try retry(.open, target) { system.mayWrite(target) }
      return status
    case .failure(let error):
      guard error.number == ENOENT else { throw FileFault(.look, .system(errno: error.number), target) }
      return nil
    }
  }

  private func createTemporary(beside target: String) throws(FileFault) -> (String, FileDescriptor) {
    var last: Int32 = EEXIST
    for _ in 0..<100 {
      let temporary = folder(of: target) + "/.rapport-" + String(system.randomNumber(), radix: 36) + ".tmp"
      switch system.createNew(temporary, mode: 0o600) {
      case .success(let file): return (temporary, file)
      case .failure(let error):
        last = error.number
        guard last == EEXIST || last == EINTR else { throw FileFault(.createTemporary, .system(errno: last), target) }
      }
    }
    throw FileFault(.createTemporary, .system(errno: last), target)
  }

  /// Makes a folder for its owner only, with those above it that are missing.
  func makeFolders(_ path: String) throws(FileFault) {
    switch system.makeFolder(path, mode: 0o700) {
    case .success: return
    case .failure(let error) where error.number == EEXIST: return
    case .failure(let error) where error.number == ENOENT && folder(of: path) != path && path != ".":
      try makeFolders(folder(of: path))
      if case .failure(let error) = system.makeFolder(path, mode: 0o700), error.number != EEXIST {
        throw FileFault(.createTemporary, .system(errno: error.number), path)
      }
    case .failure(let error): throw FileFault(.createTemporary, .system(errno: error.number), path)
    }
  }

  func writeAll(_ bytes: [UInt8], to file: FileDescriptor, _ target: String) throws(FileFault) {
    var done = 0
    while done < bytes.count {
      let wrote = try retry(.write, target) {
        bytes.withUnsafeBytes { system.write(file, UnsafeRawBufferPointer(rebasing: $0[done...])) }
      }
      // Nothing written without an error would go on for ever.
      guard wrote > 0 else { throw FileFault(.write, .system(errno: EIO), target) }
      done += wrote
    }
  }

  private func keep(_ old: FileStatus?, of target: String, on file: FileDescriptor, mode: UInt32) throws(FileFault) {
    guard let old else {
      if mode != 0o600 { try retry(.keepMode, target) { system.setMode(file, mode) } }
      return
    }
    let isOwner: Bool
    switch system.status(file) {
    case .success(let new) where new.user == old.user && new.group == old.group: isOwner = true
    default:
      if case .success = system.setOwner(file, user: old.user, group: old.group) { isOwner = true } else { isOwner = false }
    }
    system.copyAttributes(from: target, to: file)
    // Set-id bits must not pass to a file of somebody else, and its group is another one.
    let kept = isOwner ? old.mode : old.mode & 0o707
    try retry(.keepMode, target) { system.setMode(file, kept) }
  }

  /// Before the rename, for after it nothing may fail that need not; nil when the folder may be written to but not read.
  private func openFolder(of target: String) throws(FileFault) -> FileDescriptor? {
    let path = folder(of: target)
    do throws(FileFault) {
      return try retry(.open, path) { system.openFolder(path) }
    } catch {
      if error.errno == EACCES { return nil }
      throw error
    }
  }

  private func sync(_ folder: FileDescriptor, of target: String) throws(FileFault) {
    do throws(FileFault) {
      try retry(.syncFolder, self.folder(of: target)) { system.sync(folder) }
    } catch {
      // Some file systems cannot sync a folder and say so.
      if error.errno != EINVAL, error.errno != ENOTSUP { throw error }
    }
  }

  func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// Calls again while the system says that it was interrupted.
  @discardableResult
  func retry<T>(
    _ operation: FileFault.Operation, _ path: String, _ call: () -> Result<T, ErrorNumber>
  ) throws(FileFault) -> T {
    for _ in 0..<10_000 {
      switch call() {
      case .success(let value): return value
      case .failure(let error):
        guard error.number == EINTR else { throw FileFault(operation, .system(errno: error.number), path) }
      }
    }
    throw FileFault(operation, .system(errno: EINTR), path)
  }
}
