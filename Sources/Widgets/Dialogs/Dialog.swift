import Drawing

/// One answer to a dialog.
public struct DialogButton: Hashable, Sendable {
  /// The key that gives it; lower or upper case alike.
  public var letter: Character
  public var label: String
  /// Given by a key that destroys something: it is never the default.
  public var isDangerous: Bool

  public init(_ letter: Character, _ label: String, isDangerous: Bool = false) {
    self.letter = letter
    self.label = label
    self.isDangerous = isDangerous
  }
}

/// A question with a few answers.
public struct Dialog: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    case moved
    /// The answer with this index.
    case chosen(Int)
    case cancelled
  }

  public var title: String
  public var message: [StyledLine]
  public var buttons: [DialogButton]
  /// The answer that Enter gives.
  public private(set) var cursor: Int

  /// - Parameter preferred: the answer that Enter gives at first.
  public init(title: String, message: [StyledLine], buttons: [DialogButton], preferred: Int = 0) {
    self.title = title
    self.message = message
    self.buttons = buttons
    cursor = min(max(0, preferred), max(0, buttons.count - 1))
    if buttons.indices.contains(cursor), buttons[cursor].isDangerous {
      cursor = buttons.firstIndex { !$0.isDangerous } ?? cursor
    }
  }

  public mutating func handle(_ key: Key) -> Outcome {
    switch key.code {
    case .escape: return .cancelled
    case .enter: return buttons.isEmpty ? .cancelled : .chosen(cursor)
    case .left, .up: return step(-1)
    case .right, .down: return step(1)
    case .tab: return step(key.modifiers.contains(.shift) ? -1 : 1)
    default:
      guard let character = key.text else { return .ignored }
      let typed = character.lowercased()
      return buttons.firstIndex { $0.letter.lowercased() == typed }.map { .chosen($0) } ?? .ignored
    }
  }

  public mutating func handle(_ mouse: MouseEvent, in screen: Rect) -> Outcome {
    guard mouse.action == .press else { return .ignored }
    for (index, rect) in buttonRects(in: box(in: screen)).enumerated() where rect.contains(mouse.position) {
      return .chosen(index)
    }
    return .ignored
  }

  private mutating func step(_ delta: Int) -> Outcome {
    guard !buttons.isEmpty else { return .ignored }
    cursor = (cursor + delta + buttons.count) % buttons.count
    return .moved
  }

  // MARK: - Drawing

  /// The box it takes in the middle of a screen.
  public func box(in screen: Rect) -> Rect {
    let buttonColumns = buttons.reduce(-2) { $0 + label($1).columns + 2 }
    let widest = message.reduce(max(buttonColumns, TextWidth.columns(title) + 2)) { max($0, $1.columns) }
    let width = min(max(widest, 24), 66, screen.width - 6) + 4
    let rows = message.reduce(0) { $0 + $1.wrapped(width: width - 4).count }
    return screen.centred(width: width, height: rows + buttonRows(width: width - 4) + 3)
  }

  /// Draws it in the middle of `screen`, over what is there.
  public func draw(in screen: Rect, on surface: inout Surface) {
    let box = box(in: screen)
    guard box.width > 4, box.height > 2 else { return }
    _ = Popup.drawBox(box, title: title, on: &surface)
    let rects = buttonRects(in: box)
    let lowest = rects.first.map { $0.y } ?? box.bottom - 1
    var y = box.y + 1
    for row in message.flatMap({ $0.wrapped(width: box.width - 4) }) where y < lowest {
      row.draw(x: box.x + 2, y: y, width: box.width - 4, on: &surface)
      y += 1
    }
    for (index, rect) in rects.enumerated() {
      label(buttons[index]).draw(x: rect.x, y: rect.y, width: rect.width, on: &surface)
      if index == cursor { surface.emphasise(rect, .selected) }
    }
    surface.cursor = nil
  }

  private func label(_ button: DialogButton) -> StyledLine {
    StyledLine([
      StyledText(" \(button.letter) ", Style(.hintKey)),
      StyledText(button.label + " ", Style(button.isDangerous ? .warning : .text)),
    ])
  }

  private func buttonRows(width: Int) -> Int { place(width: width).map { $0.y + 1 }.max() ?? 0 }

  private func buttonRects(in box: Rect) -> [Rect] {
    let places = place(width: box.width - 4)
    let rows = places.map { $0.y + 1 }.max() ?? 0
    return places.map {
      Rect(x: box.x + 2 + $0.x, y: box.bottom - 1 - rows + $0.y, width: $0.width, height: 1)
    }
  }

  /// The buttons in rows, from 0.
  private func place(width: Int) -> [Rect] {
    var x = 0
    var y = 0
    return buttons.map { button in
      let columns = min(label(button).columns, max(1, width))
      if x > 0, x + columns > width {
        x = 0
        y += 1
      }
      defer { x += columns + 2 }
      return Rect(x: x, y: y, width: columns, height: 1)
    }
  }
}
