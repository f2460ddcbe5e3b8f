import CNcurses
import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts surfaces on the screen: the bytes that turn what the terminal shows into what it should show, and no more.
///
/// It knows what every cell of the terminal shows. Rows that did not change are not looked at twice; in the others only differing
/// cells are written, erased or, when rows have moved, scrolled into place.
struct FramePainter {
  let depth: ColourDepth
  let isUTF8: Bool
  var theme: Theme {
    didSet {
      writer.looks = LookBook(theme: theme, depth: depth, codes: codes)
      forget()
    }
  }

  private let codes: LookCodes
  private var writer: ScreenWriter
  private var columns = 0
  private var rows = 0
  /// What the terminal shows and what it should show, row by row.
  private var shown: [ShownCell] = []
  private var wanted: [ShownCell] = []
  /// The cells of the last surface: what is equal to them need not be looked up.
  private var before: [Cell] = []
  private var beforeSize = Size(width: 0, height: 0)
  private var hadClusters = false
  private var cursor: Point?
  /// Whether `shown` is what the terminal shows, and `before` what `wanted` stands for.
  private var isKnown = false
  private var isTaken = false
  private var clusters: [[Unicode.Scalar]: UInt32] = [:]
  private var clusterTexts: [(bytes: [UInt8], isWide: Bool)] = []

  /// Characters with marks that are remembered before all are forgotten.
  private static let mostClusters = 20_000

  /// For the terminal that is open or described.
  init(theme: Theme, depth: ColourDepth, isUTF8: Bool) {
    self.theme = theme
    self.depth = depth
    self.isUTF8 = isUTF8
    codes = LookCodes()
    writer = ScreenWriter(ScreenControls(), LookBook(theme: theme, depth: depth, codes: codes))
  }

  /// The next frame is drawn whole.
  mutating func forget() {
    isKnown = false
    isTaken = false
    writer.forget()
  }

  /// Leaves the screen as others expect to find it: no look on, the cursor seen.
  var farewell: [UInt8] { codes.reset + writer.controls.showCursor }

  /// The bytes that show a surface on a screen of this size. Cells beyond the screen are cut.
  mutating func paint(_ surface: Surface, on size: Size) -> [UInt8] {
    writer.begin()
    if size.width != columns || size.height != rows || clusterTexts.count > Self.mostClusters { resize(size) }
    guard columns > 0, rows > 0 else { return [] }
    let changed = take(surface)
    cursor = surface.cursor
    return finish(changed)
  }

  /// The bytes that show the last surface once more, whatever the terminal shows now.
  mutating func paintAgain() -> [UInt8] {
    writer.begin()
    guard columns > 0, rows > 0, isTaken else { return [] }
    isKnown = false
    writer.forget()
    return finish(Array(0..<rows))
  }

  private mutating func resize(_ size: Size) {
    (columns, rows) = (size.width, size.height)
    wanted = Array(repeating: .blank(LookBook.plain), count: columns * rows)
    shown = wanted
    before = []
    clusters = [:]
    clusterTexts = []
    forget()
  }

  private mutating func finish(_ changed: [Int]) -> [UInt8] {
    let paper = writer.looks.look(of: .blank)
    if isKnown {
      if changed.count > 2, !writer.controls.region.isEmpty, let move = ScrollFinder.find(shown, wanted, columns: columns, rows: rows, changed: changed) {
        scroll(move, paper)
        for y in 0..<rows { paintRow(y) }
      } else {
        for y in changed { paintRow(y) }
      }
    } else {
      let cleared = writer.clear(columns: columns, rows: rows, in: paper, reset: codes.reset)
      for index in shown.indices { shown[index] = .blank(cleared) }
      isKnown = true
      for y in 0..<rows { paintRow(y) }
    }
    if let cursor, cursor.x >= 0, cursor.y >= 0, cursor.x < columns, cursor.y < rows {
      writer.showCursor(at: (cursor.x, cursor.y))
    } else {
      writer.showCursor(at: nil)
    }
    return writer.bytes
  }

  // MARK: What is to be shown

  /// Takes in the rows of a surface that differ from the last one's; returns their numbers.
  private mutating func take(_ surface: Surface) -> [Int] {
    let width = min(columns, surface.size.width)
    let height = min(rows, surface.size.height)
    let isComparable = isTaken && beforeSize == surface.size
    let mayHaveClusters = hadClusters || surface.hasClusters
    var changed: [Int] = []
    for y in 0..<rows {
      if y >= height {
        if isComparable { continue }
        for x in 0..<columns { wanted[y * columns + x] = .blank(LookBook.plain) }
        changed.append(y)
        continue
      }
      var range = 0..<width
      if isComparable {
        let start = y * surface.size.width
        guard let differing = Self.difference(before, surface.cells, start, surface.size.width, mayHaveClusters) else { continue }
        range = differing.clamped(to: 0..<width)
        if range.isEmpty { continue }
      } else {
        for x in width..<max(width, columns) { wanted[y * columns + x] = .blank(LookBook.plain) }
      }
      takeRow(y, range, surface)
      changed.append(y)
    }
    // Only what changed is copied.
    if isComparable {
      let width = surface.size.width
      before.withUnsafeMutableBufferPointer { before in
        surface.cells.withUnsafeBufferPointer { cells in
          for y in changed where y < height { for index in (y * width)..<((y + 1) * width) { before[index] = cells[index] } }
        }
      }
    } else {
      before = surface.cells
      beforeSize = surface.size
    }
    hadClusters = surface.hasClusters
    isTaken = true
    return changed
  }

