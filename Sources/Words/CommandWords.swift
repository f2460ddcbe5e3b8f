import SessionModel

/// Every command of the workbench, by name. The registry says what each does and which keys it has; the catalogue says what it is called.
public enum CommandName: String, CaseIterable, Sendable {
  // Moving about
  case up, down, left, right, pageUp, pageDown, first, last, open, back, nextPane, previousPane
  case overview, map, stakeholders, trust, markets, initiatives, plan, workshop, advice
  // Changing things
  case add, addInForm, edit, remove, connect, setTrust, move, mark, markAll, clearMarks, undo, redo
  case increase, decrease
  // Looking at things
  case focus, nextView, nextOverlay, find, filter, sort, columns, fold, unfoldAll, inspector
  case previousOverlay, onlyMarked, laterDay, earlierDay, trustWay, arrange, zoomIn, zoomOut
  case history, groupTrust, turnPair, trustMore, trustLess, clearTrust
  // Looking ahead
  case propose, assumptions
  // The plan
  case groupPlan, dateEarlier, dateLater, cardLeft, cardRight, planToday, planProgress, editCell
  // The day
  case agendas, methods, planTemplates, presence, headcount, ballot, breakouts, replan
  // What the analysis says
  case answers, mend, silence, enterSlips, changedSince, howObtained
  // Caught from any screen
  case catchAction, catchDecision, catchParked, nextAgendaItem
  // The file and the program
  case save, saveAs, openOther, versions, reload, takeOver, protect, unprotect, export, compare, settle, palette, help, roomMode, theme, session, segments, quit, redraw
}

public protocol CommandWords: Sendable {
  /// A verb and what it acts on, as a menu would say it.
  func title(_ command: CommandName) -> String
  /// One or two words for the hint line.
  func hint(_ command: CommandName) -> String
  /// One sentence for help and the manual.
  func explanation(_ command: CommandName) -> String
  /// Why a command cannot run now, and what would let it.
  func why(_ reason: WhyNot) -> String
}

/// Why a command cannot run now.
public enum WhyNot: Hashable, Sendable {
  case nothingSelected
  /// On the map.
  case severalSelected, marketSelected, withoutSegment, nothingFolded
  case nothingToUndo, nothingToRedo
  case notOnThisScreen
  case noWorkshop, noAgendaLeft
  case needsStakeholder
  case needsTwoStakeholders
  case noSegments
  case readOnly
  case hiddenInRoom
  /// The window is the one that the room sees.
  case onWall
  case nothingMarked
  case noRoomForDetails
  case noScale
  case noConflicts
  case needsAction, needsDate, needsParticipant
  case onlyOnTimeline
  case nothingToMend
  case notFollowing, notChangedOnDisk, noFileYet, notProtected
  case nothingToPropose
}
