import SessionModel

/// What the frame of the workbench says: title line, tabs, messages, dialogs and the names of things on every screen.
public protocol FrameWords: Sendable {
  func frame(_ text: FrameText) -> String
  func message(_ message: Message) -> String
  /// A screen's name in the row of tabs where not all fit in full: all of them together, with their digits, within 80 columns.
  func tab(_ screen: WorkScreen) -> String
  /// What an empty list says, with the key that fills it.
  func empty(_ kind: EntityKind) -> String
  /// What an empty line for an entry says: its parts, or an example of one that is understood.
  func entryExample(_ kind: EntityKind) -> String
  /// The plural as a heading: `Stakeholders`.
  func capitalisedPlural(_ kind: EntityKind) -> String
  /// What a key does that sets something of this name: `set influence`.
  func setting(_ name: String) -> String
  /// The unit behind a number in a form; empty when there is none.
  func unit(_ field: FieldDescription) -> String
  /// That so many ties have no line now, and where to see them.
  func mapHidden(_ count: Int, _ shown: MapShown) -> String
  /// Why typed text is not a value of the field, and what to type instead.
  func problem(_ problem: NotationProblem, _ field: FieldDescription) -> String
  /// What can be handed out, by the name of its format.
  func export(_ kind: String) -> String
  func finding(_ finding: Finding, name: String, label: String) -> String
}

/// Fixed texts of the frame.
public enum FrameText: String, CaseIterable, Sendable {
  case saved, unsaved, scratch, readOnly, untitled, roomMode, tooSmall
  case findTitle, findPlaceholder, findEmpty, findGathering
  case paletteTitle, palettePlaceholder, paletteEmpty
  case helpTitle, helpHere, helpEverywhere, helpKeys, helpForms, helpDigits
  case newEntry, editSeveral, more, yes, no
  case captureStakeholder, captureOther
  case connectTo, trustWith, kindOfTie, strengthOfTie, levelHints
  case filterLabel, filterPlaceholder, sortTitle, columnsTitle, themeTitle, moveTitle, exportTitle
  case relationships, trustGives, trustGets
  case noneYet, confidential
  case quitTitle, quitUnsaved, quitTryAgain, quitSaveAs, quitAnyway, quitStay, leaveTitle, leaveSave
  case roomLeaveTitle, roomLeaveText, roomLeave, roomStay
  case saveAsLabel, actionLabel, decisionLabel, parkedLabel
  case formHints, tickHints, textHints, itemsHints, listHints, menuHints
  /// What the keys do in a line at the bottom: one for entries, one for what is noted, and any other.
  case entryLineKeys, noteLineKeys, lineKeys
  case notPlaced, moreActors
}

/// What happened, for the message line.
public enum Message: Hashable, Sendable {
  case done(Title)
  case doneWithUndo(Title)
  case undone(Title)
  case redone(Title)
  case removed(name: String, kind: EntityKind, count: Int, took: [EntityKind: Int])
  case saved(String)
  case saveFailed(String)
  case exported(String)
  case failed(String)
  /// These fields of an entry are not understood and wait with it.
  case draftKept([String])
  /// A form stays open: this field of it is not understood.
  case mendFirst(String)
  /// Somebody leaves while this is half-typed.
  case draftWaits(String)
  case nothingChanged
  case folded(String, isFolded: Bool)
  case marked(Int)
  case advicePutAside, adviceTakenUp
  case filtered(shown: Int, all: Int)
  case sameName(String)
  case connected(String, String)
  case trustSet(String, String, Int, before: Int?)
  case welcome
  case roomOn, roomOff
  /// What was added, and which words of its line are in the notes now.
  case unknownInLine(Title, [String])
  case cannotApply
  case editorFailed(String)
  case opened(String)
  case agendaStarted(String, minutes: Int?)
  /// A decision, or a thought put aside; during which item of the agenda.
  case noted(String, isDecision: Bool, during: String?)
  case safe(SafetyMessage)
  /// To a date or a status, as the words say it.
  case movedTo(name: String, String, count: Int)
  case planLook(PlanLookName)
  case conflictsWait(Int)
  case cannotSettle, allSettled
  case workshopEnded, workshopGoesOn, nothingToReplan, clockChanged
  case replanned(Int)
  case presence(name: String, count: Int, isHere: Bool, people: Int)
  case counted(people: Int)
  case agendaTaken(items: Int, minutes: Int)
}

/// How the plan is shown.
public enum PlanLookName: Hashable, Sendable { case table, timeline, board }

/// Which ties have a line on the map.
public enum MapShown: Hashable, Sendable { case flow, all, ofOne }
