import Drawing

/// One line of a menu.
public struct MenuItem: Hashable, Sendable {
  /// The key that chooses it; nil for none.
  public var letter: Character?
  public var label: String
  public var detail: String
  /// Why it cannot be chosen now; nil when it can.
  public var unavailable: String?

  public init(_ letter: Character?, _ label: String, detail: String = "", unavailable: String? = nil) {
    self.letter = letter
    self.label = label
    self.detail = detail
    self.unavailable = unavailable
  }
}

/// A short list to choose one from, by letter, arrows or click.
public struct Menu: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    case moved
    case chosen(Int)
    case unavailable(Int)
    case cancelled
  }

  public var title: String
  public private(set) var items: [MenuItem]
  public private(set) var cursor: Int
  private var top = 0

  public init(title: String, items: [MenuItem], cursor: Int = 0) {
    self.title = title
    self.items = items
    self.cursor = min(max(0, cursor), max(0, items.count - 1))
  }

  /// - Parameter rows: rows of the list, for PgUp and PgDn.
  public mutating func handle(_ key: Key, rows: Int = 10) -> Outcome {
    if let character = key.text, let index = index(of: character) {
      cursor = index
      return choose()
    }
    switch key.code {
    case .escape: return .cancelled
    case .enter: return choose()
    case .up: return move(cursor == 0 ? items.count - 1 : cursor - 1, rows)
    case .down: return move(cursor == items.count - 1 ? 0 : cursor + 1, rows)
    case .tab: return move(cursor + (key.modifiers.contains(.shift) ? -1 : 1), rows)
    case .pageUp: return move(cursor - rows, rows)
    case .pageDown: return move(cursor + rows, rows)
    case .home: return move(0, rows)
    case .end: return move(items.count - 1, rows)
    case .character("k"): return move(cursor - 1, rows)
    case .character("j"): return move(cursor + 1, rows)
    default: return .ignored
    }
  }

  public mutating func handle(_ mouse: MouseEvent, in screen: Rect) -> Outcome {
    let inner = box(in: screen).inset(1, 1)
    switch mouse.action {
    case .wheelUp: return move(cursor - 1, inner.height)
    case .wheelDown: return move(cursor + 1, inner.height)
    case .press, .doubleClick:
      guard inner.contains(mouse.position) else { return .ignored }
      let index = visibleTop(rows: inner.height) + mouse.position.y - inner.y
      guard items.indices.contains(index) else { return .ignored }
      cursor = index
      return choose()
    default: return .ignored
    }
  }

  /// The letter as typed first, then without regard to case.
  private func index(of character: Character) -> Int? {
    items.firstIndex { $0.letter == character }
      ?? items.firstIndex { $0.letter?.lowercased() == character.lowercased() }
  }

  private func choose() -> Outcome {
    guard items.indices.contains(cursor) else { return .cancelled }
    return items[cursor].unavailable == nil ? .chosen(cursor) : .unavailable(cursor)
  }

  private mutating func move(_ index: Int, _ rows: Int) -> Outcome {
    cursor = min(max(0, index), max(0, items.count - 1))
    top = visibleTop(rows: rows)
    return .moved
  }

  private func visibleTop(rows: Int) -> Int {
    max(0, min(max(top, cursor - max(1, rows) + 1), cursor, max(0, items.count - rows)))
  }

  // MARK: - Drawing

  /// The box it takes in the middle of a screen.
  public func box(in screen: Rect) -> Rect {
    let widest = items.reduce(TextWidth.columns(title) + 2) { widest, item in
      let detail = item.unavailable ?? item.detail
      return max(widest, TextWidth.columns(item.label) + (detail.isEmpty ? 0 : TextWidth.columns(detail) + 2) + 4)
    }
    return screen.centred(width: min(widest + 4, screen.width - 2), height: items.count + 2)
  }

  public func draw(in screen: Rect, on surface: inout Surface) {
    let box = box(in: screen)
    guard box.width > 4, box.height > 2 else { return }
    let inner = Popup.drawBox(box, title: title, on: &surface)
    let first = visibleTop(rows: inner.height)
    for row in 0..<inner.height where first + row < items.count {
      let item = items[first + row]
      let y = inner.y + row
      let style = item.unavailable == nil ? Style.text : Style(.dim)
      if let letter = item.letter { surface.put(letter, x: inner.x + 1, y: y, Style(.hintKey)) }
      let used = surface.put(item.label, x: inner.x + 4, y: y, style, width: inner.width - 5)
      let left = inner.width - 7 - used
      if left > 3 { surface.put(item.unavailable ?? item.detail, x: inner.x + 6 + used, y: y, Style(.dim), width: left) }
      if first + row == cursor {
        surface.emphasise(Rect(x: inner.x, y: y, width: inner.width, height: 1), .selected)
      }
    }
    Scrollbar(total: items.count, visible: inner.height, top: first)
      .draw(in: Rect(x: box.right - 1, y: inner.y, width: 1, height: inner.height), on: &surface)
    surface.cursor = nil
  }
}
