import Drawing

/// One line at the bottom to catch what is said: a label, a field, words completed as typed, and a live note.
/// What is typed may have parts (`name, kind, role`); the part at the cursor is what suggestions answer to.
public struct CaptureLine: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    case moved
    /// The text changed; the caller may set `note` and `suggest`.
    case changed(String)
    /// A suggestion was put in place of the part at the cursor; its item, and the whole text now.
    case completed(CompletionItem, text: String)
    /// Enter. The caller clears the line for the next one, or closes it.
    case submitted(String)
    /// Several lines were pasted: what stood before the cursor and each line, blank ones left out.
    case submittedLines([String])
    case cancelled
  }

  public var label: String
  public var placeholder: String
  public var note = MessageLine("")
  public private(set) var field: TextField
  public private(set) var completion: Completion?
  /// Separates parts; nil when the whole text is one.
  public var separator: Character?

  /// - Parameter isOffered: the text is a suggestion, as `offer` has it.
  public init(label: String, text: String = "", isOffered: Bool = false, placeholder: String = "", separator: Character? = ",") {
    self.label = label
    self.placeholder = placeholder
    self.separator = separator
    field = TextField(text, replacesOnType: isOffered)
  }

  public var text: String { field.text }

  /// Ready for the next one.
  public mutating func clear(keeping text: String = "") {
    field = TextField(text)
    note = MessageLine("")
    completion?.close()
  }

  /// Offers a text to go on with: the first typed character takes its place, and any other key keeps it.
  public mutating func offer(_ text: String) { field = TextField(text, replacesOnType: true) }

  /// Which part the cursor is in, from 0, and its text without blanks around it.
  public var part: (index: Int, text: String) {
    let range = partRange
    let index = separator.map { mark in field.characters[..<range.lowerBound].count { $0 == mark } } ?? 0
    return (index, String(field.characters[range]))
  }

  /// What the part at the cursor may be completed with; asked for again by the caller whenever the part changes.
  /// - Parameter mustMatch: Enter takes the best match; otherwise only Tab, or Enter after Down, does.
  public mutating func suggest(_ items: [CompletionItem], mustMatch: Bool = false) {
    if completion?.items != items || completion?.selectsFirst != mustMatch {
      completion = items.isEmpty ? nil : Completion(items, selectsFirst: mustMatch)
    }
    filter()
  }

  public mutating func handle(_ key: Key) -> Outcome {
    switch completion?.handle(key) ?? .ignored {
    case .ignored: break
    case .moved, .closed: return .moved
    case .accepted(let index): return accept(index)
    }
    switch key.code {
    case .escape: return .cancelled
    case .enter: return .submitted(field.text)
    default: break
    }
    switch field.handle(key) {
    case .ignored: return .ignored
    case .moved:
      completion?.close()
      return .moved
    case .changed:
      filter()
      return .changed(field.text)
    }
  }

  public mutating func paste(_ text: String) -> Outcome {
    let lines = Typed.manyLines(text).split(separator: "\n").map(String.init)
      .filter { $0.contains { $0 != " " } }
    if lines.count > 1 {
      let first = (field.replacesOnType ? "" : field.textBeforeCursor) + lines[0]
      clear()
      return .submittedLines([first] + lines.dropFirst())
    }
    guard field.paste(lines.first ?? "") == .changed else { return .moved }
    filter()
    return .changed(field.text)
  }

  private mutating func accept(_ index: Int) -> Outcome {
    guard let item = completion?.items[index] else { return .moved }
    field.replace(partRange, with: item.text)
    return .completed(item, text: field.text)
  }

  private mutating func filter() {
    let text = part.text
    if text.isEmpty { completion?.close() } else { completion?.filter(text) }
  }

  private var partRange: Range<Int> {
    let characters = field.characters
    var start = field.cursor
    var end = field.cursor
    if let separator {
      while start > 0, characters[start - 1] != separator { start -= 1 }
      while end < characters.count, characters[end] != separator { end += 1 }
    } else {
      start = 0
      end = characters.count
    }
    while start < end, characters[start] == " " { start += 1 }
    while end > start, characters[end - 1] == " " { end -= 1 }
    return start..<end
  }

  // MARK: - Drawing

  /// Draws the line in the first row of `rect`, the note in the second or, in a single row, at its right end; suggestions open
  /// over what is in `bounds`.
  /// - Parameter keys: what its keys do, said below the line while there is no note.
  public func draw(in rect: Rect, bounds: Rect, keys: String = "", on surface: inout Surface) {
    guard !rect.isEmpty else { return }
    surface.fill(rect, Style.text)
    let labelWidth = min(TextWidth.columns(label), rect.width / 3)
    surface.put(label, x: rect.x, y: rect.y, Style(.heading), width: labelWidth)
    var line = rect.split(top: 1).0.split(left: labelWidth + 1).1
    if rect.height > 1 {
      let below = rect.split(top: 1).1.split(top: 1).0
      if note.text.isEmpty {
        surface.put(keys, x: below.x, y: below.y, Style(.hintText), width: below.width)
      } else {
        note.draw(in: below, on: &surface)
      }
    } else if !note.text.isEmpty {
      let columns = min(TextWidth.columns(note.text), line.width / 2)
      let (left, right) = line.split(right: columns)
      note.draw(in: right, on: &surface)
      line = left.split(right: 1).0
    }
    field.draw(in: line, on: &surface, placeholder: placeholder)
    guard let completion, completion.isOpen else { return }
    let before = field.window(width: line.width).cursorColumn
    let typed = field.characters[partRange.lowerBound..<max(partRange.lowerBound, field.cursor)]
    let x = line.x + max(0, before - typed.reduce(0) { $0 + TextWidth.columns($1) })
    completion.draw(at: Rect(x: max(bounds.x, x - 2), y: rect.y, width: 20, height: rect.height), in: bounds, on: &surface)
  }
}
