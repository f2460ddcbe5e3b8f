import Drawing

/// One line of text with a cursor between its characters.
public struct TextField: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// Not a key for a field.
    case ignored
    /// The cursor moved, or there was nothing to delete.
    case moved
    case changed
  }

  private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int
  /// The text as it stands is a suggestion: the first typed character takes its place, and any other key keeps it.
  public var replacesOnType: Bool

  /// A field with the cursor behind its text.
  public init(_ text: String = "", replacesOnType: Bool = false) {
    characters = Array(Typed.oneLine(text))
    cursor = characters.count
    self.replacesOnType = replacesOnType && !text.isEmpty
  }

  /// Setting it puts the cursor at the end.
  public var text: String {
    get { String(characters) }
    set { self = TextField(newValue) }
  }

  public var isEmpty: Bool { characters.isEmpty }
  /// The text before the cursor.
  public var textBeforeCursor: String { String(characters[..<cursor]) }

  public mutating func moveCursor(to index: Int) {
    cursor = min(max(0, index), characters.count)
    replacesOnType = false
  }

  public mutating func handle(_ key: Key) -> Outcome {
    if let character = key.text { return insert(String(character)) }
    let command = key.modifiers.contains(.control)
    let alt = key.modifiers.contains(.alt)
    switch key.code {
    case .left: return move(command || alt ? WordEdge.before(cursor, in: characters) : cursor - 1)
    case .right: return move(command || alt ? WordEdge.after(cursor, in: characters) : cursor + 1)
    case .home: return move(0)
    case .end: return move(characters.count)
    case .backspace:
      if replacesOnType { return delete(0..<characters.count) }
      return delete((command || alt ? WordEdge.before(cursor, in: characters) : max(0, cursor - 1))..<cursor)
    case .delete:
      if replacesOnType { return delete(0..<characters.count) }
      let end = command || alt ? WordEdge.after(cursor, in: characters) : min(characters.count, cursor + 1)
      return delete(cursor..<end)
    case .character("b") where alt: return move(WordEdge.before(cursor, in: characters))
    case .character("f") where alt: return move(WordEdge.after(cursor, in: characters))
    case .character("d") where alt: return delete(cursor..<WordEdge.after(cursor, in: characters))
    case .character("w") where command: return delete(WordEdge.before(cursor, in: characters)..<cursor)
    case .character("u") where command: return delete(0..<cursor)
    case .character("k") where command: return delete(cursor..<characters.count)
    default: return .ignored
    }
  }

  /// Inserts a pasted text; its line ends become spaces.
  public mutating func paste(_ text: String) -> Outcome { insert(Typed.oneLine(text)) }

  /// Puts `text` in place of some characters, with the cursor behind it.
  public mutating func replace(_ range: Range<Int>, with text: String) {
    cursor = GraphemeSplice.replace(range.clamped(to: 0..<characters.count), in: &characters, with: Typed.oneLine(text))
    replacesOnType = false
  }

  /// A click puts the cursor before the character it hits.
  public mutating func handle(_ mouse: MouseEvent, in rect: Rect) -> Outcome {
    guard mouse.action == .press, rect.contains(mouse.position) else { return .ignored }
    let (first, _) = window(width: rect.width)
    var column = rect.x
    var index = first
    while index < characters.count {
      let width = TextWidth.columns(characters[index])
      if mouse.position.x < column + max(1, width) { break }
      column += width
      index += 1
    }
    return move(index)
  }

  private mutating func insert(_ text: String) -> Outcome {
    let clean = Typed.oneLine(text)
    guard !clean.isEmpty else { return .moved }
    let range = replacesOnType ? 0..<characters.count : cursor..<cursor
    replace(range, with: clean)
    return .changed
  }

  private mutating func move(_ index: Int) -> Outcome {
    moveCursor(to: index)
    return .moved
  }

  private mutating func delete(_ range: Range<Int>) -> Outcome {
    replacesOnType = false
    guard !range.isEmpty else { return .moved }
    replace(range, with: "")
    return .changed
  }
}

// MARK: - Drawing

extension TextField {
  /// Draws the part of the text around the cursor; with `focused`, the terminal's cursor stands in it.
  public func draw(
    in rect: Rect, on surface: inout Surface, focused: Bool = true, placeholder: String = "", style: Style? = nil
  ) {
    guard !rect.isEmpty else { return }
    let line = rect.split(top: 1).0
    let base = style ?? Style(focused ? .fieldActive : .field)
    surface.fill(line, base)
    let (first, cursorColumn) = window(width: line.width)
    if characters.isEmpty {
      surface.put(placeholder, x: line.x, y: line.y, Style(.placeholder), width: line.width)
    }
    let shown = replacesOnType && focused ? base.adding(.selected) : base
    var x = line.x
    for character in characters[first...] {
      let width = TextWidth.columns(character)
      if x + width > line.right { break }
      surface.put(character, x: x, y: line.y, shown)
      x += width
    }
    if first > 0 { surface.put("‹", x: line.x, y: line.y, Style(.placeholder)) }
    if focused { surface.cursor = Point(x: line.x + cursorColumn, y: line.y) }
  }

  /// The first character shown and the cursor's column. It moves by half windows, so that the text stands still while one types.
  func window(width: Int) -> (first: Int, cursorColumn: Int) {
    let before = characters[..<cursor].reduce(0) { $0 + TextWidth.columns($1) }
    guard before >= width, width > 0 else { return (0, before) }
    let step = max(1, width / 2)
    let target = ((before - width) / step + 1) * step
    var column = 0
    var first = 0
    while first < cursor, column < target {
      column += TextWidth.columns(characters[first])
      first += 1
    }
    return (first, before - column)
  }
}
