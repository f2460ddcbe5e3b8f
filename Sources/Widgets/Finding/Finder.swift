import Drawing

/// Something that can be found and chosen.
public struct FinderItem: Hashable, Sendable {
  public var title: String
  /// Shown dimmed behind the title; searched too, at less weight.
  public var detail: String
  /// At the right edge: the key that does the same, or the kind of thing it is.
  public var note: String
  /// Why it cannot be chosen now; nil when it can.
  public var unavailable: String?

  public init(_ title: String, detail: String = "", note: String = "", unavailable: String? = nil) {
    self.title = title
    self.detail = detail
    self.note = note
    self.unavailable = unavailable
  }
}

/// A field over a list that narrows as one types: the command palette and "find anything".
public struct Finder: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    /// Another item is selected, or the cursor moved.
    case moved
    /// The text changed; the selection is the best match. A caller that finds the items itself now calls `show`.
    case query(String)
    /// The item with this index in `items`.
    case chosen(Int)
    /// Enter on an item that cannot be chosen now.
    case unavailable(Int)
    case cancelled
  }

  public private(set) var items: [FinderItem]
  private var titles: [FoldedText]
  private var details: [FoldedText]
  public private(set) var field: TextField
  /// Indices of the items shown, best first.
  public private(set) var matches: [Int]
  /// The place in `matches`.
  public private(set) var cursor = 0
  private var top = 0
  private let ranks: Bool

  /// - Parameter ranks: false when the caller finds the items itself and answers every `.query` with `show`.
  public init(_ items: [FinderItem], query: String = "", ranks: Bool = true) {
    self.items = items
    self.ranks = ranks
    titles = ranks ? items.map { FoldedText($0.title) } : []
    details = ranks ? items.map { FoldedText($0.detail) } : []
    field = TextField(query)
    matches = Array(items.indices)
    if !query.isEmpty { filter() }
  }

  public var query: String { field.text }
  /// The index in `items` of the selected one, for a live preview.
  public var selectedIndex: Int? { matches.indices.contains(cursor) ? matches[cursor] : nil }

  /// Puts other items in the list, in the order given when the caller ranks, and keeps what was typed.
  public mutating func show(_ items: [FinderItem]) {
    self.items = items
    cursor = 0
    top = 0
    if ranks {
      titles = items.map { FoldedText($0.title) }
      details = items.map { FoldedText($0.detail) }
      filter()
    } else {
      matches = Array(items.indices)
    }
  }

  /// Selects an item by its index, if it is shown.
  public mutating func select(_ index: Int) {
    if let place = matches.firstIndex(of: index) { cursor = place }
  }

  /// - Parameter rows: the rows of the list, for PgUp and PgDn.
  public mutating func handle(_ key: Key, rows: Int = 10) -> Outcome {
    let page = max(1, rows - 1)
    switch key.code {
    case .escape: return .cancelled
    case .enter: return choose()
    case .up: return move(cursor - 1, rows)
    case .down: return move(cursor + 1, rows)
    case .tab: return move(cursor + (key.modifiers.contains(.shift) ? -1 : 1), rows)
    case .pageUp: return move(cursor - page, rows)
    case .pageDown: return move(cursor + page, rows)
    case .home where key.modifiers.contains(.control): return move(0, rows)
    case .end where key.modifiers.contains(.control): return move(matches.count - 1, rows)
    case .character("n") where key.modifiers == .control: return move(cursor + 1, rows)
    case .character("p") where key.modifiers == .control: return move(cursor - 1, rows)
    default: return answer(field.handle(key))
    }
  }

  public mutating func paste(_ text: String) -> Outcome { answer(field.paste(text)) }

  /// - Parameter rect: where the finder was drawn.
  public mutating func handle(_ mouse: MouseEvent, in rect: Rect) -> Outcome {
    let list = Finder.list(in: rect)
    switch mouse.action {
    case .wheelUp: return move(cursor - 3, list.height)
    case .wheelDown: return move(cursor + 3, list.height)
    case .press, .doubleClick:
      guard list.contains(mouse.position) else { return .ignored }
      let place = visibleTop(rows: list.height) + mouse.position.y - list.y
      guard matches.indices.contains(place) else { return .ignored }
      cursor = place
      return choose()
    default: return .ignored
    }
  }

  private mutating func answer(_ outcome: TextField.Outcome) -> Outcome {
    switch outcome {
    case .ignored: return .ignored
    case .moved: return .moved
    case .changed:
      if ranks { filter() }
      return .query(field.text)
    }
  }

  private func choose() -> Outcome {
    guard let index = selectedIndex else { return .moved }
    return items[index].unavailable == nil ? .chosen(index) : .unavailable(index)
  }

  private mutating func move(_ place: Int, _ rows: Int) -> Outcome {
    cursor = min(max(0, place), max(0, matches.count - 1))
    top = visibleTop(rows: rows)
    return .moved
  }

  /// A title that matches comes before a match in the detail, and what can be chosen before what cannot.
  private mutating func filter() {
    cursor = 0
    top = 0
    let query = FuzzyQuery(field.text)
    guard !query.isEmpty else {
      matches = Array(items.indices)
      return
    }
    var found: [(score: Int, index: Int)] = []
    for index in items.indices {
      let score = query.score(titles[index]) ?? query.score(details[index]).map { $0 / 2 - 40 }
      if let score { found.append((items[index].unavailable == nil ? score : score - 30, index)) }
    }
    found.sort { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
    matches = found.map(\.index)
  }

  private func visibleTop(rows: Int) -> Int {
    let rows = max(1, rows)
    return max(0, min(max(top, cursor - rows + 1), cursor, max(0, matches.count - rows)))
  }
}

