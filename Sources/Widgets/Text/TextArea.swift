import Drawing

/// Text of many lines, wrapped between words, with an undo of its own.
public struct TextArea: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    case moved
    case changed
  }

  /// A place between characters.
  struct Place: Hashable, Comparable {
    var line: Int
    var index: Int

    static func < (a: Place, b: Place) -> Bool { (a.line, a.index) < (b.line, b.index) }
  }

  /// What undo brings back.
  private struct Past: Hashable {
    let lines: [[Character]]
    let cursor: Place
  }

  /// Edits of one kind that follow one another are undone together.
  private enum Run: Hashable { case none, typing, deleting }

  private(set) var lines: [[Character]]
  private(set) var cursor: Place
  /// The column that Up and Down keep to.
  private var goal: Int?
  private var top = Place(line: 0, index: 0)
  private var undone: [Past] = []
  private var done: [Past] = []
  private var run = Run.none

  /// Steps back that are kept.
  private static let remembered = 500

  /// - Parameter cursorAtEnd: otherwise it stands at the start.
  public init(_ text: String = "", cursorAtEnd: Bool = true) {
    lines = Typed.manyLines(text).split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    cursor = Place(line: 0, index: 0)
    if cursorAtEnd { cursor = end }
  }

  public var text: String { String(lines.joined(separator: ["\n"])) }
  public var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }
  /// The line, and the characters before the cursor in it, from 0.
  public var position: (line: Int, character: Int) { (cursor.line, cursor.index) }
  public var canUndo: Bool { !done.isEmpty }
  public var canRedo: Bool { !undone.isEmpty }

  private var end: Place { Place(line: lines.count - 1, index: lines[lines.count - 1].count) }
}

// MARK: - Keys

extension TextArea {
  /// - Parameter rect: where it is drawn, since Up and Down go by the rows one sees.
  public mutating func handle(_ key: Key, in rect: Rect) -> Outcome {
    let outcome = act(on: key, in: rect)
    if outcome != .ignored { top = visibleTop(in: rect) }
    return outcome
  }

  private mutating func act(on key: Key, in rect: Rect) -> Outcome {
    if let character = key.text { return insert(String(character), .typing) }
    let command = key.modifiers.contains(.control)
    let byWord = command || key.modifiers.contains(.alt)
    switch key.code {
    case .enter where key.modifiers.isEmpty: return insert("\n", .none)
    case .up: return moveRows(-1, rect)
    case .down: return moveRows(1, rect)
    case .pageUp: return moveRows(-max(1, rect.height - 1), rect)
    case .pageDown: return moveRows(max(1, rect.height - 1), rect)
    case .left: return move(to: byWord ? wordBefore : before(cursor))
    case .right: return move(to: byWord ? wordAfter : after(cursor))
    case .home: return move(to: command ? Place(line: 0, index: 0) : rowStart(rect))
    case .end: return move(to: command ? end : rowEnd(rect))
    case .backspace: return delete(from: byWord ? wordBefore : before(cursor), to: cursor)
    case .delete: return delete(from: cursor, to: byWord ? wordAfter : after(cursor))
    case .character("b") where key.modifiers == .alt: return move(to: wordBefore)
    case .character("f") where key.modifiers == .alt: return move(to: wordAfter)
    case .character("d") where key.modifiers == .alt: return delete(from: cursor, to: wordAfter)
    case .character("w") where command: return delete(from: wordBefore, to: cursor)
    case .character("u") where command: return delete(from: Place(line: cursor.line, index: 0), to: cursor)
    case .character("k") where command:
      let lineEnd = Place(line: cursor.line, index: lines[cursor.line].count)
      return delete(from: cursor, to: lineEnd == cursor ? after(cursor) : lineEnd)
    case .character("z") where command: return undo()
    case .character("y") where command: return redo()
    default: return .ignored
    }
  }

  /// Inserts a pasted text as one step.
  public mutating func paste(_ text: String, in rect: Rect) -> Outcome {
    let outcome = insert(Typed.manyLines(text), .none)
    top = visibleTop(in: rect)
    return outcome
  }

  public mutating func handle(_ mouse: MouseEvent, in rect: Rect) -> Outcome {
    guard rect.contains(mouse.position) else { return .ignored }
    switch mouse.action {
    case .wheelUp: _ = moveRows(-3, rect)
    case .wheelDown: _ = moveRows(3, rect)
    case .press:
      var place = visibleTop(in: rect)
      for _ in 0..<(mouse.position.y - rect.y) {
        guard let next = rowAfter(place, rect) else { return move(to: end) }
        place = next
      }
      return move(to: self.place(inRowAt: place, column: mouse.position.x - rect.x, rect))
    default: return .ignored
    }
    top = visibleTop(in: rect)
    return .moved
  }
}

