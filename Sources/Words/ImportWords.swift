/// What can be wrong with a table that is being imported. Cell texts are as they stand in the file, cut to a readable length.
public enum ImportProblem: Error, Hashable, Sendable {
  case unknownFile(String, known: [String])
  case notUTF8
  case tooLarge
  case unclosedQuote
  case textAfterQuote
  case quoteInsideCell
  case empty
  case columnCount(found: Int, expected: Int)
  case unknownColumn(String, near: String?)
  case duplicateColumn(String)
  case badID(String)
  case duplicateID(String)
  case otherKind(id: String, kind: String)
  case severalSessions
  case badValue(String, field: String, NotationReason)
  case badItems(String)
  case badExtra(String)
  case dangling(field: String, id: String)
}

/// Why the text of a cell is not a value of its column.
public enum NotationReason: Hashable, Sendable {
  case notANumber
  case outOfRange(Int, Int)
  case notADate
  case notAMoment
  case notAnAmount
  case notYesOrNo
  case notCounts
  case unknownChoice(known: [String])
  case unknownReference
  case ambiguousReference
  case controlCharacter
  case other
}

/// What an import says about the files given to it, in one language.
public protocol ImportWords: Sendable {
  /// What is wrong and how to mend it, as one sentence without place and full stop.
  func importProblem(_ problem: ImportProblem) -> String
  /// `3 added, 2 changed, 15 unchanged`.
  func importResult(added: Int, changed: Int, unchanged: Int) -> String
}
