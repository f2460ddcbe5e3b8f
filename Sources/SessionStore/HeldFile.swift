import JSON
import Sealing
import SessionModel

#if canImport(Glibc)
  import Glibc
#endif

/// A session's file while somebody works on it: with its lock, its journal and its backups.
///
/// Used from one thread. Whoever has the lock writes; everybody else follows what is written.
public final class HeldFile {
  /// What a file is opened for.
  public enum Purpose: Sendable {
    case work
    /// To look at it and never change it; no lock is asked for.
    case follow
  }

  /// Why the file is not ours to write.
  public enum Following: Hashable, Sendable {
    /// It was opened to look on.
    case onPurpose
    /// Somebody else works on it; nil when it is not known who.
    case owner(LockOwner?)
  }

  /// As a person named it.
  public let path: String
  public let places: SessionPlaces
  /// Nil when it is ours to write.
  public internal(set) var following: Following?
  /// A newer version wrote it.
  public internal(set) var isNewer = false
  /// Of the file, when it was read or written last.
  public internal(set) var fingerprint: Fingerprint
  /// The session that the file has, as it was read or written last.
  public internal(set) var saved: Session
  public private(set) var journal: Journal?
  /// What the file, its journal and its backups are protected with; nil when anybody can read them.
  public internal(set) var seal: Seal?

  let system: any FileSystem
  /// What opens protected files without asking anybody.
  let keys: Keyring
  let otherFolder: String?
  let onChange: @Sendable () -> Void
  var lock: SessionLock?
  var watch: FolderWatch?
  /// What has been read of the journal of the one that is followed.
  var followed = JournalReading()
  var followedSize = 0
  /// Whether the one that is followed was seen to have closed the file.
  var hasOwnerLeft = false
  /// Whether what is shown is not known to be what has been followed so far.
  var mustReadAll = false
  /// Whether the file that is followed was last seen protected by something that nothing here opens.
  var isLocked = false

  private init(
    _ path: String, _ places: SessionPlaces, _ opened: OpenedSession, _ system: any FileSystem, keys: Keyring, otherFolder: String?,
    onChange: @escaping @Sendable () -> Void
  ) {
    self.path = path
    self.places = places
    self.system = system
    self.keys = keys.quiet
    self.otherFolder = otherFolder
    self.onChange = onChange
    fingerprint = opened.fingerprint
    saved = opened.session
    isNewer = opened.isReadOnly
    seal = opened.seal
  }

  /// What opening a file found.
  public struct Opening: Sendable {
    public var opened: OpenedSession
    public var finding: JournalFinding
    /// Journals that were put aside, because they stand on another state of the file.
    public var aside: [String] = []
    /// Why a journal could not be looked at.
    public var journalFault: FileFault?
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - keys: what opens a protected file; later nobody is asked any more.
  ///   - otherFolder: where the journal goes when nothing can be written beside the file.
  ///   - onChange: called from other threads when something has changed that `look` should look at.
  public static func open(
    _ path: String, to purpose: Purpose, at now: Instant, keys: Keyring = Keyring(), otherFolder: String? = nil,
    _ system: any FileSystem = SystemFiles(), onChange: @escaping @Sendable () -> Void = {}
  ) throws(SessionFileFault) -> (file: HeldFile, opening: Opening) {
    let places = SessionPlaces(path, system)
    // Before reading: what is read after the lock was taken nobody changes.
    let attempt: SessionLock.Attempt? = purpose == .work ? SessionLock.take(places.lock, for: .current(at: now), system) : nil
    let opened: OpenedSession
    do throws(SessionFileFault) {
      opened = try SessionFile(system, keys: keys).open(path)
    } catch {
      if case .taken(let lock)? = attempt { lock.release() }
      throw error
    }
    let file = HeldFile(path, places, opened, system, keys: keys, otherFolder: otherFolder, onChange: onChange)
    switch attempt {
    case .taken(let lock): file.lock = lock
    case .held(let owner): file.following = .owner(owner)
    case .impossible: break
    case nil: file.following = .onPurpose
    }
    if opened.isReadOnly {
      file.giveBack()
      return (file, Opening(opened: opened, finding: .nothing))
    }
    return (file, file.following == nil ? file.recover(opened, at: now) : file.beginFollowing(opened))
  }

