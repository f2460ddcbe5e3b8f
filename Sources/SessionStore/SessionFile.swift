#if canImport(Glibc)
  import Glibc
#endif
import Sealing
import SessionModel

/// What a file was when it was opened or saved last, so that another's change is noticed before anything is overwritten.
public struct Fingerprint: Hashable, Sendable {
  public var inode: UInt64
  /// Nanoseconds after 1970.
  public var modified: Int64
  public var size: Int
  /// Of the bytes.
  public var hash: UInt64

  public init(_ status: FileStatus, bytes: [UInt8]) {
    inode = status.inode
    modified = status.modified
    size = bytes.count
    hash = Fingerprint.hash(bytes)
  }

  /// FNV-1a over words of eight bytes; it tells versions apart, it does not guard against forgery.
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index + 8 <= raw.count {
        hash = (hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))) &* 0x0000_0100_0000_01B3
        hash ^= hash >> 29
        index += 8
      }
      while index < raw.count {
        hash = (hash ^ UInt64(raw[index])) &* 0x0000_0100_0000_01B3
        index += 1
      }
    }
    return hash
  }
}

/// A session with the file that it came from.
public struct OpenedSession: Sendable {
  public var session: Session
  public var path: String
  public var fingerprint: Fingerprint
  /// The version of the format that wrote it.
  public var version: Int
  /// What a newer version's file seems to get wrong; always empty otherwise.
  public var problems: [SessionProblem]
  /// Written by a newer version: it can be copied, not saved.
  public var isReadOnly: Bool
  /// What the file is protected with; nil when anybody can read it.
  public var seal: Seal?
}

/// Why a session was not opened or not saved. The file on disk is then untouched, but for `unconfirmed`.
public enum SessionFileFault: Error, Hashable, Sendable {
  case file(FileFault)
  case format(SessionFileError)
  /// The file is no longer the one that was opened or saved last.
  case changedOnDisk(path: String)
  /// There is a file, and it was not opened before.
  case alreadyExists(path: String)
  /// There is a file that is no session of this version, and it is never overwritten.
  case notOurs(SessionFileError)
  /// The new file stands under its name, but the disk did not confirm that it will after a power cut: to be saved again,
  /// expecting this fingerprint.
  case unconfirmed(FileFault, Fingerprint)
  /// It was written by a newer version.
  case readOnly(path: String)
  /// Somebody else works on it, and has the right to write it.
  case heldByOther(path: String)
  /// Its journal holds work that was not saved; it is to be opened first.
  case unsavedWork(path: String)
  /// It is protected, and was not opened.
  case sealed(path: String, SealError)
}

/// Opens and saves session files.
public struct SessionFile: Sendable {
  private let files: PosixFile
  private let keys: Keyring

  /// - Parameter keys: what opens protected files; without any they are refused.
  public init(_ system: any FileSystem = SystemFiles(), keys: Keyring = Keyring()) {
    files = PosixFile(system)
    self.keys = keys
  }

  public func open(_ path: String) throws(SessionFileFault) -> OpenedSession {
    let (bytes, status) = try load(path)
    let (content, seal) = try contents(in: bytes, called: path)
    do throws(SessionFileError) {
      let decoded = try SessionFormat.read(content, file: path)
      return OpenedSession(
        session: decoded.session, path: path, fingerprint: Fingerprint(status, bytes: bytes), version: decoded.version,
        problems: decoded.problems, isReadOnly: decoded.isReadOnly, seal: seal)
    } catch {
      throw .format(error)
    }
  }

  /// A session file's bytes as they lie on the disk.
  public func bytes(of path: String) throws(SessionFileFault) -> [UInt8] { try load(path).bytes }

  /// What a file holds, be it a session or not: of a protected one what is inside, with its seal.
  public func contents(of path: String) throws(SessionFileFault) -> (content: [UInt8], seal: Seal?) {
    try contents(in: try load(path).bytes, called: path)
  }

  /// The same for a file's bytes; `name` is what errors, and whoever is asked for the passphrase, are told.
  public func contents(in file: [UInt8], called name: String) throws(SessionFileFault) -> (content: [UInt8], seal: Seal?) {
    guard SealedFile.recognises(file) else { return (file, nil) }
    do throws(SealError) {
      let (content, seal) = try keys.open(file, called: name)
      return (content, seal)
    } catch {
      throw .sealed(path: name, error)
    }
  }