// MARK: - Editing

extension TextArea {
  private mutating func remember(_ kind: Run) {
    if kind == .none || kind != run {
      done.append(Past(lines: lines, cursor: cursor))
      if done.count > TextArea.remembered { done.removeFirst(done.count - TextArea.remembered) }
    }
    undone.removeAll()
    run = kind
    goal = nil
  }

  private mutating func insert(_ text: String, _ kind: Run) -> Outcome {
    let clean = Typed.manyLines(text)
    guard !clean.isEmpty else { return .moved }
    // A new word is a new step, so that undo does not take back a whole paragraph.
    let startsWord = kind == .typing && cursor.index > 0 && clean != " " && lines[cursor.line][cursor.index - 1] == " "
    if startsWord { run = .none }
    remember(kind)
    let parts = clean.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var line = lines[cursor.line]
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      cursor.index = GraphemeSplice.replace(cursor.index..<cursor.index, in: &line, with: clean)
      lines[cursor.line] = line
      return .changed
    }
    var tail = Array(line[cursor.index...])
    _ = GraphemeSplice.replace(cursor.index..<line.count, in: &line, with: first)
    let index = GraphemeSplice.replace(0..<0, in: &tail, with: last)
    let added = [line] + parts[1..<(parts.count - 1)].map(Array.init) + [tail]
    lines.replaceSubrange(cursor.line...cursor.line, with: added)
    cursor = Place(line: cursor.line + parts.count - 1, index: index)
    return .changed
  }

  private mutating func delete(from start: Place, to end: Place) -> Outcome {
    guard start < end else { return .moved }
    let isOne = start.line == end.line && end.index - start.index == 1
    remember(isOne ? .deleting : .none)
    var line = Array(lines[start.line][..<start.index])
    let tail = String(lines[end.line][end.index...])
    _ = GraphemeSplice.replace(line.count..<line.count, in: &line, with: tail)
    lines.replaceSubrange(start.line...end.line, with: [line])
    cursor = Place(line: start.line, index: min(start.index, line.count))
    return .changed
  }

  public mutating func undo() -> Outcome {
    guard let past = done.popLast() else { return .moved }
    undone.append(Past(lines: lines, cursor: cursor))
    return restore(past)
  }

  public mutating func redo() -> Outcome {
    guard let past = undone.popLast() else { return .moved }
    done.append(Past(lines: lines, cursor: cursor))
    return restore(past)
  }

  private mutating func restore(_ past: Past) -> Outcome {
    lines = past.lines
    cursor = past.cursor
    run = .none
    goal = nil
    return .changed
  }
}

// MARK: - Moving

extension TextArea {
  private mutating func move(to place: Place) -> Outcome {
    cursor = place
    goal = nil
    run = .none
    return .moved
  }

  private func before(_ place: Place) -> Place {
    if place.index > 0 { return Place(line: place.line, index: place.index - 1) }
    return place.line > 0 ? Place(line: place.line - 1, index: lines[place.line - 1].count) : place
  }

  private func after(_ place: Place) -> Place {
    if place.index < lines[place.line].count { return Place(line: place.line, index: place.index + 1) }
    return place.line + 1 < lines.count ? Place(line: place.line + 1, index: 0) : place
  }

  private var wordBefore: Place {
    if cursor.index == 0 { return before(cursor) }
    return Place(line: cursor.line, index: WordEdge.before(cursor.index, in: lines[cursor.line]))
  }

  private var wordAfter: Place {
    if cursor.index == lines[cursor.line].count { return after(cursor) }
    return Place(line: cursor.line, index: WordEdge.after(cursor.index, in: lines[cursor.line]))
  }

  private mutating func moveRows(_ count: Int, _ rect: Rect) -> Outcome {
    let column = goal ?? self.column(of: cursor, rect)
    var row = rowStart(rect)
    for _ in 0..<abs(count) {
      guard let next = count < 0 ? rowBefore(row, rect) : rowAfter(row, rect) else { break }
      row = next
    }
    _ = move(to: place(inRowAt: row, column: column, rect))
    goal = column
    return .moved
  }
}

// MARK: - Rows

