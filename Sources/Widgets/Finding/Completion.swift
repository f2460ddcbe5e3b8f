import Drawing

/// Something that a text field may be completed with.
public struct CompletionItem: Hashable, Sendable {
  public var text: String
  /// Shown dimmed behind the text.
  public var detail: String
  /// What the text stands for, such as an id; nil when it is only text.
  public var value: String?

  public init(_ text: String, detail: String = "", value: String? = nil) {
    self.text = text
    self.detail = detail
    self.value = value
  }
}

/// A drop-down list of suggestions for what is being typed. It holds no text itself: its owner filters it on every change.
public struct Completion: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    case moved
    /// The item with this index was taken; the list is closed.
    case accepted(Int)
    /// Closed with Esc; nothing taken.
    case closed
  }

  public let items: [CompletionItem]
  private let folded: FoldedTexts
  /// Indices of the items that match, best first.
  public private(set) var matches: [Int]
  /// The place in `matches` that Enter takes; nil when Enter is the field's own.
  public private(set) var selection: Int?
  public private(set) var isOpen = false
  private(set) var query = ""
  /// Whether the best match is selected while one types (the text must be one of the items), or only after Down.
  public var selectsFirst: Bool
  public var maximumRows = 8
  private var top = 0

  public init(_ items: [CompletionItem], selectsFirst: Bool = true) {
    self.items = items
    self.selectsFirst = selectsFirst
    folded = FoldedTexts(items.lazy.map(\.text))
    matches = Array(items.indices)
  }

  /// The item that Enter takes.
  public var selected: CompletionItem? { selectedIndex.map { items[$0] } }
  public var selectedIndex: Int? {
    guard isOpen, let selection, matches.indices.contains(selection) else { return nil }
    return matches[selection]
  }

  /// Shows what matches; closes when nothing does, or when the only match is what was typed.
  public mutating func filter(_ text: String) {
    query = text
    matches = FuzzyQuery(text).rank(folded)
    top = 0
    selection = selectsFirst && !matches.isEmpty ? 0 : nil
    isOpen = !matches.isEmpty && !(matches.count == 1 && items[matches[0]].text == text && !selectsFirst)
  }

  /// Opens with all items, on the one with `index` if given.
  public mutating func open(at index: Int? = nil) {
    filter("")
    if let index, let place = matches.firstIndex(of: index) { select(place) }
  }

  public mutating func close() {
    isOpen = false
    selection = nil
    top = 0
  }

  public mutating func handle(_ key: Key) -> Outcome {
    guard isOpen else { return .ignored }
    switch key.code {
    case .down where key.modifiers.isEmpty: return step(1)
    case .up where key.modifiers.isEmpty: return step(-1)
    case .pageDown: return step(maximumRows)
    case .pageUp: return step(-maximumRows)
    case .enter, .tab:
      // Tab completes even where Enter is the field's own.
      if selection == nil, key.code == .tab, key.modifiers.isEmpty, !matches.isEmpty { selection = 0 }
      guard let index = selectedIndex, key.modifiers.isEmpty else { return .ignored }
      close()
      return .accepted(index)
    case .escape:
      close()
      return .closed
    default: return .ignored
    }
  }

  /// Rows the list wants on the screen, its border included.
  public var height: Int { min(matches.count, maximumRows) + 2 }

  /// Where the list opens: below its field, or above it when there is more room.
  public func place(at field: Rect, in bounds: Rect) -> Rect {
    let widest = matches.prefix(200).reduce(12) { widest, index in
      let item = items[index]
      let detail = item.detail.isEmpty ? 0 : TextWidth.columns(item.detail) + 2
      return max(widest, TextWidth.columns(item.text) + detail)
    }
    return Popup.place(width: max(widest + 9, min(field.width, 40)), height: height, at: field, in: bounds)
  }

  /// A click takes an item, the wheel walks through them.
  public mutating func handle(_ mouse: MouseEvent, at field: Rect, in bounds: Rect) -> Outcome {
    guard isOpen else { return .ignored }
    let inner = place(at: field, in: bounds).inset(1, 1)
    guard inner.contains(mouse.position) else { return .ignored }
    switch mouse.action {
    case .wheelUp: return step(-1)
    case .wheelDown: return step(1)
    case .press, .doubleClick:
      let place = visibleTop(rows: inner.height) + mouse.position.y - inner.y
      guard matches.indices.contains(place) else { return .moved }
      select(place)
      return .accepted(matches[place])
    default: return .moved
    }
  }

  /// Draws the list over what is there, when it is open.
  /// - Parameter marked: values that are chosen already, where several can be; nil where only one can.
  public func draw(at field: Rect, in bounds: Rect, on surface: inout Surface, marked: Set<String>? = nil) {
    guard isOpen else { return }
    let box = place(at: field, in: bounds)
    guard box.height > 2, box.width > 4 else { return }
    let inner = Popup.drawBox(box, on: &surface)
    let first = visibleTop(rows: inner.height)
    let fuzzy = FuzzyQuery(query)
    for row in 0..<inner.height where first + row < matches.count {
      let item = items[matches[first + row]]
      let y = inner.y + row
      var text = Rect(x: inner.x + 1, y: y, width: inner.width - 2, height: 1)
      if let marked {
        let isMarked = item.value.map(marked.contains) ?? false
        surface.put(isMarked ? "[x]" : "[ ]", x: text.x, y: y, Style(isMarked ? .accent : .dim), width: text.width)
        text = text.split(left: 4).1
      }
      let used = MatchedText.draw(item.text, fuzzy, x: text.x, y: y, width: text.width, Style.text, on: &surface)
      let left = text.width - 2 - used
      if left > 3 { surface.put(item.detail, x: text.x + used + 2, y: y, Style(.dim), width: left) }
      if first + row == selection {
        surface.emphasise(Rect(x: inner.x, y: y, width: inner.width, height: 1), .selected)
      }
    }
    Scrollbar(total: matches.count, visible: inner.height, top: first)
      .draw(in: Rect(x: box.right - 1, y: inner.y, width: 1, height: inner.height), on: &surface)
  }

  private mutating func step(_ delta: Int) -> Outcome {
    guard !matches.isEmpty else { return .ignored }
    if let selection {
      if selection + delta < 0, !selectsFirst {
        self.selection = nil
      } else {
        select(min(max(0, selection + delta), matches.count - 1))
      }
    } else if delta > 0 {
      select(0)
    } else {
      return .ignored
    }
    return .moved
  }

  private mutating func select(_ place: Int) {
    selection = place
    let rows = min(matches.count, maximumRows)
    top = min(max(top, place - rows + 1), place)
  }

  private func visibleTop(rows: Int) -> Int {
    let place = selection ?? 0
    return max(0, min(max(top, place - rows + 1), place, max(0, matches.count - rows)))
  }
}
