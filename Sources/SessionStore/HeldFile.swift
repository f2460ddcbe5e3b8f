import JSON
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
  public private(set) var following: Following?
  /// A newer version wrote it.
  public private(set) var isNewer = false
  /// Of the file, when it was read or written last.
  public private(set) var fingerprint: Fingerprint
  /// The session that the file has, as it was read or written last.
  public private(set) var saved: Session
  public private(set) var journal: Journal?

  private let system: any FileSystem
  private let otherFolder: String?
  private let onChange: @Sendable () -> Void
  private var lock: SessionLock?
  private var watch: FolderWatch?
  /// What has been read of the journal of the one that is followed.
  private var followed = JournalReading()
  private var followedSize = 0

  private init(
    _ path: String, _ places: SessionPlaces, _ opened: OpenedSession, _ system: any FileSystem, otherFolder: String?,
    onChange: @escaping @Sendable () -> Void
  ) {
    self.path = path
    self.places = places
    self.system = system
    self.otherFolder = otherFolder
    self.onChange = onChange
    fingerprint = opened.fingerprint
    saved = opened.session
    isNewer = opened.isReadOnly
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
  ///   - otherFolder: where the journal goes when nothing can be written beside the file.
  ///   - onChange: called from other threads when something has changed that `look` should look at.
  public static func open(
    _ path: String, to purpose: Purpose, at now: Instant, otherFolder: String? = nil, _ system: any FileSystem = SystemFiles(),
    onChange: @escaping @Sendable () -> Void = {}
  ) throws(SessionFileFault) -> (file: HeldFile, opening: Opening) {
    let places = SessionPlaces(path, system)
    // Before reading: what is read after the lock was taken nobody changes.
    let attempt: SessionLock.Attempt? = purpose == .work ? SessionLock.take(places.lock, for: .current(at: now), system) : nil
    let opened: OpenedSession
    do throws(SessionFileFault) {
      opened = try SessionFile(system).open(path)
    } catch {
      if case .taken(let lock)? = attempt { lock.release() }
      throw error
    }
    let file = HeldFile(path, places, opened, system, otherFolder: otherFolder, onChange: onChange)
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
  public static func forCommand(_ path: String, at now: Instant, otherFolder: String? = nil) throws(SessionFileFault) -> HeldFile {
    let (file, opening) = try open(path, to: .work, at: now, otherFolder: otherFolder)
    let refusal: SessionFileFault? =
      if file.isNewer {
        .readOnly(path: path)
      } else if file.following != nil {
        .heldByOther(path: path)
      } else if case .recovered = opening.finding {
        .unsavedWork(path: path)
      } else {
        nil
      }
    guard let refusal else { return file }
    file.close()
    throw refusal
  }

  /// A file that a session has just been saved to for the first time.
  public static func adopt(
    _ path: String, _ session: Session, _ fingerprint: Fingerprint, at now: Instant, otherFolder: String? = nil,
    _ system: any FileSystem = SystemFiles(), onChange: @escaping @Sendable () -> Void = {}
  ) -> HeldFile {
    let opened = OpenedSession(
      session: session, path: path, fingerprint: fingerprint, version: SessionFormat.version, problems: [], isReadOnly: false)
    let file = HeldFile(path, SessionPlaces(path, system), opened, system, otherFolder: otherFolder, onChange: onChange)
    if case .taken(let lock) = SessionLock.take(file.places.lock, for: .current(at: now), system) { file.lock = lock }
    // A journal of what stood there before is of no use for this session, and not ours to throw away.
    _ = file.setAside(file.places.journal, at: now)
    file.journal = file.makeJournal()
    return file
  }

  private func makeJournal() -> Journal {
    Journal(at: places.journal, base: fingerprint.hash, otherPlace: otherJournal, system, onFault: onChange)
  }

  /// Where the journal goes when nothing can be written beside the file: in a folder of the user's own, named after the whole path.
  private var otherJournal: String? {
    otherFolder.map { "\($0)/\(places.name)-\(HexNumber.text(Fingerprint.hash(Array(FullPath.of(places.file).utf8)))).journal" }
  }

  // MARK: - Recovery

  private func recover(_ opened: OpenedSession, at now: Instant) -> Opening {
    var opening = Opening(opened: opened, finding: .nothing)
    let journal = makeJournal()
    self.journal = journal
    var found: [(file: JournalFile, recovery: Recovery)] = []
    for path in [places.journal] + (otherJournal.map { [$0] } ?? []) {
      do throws(FileFault) {
        guard let file = try JournalFile.read(path, system) else { continue }
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

  private func setAside(_ path: String, at now: Instant) -> String? { try? JournalFile.setAside(path, at: now, system) }

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
  /// - Parameter overwrite: even if somebody else has changed the file meanwhile; what it is then becomes a backup all the same.
  public func save(_ session: Session, at now: Instant, overwrite: Bool = false) throws(SessionFileFault) {
    guard !isNewer else { throw .readOnly(path: path) }
    guard isOurs else { throw .heldByOther(path: path) }
    let file = SessionFile(system)
    if !overwrite, try !file.isUnchanged(places.file, since: fingerprint) { throw .changedOnDisk(path: path) }
    let bytes = SessionFormat.encode(session)
    let hash = Fingerprint.hash(bytes)
    journal?.noteSaving(hash, at: now)
    if hash != fingerprint.hash || overwrite { backUp() }
    do throws(SessionFileFault) {
      fingerprint = try file.save(bytes, to: path, expecting: fingerprint, overwrite: overwrite)
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

  private func giveBack() {
    lock?.release()
    lock = nil
  }

  // MARK: - What others do

  /// What `look` found.
  public enum News: Sendable {
    /// Somebody else has the lock now: this one follows from here on.
    case takenOver(LockOwner?)
    /// Somebody else wrote the file.
    case changed
    /// The one that is followed did this.
    case steps([RecordedStep])
    /// The file is another than what was followed so far; with all that its journal adds. `saved` is what the file itself has.
    case replaced(WorkingSession, saved: Session)
    /// The journal cannot be written, or can be again.
    case journal(FileFault?)
  }

  /// Begins to call `onChange` when the file, its lock or its journal changes. Later than opening, so that the first frame need not wait.
  public func startWatching() {
    guard watch == nil else { return }
    var names = [places.name, ".\(places.name).lock"]
    if following != nil { names.append(".\(places.name).journal") }
    watch = FolderWatch(places.folder, names: names, onChange)
  }

  /// Looks at what has changed since it was looked at last.
  public func look() -> [News] {
    following == nil ? lookAsWriter() : lookAsFollower()
  }

  private func lookAsWriter() -> [News] {
    var news: [News] = []
    if let lock, !lock.isOurs {
      let owner = SessionLock.holder(places.lock, system)
      journal?.letGo()
      giveBack()
      following = .owner(owner)
      watch = nil
      startWatching()
      followed = JournalReading()
      followedSize = -1
      return [.takenOver(owner)]
    }
    if let journal, journal.check() {
      journal.tryAgain()
      news.append(.journal(journal.trouble))
    }
    if !isNewer, (try? SessionFile(system).isUnchanged(places.file, since: fingerprint)) == false { news.append(.changed) }
    return news
  }

  /// Tries again to write the journal, some time after it could not be written.
  public func tryJournalAgain() -> FileFault? {
    journal?.tryAgain()
    return journal?.trouble
  }

  /// Reads the file anew, as somebody else has left it; the journal then stands on that.
  public func reload() throws(SessionFileFault) -> Session {
    let opened = try SessionFile(system).open(path)
    guard !opened.isReadOnly else { throw .readOnly(path: path) }
    fingerprint = opened.fingerprint
    saved = opened.session
    return opened.session
  }

  /// After `reload`: the journal begins anew on what the file says now, with the steps that lead on from there. Without any, what was done
  /// before is let go; its journal is put aside.
  public func restartJournal(_ steps: [RecordedStep], at now: Instant) {
    guard let journal else { return }
    if steps.isEmpty, !journal.isEmpty { _ = setAside(journal.path, at: now) }
    journal.restart(on: fingerprint.hash, steps, at: now)
  }

  // MARK: - Following

  private func beginFollowing(_ opened: OpenedSession) -> Opening {
    var opening = Opening(opened: opened, finding: .nothing)
    readJournal()
    opening.finding = followed.recover(opened.session, hash: opened.fingerprint.hash)
    return opening
  }

  private func readJournal() {
    let file = (try? JournalFile.read(places.journal, system)) ?? nil
    followed = file?.reading ?? JournalReading()
    followedSize = file?.size ?? 0
  }

  private func lookAsFollower() -> [News] {
    let isSame = (try? SessionFile(system).isUnchanged(places.file, since: fingerprint)) ?? true
    let before = followed
    if isSame {
      guard journalSize != followedSize else { return [] }
      readJournal()
      if before.records.count <= followed.records.count, followed.records.starts(with: before.records) {
        let new = followed.records.dropFirst(before.records.count).compactMap { record -> RecordedStep? in
          if case .step(let step) = record.event { step } else { nil }
        }
        return new.isEmpty ? [] : [.steps(new)]
      }
    }
    // In the middle of a save the new file may be there and the old journal too; `recover` knows which lines count.
    guard let opened = try? SessionFile(system).open(path), !opened.isReadOnly else { return [] }
    fingerprint = opened.fingerprint
    saved = opened.session
    readJournal()
    switch followed.recover(opened.session, hash: opened.fingerprint.hash) {
    case .recovered(let recovery): return [.replaced(recovery.working, saved: opened.session)]
    case .nothing, .foreign: return [.replaced(WorkingSession(opened.session), saved: opened.session)]
    }
  }

  private var journalSize: Int {
    if case .success(let status) = system.status(places.journal, followsLinks: false) { return status.size }
    return 0
  }

  /// Takes the file over from whoever works on it: from now on it is ours to write. The other one finds out at once if it can be reached, and
  /// else before it writes the next time.
  ///
  /// Returns the state that the other one has left, to go on with. Waits for at most `patience` milliseconds.
  public func takeOver(at now: Instant, patience: Int = 1500) throws(SessionFileFault) -> Opening {
    guard !isNewer else { throw .readOnly(path: path) }
    switch SessionLock.take(places.lock, for: .current(at: now), force: true, system) {
    case .taken(let new):
      lock = new
      var waited = 0
      while !new.settle(), waited < patience {
        usleep(20_000)
        waited += 20
      }
    case .held, .impossible: break
    }
    let opened = try SessionFile(system).open(path)
    guard !opened.isReadOnly else {
      giveBack()
      throw .readOnly(path: path)
    }
    fingerprint = opened.fingerprint
    saved = opened.session
    following = nil
    watch = nil
    let opening = recover(opened, at: now)
    startWatching()
    return opening
  }
}
