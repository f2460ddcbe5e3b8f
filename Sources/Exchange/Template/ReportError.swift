import Words

/// Why a template cannot be used, and where.
public struct ReportError: Error, Hashable, Sendable {
  public var problem: TemplateProblem
  /// From 1.
  public var line: Int
  /// From 1, in characters.
  public var column: Int

  public init(_ problem: TemplateProblem, line: Int, column: Int) {
    self.problem = problem
    self.line = line
    self.column = column
  }

  public func sentence(_ words: some ReportWords) -> String { words.templateProblem(problem) }
}