  /// Writes the session and returns the file's new fingerprint.
  ///
  /// - Parameters:
  ///   - expected: the fingerprint of the last opening or saving; nil for a session that has no file yet.
  ///   - overwrite: writes even if the file has changed or was never opened, but never over what is no session of this version.
  ///   - seal: what the file is protected with; nil for one that anybody can read.
  public func save(
    _ session: Session, to path: String, expecting expected: Fingerprint?, overwrite: Bool = false, sealedBy seal: Seal? = nil
  ) throws(SessionFileFault) -> Fingerprint {
    let bytes = try Self.bytes(SessionFormat.encode(session), seal, for: path)
    return try save(bytes, to: path, expecting: expected, overwrite: overwrite)
  }

  /// The bytes of a file that holds the content.
  static func bytes(_ content: [UInt8], _ seal: Seal?, for path: String) throws(SessionFileFault) -> [UInt8] {
    guard let seal else { return content }
    do throws(SealError) { return try seal.sealed(content) } catch { throw .sealed(path: path, error) }
  }

  /// The same for the file's bytes.
  func save(
    _ bytes: [UInt8], to path: String, expecting expected: Fingerprint?, overwrite: Bool
  ) throws(SessionFileFault) -> Fingerprint {
    try check(path, expected, overwrite)
    do throws(FileFault) {
      return Fingerprint(try files.write(bytes, to: path), bytes: bytes)
    } catch {
      guard error.operation == .syncFolder, case .success(let status) = files.system.status(path, followsLinks: true) else {
        throw .file(error)
      }
      throw .unconfirmed(error, Fingerprint(status, bytes: bytes))
    }
  }

  /// Copies a file byte by byte: the only way in which a newer version's file is written.
  public func copy(_ path: String, to other: String, overwrite: Bool = false) throws(SessionFileFault) {
    let (bytes, _) = try load(path)
    try check(other, nil, overwrite)
    do throws(FileFault) { try files.write(bytes, to: other) } catch { throw .file(error) }
  }

  /// Whether the file is still the one of the fingerprint; false too when it has gone.
  public func isUnchanged(_ path: String, since expected: Fingerprint) throws(SessionFileFault) -> Bool {
    switch files.system.status(path, followsLinks: true) {
    case .failure(let error):
      guard error.number == ENOENT else { throw .file(FileFault(.look, .system(errno: error.number), path)) }
      return false
    case .success(let status):
      guard status.kind == .regular else { throw .file(FileFault(.look, .notRegular(status.kind), path)) }
      if status.inode == expected.inode, status.modified == expected.modified, status.size == expected.size { return true }
      guard status.size == expected.size else { return false }
      // Touched or restored, but the same bytes: nothing would be lost.
      return Fingerprint.hash(try load(path).bytes) == expected.hash
    }
  }

  private func check(_ path: String, _ expected: Fingerprint?, _ overwrite: Bool) throws(SessionFileFault) {
    switch files.system.status(path, followsLinks: true) {
    case .failure(let error):
      guard error.number == ENOENT else { throw .file(FileFault(.look, .system(errno: error.number), path)) }
      if expected != nil, !overwrite { throw .changedOnDisk(path: path) }
    case .success:
      if let expected, try isUnchanged(path, since: expected) { return }
      guard overwrite else { throw expected == nil ? .alreadyExists(path: path) : .changedOnDisk(path: path) }
      try checkOurs(path)
    }
  }

  /// Only a session of this version or an older one may be overwritten.
  private func checkOurs(_ path: String) throws(SessionFileFault) {
    let bytes = try load(path).bytes
    guard !bytes.isEmpty else { return }
    let isNewer: Bool
    let content = try contents(in: bytes, called: path).content
    do throws(SessionFileError) { isNewer = try SessionFormat.read(content, file: path).isReadOnly } catch { throw .notOurs(error) }
    if isNewer { throw .readOnly(path: path) }
  }

  private func load(_ path: String) throws(SessionFileFault) -> (bytes: [UInt8], status: FileStatus) {
    do throws(FileFault) {
      return try files.read(path, limit: Seal.greatestFileSize(holding: SessionFormat.greatestSize))
    } catch {
      if case .tooLarge(let limit) = error.reason { throw .format(SessionFileError(file: path, .tooLarge(limit: min(limit, SessionFormat.greatestSize)))) }
      throw .file(error)
    }
  }
}
