import Glibc
import JSON
import Sealing
import SessionModel
import SessionStore
import Words
import Workbench

/// Keeps what a desk holds: every step in a journal, the session in its file, earlier versions beside it; and tells the desk what others do
/// to the file.
struct SessionKeeper {
  /// The file with its lock and its journal; nil while the session has none, and while a script is played.
  private(set) var held: HeldFile?
  /// Of the file, when it is held by nobody.
  private var fingerprint: Fingerprint?
  private var unsaved: UnsavedWork?
  /// A newer version wrote the file: it is copied, never written.
  private var isNewer = false
  private let clock: WorkClock
  /// What opens protected files; nobody is asked while the screen is ours.
  private let keys: Keyring
  /// What the file is protected with, when it is held by nobody.
  private var seal: Seal?
  /// Nil when nothing but saving is wanted: no journal, no lock.
  private let bell: ChangeBell?
  private var isFolderWatched = false

  /// Only saves: no journal, no lock, as when a script is played.
  init(_ opened: OpenedSession, clock: WorkClock, keys: Keyring) {
    fingerprint = opened.fingerprint
    isNewer = opened.isReadOnly
    seal = opened.seal
    self.clock = clock
    self.keys = keys.quiet
    bell = nil
  }

  init(_ held: HeldFile?, unsaved: UnsavedWork? = nil, clock: WorkClock, bell: ChangeBell, keys: Keyring) {
    self.held = held
    self.unsaved = unsaved
    self.clock = clock
    self.bell = bell
    self.keys = keys.quiet
    isNewer = held?.isNewer ?? false
  }

  // MARK: - The journal

  /// Keeps what was done, before anything else is done.
  mutating func keep(_ steps: [RecordedStep], _ desk: inout Desk) {
    guard !steps.isEmpty, bell != nil else { return }
    if held == nil, unsaved == nil { startUnsaved(desk, before: steps) }
    held?.keep(steps, draft: desk.halfTyped)
    unsaved?.journal.append(steps, draft: desk.halfTyped)
    tell(&desk)
  }

  /// Keeps what is half-typed.
  mutating func note(_ desk: inout Desk) {
    guard bell != nil else { return }
    let draft = desk.halfTyped
    if held == nil, unsaved == nil {
      guard draft != .null else { return }
      startUnsaved(desk, before: [])
    }
    held?.note(draft: draft, at: clock.now)
    unsaved?.journal.note(draft, at: clock.now)
    tell(&desk)
  }

  /// A session without a file gets its journal with the first thing that is done: it begins with what was there before.
  private mutating func startUnsaved(_ desk: Desk, before steps: [RecordedStep]) {
    guard let bell, !desk.file.isReadOnly else { return }
    var working = desk.working
    for step in steps.reversed() { _ = step.act == .undid ? try? working.redo() : try? working.undo() }
    unsaved = UnsavedWork(working.session, at: clock.now, onFault: { bell.ring() })
  }

  private var journal: Journal? { held?.journal ?? unsaved?.journal }
  var hasTrouble: Bool { journal?.trouble != nil }

  /// Tries again what could not be written to the journal.
  func tryAgain(_ desk: inout Desk) {
    journal?.tryAgain()
    tell(&desk)
  }

  private func tell(_ desk: inout Desk) {
    guard let journal else { return }
    desk.receive(.journal(journal.trouble.map { words.fileFault($0) }))
  }

  // MARK: - Saving

  /// Saves to the session's file, or to another one as a person typed it. Tells the desk how it went; whether it is saved.
  mutating func save(_ desk: inout Desk, to typed: String?, thenQuit: Bool) -> Bool {
    guard let path = typed.map(FilePath.typed) ?? desk.file.path else {
      desk.askForFile()
      return false
    }
    let isOwn = desk.file.path.map { SessionPlaces($0) == SessionPlaces(path) } ?? false
    do throws(SessionFileFault) {
      if isNewer {
        guard let own = desk.file.path, !isOwn else { throw .readOnly(path: path) }
        try SessionFile().copy(own, to: path)
      } else if let held, isOwn {
        try held.save(desk.working.session, at: clock.now)
      } else if bell == nil {
        fingerprint = try SessionFile(keys: keys).save(
          desk.working.session, to: path, expecting: isOwn ? fingerprint : nil, sealedBy: seal)
      } else {
        try saveElsewhere(&desk, path)
      }
      desk.receive(.saved(name: FilePath.name(path), path: path, revision: desk.working.session.revision))
      if let fault = held?.backupFault { desk.receive(.warned(words.safety(.backupFailed(words.fileFault(fault))))) }
      return true
    } catch {
      if case .unconfirmed(_, let new) = error { fingerprint = new }
      if case .changedOnDisk = error, bell != nil {
        desk.receive(.changedOnDisk(wasSaving: true, wasQuitting: thenQuit))
      } else {
        desk.receive(.saveFailed("\(FilePath.name(path)): \(words.sessionFault(error))", wasQuitting: thenQuit))
      }
      return false
    }
  }

