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
    case .saved(let name, let path, let revision): wasSaved(as: name, path, revision)
    case .saveFailed(let why, let wasQuitting): saveFailed(why, wasQuitting: wasQuitting)
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
    case .sample(let session): begin(withSample: session)
    case .recovered(let work): recover(work)
    case .discarded(let session, let aside): discard(for: session, aside: aside)
    case .followed(let steps): follow(steps)
    case .replaced(let session, let saved): follow(session, saved: saved)
    case .reloaded(let session): reload(session)
    case .changedOnDisk(let wasSaving, let wasQuitting): wasChangedOnDisk(wasSaving: wasSaving, wasQuitting: wasQuitting)
    case .merged(let session, let saved, let conflicts): merge(session, saved: saved, conflicts: conflicts)
    case .tookOver(let session, let saved, let draft): takeOver(session, saved: saved, draft)
    case .takenOver(let owner): giveOver(to: owner)
    case .following(let owner): beginFollowing(owner)
    case .journal(let trouble): tellJournal(trouble)
    case .protected(let isProtected, let left): wasProtected(isProtected, left: left)
    case .versions(let versions): openVersions(versions)
    case .version(let session, let savedAt): show(version: session, savedAt: savedAt)
    }
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

  private mutating func begin(withSample session: Session) {
    adopt(session, Title(.template))
    savedRevision = working.session.revision
    file.isScratch = true
    say(.welcome)
  }
}
