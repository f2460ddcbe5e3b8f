import CSupport

#if canImport(Glibc)
  import Glibc
#endif

/// The system's own files.
public struct SystemFiles: FileSystem {
  public init() {}

  public func openToRead(_ path: String) -> Result<FileDescriptor, ErrorNumber> {
    descriptor(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
  }

  public func createNew(_ path: String, mode: UInt32) -> Result<FileDescriptor, ErrorNumber> {
    descriptor(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode))
  }

  public func openFolder(_ path: String) -> Result<FileDescriptor, ErrorNumber> {
    descriptor(open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY))
  }

  public func openToAppend(_ path: String) -> Result<FileDescriptor, ErrorNumber> {
    descriptor(open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o600))
  }

  public func read(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, ErrorNumber> {
    count(Glibc.read(file.number, buffer.baseAddress, buffer.count))
  }

  public func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) -> Result<Int, ErrorNumber> {
    count(Glibc.write(file.number, bytes.baseAddress, bytes.count))
  }

  public func sync(_ file: FileDescriptor) -> Result<Void, ErrorNumber> { done(fsync(file.number)) }
  public func syncBytes(_ file: FileDescriptor) -> Result<Void, ErrorNumber> { done(fdatasync(file.number)) }
  public func truncate(_ file: FileDescriptor, to size: Int) -> Result<Void, ErrorNumber> { done(ftruncate(file.number, size)) }
  public func lock(_ file: FileDescriptor) -> Result<Void, ErrorNumber> { done(flock(file.number, LOCK_EX | LOCK_NB)) }
  public func close(_ file: FileDescriptor) -> Result<Void, ErrorNumber> { done(Glibc.close(file.number)) }
  public func rename(_ old: String, to new: String) -> Result<Void, ErrorNumber> { done(Glibc.rename(old, new)) }
  public func remove(_ path: String) -> Result<Void, ErrorNumber> { done(unlink(path)) }
  public func link(_ old: String, to new: String) -> Result<Void, ErrorNumber> { done(Glibc.link(old, new)) }
  public func makeFolder(_ path: String, mode: UInt32) -> Result<Void, ErrorNumber> { done(mkdir(path, mode)) }

  public func names(in folder: String) -> Result<[String], ErrorNumber> {
    guard let listing = opendir(folder) else { return .failure(ErrorNumber(errno)) }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return .success(names)
  }

  public func status(_ file: FileDescriptor) -> Result<FileStatus, ErrorNumber> {
    var found = stat()
    return done(fstat(file.number, &found)).map { FileStatus(found) }
  }

  public func status(_ path: String, followsLinks: Bool) -> Result<FileStatus, ErrorNumber> {
    var found = stat()
    return done(followsLinks ? stat(path, &found) : lstat(path, &found)).map { FileStatus(found) }
  }

  public func mayWrite(_ path: String) -> Result<Void, ErrorNumber> { done(faccessat(AT_FDCWD, path, W_OK, AT_EACCESS)) }

  public func readLink(_ path: String) -> Result<String, ErrorNumber> {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let size = buffer.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return readlink(path, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return count(size).map { String(decoding: buffer[..<$0], as: UTF8.self) }
  }

  public func setMode(_ file: FileDescriptor, _ mode: UInt32) -> Result<Void, ErrorNumber> { done(fchmod(file.number, mode)) }

  public func setOwner(_ file: FileDescriptor, user: UInt32, group: UInt32) -> Result<Void, ErrorNumber> {
    done(fchown(file.number, user, group))
  }

  public func copyAttributes(from path: String, to file: FileDescriptor) {
    let size = listxattr(path, nil, 0)
    guard size > 0, size <= 1 << 20 else { return }
    var names = [CChar](repeating: 0, count: size)
    let filled = listxattr(path, &names, size)
    guard filled > 0, filled <= size else { return }
    for name in names[..<filled].split(separator: 0) {
      let name = Array(name) + [0]
      let length = getxattr(path, name, nil, 0)
      guard length >= 0, length <= 1 << 20 else { continue }
      var value = [UInt8](repeating: 0, count: max(1, length))
      let got = getxattr(path, name, &value, length)
      if got >= 0 { _ = fsetxattr(file.number, name, value, got, 0) }
    }
  }

  public func randomNumber() -> UInt64 { UInt64.random(in: .min ... .max) }

  private func descriptor(_ result: Int32) -> Result<FileDescriptor, ErrorNumber> {
    result >= 0 ? .success(FileDescriptor(result)) : .failure(ErrorNumber(errno))
  }

  private func count(_ result: Int) -> Result<Int, ErrorNumber> { result >= 0 ? .success(result) : .failure(ErrorNumber(errno)) }

  private func done(_ result: Int32) -> Result<Void, ErrorNumber> { result == 0 ? .success(()) : .failure(ErrorNumber(errno)) }
}

extension FileStatus {
  init(_ found: stat) {
    let kind: FileKind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFCHR, S_IFBLK: .device
      default: .unknown
      }
    self.init(
      kind: kind, device: UInt64(found.st_dev), inode: UInt64(found.st_ino), size: Int(found.st_size),
      modified: Int64(found.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(found.st_mtim.tv_nsec), mode: found.st_mode & 0o7777,
      user: found.st_uid, group: found.st_gid)
  }
}
