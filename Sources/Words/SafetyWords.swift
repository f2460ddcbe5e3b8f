import SessionModel

/// What is said of work that is kept, brought back, shared between windows, and gone back to.
public protocol SafetyWords: Sendable {
  func safety(_ text: SafetyText) -> String
  func safety(_ message: SafetyMessage) -> String
  /// What was done at a moment: `14:32  Added Frutas del Caribe`.
  func step(_ step: RecordedStep) -> String
}

/// Fixed texts about the safety of what was typed.
public enum SafetyText: String, CaseIterable, Sendable {
  case recoveredTitle, recoveredQuestion, recoveredUnsavedQuestion, keep, compare, discard, letGo
  case whatWasDone, whatIsDifferent, halfTypedTitle
  case versionsTitle, versionsEmpty, versionHints, pageHints
  case changedTitle, changedQuestion, reload, merge, saveElsewhere, stay, leaveInJournal
  case takeOverTitle, takeOver
  case fileChanged, journalNotWritten, following, openElsewhere, newer, isProtected
  case quitKept, leaveKept
  case unprotectTitle, unprotectQuestion, unprotect, staysProtected
  case beginTitle, beginPlaceholder, beginSample, beginSampleNote, beginFileNote, beginTemplateNote, beginNewNote
}

/// What happened to the file or the journal.
public enum SafetyMessage: Hashable, Sendable {
  /// So many steps are here again; whether something half-typed is, and whether a part could not be read.
  case recovered(steps: Int, until: Instant?, draft: Bool, isPartial: Bool)
  case kept
  case discarded(aside: String?, hasFile: Bool)
  /// A journal of another state of the file was found and put aside.
  case foreignJournal(steps: Int, aside: String)
  case damagedJournal(aside: String)
  case journalFault(String)
  case journalAgain
  case following(user: String, host: String, since: Instant)
  case followingUnknown
  case followingOnPurpose
  case takeOverQuestion(user: String, host: String, since: Instant)
  case takeOverUnknown
  case tookOver
  case takenOver(user: String, host: String)
  case takenOverUnknown
  case ownerLeft
  case changedOnDisk
  case merged
  case reloaded(Int)
  case restored(Instant)
  case newerVersion
  case backupFailed(String)
  case version(Instant, kilobytes: Int)
  case versionTitle(Instant)
  case versionRestored(Instant)
  case rescued
  case moreUnsaved(Int)
  /// A new session of a template.
  case begin(SessionTemplate)
  case saveFirst
  /// From now on it takes the passphrase; so many copies could not be written anew.
  case protected(left: Int)
  case unprotected(left: Int)
  /// The file that is followed takes another passphrase now.
  case locked
}
