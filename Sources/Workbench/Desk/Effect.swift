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
  /// Read the kinds of initiative that can be proposed.
  case readKinds
  case redraw
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
}