  /// The columns of a row from the first to the last that may look different; both halves of a wide character go together.
  private static func difference(_ one: [Cell], _ other: [Cell], _ start: Int, _ width: Int, _ mayHaveClusters: Bool) -> Range<Int>? {
    one.withUnsafeBytes { one in
      other.withUnsafeBytes { other in
        let stride = MemoryLayout<Cell>.stride
        guard let one = one.baseAddress?.advanced(by: start * stride), let other = other.baseAddress?.advanced(by: start * stride) else { return nil }
        if !mayHaveClusters, memcmp(one, other, width * stride) == 0 { return nil }
        func word(_ row: UnsafeRawPointer, _ x: Int) -> UInt64 { row.loadUnaligned(fromByteOffset: x * stride, as: UInt64.self) }
        // A number of a character with marks says something only together with its surface.
        func same(_ x: Int) -> Bool { word(one, x) == word(other, x) && !(mayHaveClusters && word(other, x) & UInt64(ShownCell.cluster) != 0) }
        var low = 0
        while low < width, same(low) { low += 1 }
        if low == width { return nil }
        var high = width
        while high > low + 1, same(high - 1) { high -= 1 }
        let isHalf = { (x: Int) in UInt32(truncatingIfNeeded: word(other, x)) == ShownCell.rightHalf }
        if low > 0, isHalf(low) { low -= 1 }
        if high < width, isHalf(high) { high += 1 }
        return low..<high
      }
    }
  }

  private mutating func takeRow(_ y: Int, _ range: Range<Int>, _ surface: Surface) {
    let width = surface.size.width
    let start = y * width
    var x = range.lowerBound
    while x < range.upperBound {
      let cell = surface.cells[start + x]
      let look = writer.looks.look(of: cell)
      let place = y * columns + x
      if let scalar = cell.scalar, scalar.value < 0x7F {
        wanted[place] = scalar.value == 32 ? .blank(writer.looks.blank(look)) : ShownCell(scalar.value, look)
        x += 1
        continue
      }
      if cell.isContinuation {
        // Its left half is not shown.
        wanted[place] = .blank(writer.looks.blank(look))
        x += 1
        continue
      }
      let isWide = x + 1 < width && surface.cells[start + x + 1].isContinuation
      let isCut = isWide && x + 1 >= columns
      let code = shownCode(cell, surface, isWide: isWide, isCut: isCut)
      wanted[place] = code == 32 ? .blank(writer.looks.blank(look)) : ShownCell(code, look)
      x += 1
      if isWide, !isCut {
        let isShownWide = code != 0xFFFD && isUTF8
        wanted[place + 1] = isShownWide ? ShownCell(ShownCell.rightHalf, look) : .blank(writer.looks.blank(look))
        x += 1
      }
    }
  }

  /// The glyph, if this terminal's character set has it at the width the surface gave it; else a mark.
  private mutating func shownCode(_ cell: Cell, _ surface: Surface, isWide: Bool, isCut: Bool) -> UInt32 {
    let scalars = cell.scalar.map { [$0] } ?? surface.scalars(of: cell)
    let base = scalars.first ?? "?"
    if !isUTF8 { return ASCIIFallback.character(for: base).value }
    if isCut || cn_columns(base.value) != (isWide ? 2 : 1) { return 0xFFFD }
    if scalars.count == 1 { return base.value }
    let marks = scalars.dropFirst().filter { cn_columns($0.value) == 0 }
    if marks.isEmpty { return base.value }
    let text = [base] + marks
    if let known = clusters[text] { return ShownCell.cluster | known }
    let number = UInt32(clusterTexts.count)
    clusters[text] = number
    var characters = String.UnicodeScalarView()
    characters.append(contentsOf: text)
    clusterTexts.append((Array(String(characters).utf8), isWide))
    return ShownCell.cluster | number
  }

  // MARK: Sending it

  private mutating func scroll(_ move: ScrollFinder.Move, _ paper: LookBook.Number) {
    let blank = ShownCell.blank(writer.scroll(top: move.top, bottom: move.bottom, by: move.rows, in: paper))
    let order = move.rows > 0 ? Array(move.top...move.bottom) : Array((move.top...move.bottom).reversed())
    for y in order {
      let from = y + move.rows
      for x in 0..<columns { shown[y * columns + x] = from >= move.top && from <= move.bottom ? shown[from * columns + x] : blank }
    }
  }

