import Sealing
import SessionModel

#if canImport(Glibc)
  import Glibc
#endif

extension HeldFile {
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
    /// The one that is followed has closed the file.
    case ownerLeft
    /// The file that is followed has been protected in another way, and this window has no key to it: what it shows is what was there before.
    case locked
    /// The journal cannot be written, or can be again.
    case journal(FileFault?)
  }

  /// Has the next look give all that there is, because what is shown has come to be something else.
  public func readAllNext() { mustReadAll = true }

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
      hasOwnerLeft = false
      watch = nil
      startWatching()
      mustReadAll = true
      return [.takenOver(owner)]
    }
    if let journal, journal.check() {
      journal.tryAgain()
      news.append(.journal(journal.trouble))
    }
    if !isNewer, FileChecks.isThere(places.file, system), (try? SessionFile(system).isUnchanged(places.file, since: fingerprint)) == false { news.append(.changed) }
    return news
  }

  /// Tries again to write the journal, some time after it could not be written.
  public func tryJournalAgain() -> FileFault? {
    journal?.tryAgain()
    return journal?.trouble
  }

  /// Reads the file anew, as somebody else has left it; the journal then stands on that.
  public func reload() throws(SessionFileFault) -> Session {
    let opened = try SessionFile(system, keys: keys).open(path)
    guard !opened.isReadOnly else { throw .readOnly(path: path) }
    adopt(opened)
    return opened.session
  }

  private func adopt(_ opened: OpenedSession) {
    fingerprint = opened.fingerprint
    saved = opened.session
    seal = opened.seal
  }

  /// After `reload`: the journal begins anew on what the file says now, with the steps that lead on from there. Without any, what was done
  /// before is let go; its journal is put aside.
  public func restartJournal(_ steps: [RecordedStep], at now: Instant) {
    guard let journal else { return }
    journal.change(seal)
    if steps.isEmpty, !journal.isEmpty { _ = setAside(journal.path, at: now) }
    journal.restart(on: fingerprint.hash, steps, at: now)
  }

  // MARK: - Following

  func beginFollowing(_ opened: OpenedSession) -> Opening {
    var opening = Opening(opened: opened, finding: .nothing)
    readJournal()
    opening.finding = followed.recover(opened.session, hash: opened.fingerprint.hash)
    return opening
  }

  private func readJournal() {
    let file = (try? JournalFile.read(places.journal, sealedBy: seal, system)) ?? nil
    followed = file?.reading ?? JournalReading()
    followedSize = file?.size ?? 0
  }

  private func lookAsFollower() -> [News] {
    var news = lookAtWork()
    if case .owner = following, !hasOwnerLeft, SessionLock.holder(places.lock, system) == nil {
      hasOwnerLeft = true
      news.append(.ownerLeft)
    }
    return news
  }

  private func lookAtWork() -> [News] {
    let isSame = (try? SessionFile(system).isUnchanged(places.file, since: fingerprint)) ?? true
    let before = followed
    if isSame, !mustReadAll {
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
    let opened: OpenedSession
    do throws(SessionFileFault) {
      opened = try SessionFile(system, keys: keys).open(path)
      guard !opened.isReadOnly else { return [] }
    } catch {
      guard case .sealed = error, !isLocked else { return [] }
      isLocked = true
      return [.locked]
    }
    isLocked = false
    adopt(opened)
    readJournal()
    mustReadAll = false
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
  /// Returns the state that the other one has left, to go on with. Waits for at most `patience` milliseconds. Refused where the lock is another
  /// user's, who would not find out.
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
    case .held: throw .heldByOther(path: path)
    // Where nothing can be locked, nobody else is.
    case .impossible: break
    }
    let opened = try SessionFile(system, keys: keys).open(path)
    guard !opened.isReadOnly else {
      giveBack()
      throw .readOnly(path: path)
    }
    adopt(opened)
    following = nil
    watch = nil
    let opening = recover(opened, at: now)
    startWatching()
    return opening
  }
}
