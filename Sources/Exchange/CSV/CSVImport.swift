import JSON
import SessionModel
import Words

/// Something in a table that cannot be taken over. The row it is in is left out.
public struct ImportIssue: Hashable, Sendable {
  public var file: String
  /// From 1, where the row begins.
  public var line: Int
  /// As the file names it; nil when the whole row or file is meant.
  public var column: String?
  public var problem: ImportProblem

  public init(file: String, line: Int, column: String? = nil, _ problem: ImportProblem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// `stakeholders.csv:3: people: “many” is no value …`
  public func sentence(_ words: some ImportWords) -> String {
    "\(file):\(line): " + (column.map { $0 + ": " } ?? "") + words.importProblem(problem)
  }
}

/// What tables would change in a session.
public struct CSVImport: Sendable {
  /// Applies to the session that was given; empty when nothing changes.
  public private(set) var transaction: Transaction
  /// Entities that the transaction adds and changes, and rows that say what is there already.
  public private(set) var added = 0
  public private(set) var changed = 0
  public private(set) var unchanged = 0
  /// In the order of files and lines. Rows with an issue are not part of the transaction, nor are rows that point at such a new one.
  public private(set) var issues: [ImportIssue] = []
  /// Members for the top of the file, which no transaction changes: for `Session.extra` of a session built from these tables alone.
  public private(set) var fileMembers: [JSONMember] = []

  /// Reads tables as `CSVExport` writes them or a spreadsheet saves them.
  ///
  /// A file is known by its name (`stakeholders.csv`), a column by its key or its label, a row by its id. A row without an id, or with one that the session does not have, is added. An absent
  /// column leaves the field, an empty cell clears it, with four exceptions, each for what a default export has left out: a value that changes in time is not cleared; a person who did not consent keeps every field
  /// whose cell is empty; an item in a list keeps its confidential fields and unknown members when its JSON lacks them; a vote
  /// that is covered keeps its counts. A changed value of a field that changes in time becomes the reading of today, as if it were entered now. References
  /// are ids or names that only one has. Nothing is removed.
  public init(
    _ files: [CSVFile], into session: Session, at now: Instant, words: some ExchangeWords, using generator: inout some RandomNumberGenerator
  ) {
    var reading = CSVImportReading(session: session, now: now, words: words)
    reading.open(files, &generator)
    reading.readRows()
    reading.addReadings(&generator)
    let result = reading.finish()
    transaction = Transaction(Title(.importFile, count: result.added + result.changed), result.changes)
    added = result.added
    changed = result.changed
    unchanged = result.unchanged
    let order = Dictionary(files.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { a, _ in a })
    issues = reading.issues.enumerated().sorted {
      let a = (order[$0.element.file] ?? 0, $0.element.line, $0.offset)
      let b = (order[$1.element.file] ?? 0, $1.element.line, $1.offset)
      return a < b
    }.map(\.element)
    fileMembers = reading.fileMembers
  }
}
