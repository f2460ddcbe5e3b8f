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
  /// The scalar shown, when it is a single one: not a base with marks, not the right half of a wide character.
  public var scalar: Unicode.Scalar? { Unicode.Scalar(code) }
  var isCluster: Bool { code & Cell.clusterFlag != 0 }
}

/// A grid of cells to draw on. Drawing outside it, or outside the clip, is silently cut, so that screens need no bounds checks;
/// a wide character is never split, and no control character gets in.
public struct Surface: Sendable {
  public private(set) var size: Size
  public private(set) var cells: [Cell]
  /// Characters of several scalars (a base and up to four zero-width marks), each once.
  private var clusters: [[Unicode.Scalar]] = []
  private var clusterNumbers: [[Unicode.Scalar]: UInt32] = [:]
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
  /// Whether it holds characters of several scalars, whose cells say something only together with it.
  public var hasClusters: Bool { !clusters.isEmpty }

  /// Makes it blank and of this size, keeping the memory.
  public mutating func reset(_ newSize: Size) {
    if newSize != size {
      self = Surface(newSize)
      return
    }
    cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank) }
    if !clusters.isEmpty {
      clusters.removeAll(keepingCapacity: true)
      clusterNumbers.removeAll(keepingCapacity: true)
    }
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
    if cell.isCluster {
      let index = Int(cell.code & ~Cell.clusterFlag)
      return index < clusters.count ? clusters[index] : ["?"]
    }
    return [Unicode.Scalar(cell.code) ?? "?"]
  }

  /// Draws text on one row and returns the columns it took, at most `width`. Text that does not fit ends in `…`.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, _ style: Style = .text, width: Int = .max) -> Int {
    let (room, overflow) = clip.right.subtractingReportingOverflow(x)
    let limit = min(width, overflow ? 0 : room)
    guard limit > 0 else { return 0 }
    let drawn = text.utf8.withContiguousStorageIfAvailable { bytes -> Int in
      TextWidth.isPlainASCII(bytes)
        ? putASCII(bytes, x: x, y: y, style, limit: limit) : putUTF8(bytes, of: text, x: x, y: y, style, limit: limit)
    }
    if let drawn { return drawn }
    var contiguous = text
    contiguous.makeContiguousUTF8()
    return put(contiguous, x: x, y: y, style, width: width)
  }

  /// Draws one scalar that is a character of its own.
  public mutating func put(scalar: Unicode.Scalar, x: Int, y: Int, _ style: Style = .text) {
    let shown = Glyph.standsAlone(scalar) || !TextWidth.isUnsafe(scalar) ? scalar : "·"
    set(shown.value, width: TextWidth.columns(shown), x: x, y: y, style)
  }

  /// Draws one character; used for lines and marks.
  public mutating func put(_ character: Character, x: Int, y: Int, _ style: Style = .text) {
    if let scalar = Glyph.soleScalar(of: character) {
      set(scalar.value, width: TextWidth.columns(scalar), x: x, y: y, style)
      return
    }
    var column = 0
    guard x + TextWidth.columns(character) <= clip.right else { return }
    Glyph.forEach(in: character) { glyph in
      set(code(of: glyph), width: glyph.width, x: x + column, y: y, style)
      column += glyph.width
    }
  }

  /// Fills a rectangle with one character of width 1.
  public mutating func fill(_ rect: Rect, with character: Character = " ", _ style: Style = .text) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    var filling = Cell(code: 32, style: style)
    if let scalar = Glyph.soleScalar(of: character) {
      guard TextWidth.columns(scalar) == 1 else { return }
      filling.code = scalar.value
    } else {
      guard TextWidth.columns(character) == 1 else { return }
      Glyph.forEach(in: character) { if $0.width == 1 { filling.code = code(of: $0) } }
    }
    for y in area.y..<area.bottom { setRow(y: y, from: area.x, count: area.width) { $0.update(repeating: filling) } }
  }

  /// Keeps the glyphs of a rectangle and adds to their emphasis: how a row is shown as selected or marked.
  public mutating func emphasise(_ rect: Rect, _ emphasis: Emphasis) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    let width = size.width
    cells.withUnsafeMutableBufferPointer { cells in
      for y in area.y..<area.bottom {
        for x in area.x..<area.right { cells[y * width + x].emphasis.formUnion(emphasis) }
      }
    }
  }

  /// Draws what has one role in another, and nothing fainter than the rest.
  public mutating func raise(_ role: Role, to other: Role) {
    cells.withUnsafeMutableBufferPointer { cells in
      for index in cells.indices {
        if cells[index].role == role { cells[index].role = other }
        cells[index].emphasis.remove(.faint)
      }
    }
  }

  /// A single-line border with an optional title in its upper edge.
  public mutating func frame(_ rect: Rect, _ style: Style, title: String = "", titleStyle: Style = Style(.heading)) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.right - 1
    let bottom = rect.bottom - 1
    fill(Rect(x: rect.x + 1, y: rect.y, width: rect.width - 2, height: 1), with: "─", style)
    fill(Rect(x: rect.x + 1, y: bottom, width: rect.width - 2, height: 1), with: "─", style)
    fill(Rect(x: rect.x, y: rect.y + 1, width: 1, height: rect.height - 2), with: "│", style)
    fill(Rect(x: right, y: rect.y + 1, width: 1, height: rect.height - 2), with: "│", style)
    let corners: [(Unicode.Scalar, Int, Int)] = [
      ("┌", rect.x, rect.y), ("┐", right, rect.y), ("└", rect.x, bottom), ("┘", right, bottom),
    ]
    for (corner, x, y) in corners { set(corner.value, width: 1, x: x, y: y, style) }
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

  /// Draws the text that these are the bytes of. Scalars that are characters of their own go straight to their cells; only round others
  /// is it looked where a character ends, which is ten times as slow.
  private mutating func putUTF8(
    _ bytes: UnsafeBufferPointer<UInt8>, of text: String, x: Int, y: Int, _ style: Style, limit: Int
  ) -> Int {
    var run = Run(limit: limit)
    while run.offset < bytes.count {
      putRun(bytes, &run, x: x, y: y, style)
      if run.isFull { return endCut(x: x, y: y, style, after: run.lastFit, limit: limit) }
      if run.offset == bytes.count { break }
      let character = text[text.utf8.index(text.startIndex, offsetBy: run.offset)]
      if run.column + TextWidth.columns(character) > limit {
        return endCut(x: x, y: y, style, after: run.lastFit, limit: limit)
      }
      Glyph.forEach(in: character) { glyph in
        set(code(of: glyph), width: glyph.width, x: x + run.column, y: y, style)
        run.column += glyph.width
      }
      run.offset += max(1, character.utf8.count)
      if run.column < limit { run.lastFit = run.column }
    }
    return run.column
  }

  /// How far a text has been drawn.
  private struct Run {
    let limit: Int
    var offset = 0
    var column = 0
    /// The last column where a mark of the cut would still fit.
    var lastFit = 0
    var isFull = false
  }

  /// Draws scalars that are characters of their own, up to the first that may not be or that no longer fits.
  private mutating func putRun(_ bytes: UnsafeBufferPointer<UInt8>, _ run: inout Run, x: Int, y: Int, _ style: Style) {
    let isInside = y >= clip.y && y < clip.bottom
    let (clip, screenWidth) = (clip, size.width)
    cells.withUnsafeMutableBufferPointer { cells in
      let row = isInside ? UnsafeMutableBufferPointer(rebasing: cells[(y * screenWidth)..<((y + 1) * screenWidth)]) : .init(start: nil, count: 0)
      var (scalar, length) = Self.scalar(in: bytes, at: run.offset)
      var first = true
      while Glyph.standsAlone(scalar) {
        let next = run.offset + length
        let following = next < bytes.count ? Self.scalar(in: bytes, at: next) : nil
        if let following, !Glyph.standsAlone(following.0) { break }
        let width = TextWidth.columns(scalar)
        if run.column + width > run.limit {
          run.isFull = true
          break
        }
        let at = x + run.column
        if isInside, at >= clip.x, at + width <= clip.right {
          if first, row[at].isContinuation, at > 0 { row[at - 1].code = 32 }
          first = false
          // The right half of a wide character that is written over goes too.
          if at + width < screenWidth, row[at + width].isContinuation { row[at + width].code = 32 }
          row[at] = Cell(code: scalar.value, style: style)
          if width == 2 { row[at + 1] = Cell(code: Cell.continuation, style: style) }
        }
        run.column += width
        run.offset = next
        if run.column < run.limit { run.lastFit = run.column }
        guard let following else { break }
        (scalar, length) = following
      }
    }
  }

  /// The scalar at an offset of valid UTF-8, and its length in bytes.
  @inline(__always)
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else { return ("?", 1) }
    var value = first & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "?", length)
  }

  /// Draws bytes that are all printable ASCII.
  private mutating func putASCII(_ bytes: UnsafeBufferPointer<UInt8>, x: Int, y: Int, _ style: Style, limit: Int) -> Int {
    let fits = bytes.count <= limit
    let shown = fits ? bytes.count : limit - 1
    let from = max(x, clip.x)
    let count = x + shown - from
    if count > 0, y >= clip.y, y < clip.bottom {
      let source = UnsafeBufferPointer(rebasing: bytes[(from - x)..<shown])
      setRow(y: y, from: from, count: count) { row in
        for index in 0..<row.count { row[index] = Cell(code: UInt32(source[index]), style: style) }
      }
    }
    if fits { return shown }
    set(0x2026, width: 1, x: x + shown, y: y, style)
    return limit
  }

  /// Writes `…` where text was cut, with blanks after it up to the limit.
  private mutating func endCut(x: Int, y: Int, _ style: Style, after lastFit: Int, limit: Int) -> Int {
    let mark = min(lastFit, limit - 1)
    for column in mark..<limit { set(32, width: 1, x: x + column, y: y, style) }
    set(0x2026, width: 1, x: x + mark, y: y, style)
    return limit
  }

  private mutating func set(_ code: UInt32, width: Int, x: Int, y: Int, _ style: Style) {
    guard y >= clip.y, y < clip.bottom, x >= clip.x, x + width <= clip.right, width > 0 else { return }
    setRow(y: y, from: x, count: width) { row in
      row[0] = Cell(code: code, style: style)
      if row.count == 2 { row[1] = Cell(code: Cell.continuation, style: style) }
    }
  }

  /// Overwrites cells inside the clip. A wide character that loses one half to new drawing loses the other too.
  private mutating func setRow(y: Int, from x: Int, count: Int, _ write: (UnsafeMutableBufferPointer<Cell>) -> Void) {
    let width = size.width
    cells.withUnsafeMutableBufferPointer { all in
      let row = UnsafeMutableBufferPointer(rebasing: all[(y * width)..<((y + 1) * width)])
      if row[x].isContinuation, x > 0 { row[x - 1].code = 32 }
      if x + count < width, row[x + count].isContinuation { row[x + count].code = 32 }
      write(UnsafeMutableBufferPointer(rebasing: row[x..<(x + count)]))
    }
  }

  mutating func withRow(_ y: Int, _ body: (UnsafeMutableBufferPointer<Cell>) -> Void) {
    let width = size.width
    cells.withUnsafeMutableBufferPointer { body(UnsafeMutableBufferPointer(rebasing: $0[(y * width)..<((y + 1) * width)])) }
  }

  private mutating func code(of glyph: Glyph) -> UInt32 {
    if glyph.marks.isEmpty { return glyph.base.value }
    let cluster = [glyph.base] + glyph.marks
    if let number = clusterNumbers[cluster] { return Cell.clusterFlag | number }
    let number = UInt32(clusters.count)
    clusters.append(cluster)
    clusterNumbers[cluster] = number
    return Cell.clusterFlag | number
  }
}

