import Drawing

/// The rows that a text of many lines is seen in. It wraps a line once, when it is first asked about, and no line that is not.
struct TextRows {
  typealias Place = TextArea.Place

  private let lines: [[Character]]
  private let width: Int
  private var wrapped: [Int: [Range<Int>]] = [:]

  /// One column of `rect` is the scroll bar's, one stays free for the cursor behind a full row.
  init(_ lines: [[Character]], in rect: Rect) {
    self.lines = lines
    width = max(1, rect.width - 2)
  }

  private mutating func rows(_ line: Int) -> [Range<Int>] {
    if let rows = wrapped[line] { return rows }
    let rows = LineWrap.rows(lines[line], width: width)
    wrapped[line] = rows
    return rows
  }

  /// Which of its line's rows a place is in. A place at a break belongs to the row it starts.
  private mutating func number(of place: Place) -> Int {
    let rows = rows(place.line)
    var low = 0
    var high = rows.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if rows[middle].lowerBound <= place.index { low = middle } else { high = middle - 1 }
    }
    return low
  }

  mutating func row(of place: Place) -> Range<Int> {
    let number = number(of: place)
    return rows(place.line)[number]
  }

  mutating func start(of place: Place) -> Place {
    Place(line: place.line, index: row(of: place).lowerBound)
  }

  /// The last place in a row: behind its last character, but before the one that a break follows.
  func lastIndex(of row: Range<Int>, in line: Int) -> Int {
    row.upperBound == lines[line].count ? row.upperBound : max(row.lowerBound, row.upperBound - 1)
  }

  mutating func before(_ start: Place) -> Place? {
    let number = number(of: start)
    if number > 0 { return Place(line: start.line, index: rows(start.line)[number - 1].lowerBound) }
    guard start.line > 0 else { return nil }
    return Place(line: start.line - 1, index: rows(start.line - 1).last?.lowerBound ?? 0)
  }

  mutating func after(_ start: Place) -> Place? {
    let number = number(of: start)
    let rows = rows(start.line)
    if number + 1 < rows.count { return Place(line: start.line, index: rows[number + 1].lowerBound) }
    return start.line + 1 < lines.count ? Place(line: start.line + 1, index: 0) : nil
  }

  mutating func up(_ count: Int, from start: Place) -> Place {
    var place = start
    for _ in 0..<max(0, count) {
      guard let row = before(place) else { break }
      place = row
    }
    return place
  }

  mutating func down(_ count: Int, from start: Place) -> Place {
    var place = start
    for _ in 0..<max(0, count) {
      guard let row = after(place) else { break }
      place = row
    }
    return place
  }

  /// Rows from one row down to another.
  mutating func distance(from start: Place, to end: Place) -> Int {
    var place = start
    var count = 0
    while place < end, let next = after(place) {
      place = next
      count += 1
    }
    return count
  }

  mutating func column(of place: Place) -> Int {
    let row = row(of: place)
    return lines[place.line][row.lowerBound..<place.index].reduce(0) { $0 + CharacterWidth.columns($1) }
  }

  mutating func place(inRowAt start: Place, column: Int) -> Place {
    let row = row(of: start)
    let last = lastIndex(of: row, in: start.line)
    var index = row.lowerBound
    var x = 0
    while index < last {
      x += CharacterWidth.columns(lines[start.line][index])
      if x > column { break }
      index += 1
    }
    return Place(line: start.line, index: index)
  }

  /// The first row to show, near `place`, so that the cursor is seen and no room is wasted below the end.
  mutating func top(near place: Place, showing cursor: Place, height: Int) -> Place {
    let lastLine = lines.count - 1
    let end = Place(line: lastLine, index: lines[lastLine].count)
    let cursorRow = start(of: cursor)
    let lowest = up(height - 1, from: start(of: end))
    let top = min(start(of: min(place, end)), lowest)
    return cursorRow <= top ? cursorRow : max(top, up(height - 1, from: cursorRow))
  }
}
