/// The system calls that saving and opening stand on, so that tests can make each of them fail.
///
/// They behave as the calls they are named after: a failure is the error number, an interruption is reported and not retried,
/// and `write` may write less than it was given.
public protocol FileSystem: Sendable {
  /// For reading; does not wait for the other end of a pipe.
  func openToRead(_ path: String) -> Result<FileDescriptor, ErrorNumber>
  /// For writing; fails when something of the name exists, a dangling link included.
  func createNew(_ path: String, mode: UInt32) -> Result<FileDescriptor, ErrorNumber>
  func openFolder(_ path: String) -> Result<FileDescriptor, ErrorNumber>
  /// For reading and for writing at its end; makes it, for its owner only, when it is not there; follows no link and waits for no pipe.
  func openToAppend(_ path: String) -> Result<FileDescriptor, ErrorNumber>
  func read(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, ErrorNumber>
  func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) -> Result<Int, ErrorNumber>
  func sync(_ file: FileDescriptor) -> Result<Void, ErrorNumber>
  /// Only what is needed to read the bytes again, not the times.
  func syncBytes(_ file: FileDescriptor) -> Result<Void, ErrorNumber>
  func truncate(_ file: FileDescriptor, to size: Int) -> Result<Void, ErrorNumber>
  /// Takes the advisory lock of an open file, or fails at once when somebody has it. It goes with the descriptor, and so with the process.
  func lock(_ file: FileDescriptor) -> Result<Void, ErrorNumber>
  func close(_ file: FileDescriptor) -> Result<Void, ErrorNumber>
  func rename(_ old: String, to new: String) -> Result<Void, ErrorNumber>
  func remove(_ path: String) -> Result<Void, ErrorNumber>
  /// Makes a second name for a file.
  func link(_ old: String, to new: String) -> Result<Void, ErrorNumber>
  func makeFolder(_ path: String, mode: UInt32) -> Result<Void, ErrorNumber>
  /// The names in a folder but for `.` and `..`, in no order.
  func names(in folder: String) -> Result<[String], ErrorNumber>
  func status(_ file: FileDescriptor) -> Result<FileStatus, ErrorNumber>
  /// Of what the path names; with `followsLinks`, of what a link there leads to.
  func status(_ path: String, followsLinks: Bool) -> Result<FileStatus, ErrorNumber>
  /// Succeeds when the process may write to the file.
  func mayWrite(_ path: String) -> Result<Void, ErrorNumber>
  func readLink(_ path: String) -> Result<String, ErrorNumber>
  func setMode(_ file: FileDescriptor, _ mode: UInt32) -> Result<Void, ErrorNumber>
  func setOwner(_ file: FileDescriptor, user: UInt32, group: UInt32) -> Result<Void, ErrorNumber>
  /// Copies the extended attributes of the path to the open file, as far as the system lets it.
  func copyAttributes(from path: String, to file: FileDescriptor)
  /// For the names of temporary files.
  func randomNumber() -> UInt64
}

public struct FileDescriptor: Hashable, Sendable {
  public let number: Int32
  public init(_ number: Int32) { self.number = number }
}

public struct ErrorNumber: Error, Hashable, Sendable {
  public let number: Int32
  public init(_ number: Int32) { self.number = number }
}

/// What the system knows of a file.
public struct FileStatus: Hashable, Sendable {
  public var kind: FileKind
  public var device: UInt64
  public var inode: UInt64
  public var size: Int
  /// Nanoseconds after 1970.
  public var modified: Int64
  /// The permission bits.
  public var mode: UInt32
  public var user: UInt32
  public var group: UInt32

  public init(
    kind: FileKind, device: UInt64 = 0, inode: UInt64 = 0, size: Int = 0, modified: Int64 = 0, mode: UInt32 = 0o600, user: UInt32 = 0,
    group: UInt32 = 0
  ) {
    self.kind = kind
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.mode = mode
    self.user = user
    self.group = group
  }
}