extension Surface: Equatable {
  /// Whether both show the same: size, cells and cursor.
  public static func == (one: Surface, other: Surface) -> Bool {
    one.size == other.size && one.cursor == other.cursor && (0..<one.size.height).allSatisfy { one.rowEquals(other, $0) }
  }

  /// Whether row `y` shows the same on both, which must be of one width.
  public func rowEquals(_ other: Surface, _ y: Int) -> Bool { changedColumns(from: other, y) == nil }

  /// The columns of row `y` from the first to the last that differ from another surface's; nil when none does.
  /// A row beyond the other surface, or one of another width, differs as a whole.
  public func changedColumns(from other: Surface, _ y: Int) -> Range<Int>? {
    guard y >= 0, y < size.height, size.width > 0 else { return nil }
    guard other.size.width == size.width, y < other.size.height else { return 0..<size.width }
    let start = y * size.width
    let plain = clusters.isEmpty && other.clusters.isEmpty
    return cells.withUnsafeBytes { mine in
      other.cells.withUnsafeBytes { theirs in
        // Eight bytes a cell: rows are compared as words.
        func same(_ x: Int) -> Bool {
          let offset = (start + x) * MemoryLayout<Cell>.stride
          let equal = mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            == theirs.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          return plain ? equal : sameCell(start + x, other)
        }
        var first = 0
        while first < size.width, same(first) { first += 1 }
        if first == size.width { return nil }
        var last = size.width - 1
        while last > first, same(last) { last -= 1 }
        return first..<(last + 1)
      }
    }
  }

  private func sameCell(_ index: Int, _ other: Surface) -> Bool {
    let mine = cells[index]
    let theirs = other.cells[index]
    if !mine.isCluster || !theirs.isCluster { return mine == theirs }
    return mine.style == theirs.style && scalars(of: mine) == other.scalars(of: theirs)
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
