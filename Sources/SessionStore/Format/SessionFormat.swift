import JSON
import SessionModel

/// The session file: one JSON object, `rapport` (the version) first, then the profile, then the entities of each kind sorted by id,
/// then whatever members a newer version put at the top. Empty lists are not written; the same session is always the same bytes.
public enum SessionFormat {
  /// The version written. A file of a newer one is read as far as it is understood, and never written back.
  public static let version = 1
  /// Larger files are refused: reading one takes several times its size in memory.
  public static let greatestSize = 128 << 20
  /// So many problems of one file are listed.
  public static let greatestProblemCount = 50

  /// The session in a file's bytes. `file` is what errors call it.
  public static func decode(_ bytes: [UInt8], file: String) throws(SessionFileError) -> Session {
    try read(bytes, file: file).session
  }

  /// The same with the version that wrote it.
  public static func read(_ bytes: [UInt8], file: String) throws(SessionFileError) -> DecodedSession {
    guard bytes.count <= greatestSize else { throw SessionFileError(file: file, .tooLarge(limit: greatestSize)) }
    var decoder = SessionDecoder()
    do {
      try JSONReader.read(bytes) { reader throws(JSONError) in try decoder.read(&reader) }
    } catch {
      throw SessionFileError(file: file, problems: [problem(error, in: bytes)])
    }
    guard let version = decoder.version else { throw SessionFileError(file: file, .notSession) }
    let findings = decoder.findings(in: bytes)
    // A newer version may keep what this one misses in a list that it does not know.
    guard findings.isEmpty || version > Self.version else {
      let count = greatestProblemCount
      throw SessionFileError(file: file, problems: Array(findings.prefix(count)), hasMore: findings.count > count)
    }
    return DecodedSession(session: decoder.session, version: version, problems: Array(findings.prefix(greatestProblemCount)))
  }

  /// The canonical bytes of a session.
  public static func encode(_ session: Session) -> [UInt8] {
    // Room for most, so that it is seldom moved.
    let count = EntityKind.allCases.reduce(0) { $0 + session.count(of: $1) }
    var writer = JSONWriter(reserving: 4096 + 256 * count)
    writer.beginObject()
    writer.key(literal: "rapport")
    writer.integer(version)
    writer.key(literal: "session")
    session.profile.write(to: &writer)
    for kind in EntityKind.allCases where kind != .session && session.count(of: kind) > 0 {
      func write<E: Entity>(_: E.Type) {
        writer.key(literal: kind.collectionKey)
        session[keyPath: E.collection].write(to: &writer, aside: .thread)
      }
      write(kind.type)
    }
    for member in session.extra {
      writer.key(member.key)
      writer.value(member.value)
    }
    writer.endObject()
    return writer.finish()
  }

  /// An error of the reader as a problem; when the file is not even a session, that is said instead.
  private static func problem(_ error: JSONError, in bytes: [UInt8]) -> SessionProblem {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let first = bytes.dropFirst(hasMark ? 3 : 0).first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    guard let first else { return SessionProblem(.empty) }
    if bytes.prefix(4096).contains(0) { return SessionProblem(.binary) }
    if first != 0x7B {
      let isJSON = (try? JSONReader.read(bytes) { reader throws(JSONError) in try reader.skip() }) != nil
      return SessionProblem(isJSON ? .notSession : .notJSON, line: error.line, column: error.column)
    }
    if isOtherJSON(bytes) { return SessionProblem(.notSession) }
    return SessionProblem(.init(error.reason), line: error.line, column: error.column, path: error.path)
  }

  /// Whether it is well-formed without the member that makes a session.
  private static func isOtherJSON(_ bytes: [UInt8]) -> Bool {
    let isOther = try? JSONReader.read(bytes) { reader throws(JSONError) in
      var isSession = false
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if key.matches("rapport") { isSession = true }
        try reader.skip()
      }
      return !isSession
    }
    return isOther ?? false
  }
}

/// A session as it was read.
public struct DecodedSession: Sendable {
  public var session: Session
  /// The version of the format that wrote it.
  public var version: Int
  /// What a newer version's file seems to get wrong; always empty for a file of this version or an older one.
  public var problems: [SessionProblem]
  /// Written by a newer version: to be copied byte by byte only.
  public var isReadOnly: Bool { version > SessionFormat.version }
}
