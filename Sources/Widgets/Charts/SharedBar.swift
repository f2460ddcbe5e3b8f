import Drawing

/// One bar shared out among several counts, each with a look of its own.
public struct SharedBar: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public var count: Int
    public var glyph: Character
    public var style: Style

    public init(_ count: Int, _ glyph: Character, _ style: Style) {
      self.count = count
      self.glyph = glyph
      self.style = style
    }
  }

  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts }

  /// Exactly `width` columns when there is anything to count; a part above nothing always shows while there is room.
  public func runs(width: Int) -> [StyledText] {
    let shown = parts.filter { $0.count > 0 }
    let total = shown.reduce(0) { $0 + $1.count }
    guard total > 0, width >= shown.count else { return [] }
    var runs: [StyledText] = []
    var spare = width - shown.count
    var left = total
    for part in shown {
      // Rounded shares of what is left use up the width exactly.
      let more = (spare * part.count * 2 + left) / (left * 2)
      let columns = 1 + min(spare, more)
      runs.append(StyledText(String(repeating: part.glyph, count: columns), part.style))
      spare -= columns - 1
      left -= part.count
    }
    return runs
  }
}
