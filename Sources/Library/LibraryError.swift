/// What is wrong with a file of themes, methods or kinds of initiative: one sentence that names the file, the line where it is known, and what is allowed there.
public struct LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int?
  public var column: Int?
  /// What is wrong, without the place; ends in a full stop.
  public var problem: String

  public init(file: String, line: Int? = nil, column: Int? = nil, problem: String) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// `my.toml, line 3, column 7: …`.
  public var description: String {
    var place = file
    if let line { place += ", line \(line)" }
    if let column { place += ", column \(column)" }
    return "\(place): \(problem)"
  }
}