  /// Goes on with another file than before.
  private mutating func saveElsewhere(_ desk: inout Desk, _ path: String) throws(SessionFileFault) {
    let session = desk.working.session
    // What was protected stays so under another name.
    let seal = held?.seal
    let new = try SessionFile(keys: keys).save(session, to: path, expecting: nil, sealedBy: seal)
    // What the journals held is in a file now.
    held?.abandon(at: clock.now)
    unsaved?.end(at: clock.now)
    unsaved = nil
    let bell = bell
    held = HeldFile.adopt(
      path, session, new, at: clock.now, sealedBy: seal, keys: keys, otherFolder: UnsavedWork.folder, onChange: { bell?.ring() })
    if isFolderWatched { held?.startWatching() }
    desk.hold(isReadOnly: false, standing: .own)
    RecentFiles().note(path)
  }

  /// Reads another version to compare with.
  func compare(with typed: String, _ desk: inout Desk) {
    let path = FilePath.typed(typed)
    do throws(SessionFileFault) {
      desk.receive(.otherVersion(try SessionFile(keys: keys).open(path).session, name: FilePath.name(path)))
    } catch {
      desk.receive(.failed("\(FilePath.name(path)): \(words.sessionFault(error))"))
    }
  }

  /// Keeps what there is when there is no more time to ask anything: in the session's file, or else in its journal or where rescued work goes.
  /// What is to be said about it; nil when it is in its file.
  mutating func rescue(_ desk: inout Desk) -> String? {
    note(&desk)
    defer { close() }
    guard desk.isChanged, !desk.file.isReadOnly else { return nil }
    if desk.file.path != nil, save(&desk, to: nil, thenQuit: false) { return nil }
    if let journal, journal.trouble == nil { return words.safety(.rescued) }
    let folder = UnsavedWork.folder ?? "/tmp"
    FileOutput.makePrivateFolders(folder)
    let path = UnusedName.file(folder + "/" + FilePath.stem(desk.file.path ?? "unsaved"), ending: "json", clock.now)
    do throws(SessionFileFault) {
      _ = try SessionFile(keys: keys).save(desk.working.session, to: path, expecting: nil, sealedBy: held?.seal)
      return words.program(.rescued(path))
    } catch {
      return words.program(.rescueFailed(words.lines(error).first ?? ""))
    }
  }

  /// Lets the file go. What is in a journal stays there.
  mutating func close() {
    held?.close()
    held = nil
    unsaved?.close()
    unsaved = nil
  }
}

extension SessionKeeper {
  // MARK: - What others do

  /// Begins to be told when the file changes; once the first frame is on the screen.
  mutating func startWatching() {
    isFolderWatched = true
    held?.startWatching()
  }

  /// Milliseconds after which a file that is followed is looked at, even if nobody says that it has changed: another computer may have.
  var nextLook: Int? { held?.following == nil ? nil : 3_000 }

  /// Looks at what has become of the file, the lock and the journal, and tells the desk.
  func look(_ desk: inout Desk) {
    guard let held else { return tell(&desk) }
    defer { desk.hold(isProtected: held.seal != nil) }
    for news in held.look() {
      switch news {
      case .takenOver(let owner): desk.receive(.takenOver(owner.map(FileOwner.init)))
      case .changed: changed(&desk, held)
      case .steps(let steps): follow(steps, &desk, held)
      case .replaced(let working, let saved): desk.receive(.replaced(working.session, saved: saved))
      case .locked: desk.receive(.warned(words.safety(.locked)))
      case .ownerLeft: desk.receive(.warned(words.safety(.ownerLeft)))
      case .journal: tell(&desk)
      }
    }
  }

  private func follow(_ steps: [RecordedStep], _ desk: inout Desk, _ held: HeldFile) {
    var tried = desk.working
    do throws(TransactionError) {
      for step in steps { try tried.replay(step) }
      desk.receive(.followed(steps))
    } catch {
      // What is shown has come to be something else than what was followed: all of it is read again.
      held.readAllNext()
      for case .replaced(let working, let saved) in held.look() { desk.receive(.replaced(working.session, saved: saved)) }
    }
  }