  /// Opens a file for a command that changes it at once: nobody else may work on it, and nothing may wait in its journal.
  public static func forCommand(
    _ path: String, at now: Instant, keys: Keyring = Keyring(), otherFolder: String? = nil
  ) throws(SessionFileFault) -> HeldFile {
    let (file, recovery) = try takingIn(path, at: now, keys: keys, otherFolder: otherFolder)
    guard recovery != nil else { return file }
    file.close()
    throw .unsavedWork(path: path)
  }

  /// The same for a command that takes along what waits in the journal.
  public static func takingIn(
    _ path: String, at now: Instant, keys: Keyring = Keyring(), otherFolder: String? = nil
  ) throws(SessionFileFault) -> (file: HeldFile, recovery: Recovery?) {
    let (file, opening) = try open(path, to: .work, at: now, keys: keys, otherFolder: otherFolder)
    if case .recovered(let recovery) = opening.finding, !file.isNewer, file.following == nil { return (file, recovery) }
    guard file.isNewer || file.following != nil else { return (file, nil) }
    file.close()
    throw file.isNewer ? .readOnly(path: path) : .heldByOther(path: path)
  }

  /// A file that a session has just been saved to for the first time.
  public static func adopt(
    _ path: String, _ session: Session, _ fingerprint: Fingerprint, at now: Instant, sealedBy seal: Seal? = nil, keys: Keyring = Keyring(),
    otherFolder: String? = nil, _ system: any FileSystem = SystemFiles(), onChange: @escaping @Sendable () -> Void = {}
  ) -> HeldFile {
    let opened = OpenedSession(
      session: session, path: path, fingerprint: fingerprint, version: SessionFormat.version, problems: [], isReadOnly: false, seal: seal)
    let file = HeldFile(path, SessionPlaces(path, system), opened, system, keys: keys, otherFolder: otherFolder, onChange: onChange)
    if case .taken(let lock) = SessionLock.take(file.places.lock, for: .current(at: now), system) { file.lock = lock }
    // A journal of what stood there before is of no use for this session, and not ours to throw away.
    _ = file.setAside(file.places.journal, at: now)
    file.journal = file.makeJournal()
    return file
  }

  private func makeJournal() -> Journal {
    Journal(at: places.journal, base: fingerprint.hash, sealedBy: seal, otherPlace: otherJournal, system, onFault: onChange)
  }

  /// Where the journal goes when nothing can be written beside the file: in a folder of the user's own, named after the whole path.
  var otherJournal: String? {
    otherFolder.map { "\($0)/\(places.name)-\(HexNumber.text(Fingerprint.hash(Array(FullPath.of(places.file).utf8)))).journal" }
  }

  // MARK: - Recovery

  func recover(_ opened: OpenedSession, at now: Instant) -> Opening {
    var opening = Opening(opened: opened, finding: .nothing)
    let journal = makeJournal()
    self.journal = journal
    var found: [(file: JournalFile, recovery: Recovery)] = []
    for path in [places.journal] + (otherJournal.map { [$0] } ?? []) {
      do throws(FileFault) {
        guard let file = try JournalFile.read(path, sealedBy: seal, system) else { continue }
        switch file.reading.recover(opened.session, hash: opened.fingerprint.hash) {
        // A damaged one is kept, even if nothing of it can be read.
        case .nothing where file.reading.isWhole: _ = system.remove(path)
        case .nothing: if let aside = setAside(path, at: now) { opening.aside.append(aside) }
        case .recovered(let recovery): found.append((file, recovery))
        case .foreign(let steps):
          if let aside = setAside(path, at: now) { opening.aside.append(aside) }
          if case .nothing = opening.finding { opening.finding = .foreign(steps: steps) }
        }
      } catch {
        opening.journalFault = error
      }
    }
    guard let best = found.max(by: { ($0.recovery.steps.count, $0.file.size) < ($1.recovery.steps.count, $1.file.size) }) else { return opening }
    for other in found where other.file.path != best.file.path {
      if let aside = setAside(other.file.path, at: now) { opening.aside.append(aside) }
    }
    if best.recovery.isPartial {
      // What cannot be read today somebody may be able to read tomorrow.
      if let copy = copyAside(best.file.path, at: now) ?? setAside(best.file.path, at: now) { opening.aside.append(copy) }
      journal.append(best.recovery.steps, draft: best.recovery.draft)
    } else {
      journal.goOn(from: best.file.reading, fileSize: best.file.path == places.journal ? best.file.size : -1)
    }
    opening.finding = .recovered(best.recovery)
    return opening
  }

