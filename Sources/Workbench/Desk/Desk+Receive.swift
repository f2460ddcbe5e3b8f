import SessionModel
import Widgets
import Words

extension Desk {
  /// Takes in what came of an effect, or happened outside.
  public mutating func receive(_ outcome: Outcome) {
    let wasRunning = isWorkshopRunning
    take(outcome)
    // A day that began elsewhere, or is here again.
    if !wasRunning { meetRoom() }
  }

  private mutating func take(_ outcome: Outcome) {
    switch outcome {
    case .saved(let name, let path, let revision):
      if path != file.path { file.isScratch = false }
      file.name = name
      file.path = path
      file.isChangedOnDisk = false
      savedRevision = revision
      // The end of a day is saved by itself; what can be done then is worth more than that it was.
      if message.text != words.message(.workshopEnded) { say(.saved(name), .success) }
    case .saveFailed(let why, let wasQuitting):
      say(.saveFailed(why), .error)
      if wasQuitting { layers.append(.dialog(Layer.notSaved(why, isKept: isKept, words))) }
    case .exported(let file): say(.exported(file), .success)
    case .failed(let why): say(.failed(why), .error)
    case .warned(let why): message = MessageLine(why, .warning)
    case .edited(let text): if let text { takeEdited(text) }
    case .editorFailed(let why): say(.editorFailed(why), .error)
    case .kinds(let entries, let file): takeKinds(entries, of: file)
    case .methods(let library, let part, let problem):
      open(library, part)
      if let problem { message = MessageLine(problem, .warning) }
    case .otherVersion(let session, let name): showComparison(with: session, named: name)
    case .recentFiles(let paths): openBeginning(paths)
    case .sample(let session):
      adopt(session, Title(.template))
      savedRevision = working.session.revision
      file.isScratch = true
      say(.welcome)
    case .recovered(let work): recover(work)
    case .discarded(let session, let aside):
      layers.removeAll()
      drafts.removeAll()
      waitingHalfTyped.removeAll()
      recovered = nil
      adopt(session, Title(.goBack))
      savedRevision = working.session.revision
      say(.safe(.discarded(aside: aside)), .success)
    case .followed(let steps):
      follow(steps)
    case .replaced(let session, let saved): follow(session, saved: saved)
    case .reloaded(let session): reload(session)
    case .changedOnDisk(let wasSaving, let wasQuitting):
      file.isChangedOnDisk = true
      say(.safe(.changedOnDisk), .warning)
      if wasSaving { layers.append(.dialog(Layer.changedOnDisk(wasQuitting: wasQuitting, words))) }
    case .merged(let session, let saved, let conflicts):
      adopt(session, Title(.merge))
      savedRevision = SessionComparison(session, saved).isEmpty ? working.session.revision : -1
      file.isChangedOnDisk = false
      if conflicts > 0 {
        say(.conflictsWait(session.profile.conflicts.count), .warning)
        if audience == .facilitator { openSettling() }
      } else {
        say(.safe(.merged), .success)
      }
    case .tookOver(let session, let saved, let draft):
      outlook.trial = nil
      file.standing = .own
      file.isReadOnly = false
      file.hasJournal = true
      follow(session, saved: saved)
      meetRoom()
      restore(halfTyped: draft)
      say(.safe(.tookOver), .success)
    case .takenOver(let owner):
      layers.removeAll()
      follow(owner)
      say(.safe(owner.map { .takenOver(user: $0.user, host: $0.host) } ?? .takenOverUnknown), .warning)
    case .following(let owner):
      follow(owner)
      say(.safe(owner.map { .following(user: $0.user, host: $0.host, since: $0.since) } ?? .followingUnknown), .warning)
    case .journal(let trouble):
      guard file.journalTrouble != trouble else { return }
      let wasTrouble = file.journalTrouble != nil
      file.journalTrouble = trouble
      // Said once; the title line goes on saying it.
      if let trouble, !wasTrouble { say(.safe(.journalFault(trouble)), .error) }
      if trouble == nil { say(.safe(.journalAgain), .success) }
    case .protected(let isProtected, let left):
      file.isProtected = isProtected
      say(.safe(isProtected ? .protected(left: left) : .unprotected(left: left)), left == 0 ? .success : .warning)
    case .versions(let versions): openVersions(versions)
    case .version(let session, let savedAt): show(version: session, savedAt: savedAt)
    }
  }

  /// Whether what was not saved would be here again after leaving.
  var isKept: Bool { file.hasJournal && file.journalTrouble == nil }

  private mutating func follow(_ owner: FileOwner?) {
    file.standing = .following(owner?.user)
    file.isReadOnly = true
    file.hasJournal = false
    file.journalTrouble = nil
  }

  /// Puts another state in place of the session, as a step that can be taken back but needs no place in the journal.
  @discardableResult
  mutating func adopt(_ session: Session, _ title: Title) -> Int {
    let changes = SessionComparison(working.session, session).changes
    let transaction = Transaction(title, changes)
    do throws(TransactionError) {
      try change { (working: inout WorkingSession) throws(TransactionError) -> Void in
        if !changes.isEmpty { try working.perform(transaction) }
        working.take(extra: session.extra)
      }
      return changes.count
    } catch {
      return 0
    }
  }

  private mutating func follow(_ steps: [RecordedStep]) {
    do throws(TransactionError) {
      try change { (working: inout WorkingSession) throws(TransactionError) -> Void in
        for step in steps { try working.replay(step) }
      }
    } catch {
      // What does not fit is put right when the file is read as a whole.
      return
    }
    // The room is not told what was done: it may be what it must not see.
    if let last = steps.last, audience == .facilitator { message = MessageLine(words.step(last)) }
  }

  /// Shows what the one that is followed has, or has left.
  private mutating func follow(_ session: Session, saved: Session) {
    adopt(session, Title(.reload))
    savedRevision = session == saved ? working.session.revision : -1
  }

  private mutating func reload(_ session: Session) {
    let count = adopt(session, Title(.reload))
    savedRevision = working.session.revision
    file.isChangedOnDisk = false
    say(.safe(.reloaded(count)), .success)
  }
}