// MARK: - Drawing

extension Finder {
  /// The box it takes on a screen: high in the middle, so that it stands still while the list shrinks.
  public static func box(in screen: Rect) -> Rect {
    let width = min(screen.width - 2, 76)
    let height = min(screen.height - 2, 20)
    let top = max(0, min(3, (screen.height - height) / 2))
    return Rect(x: screen.x + (screen.width - width) / 2, y: screen.y + top, width: width, height: height)
  }

  /// The list's part of the box.
  public static func list(in rect: Rect) -> Rect {
    let inner = rect.inset(1, 1)
    return inner.split(top: 2).1
  }

  /// - Parameters:
  ///   - title: stands in the border.
  ///   - empty: what the list says when nothing matches.
  public func draw(
    in rect: Rect, on surface: inout Surface, title: String, placeholder: String = "", empty: String = ""
  ) {
    let inner = Popup.drawBox(rect, title: title, on: &surface)
    guard !inner.isEmpty else { return }
    surface.put("›", x: inner.x + 1, y: inner.y, Style(.accent))
    field.draw(
      in: Rect(x: inner.x + 3, y: inner.y, width: inner.width - 4, height: 1), on: &surface, placeholder: placeholder)
    if inner.height > 1 {
      surface.fill(Rect(x: inner.x, y: inner.y + 1, width: inner.width, height: 1), with: "─", Style(.borderFocused))
      surface.put("├", x: rect.x, y: inner.y + 1, Style(.borderFocused))
      surface.put("┤", x: rect.right - 1, y: inner.y + 1, Style(.borderFocused))
    }
    let list = Finder.list(in: rect)
    if matches.isEmpty, list.height > 0 {
      surface.put(empty, x: list.x + 1, y: list.y, Style(.placeholder), width: list.width - 2)
    }
    let first = visibleTop(rows: list.height)
    let query = FuzzyQuery(ranks ? field.text : "")
    for row in 0..<list.height where first + row < matches.count {
      let line = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
      draw(items[matches[first + row]], query, in: line, on: &surface)
      if first + row == cursor { surface.emphasise(line, .selected) }
    }
    Scrollbar(total: matches.count, visible: list.height, top: first)
      .draw(in: Rect(x: rect.right - 1, y: list.y, width: 1, height: list.height), on: &surface)
  }

  private func draw(_ item: FinderItem, _ query: FuzzyQuery, in line: Rect, on surface: inout Surface) {
    let isAvailable = item.unavailable == nil
    let noteWidth = min(TextWidth.columns(item.note), line.width / 3)
    let room = line.width - 2 - (noteWidth > 0 ? noteWidth + 2 : 0)
    let style = isAvailable ? Style.text : Style(.dim)
    let used = MatchedText.draw(item.title, query, x: line.x + 1, y: line.y, width: room, style, on: &surface)
    let detail = item.unavailable ?? item.detail
    if room - used > 4 {
      surface.put(detail, x: line.x + 1 + used + 2, y: line.y, Style(.dim), width: room - used - 2)
    }
    surface.put(item.note, x: line.right - 1 - noteWidth, y: line.y, Style(.hintKey), width: noteWidth)
  }
}
