import Drawing

/// A run of text in one style.
public struct StyledText: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}

/// Runs that follow one another on one line.
public struct StyledLine: Hashable, Sendable, ExpressibleByStringLiteral {
  public var runs: [StyledText]
  /// Columns that the rows after the first are set in when the line is wrapped.
  public var hangingIndent: Int

  public init(_ runs: [StyledText], hangingIndent: Int = 0) {
    self.runs = runs
    self.hangingIndent = hangingIndent
  }

  public init(_ text: String, _ style: Style = .text, hangingIndent: Int = 0) {
    self.init([StyledText(text, style)], hangingIndent: hangingIndent)
  }

  public init(stringLiteral value: String) { self.init(value) }

  public static let empty = StyledLine([])

  public var text: String { runs.reduce(into: "") { $0 += $1.text } }
  /// Columns it takes.
  public var columns: Int { runs.reduce(0) { $0 + TextWidth.columns($1.text) } }

  /// Draws it on one row; what does not fit ends in `…`. Returns the columns taken.
  @discardableResult
  public func draw(x: Int, y: Int, width: Int, on surface: inout Surface) -> Int {
    var column = 0
    for (index, run) in runs.enumerated() {
      let left = width - column
      guard left > 0 else { break }
      let rest = runs[(index + 1)...]
      let used = surface.put(run.text, x: x + column, y: y, run.style, width: left)
      column += used
      if used == left, rest.contains(where: { TextWidth.columns($0.text) > 0 }) {
        surface.put("…", x: x + width - 1, y: y, run.style)
      }
    }
    return column
  }

  /// The same in at most so many rows, what is left over being behind the last of them, where drawing cuts it.
  public func wrapped(width: Int, lines: Int) -> [StyledLine] {
    guard lines > 1 else { return [self] }
    let all = wrapped(width: width)
    guard all.count > lines else { return all }
    // The indent of the rows that are run together goes.
    let rest = all[lines...].flatMap { [StyledText(" ")] + $0.runs.drop { $0.text.allSatisfy { $0 == " " } } }
    return all[..<(lines - 1)] + [StyledLine(all[lines - 1].runs + rest)]
  }

  /// The rows it takes in `width` columns, broken between words; at least one.
  public func wrapped(width: Int) -> [StyledLine] {
    if columns <= width { return [self] }
    let characters = Array(text)
    let rows = LineWrap.rows(characters, width: width, hangingIndent: hangingIndent)
    guard rows.count > 1 else { return [self] }
    var styles: [Style] = []
    styles.reserveCapacity(characters.count)
    for run in runs { styles.append(contentsOf: Array(repeating: run.style, count: run.text.count)) }
    let last = runs.last?.style ?? .text
    return rows.enumerated().map { index, row in
      var line = StyledLine([])
      if index > 0, hangingIndent > 0, hangingIndent < width {
        line.runs.append(StyledText(String(repeating: " ", count: hangingIndent)))
      }
      var end = row.upperBound
      while end > row.lowerBound, characters[end - 1] == " " { end -= 1 }
      for position in row.lowerBound..<end {
        let style = position < styles.count ? styles[position] : last
        if line.runs.last?.style == style, position > row.lowerBound {
          line.runs[line.runs.count - 1].text.append(characters[position])
        } else {
          line.runs.append(StyledText(String(characters[position]), style))
        }
      }
      return line
    }
  }
}
