/// One character cell: a glyph and what it says. Eight bytes, so that rows compare as memory.
public struct Cell: Hashable, Sendable {
  /// A scalar value, or an index into the surface's clusters when `clusterFlag` is set, or `continuation`.
  @usableFromInline var code: UInt32
  public var role: Role
  public var emphasis: Emphasis
  @usableFromInline var padding: UInt16 = 0

  @usableFromInline static let clusterFlag: UInt32 = 0x8000_0000
  /// The right half of a wide character.
  @usableFromInline static let continuation: UInt32 = 0x4000_0000

  @inlinable init(code: UInt32, style: Style) {
    self.code = code
    self.role = style.role
    self.emphasis = style.emphasis
  }

  public static let blank = Cell(code: 32, style: .text)

  public var style: Style { Style(role, emphasis) }
  public var isContinuation: Bool { code == Cell.continuation }
}

/// A grid of cells to draw on. Drawing outside it, or outside the clip, is silently cut, so that screens need no bounds checks;
/// a wide character is never split, and no control character gets in.
public struct Surface: Equatable, Sendable {
  public private(set) var size: Size
  public private(set) var cells: [Cell]
  /// Characters of several scalars (a base and up to four zero-width marks).
  private var clusters: [[Unicode.Scalar]] = []
  /// Drawing is cut to this rectangle.
  public var clip: Rect
  /// Where the terminal's cursor stands; nil hides it.
  public var cursor: Point?

  public init(_ size: Size) {
    self.size = size
    self.clip = Rect(size)
    self.cells = Array(repeating: .blank, count: size.width * size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// Makes it blank and of this size, keeping the memory.
  public mutating func reset(_ newSize: Size) {
    if newSize != size {
      self = Surface(newSize)
      return
    }
    for index in cells.indices { cells[index] = .blank }
    clusters.removeAll(keepingCapacity: true)
    clip = bounds
    cursor = nil
  }

  public subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return .blank }
    return cells[y * size.width + x]
  }

  /// The scalars to show in a cell; empty for the right half of a wide character.
  public func scalars(of cell: Cell) -> [Unicode.Scalar] {
    if cell.isContinuation { return [] }
    if cell.code & Cell.clusterFlag != 0 {
      let index = Int(cell.code & ~Cell.clusterFlag)
      return index < clusters.count ? clusters[index] : ["?"]
    }
    return [Unicode.Scalar(cell.code) ?? "?"]
  }

  /// Draws text on one row and returns the columns it took, at most `width`. Text that does not fit ends in `…`.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, _ style: Style = .text, width: Int = .max) -> Int {
    let limit = min(width, max(0, clip.right - x))
    guard limit > 0 else { return 0 }
    var column = 0
    var lastFit = 0
    for character in text {
      let glyph = Glyph(character)
      if glyph.width == 0 { continue }
      if column + glyph.width > limit {
        let mark = min(lastFit, limit - 1)
        erase(x: x + mark, y: y, count: limit - mark, style)
        set(Glyph.ellipsis, x: x + mark, y: y, style)
        return limit
      }
      set(glyph, x: x + column, y: y, style)
      if column + glyph.width <= limit - 1 { lastFit = column + glyph.width }
      column += glyph.width
    }
    return column
  }

  /// Draws one character; used for lines and marks.
  public mutating func put(_ character: Character, x: Int, y: Int, _ style: Style = .text) {
    set(Glyph(character), x: x, y: y, style)
  }

  /// Fills a rectangle with one character of width 1.
  public mutating func fill(_ rect: Rect, with character: Character = " ", _ style: Style = .text) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    let glyph = Glyph(character)
    for y in area.y..<area.bottom { for x in area.x..<area.right { set(glyph, x: x, y: y, style) } }
  }

  /// Keeps the glyphs of a rectangle and adds to their emphasis: how a row is shown as selected or marked.
  public mutating func emphasise(_ rect: Rect, _ emphasis: Emphasis) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.y..<area.bottom {
      for x in area.x..<area.right { cells[y * size.width + x].emphasis.formUnion(emphasis) }
    }
  }

  /// Keeps the glyphs of a rectangle and gives them a style: how what lies behind a dialog is dimmed.
  public mutating func restyle(_ rect: Rect, _ style: Style) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.y..<area.bottom {
      for x in area.x..<area.right {
        cells[y * size.width + x].role = style.role
        cells[y * size.width + x].emphasis = style.emphasis
      }
    }
  }

  /// A single-line border with an optional title in its upper edge.
  public mutating func frame(_ rect: Rect, _ style: Style, title: String = "", titleStyle: Style = Style(.heading)) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.right - 1
    let bottom = rect.bottom - 1
    for x in (rect.x + 1)..<right {
      put("─", x: x, y: rect.y, style)
      put("─", x: x, y: bottom, style)
    }
    for y in (rect.y + 1)..<bottom {
      put("│", x: rect.x, y: y, style)
      put("│", x: right, y: y, style)
    }
    put("┌", x: rect.x, y: rect.y, style)
    put("┐", x: right, y: rect.y, style)
    put("└", x: rect.x, y: bottom, style)
    put("┘", x: right, y: bottom, style)
    if !title.isEmpty, rect.width > 6 {
      let used = put(" " + title, x: rect.x + 1, y: rect.y, titleStyle, width: rect.width - 4)
      put(" ", x: rect.x + 1 + used, y: rect.y, titleStyle)
    }
  }

  /// Runs `body` with drawing cut to `rect`.
  public mutating func clipped<Result>(to rect: Rect, _ body: (inout Surface) -> Result) -> Result {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    return body(&self)
  }

  private mutating func erase(x: Int, y: Int, count: Int, _ style: Style) {
    for offset in 0..<max(0, count) { set(.space, x: x + offset, y: y, style) }
  }

  private mutating func set(_ glyph: Glyph, x: Int, y: Int, _ style: Style) {
    guard y >= clip.y, y < clip.bottom, x >= clip.x, x + glyph.width <= clip.right, glyph.width > 0 else { return }
    let index = y * size.width + x
    breakWide(at: index, x: x)
    if glyph.width == 2 { breakWide(at: index + 1, x: x + 1) }
    cells[index] = Cell(code: code(of: glyph), style: style)
    if glyph.width == 2 { cells[index + 1] = Cell(code: Cell.continuation, style: style) }
  }

  /// A wide character that loses one half to new drawing loses the other too.
  private mutating func breakWide(at index: Int, x: Int) {
    if cells[index].isContinuation, x > 0 { cells[index - 1].code = 32 }
    if x + 1 < size.width, cells[index + 1].isContinuation { cells[index + 1].code = 32 }
  }

  private mutating func code(of glyph: Glyph) -> UInt32 {
    if glyph.marks.isEmpty { return glyph.base.value }
    clusters.append([glyph.base] + glyph.marks)
    return Cell.clusterFlag | UInt32(clusters.count - 1)
  }
}

extension Surface {
  /// The rows as text, trailing blanks cut: what tests and `play` show.
  public var lines: [String] {
    (0..<size.height).map { y in
      var line = String.UnicodeScalarView()
      for x in 0..<size.width { line.append(contentsOf: scalars(of: self[x, y])) }
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
}
