import Drawing

/// Rows to fill in, as on paper: the row with the cursor is the one being edited, and leaving it needs no confirmation.
/// What is typed stays in its row, right or wrong; the caller checks it at every change and sets the row's `error`.
public struct Form: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// The key was used, and nothing came of it that a caller needs to know.
    case handled
    /// A row's text is another now.
    case changed(id: String, text: String)
    /// The cursor left a row.
    case committed(id: String)
    /// A long text is to be edited in its own place; the caller hands it back with `update`.
    case openLongText(id: String)
    case save
    case cancel
  }

  public internal(set) var rows: [FormRow]
  /// Index of the row being edited.
  var cursor: Int
  /// The editor of a row that takes text, or what narrows a list of options.
  var field = TextField()
  /// The open or closed list of the row being edited.
  var completion: Completion?
  /// What the row says without what is typed to search its list of several answers.
  var ticked = ""
  /// Something was typed since the cursor came to the row: only then do suggestions open by themselves.
  var isTyping = false
  /// Headings whose rows are folded away.
  public internal(set) var folded: Set<String>
  var top = 0

  /// - Parameters:
  ///   - folded: headings that start folded away.
  ///   - focus: the row that starts with the cursor; the first that takes one otherwise.
  public init(_ rows: [FormRow], folded: Set<String> = [], focus: String? = nil) {
    self.rows = rows
    self.folded = folded
    cursor = 0
    let wanted = rows.firstIndex { $0.id == focus && $0.takesCursor }
    if let wanted, let heading = heading(of: wanted) { self.folded.remove(rows[heading].id) }
    cursor = wanted ?? stops.first { !rows[$0].isHeading } ?? stops.first ?? 0
    startEditing()
  }

  /// The id of the row being edited.
  public var focusedID: String? { rows.indices.contains(cursor) ? rows[cursor].id : nil }
  public var isListOpen: Bool { completion?.isOpen ?? false }
  /// Whether several answers are being chosen from an open list.
  public var isTicking: Bool {
    guard rows.indices.contains(cursor), case .choices = rows[cursor].control else { return false }
    return isListOpen
  }
  public var hasErrors: Bool { rows.contains { $0.error != nil } }

  public subscript(id: String) -> FormRow? { rows.first { $0.id == id } }

  /// Changes a row from outside: its error, its help, its suggestions, its text.
  public mutating func update(_ id: String, _ change: (inout FormRow) -> Void) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    let before = rows[index]
    change(&rows[index])
    guard index == cursor else { return }
    let after = rows[index]
    if after.text != before.text {
      startEditing()
    } else if after.control != before.control {
      let wasOpen = isListOpen
      completion = Form.completion(for: after)
      if wasOpen || isTyping, !field.isEmpty { completion?.filter(field.text) }
    }
  }

  /// Sets what is wrong with a row; nil when nothing is.
  public mutating func setError(_ error: String?, for id: String) { update(id) { $0.error = error } }

  /// Puts the cursor on a row, and opens the section it is folded away in.
  public mutating func focus(_ id: String) {
    guard let index = rows.firstIndex(where: { $0.id == id && $0.takesCursor }) else { return }
    if let heading = heading(of: index) { folded.remove(rows[heading].id) }
    moveCursor(to: index)
  }

  /// Puts the cursor on the first row with an error; false when there is none.
  public mutating func focusFirstError() -> Bool {
    guard let row = rows.first(where: { $0.error != nil && $0.takesCursor }) else { return false }
    focus(row.id)
    return true
  }
}

// MARK: - Where the cursor can go

extension Form {
  /// The heading that a row stands under.
  func heading(of index: Int) -> Int? {
    rows.indices.contains(index) ? rows[..<index].lastIndex { $0.isHeading } : nil
  }

  /// Indices of the rows that are not folded away.
  var visible: [Int] {
    var isFolded = false
    return rows.indices.filter { index in
      if rows[index].isHeading {
        isFolded = folded.contains(rows[index].id)
        return true
      }
      return !isFolded
    }
  }

  /// Indices of the rows that the cursor stops at.
  var stops: [Int] { visible.filter { rows[$0].takesCursor } }

  mutating func moveCursor(to index: Int) {
    guard rows.indices.contains(index) else { return }
    cursor = index
    startEditing()
  }

  /// Moves by rows; the outcomes say which row was left.
  mutating func step(_ delta: Int) -> [Outcome] {
    let stops = stops
    guard let place = stops.firstIndex(of: cursor), let last = stops.indices.last else { return [.handled] }
    let next = min(max(0, place + delta), last)
    guard next != place else { return [.handled] }
    return leave(to: stops[next])
  }

  mutating func leave(to index: Int) -> [Outcome] {
    let left = rows[cursor]
    moveCursor(to: index)
    return left.isHeading ? [.handled] : [.committed(id: left.id)]
  }

  mutating func toggleSection() {
    let id = rows[cursor].id
    if folded.remove(id) == nil { folded.insert(id) }
  }

  /// Makes the editor of the row with the cursor.
  mutating func startEditing() {
    isTyping = false
    guard rows.indices.contains(cursor) else { return }
    let row = rows[cursor]
    switch row.control {
    case .text: field = TextField(row.text)
    // What was chosen is chosen anew, not typed on.
    case .suggestions(_, let mustMatch): field = TextField(row.text, replacesOnType: mustMatch)
    default: field = TextField()
    }
    completion = Form.completion(for: row)
  }

  static func completion(for row: FormRow) -> Completion? {
    switch row.control {
    case .choice(let options), .choices(let options):
      Completion(options.map { CompletionItem($0.title, detail: $0.detail, value: $0.value) })
    case .suggestions(let items, let mustMatch): Completion(items, selectsFirst: mustMatch)
    default: nil
    }
  }
}