  private mutating func paintRow(_ y: Int) {
    let start = y * columns
    var first = 0
    while first < columns, shown[start + first] == wanted[start + first] { first += 1 }
    if first == columns { return }
    var end = columns
    while shown[start + end - 1] == wanted[start + end - 1] { end -= 1 }
    let erasedFrom = rest(of: start, first, end)
    paintCells(y, first, min(end, erasedFrom ?? end))
    if let erasedFrom {
      // Anywhere among the blanks will do, up to the first that is not one yet.
      var at = max(first, erasedFrom)
      while shown[start + at] == wanted[start + at] { at += 1 }
      if writer.y != y || writer.x < erasedFrom || writer.x > at { writer.move(to: at, y) }
      writer.eraseRest(in: wanted[start + columns - 1].look)
    }
    shown.withUnsafeMutableBufferPointer { shown in
      wanted.withUnsafeBufferPointer { wanted in for index in (start + first)..<(start + columns) { shown[index] = wanted[index] } }
    }
  }

  /// Where the blanks begin that reach to the end of the row, when erasing them takes less than writing them.
  private func rest(of start: Int, _ first: Int, _ end: Int) -> Int? {
    let last = wanted[start + columns - 1]
    guard last.isBlank, !writer.controls.eraseRest.isEmpty, writer.looks.canErase(last.look, inColour: writer.controls.erasesInColour) else { return nil }
    var from = columns
    while from > 0, wanted[start + from - 1] == last { from -= 1 }
    var differing = max(first, from)
    while differing < end, shown[start + differing] == wanted[start + differing] { differing += 1 }
    return end - differing > writer.controls.eraseRest.count ? from : nil
  }

  private mutating func paintCells(_ y: Int, _ first: Int, _ end: Int) {
    let start = y * columns
    var x = first
    while x < end {
      if shown[start + x] == wanted[start + x] {
        x += 1
        continue
      }
      // The left half brings the right one.
      if wanted[start + x].isRightHalf, x > 0 { x -= 1 }
      reach(x, y)
      let cell = wanted[start + x]
      if cell.isBlank {
        var next = x + 1
        while next < end, wanted[start + next] == cell { next += 1 }
        while shown[start + next - 1] == wanted[start + next - 1] { next -= 1 }
        if next - x > 10, writer.controls.erasesCells, writer.looks.canErase(cell.look, inColour: writer.controls.erasesInColour) {
          writer.erase(next - x, in: cell.look)
          x = next
          continue
        }
        if !writer.isReady(for: cell) {
          let text = wanted[(start + x)..<(start + end)].first { !$0.isBlank }
          writer.usePaper(cell.look, before: text?.look)
        }
      }
      x += put(cell, isLast: y == rows - 1 && x == columns - 1)
    }
  }

  /// Brings the cursor to a cell, over cells that are right already where writing them again is shorter.
  private mutating func reach(_ x: Int, _ y: Int) {
    let gap = x - writer.x
    if writer.y == y, gap > 0, gap <= 8 {
      let cost = writer.cost(ofMovingTo: x)
      let cells = wanted[(y * columns + writer.x)..<(y * columns + x)]
      if cells.reduce(0, { $0 + (writer.isReady(for: $1) ? Self.length($1) : 100) }) <= cost {
        var at = writer.x
        while at < x { at += put(wanted[y * columns + at], isLast: false) }
        return
      }
    }
    writer.move(to: x, y)
  }

  /// Bytes of a cell's character; many, when writing it to get on would be no gain.
  private static func length(_ cell: ShownCell) -> Int { cell.code < 0x80 ? 1 : cell.code < 0x800 ? 2 : cell.code < 0x1_0000 ? 3 : 100 }

  /// Writes a cell and returns its columns.
  private mutating func put(_ cell: ShownCell, isLast: Bool) -> Int {
    let code = cell.code
    if isLast, !writer.controls.hasLastCell { return 1 }
    if code & ShownCell.cluster != 0 {
      let index = Int(code & ~ShownCell.cluster)
      guard index < clusterTexts.count else { return 1 }
      let cluster = clusterTexts[index]
      writer.put(cell, cluster.bytes, width: cluster.isWide ? 2 : 1)
      return cluster.isWide ? 2 : 1
    }
    if code < 0x80 {
      writer.put(cell, utf8: (code, 1), width: 1)
      return 1
    }
    let width = code == 0xFFFD || cn_columns(code) != 2 ? 1 : 2
    let utf8: (UInt32, Int)
    switch code {
    case 0..<0x800: utf8 = (0xC0 | code >> 6 | (0x80 | code & 0x3F) << 8, 2)
    case 0x800..<0x1_0000: utf8 = (0xE0 | code >> 12 | (0x80 | code >> 6 & 0x3F) << 8 | (0x80 | code & 0x3F) << 16, 3)
    default:
      utf8 = (0xF0 | code >> 18 | (0x80 | code >> 12 & 0x3F) << 8 | (0x80 | code >> 6 & 0x3F) << 16 | (0x80 | code & 0x3F) << 24, 4)
    }
    writer.put(cell, utf8: utf8, width: width)
    return width
  }
}
