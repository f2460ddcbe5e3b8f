import Glibc
import JSON
import SessionModel
import SessionStore

/// Sessions that have no file yet: each has a journal in the user's folder for such things, and is offered the next time.
struct UnsavedWork {
  /// The journal of this session, and the right to write it.
  let journal: Journal
  /// What the session began with.
  let base: Session
  private let lock: SessionLock?

  /// Where journals go that have no file to lie beside; nil without a home.
  static var folder: String? { Environment.folder("XDG_STATE_HOME", ".local/state") }

  /// One that was left, the latest first.
  struct Left {
    var path: String
    var recovery: Recovery
    var reading: JournalReading
    var size: Int
  }

  /// A journal for a new session, which is made when there is something to write.
  init?(_ session: Session, at now: Instant, onFault: @escaping @Sendable () -> Void) {
    guard let folder = Self.folder else { return nil }
    FileOutput.makePrivateFolders(folder)
    let path = "\(folder)/unsaved-\(DateStamp.text(now))-\(getpid()).journal"
    lock = Self.lock(path, now)
    base = session
    journal = Journal(at: path, base: 0, onFault: onFault)
    journal.begin(with: session, at: now)
  }

  /// Goes on with one that was left.
  init(_ left: Left, at now: Instant, onFault: @escaping @Sendable () -> Void) {
    lock = Self.lock(left.path, now)
    base = left.recovery.base
    journal = Journal(at: left.path, base: 0, onFault: onFault)
    journal.goOn(from: left.reading, fileSize: left.size)
  }

  private static func lock(_ path: String, _ now: Instant) -> SessionLock? {
    if case .taken(let lock) = SessionLock.take(path + ".lock", for: .current(at: now)) { return lock }
    return nil
  }

  /// Ends the work. A journal that holds something stays, and is offered the next time.
  func close() {
    journal.letGo()
    lock?.release()
  }

  /// The work is in a file now.
  func end(at now: Instant) {
    journal.note(.null, at: now)
    journal.saved(0, at: now)
    lock?.release()
  }

  /// All that was left and that no other window has open.
  static func left(at now: Instant) -> [Left] {
    guard let folder else { return [] }
    return FolderListing.names(folder).reversed().filter { $0.hasPrefix("unsaved-") && $0.hasSuffix(".journal") }.compactMap { name in
      let path = "\(folder)/\(name)"
      guard case .taken(let lock) = SessionLock.take(path + ".lock", for: .current(at: now)) else { return nil }
      defer { lock.release() }
      guard let file = (try? JournalFile.read(path)) ?? nil, let recovery = file.reading.recoverUnsaved() else { return nil }
      guard !recovery.steps.isEmpty || recovery.draft != .null else { return nil }
      return Left(path: path, recovery: recovery, reading: file.reading, size: file.size)
    }
  }
}
