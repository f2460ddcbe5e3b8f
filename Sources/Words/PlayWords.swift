/// What can be wrong with a script of keys, or go wrong while it is played.
public enum ScriptProblem: Hashable, Sendable {
  case unknownKey(String)
  case unknownToken(String)
  case badSize(String)
  case badTime(String)
  case unclosedGroup
  case nestedTooDeep
  /// Repetitions would make more steps than the number.
  case tooManySteps(Int)
  /// An expected text is not on the screen.
  case missing(String)
  /// A text is on the screen that should not be.
  case present(String)
  /// The workbench was left before this step.
  case afterQuit
}

/// What `play` says, in one language.
public protocol PlayWords: Sendable {
  func scriptProblem(_ problem: ScriptProblem) -> String
}
