import JSON
import Library
import SessionModel

/// What the workbench wants done outside: it touches no file, no process and no terminal itself.
public enum Effect: Hashable, Sendable {
  /// Write the session to its file, or to another one and go on with that.
  case save(path: String?, thenQuit: Bool = false)
  case quit
  /// Write the summary, the tables or a picture for handing out.
  case export(ExportKind)
  /// Let the user's own editor change a text; the answer comes back by `received`.
  case edit(String)
  case useTheme(String)
  /// Read the library of methods, agendas and kinds of work, to choose one; the answer comes back by `received`.
  case readMethods(LibraryPart)
  /// Read the kinds of initiative that can be proposed.
  case readKinds
  case redraw
  /// Let go of what was recovered: the file is to be as it was saved.
  case discardRecovered
  /// Become the one who writes the file.
  case takeOver
  /// Take over the file as it is on the disk now.
  case reload
  /// Bring together what was done here and what somebody else wrote into the file.
  case merge
  /// Say which earlier versions of the file there are.
  case versions
  /// Say which sessions were open last.
  case recentFiles
  /// Leave this session and open another one.
  case open(path: String)
  /// Give the sample session.
  case sample
  /// Read an earlier version, by its number from 1, the latest.
  case readVersion(Int)
  /// Ask for a passphrase, and protect the file with it. What is not saved yet is saved first.
  case protect
  /// Take the protection of the file away.
  case unprotect
  /// Read another session file and give it back to be compared with.
  case compare(path: String)
}

/// What can be handed out.
public enum ExportKind: String, CaseIterable, Sendable {
  case html, markdown, text, csv
  case minutesHTML = "minutes-html"
  case minutesMarkdown = "minutes-markdown"
  case minutesText = "minutes-text"
  case calendar = "plan-calendar"
  case planTable = "plan-table"
  case map, attendance, commitments, actions, pictures
  case readAloud = "read-aloud"
  case buyerCard = "buyer-card"
  case trustSlips = "trust-slips"
  case trustSheet = "trust-sheet"

  /// Only for the facilitator alone.
  var isConfidential: Bool { self == .trustSheet }
  /// Is about a workshop, and so needs one.
  var needsWorkshop: Bool { self == .minutesHTML || self == .minutesMarkdown || self == .minutesText }
}

/// What of the library is looked for.
public enum LibraryPart: Hashable, Sendable { case methods, agendas, work }

/// What came of an effect.
public enum Outcome: Sendable {
  case saved(name: String, path: String, revision: Int)
  /// With the sentence that says why and what to do, and whether the facilitator was about to leave.
  case saveFailed(String, wasQuitting: Bool)
  case exported(String)
  case failed(String)
  case edited(String?)
  case editorFailed(String)
  /// The kinds of initiative, and the name of the file that they stand in.
  case kinds([InitiativeKindEntry], file: String)
  /// With the sentence that says what is wrong with the user's own library.
  case methods(MethodLibrary, LibraryPart, problem: String?)
  /// Another version, to show what changed since.
  case otherVersion(Session, name: String)
  /// What there is to begin with or to go on with: the paths of the sessions that were open last.
  case recentFiles([String])
  /// The sample session, to try things on.
  case sample(Session)
  // The safety of what was typed
  case recovered(RecoveredWork)
  /// The session as the file has it, and where the journal is kept.
  case discarded(Session, aside: String?)
  /// What the one that is followed has done.
  case followed([RecordedStep])
  /// The file is another: the session now, and what of it the file itself has.
  case replaced(Session, saved: Session)
  /// The file was read again, somebody else having changed it.
  case reloaded(Session)
  case changedOnDisk(wasSaving: Bool, wasQuitting: Bool)
  /// What was done here and what the file says now, brought together.
  case merged(Session, saved: Session, conflicts: Int)
  /// The file is this window's to write now; the session as the other one left it, and what that one had half-typed.
  case tookOver(Session, saved: Session, draft: JSONValue)
  case takenOver(FileOwner?)
  case following(FileOwner?)
  /// Why the journal cannot be written; nil when it can again.
  case journal(String?)
  case versions([FileVersion])
  case version(Session, savedAt: Instant)
  /// Whether the file takes a passphrase now; and how many copies of it could not be written anew.
  case protected(Bool, left: Int)
  /// A sentence that is worth a warning.
  case warned(String)
}

/// Who has a file open, as the facilitator is told.
public struct FileOwner: Hashable, Sendable {
  public var user: String
  public var host: String
  public var since: Instant

  public init(user: String, host: String, since: Instant) {
    self.user = user
    self.host = host
    self.since = since
  }
}

/// An earlier version of a file.
public struct FileVersion: Hashable, Sendable {
  /// From 1, the latest.
  public var number: Int
  public var savedAt: Instant
  /// In bytes.
  public var size: Int

  public init(number: Int, savedAt: Instant, size: Int) {
    self.number = number
    self.savedAt = savedAt
    self.size = size
  }
}

/// What a journal brought back.
public struct RecoveredWork: Sendable {
  /// The session as the file has it.
  public var saved: Session
  public var working: WorkingSession
  public var steps: [RecordedStep]
  /// As `Desk.halfTyped` gave it.
  public var draft: JSONValue
  public var until: Instant?
  public var isPartial: Bool

  public init(
    saved: Session, working: WorkingSession, steps: [RecordedStep], draft: JSONValue = .null, until: Instant? = nil, isPartial: Bool = false
  ) {
    self.saved = saved
    self.working = working
    self.steps = steps
    self.draft = draft
    self.until = until
    self.isPartial = isPartial
  }
}
