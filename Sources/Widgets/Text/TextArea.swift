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
  private static let remembered = 200

  /// - Parameter cursorAtEnd: otherwise it stands at the start.
  public init(_ text: String = "", cursorAtEnd: Bool = true) {
    lines = Typed.manyLines(text).split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    cursor = Place(line: 0, index: 0)
    if cursorAtEnd { cursor = end }
    top = cursor
  }

  public var text: String { String(lines.joined(separator: ["\n"])) }
  public var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }
  /// The line, and the characters before the cursor in it, from 0.
  public var position: (line: Int, character: Int) { (cursor.line, cursor.index) }

  private var end: Place { Place(line: lines.count - 1, index: lines[lines.count - 1].count) }
}

// MARK: - Keys

extension TextArea {
  /// - Parameter rect: where it is drawn, since Up and Down go by the rows one sees.
  public mutating func handle(_ key: Key, in rect: Rect) -> Outcome {
    let outcome = act(on: key, in: rect)
    if outcome != .ignored { settle(in: rect) }
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
    settle(in: rect)
    return outcome
  }

  public mutating func handle(_ mouse: MouseEvent, in rect: Rect) -> Outcome {
    guard rect.contains(mouse.position) else { return .ignored }
    switch mouse.action {
    case .wheelUp: _ = moveRows(-3, rect)
    case .wheelDown: _ = moveRows(3, rect)
    case .press:
      var rows = TextRows(lines, in: rect)
      let first = rows.top(near: top, showing: cursor, height: rect.height)
      let hit = mouse.position.y - rect.y
      let row = rows.down(hit, from: first)
      let isBelowEnd = rows.distance(from: first, to: row) < hit
      return move(to: isBelowEnd ? end : rows.place(inRowAt: row, column: mouse.position.x - rect.x))
    default: return .ignored
    }
    settle(in: rect)
    return .moved
  }

  private mutating func settle(in rect: Rect) {
    var rows = TextRows(lines, in: rect)
    top = rows.top(near: top, showing: cursor, height: rect.height)
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
    remember(after(start) == end ? .deleting : .none)
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
    var rows = TextRows(lines, in: rect)
    let column = goal ?? rows.column(of: cursor)
    let start = rows.start(of: cursor)
    let row = count < 0 ? rows.up(-count, from: start) : rows.down(count, from: start)
    _ = move(to: rows.place(inRowAt: row, column: column))
    goal = column
    return .moved
  }

  private func rowStart(_ rect: Rect) -> Place {
    var rows = TextRows(lines, in: rect)
    return rows.start(of: cursor)
  }

  private func rowEnd(_ rect: Rect) -> Place {
    var rows = TextRows(lines, in: rect)
    return Place(line: cursor.line, index: rows.lastIndex(of: rows.row(of: cursor), in: cursor.line))
  }
}

// MARK: - Drawing

extension TextArea {
  public func draw(in rect: Rect, on surface: inout Surface, focused: Bool = true, placeholder: String = "") {
    guard !rect.isEmpty else { return }
    let style = Style(focused ? .fieldActive : .field)
    surface.fill(rect, style)
    if isEmpty { surface.put(placeholder, x: rect.x, y: rect.y, Style(.placeholder), width: rect.width) }
    var rows = TextRows(lines, in: rect)
    let first = rows.top(near: top, showing: cursor, height: rect.height)
    let cursorRow = rows.start(of: cursor)
    var next: Place? = first
    var y = rect.y
    while let place = next, y < rect.bottom {
      var x = rect.x
      for character in lines[place.line][rows.row(of: place)] {
        let columns = CharacterWidth.columns(character)
        if x + columns > rect.right { break }
        surface.put(character, x: x, y: y, style)
        x += columns
      }
      if focused, place == cursorRow {
        surface.cursor = Point(x: min(rect.right - 1, rect.x + rows.column(of: cursor)), y: y)
      }
      next = rows.after(place)
      y += 1
    }
    // By lines, not rows: counting rows would wrap the whole text.
    guard first > Place(line: 0, index: 0) || next != nil else { return }
    let lastLine = next.map(\.line) ?? lines.count
    Scrollbar(total: lines.count + 1, visible: max(1, lastLine - first.line), top: first.line)
      .draw(in: rect.split(right: 1).1, on: &surface)
  }
}