extension TextArea {
  /// One column is the scroll bar's, one stays free for the cursor behind a full row.
  static func textWidth(_ rect: Rect) -> Int { max(1, rect.width - 2) }

  func rows(_ line: Int, _ rect: Rect) -> [Range<Int>] {
    LineWrap.rows(lines[line], width: TextArea.textWidth(rect))
  }

  /// The row that a place is seen in. A place at a break belongs to the row it starts.
  private func row(of place: Place, _ rect: Rect) -> Range<Int> {
    let rows = rows(place.line, rect)
    return rows.last { $0.lowerBound <= place.index } ?? 0..<0
  }

  private func rowStart(_ rect: Rect) -> Place {
    Place(line: cursor.line, index: row(of: cursor, rect).lowerBound)
  }

  private func rowEnd(_ rect: Rect) -> Place {
    let row = row(of: cursor, rect)
    let isLast = row.upperBound == lines[cursor.line].count
    return Place(line: cursor.line, index: isLast ? row.upperBound : max(row.lowerBound, row.upperBound - 1))
  }

  private func rowBefore(_ start: Place, _ rect: Rect) -> Place? {
    if start.index > 0 {
      return Place(line: start.line, index: row(of: Place(line: start.line, index: start.index - 1), rect).lowerBound)
    }
    guard start.line > 0 else { return nil }
    return Place(line: start.line - 1, index: rows(start.line - 1, rect).last?.lowerBound ?? 0)
  }

  private func rowAfter(_ start: Place, _ rect: Rect) -> Place? {
    let row = row(of: start, rect)
    if row.upperBound < lines[start.line].count { return Place(line: start.line, index: row.upperBound) }
    return start.line + 1 < lines.count ? Place(line: start.line + 1, index: 0) : nil
  }

  private func column(of place: Place, _ rect: Rect) -> Int {
    let row = row(of: place, rect)
    return lines[place.line][row.lowerBound..<place.index].reduce(0) { $0 + TextWidth.columns($1) }
  }

  private func place(inRowAt start: Place, column: Int, _ rect: Rect) -> Place {
    let line = lines[start.line]
    let row = row(of: start, rect)
    // The place behind the last character of a broken row is the next row's first.
    let last = row.upperBound == line.count ? row.upperBound : max(row.lowerBound, row.upperBound - 1)
    var index = row.lowerBound
    var x = 0
    while index < last {
      x += TextWidth.columns(line[index])
      if x > column { break }
      index += 1
    }
    return Place(line: start.line, index: index)
  }

  /// The first row to show so that the cursor is seen.
  private func visibleTop(in rect: Rect) -> Place {
    let cursorRow = rowStart(rect)
    var top = min(top, end)
    top = Place(line: top.line, index: row(of: top, rect).lowerBound)
    if cursorRow <= top { return cursorRow }
    // Backwards from the cursor: at most a screen of rows.
    var highest = cursorRow
    for _ in 0..<max(0, rect.height - 1) {
      guard let row = rowBefore(highest, rect) else { break }
      highest = row
    }
    return max(top, highest)
  }
}

// MARK: - Drawing

extension TextArea {
  public func draw(in rect: Rect, on surface: inout Surface, focused: Bool = true, placeholder: String = "") {
    guard !rect.isEmpty else { return }
    let style = Style(focused ? .fieldActive : .field)
    surface.fill(rect, style)
    if isEmpty { surface.put(placeholder, x: rect.x, y: rect.y, Style(.placeholder), width: rect.width) }
    let first = visibleTop(in: rect)
    let cursorRow = rowStart(rect)
    var next: Place? = first
    var y = rect.y
    while let place = next, y < rect.bottom {
      var x = rect.x
      for character in lines[place.line][row(of: place, rect)] {
        let columns = TextWidth.columns(character)
        if x + columns > rect.right { break }
        surface.put(character, x: x, y: y, style)
        x += columns
      }
      if focused, place == cursorRow {
        surface.cursor = Point(x: min(rect.right - 1, rect.x + column(of: cursor, rect)), y: y)
      }
      next = rowAfter(place, rect)
      y += 1
    }
    // By lines, not rows: counting rows would wrap the whole text.
    guard first > Place(line: 0, index: 0) || next != nil else { return }
    let lastLine = next.map(\.line) ?? lines.count
    Scrollbar(total: lines.count + 1, visible: max(1, lastLine - first.line), top: first.line)
      .draw(in: rect.split(right: 1).1, on: &surface)
  }
}
