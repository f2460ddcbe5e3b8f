import Drawing

/// Lines to read and scroll: inspectors, help, reports. Only the lines on the screen are wrapped.
public struct Viewport: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable { case ignored, moved }

  public private(set) var lines: [StyledLine]
  /// Long lines go on in the next row; otherwise they are cut.
  public var wraps: Bool
  /// The first line shown, and how many of its rows are above the edge.
  public private(set) var top = 0
  private var topRow = 0

  public init(_ lines: [StyledLine] = [], wraps: Bool = true) {
    self.lines = lines
    self.wraps = wraps
  }

  /// Shows other lines at the same place, as far as they reach.
  public mutating func show(_ lines: [StyledLine]) {
    guard lines != self.lines else { return }
    self.lines = lines
    if top >= lines.count {
      top = max(0, lines.count - 1)
      topRow = 0
    }
  }

  public mutating func scrollToTop() {
    top = 0
    topRow = 0
  }

  /// Brings a line to the upper edge, or as near as the end allows.
  public mutating func scroll(toLine line: Int, in rect: Rect) {
    top = min(max(0, line), max(0, lines.count - 1))
    topRow = 0
    (top, topRow) = settled(in: rect)
  }

  public mutating func handle(_ key: Key, in rect: Rect) -> Outcome {
    let page = max(1, rect.height - 1)
    switch (key.code, key.modifiers) {
    case (.up, []), (.character("k"), []): return scroll(-1, rect)
    case (.down, []), (.character("j"), []): return scroll(1, rect)
    case (.pageUp, []): return scroll(-page, rect)
    case (.pageDown, []), (.character(" "), []): return scroll(page, rect)
    case (.home, _), (.character("g"), []):
      scrollToTop()
      return .moved
    case (.end, _), (.character("G"), []):
      scroll(toLine: lines.count - 1, in: rect)
      return .moved
    default: return .ignored
    }
  }

  public mutating func handle(_ mouse: MouseEvent, in rect: Rect) -> Outcome {
    guard rect.contains(mouse.position) else { return .ignored }
    switch mouse.action {
    case .wheelUp: return scroll(-3, rect)
    case .wheelDown: return scroll(3, rect)
    default: return .ignored
    }
  }

  public func draw(in rect: Rect, on surface: inout Surface, scrollbar: Bool = true) {
    guard !rect.isEmpty else { return }
    var (line, skipped) = settled(in: rect)
    let first = line
    var isCut = first > 0 || skipped > 0
    let width = Viewport.textWidth(rect)
    surface.clipped(to: rect) { surface in
      var y = rect.y
      while y < rect.bottom, line < lines.count {
        if skipped == 0, !wraps || lines[line].columns <= width {
          lines[line].draw(x: rect.x, y: y, width: width, on: &surface)
          y += 1
          line += 1
          continue
        }
        let rows = rows(line, width).dropFirst(skipped)
        if rows.count > rect.bottom - y { isCut = true }
        for row in rows.prefix(rect.bottom - y) {
          row.draw(x: rect.x, y: y, width: width, on: &surface)
          y += 1
        }
        skipped = 0
        line += 1
      }
    }
    guard scrollbar, isCut || line < lines.count else { return }
    // By lines, not rows: counting rows would wrap the whole text.
    Scrollbar(total: lines.count, visible: max(1, min(line - first, lines.count - 1)), top: first)
      .draw(in: rect.split(right: 1).1, on: &surface)
  }

  private static func textWidth(_ rect: Rect) -> Int { max(1, rect.width - 2) }

  private func rows(_ line: Int, _ width: Int) -> [StyledLine] {
    wraps ? lines[line].wrapped(width: width) : [lines[line]]
  }

  private mutating func scroll(_ delta: Int, _ rect: Rect) -> Outcome {
    let width = Viewport.textWidth(rect)
    var (line, row) = settled(in: rect)
    var left = delta
    while left > 0, line < lines.count {
      row += 1
      left -= 1
      if row >= rows(line, width).count {
        line += 1
        row = 0
      }
    }
    while left < 0 {
      if row > 0 {
        row -= 1
      } else if line > 0 {
        line -= 1
        row = rows(line, width).count - 1
      } else {
        break
      }
      left += 1
    }
    (top, topRow) = (line, row)
    (top, topRow) = settled(in: rect)
    return .moved
  }

  /// The top that leaves no room empty at the end.
  private func settled(in rect: Rect) -> (line: Int, row: Int) {
    guard !lines.isEmpty, top > 0 || topRow > 0 else { return (0, 0) }
    let width = Viewport.textWidth(rect)
    let line = min(top, lines.count - 1)
    let row = top < lines.count ? min(topRow, rows(line, width).count - 1) : 0
    var shown = rows(line, width).count - row
    var next = line + 1
    while shown < rect.height, next < lines.count {
      shown += rows(next, width).count
      next += 1
    }
    if shown >= rect.height { return (line, row) }
    var missing = rect.height - shown
    var (newLine, newRow) = (line, row)
    while missing > 0 {
      let step = min(missing, newRow)
      newRow -= step
      missing -= step
      if missing == 0 || newLine == 0 { break }
      newLine -= 1
      newRow = rows(newLine, width).count
    }
    return (newLine, newRow)
  }
}