  /// What nobody has worked on since is shown as it is now; else the facilitator chooses, when saving.
  private func changed(_ desk: inout Desk, _ held: HeldFile) {
    if !desk.isChanged, !desk.isTyping {
      reload(&desk)
    } else if !desk.file.isChangedOnDisk {
      desk.receive(.changedOnDisk(wasSaving: false, wasQuitting: false))
    }
  }

  func reload(_ desk: inout Desk) {
    guard let held else { return }
    defer { desk.hold(isProtected: held.seal != nil) }
    do throws(SessionFileFault) {
      let session = try held.reload()
      desk.receive(.reloaded(session))
      held.restartJournal([], at: clock.now)
    } catch {
      desk.receive(.failed("\(FilePath.name(held.path)): \(words.sessionFault(error))"))
    }
  }

  /// Brings together what was done here and what somebody else has written into the file meanwhile.
  func merge(_ desk: inout Desk) {
    guard let held else { return }
    defer { desk.hold(isProtected: held.seal != nil) }
    let base = held.saved
    do throws(SessionFileFault) {
      let theirs = try held.reload()
      let merge = SessionMerge(base: base, ours: desk.working.session, theirs: theirs)
      desk.receive(.merged(merge.session, saved: theirs, conflicts: merge.conflicts.count))
      // The journal goes on from what the file says now.
      let step = RecordedStep(.did, Transaction(Title(.merge), SessionComparison(theirs, merge.session).changes), at: clock.now)
      held.restartJournal(step.transaction.changes.isEmpty ? [] : [step], at: clock.now)
    } catch {
      desk.receive(.failed("\(FilePath.name(held.path)): \(words.sessionFault(error))"))
    }
  }

  func takeOver(_ desk: inout Desk) {
    guard let held else { return }
    defer { desk.hold(isProtected: held.seal != nil) }
    do throws(SessionFileFault) {
      let opening = try held.takeOver(at: clock.now)
      var session = opening.opened.session
      var draft = JSONValue.null
      if case .recovered(let recovery) = opening.finding { (session, draft) = (recovery.working.session, recovery.draft) }
      desk.receive(.tookOver(session, saved: opening.opened.session, draft: draft))
    } catch {
      desk.receive(.failed("\(FilePath.name(held.path)): \(words.sessionFault(error))"))
    }
  }

  // MARK: - Protecting

  /// Protects the file with a new passphrase, or with none. Everything is in it.
  func protect(_ desk: inout Desk, with seal: Seal?) {
    guard let held else { return }
    do throws(SessionFileFault) {
      let left = try held.protect(with: seal, at: clock.now)
      desk.receive(.protected(seal != nil, left: left.count))
    } catch {
      desk.receive(.failed("\(FilePath.name(held.path)): \(words.sessionFault(error))"))
    }
  }

  // MARK: - Going back

  func discardRecovered(_ desk: inout Desk) {
    let session: Session
    let aside: String?
    if let held {
      session = held.saved
      aside = held.discardRecovered(at: clock.now)
    } else if let unsaved {
      session = unsaved.base
      unsaved.journal.letGo()
      aside = try? JournalFile.setAside(unsaved.journal.path, at: clock.now)
      unsaved.journal.saved(0, at: clock.now)
      unsaved.journal.begin(with: unsaved.base, at: clock.now)
    } else {
      return
    }
    desk.receive(.discarded(session, aside: aside.map(FilePath.name)))
  }

  func listVersions(_ desk: inout Desk) {
    guard let path = desk.file.path else { return }
    let list = Backups(of: SessionPlaces(path)).list()
    desk.receive(.versions(list.map { FileVersion(number: $0.number, savedAt: clock.here($0.savedAt), size: $0.size) }))
  }

  func readVersion(_ number: Int, _ desk: inout Desk) {
    guard let path = desk.file.path else { return }
    let backups = Backups(of: SessionPlaces(path), keys: keys)
    guard let backup = backups.list().first(where: { $0.number == number }) else { return }
    do throws(SessionFileFault) {
      desk.receive(.version(try backups.open(backup), savedAt: clock.here(backup.savedAt)))
    } catch {
      desk.receive(.failed(words.lines(error).first ?? ""))
    }
  }
}

extension FileOwner {
  init(_ owner: LockOwner) { self.init(user: owner.user, host: owner.host, since: owner.since) }
}
