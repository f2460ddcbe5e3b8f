import SessionModel
import Widgets
import Words

/// What became of the file: saved, changed by somebody else, put back, protected; and whether its journal can be written.
extension Desk {
  /// Whether what was not saved would be here again after leaving.
  var isKept: Bool { file.hasJournal && file.journalTrouble == nil }

  mutating func wasSaved(as name: String, _ path: String, _ revision: Int) {
    if path != file.path { file.isScratch = false }
    file.name = name
    file.path = path
    file.isChangedOnDisk = false
    savedRevision = revision
    // The end of a day is saved by itself; what can be done then is worth more than that it was.
    if message.text != words.message(.workshopEnded) { say(.saved(name), .success) }
  }

  mutating func saveFailed(_ why: String, wasQuitting: Bool) {
    say(.saveFailed(why), .error)
    if wasQuitting { layers.append(.dialog(Layer.notSaved(why, isKept: isKept, words))) }
  }

  mutating func discard(for session: Session, aside: String?) {
    layers.removeAll()
    drafts.removeAll()
    waitingHalfTyped.removeAll()
    recovered = nil
    adopt(session, Title(.goBack))
    savedRevision = working.session.revision
    say(.safe(.discarded(aside: aside, hasFile: file.path != nil)), .success)
  }

  mutating func reload(_ session: Session) {
    let count = adopt(session, Title(.reload))
    savedRevision = working.session.revision
    file.isChangedOnDisk = false
    say(.safe(.reloaded(count)), .success)
  }

  mutating func wasChangedOnDisk(wasSaving: Bool, wasQuitting: Bool) {
    file.isChangedOnDisk = true
    say(.safe(.changedOnDisk), .warning)
    if wasSaving { layers.append(.dialog(Layer.changedOnDisk(wasQuitting: wasQuitting, words))) }
  }

  mutating func merge(_ session: Session, saved: Session, conflicts: Int) {
    adopt(session, Title(.merge))
    savedRevision = SessionComparison(session, saved).isEmpty ? working.session.revision : -1
    file.isChangedOnDisk = false
    if conflicts > 0 {
      say(.conflictsWait(session.profile.conflicts.count), .warning)
      if audience == .facilitator { openSettling() }
    } else {
      say(.safe(.merged), .success)
    }
  }

  mutating func tellJournal(_ trouble: String?) {
    guard file.journalTrouble != trouble else { return }
    let wasTrouble = file.journalTrouble != nil
    file.journalTrouble = trouble
    // Said once; the title line goes on saying it.
    if let trouble, !wasTrouble { say(.safe(.journalFault(trouble)), .error) }
    if trouble == nil { say(.safe(.journalAgain), .success) }
  }

  mutating func wasProtected(_ isProtected: Bool, left: Int) {
    file.isProtected = isProtected
    say(.safe(isProtected ? .protected(left: left) : .unprotected(left: left)), left == 0 ? .success : .warning)
  }
}