  func setAside(_ path: String, at now: Instant) -> String? { try? JournalFile.setAside(path, at: now, system) }

  private func copyAside(_ path: String, at now: Instant) -> String? {
    let other = path + "-" + DateStamp.text(now)
    guard let bytes = try? PosixFile(system).read(path).bytes, (try? PosixFile(system).write(bytes, to: other)) != nil else { return nil }
    return other
  }

  /// Lets go of what was recovered: the journal is put aside, and the file is as it was saved. Where the journal is then.
  public func discardRecovered(at now: Instant) -> String? {
    guard let old = journal else { return nil }
    old.letGo()
    let aside = setAside(old.path, at: now)
    journal = makeJournal()
    return aside
  }

  // MARK: - Writing

  /// Keeps what was done, and what is half-typed now.
  public func keep(_ steps: [RecordedStep], draft: JSONValue) {
    guard isOurs else { return }
    journal?.append(steps, draft: draft)
  }

  public func note(draft: JSONValue, at now: Instant) {
    guard isOurs else { return }
    journal?.note(draft, at: now)
  }

  /// Whether it is still ours to write; else `look` is asked for, which says who has it.
  private var isOurs: Bool {
    guard following == nil, !isNewer else { return false }
    guard let lock, !lock.isOurs else { return true }
    onChange()
    return false
  }

  /// Writes the session into its file, having kept what the file was as a backup; then the journal begins anew.
  ///
  /// - Parameters:
  ///   - overwrite: even if somebody else has changed the file meanwhile; what it is then becomes a backup all the same.
  ///   - keepsBackup: false when what the file was is not to be kept.
  public func save(
    _ session: Session, at now: Instant, overwrite: Bool = false, keepsBackup: Bool = true
  ) throws(SessionFileFault) {
    guard !isNewer else { throw .readOnly(path: path) }
    guard isOurs else { throw .heldByOther(path: path) }
    let file = SessionFile(system, keys: keys)
    // What has gone cannot be written over: the file is made anew.
    let isGone = !FileChecks.isThere(places.file, system)
    if !overwrite, !isGone, try !file.isUnchanged(places.file, since: fingerprint) { throw .changedOnDisk(path: path) }
    let content = SessionFormat.encode(session)
    let bytes = try SessionFile.bytes(content, seal, for: path)
    let hash = Fingerprint.hash(bytes)
    journal?.noteSaving(hash, at: now)
    // The same session sealed again is other bytes.
    let isSame = seal == nil ? hash == fingerprint.hash : content == SessionFormat.encode(saved)
    if keepsBackup, !isSame || overwrite { backUp() }
    do throws(SessionFileFault) {
      fingerprint = try file.save(bytes, to: path, expecting: isGone ? nil : fingerprint, overwrite: overwrite)
    } catch {
      // The new file is there already; the next try replaces that one.
      if case .unconfirmed(_, let new) = error { fingerprint = new }
      throw error
    }
    saved = session
    journal?.saved(hash, at: now)
  }

  /// Why the last save was not preceded by a backup; nil when it was.
  public private(set) var backupFault: FileFault?

  private func backUp() {
    do throws(FileFault) {
      try Backups(of: places, system).keep()
      backupFault = nil
    } catch {
      // A session that can be saved must not be held back by a backup that cannot be made.
      backupFault = error
    }
  }

  /// Ends the work, because the session is in another file now: nothing of the journal is needed any more.
  public func abandon(at now: Instant) {
    if following == nil {
      journal?.note(.null, at: now)
      journal?.saved(fingerprint.hash, at: now)
    }
    close()
  }

  /// Ends the work: the lock goes to whoever asks next. A journal that still holds something stays.
  public func close() {
    watch = nil
    journal?.letGo()
    giveBack()
  }

  func giveBack() {
    lock?.release()
    lock = nil
  }
}
