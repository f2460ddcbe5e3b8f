import Sealing
import SessionModel

#if canImport(Glibc)
  import Glibc
#endif

/// A journal as it lies on the disk.
public struct JournalFile: Sendable {
  public var path: String
  public var reading: JournalReading
  /// In bytes.
  public var size: Int

  /// Reads the journal at a path; nil when there is none. Only a regular file of this user's is one.
  ///
  /// - Parameter seal: of the session that it belongs to, when that is protected.
  public static func read(
    _ path: String, sealedBy seal: Seal? = nil, _ system: any FileSystem = SystemFiles()
  ) throws(FileFault) -> JournalFile? {
    switch system.status(path, followsLinks: false) {
    case .failure(let error):
      if error.number == ENOENT || error.number == ENOTDIR { return nil }
      throw FileFault(.look, .system(errno: error.number), path)
    case .success(let status):
      guard status.kind == .regular else { throw FileFault(.read, .notRegular(status.kind), path) }
      // One that anybody could have put there is not replayed.
      guard FileChecks.isOwn(status) else { throw FileFault(.read, .system(errno: EPERM), path) }
    }
    let bytes = try PosixFile(system).read(path, limit: JournalLines.greatestSize).bytes
    return JournalFile(path: path, reading: JournalLines.read(bytes, seal), size: bytes.count)
  }

  /// Moves a journal out of the way, under its name with the date behind it; where it is then.
  public static func setAside(_ path: String, at: Instant, _ system: any FileSystem = SystemFiles()) throws(FileFault) -> String {
    for number in 1...1000 {
      let other = path + "-" + DateStamp.text(at) + (number == 1 ? "" : "-\(number)")
      // A second name first: a rename would replace what is there.
      switch system.link(path, to: other) {
      case .success:
        _ = system.remove(path)
        return other
      case .failure(let error) where error.number == EEXIST: continue
      case .failure(let error) where error.number == EPERM || error.number == EOPNOTSUPP || error.number == EMLINK:
        // A file system without second names.
        if FileChecks.isThere(other, system) { continue }
        if case .failure(let error) = system.rename(path, to: other) { throw FileFault(.rename, .system(errno: error.number), path) }
        return other
      case .failure(let error): throw FileFault(.rename, .system(errno: error.number), path)
      }
    }
    throw FileFault(.rename, .system(errno: EEXIST), path)
  }
}

/// A moment as names of files have it: `20261122T013000Z`, which sorts by time.
public enum DateStamp {
  public static func text(_ moment: Instant) -> String {
    String(Instant(seconds: moment.seconds).description.filter { $0 != "-" && $0 != ":" })
  }

  /// Nil if the text does not begin with one.
  public static func moment(_ text: String) -> Instant? {
    let digits = Array(text.utf8.prefix(16))
    guard digits.count == 16 else { return nil }
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    return Instant("\(part(0..<4))-\(part(4..<6))-\(part(6..<11)):\(part(11..<13)):\(part(13..<16))")
  }
}
