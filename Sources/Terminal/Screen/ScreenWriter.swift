/// Collects the bytes of a frame: knows where the cursor is and which look is on, and goes from there the shortest way.
struct ScreenWriter {
  let controls: ScreenControls
  var looks: LookBook
  private(set) var bytes: [UInt8] = []
  private(set) var size = (columns: 0, rows: 0)
  /// Where the cursor is; a row of -1: nobody knows.
  private(set) var x = 0
  private(set) var y = -1
  private(set) var look = LookBook.unknown
  private var isCursorShown: Bool?

  init(_ controls: ScreenControls, _ looks: LookBook) {
    self.controls = controls
    self.looks = looks
  }

  /// Begins the next frame.
  mutating func begin() { bytes.removeAll(keepingCapacity: true) }

  /// Somebody else has written on the screen.
  mutating func forget() {
    y = -1
    look = LookBook.unknown
    isCursorShown = nil
  }

  // MARK: Whole screen

  /// Clears a screen of this size, in a look where the terminal can.
  /// - Returns: the look that all its blanks have now.
  mutating func clear(columns: Int, rows: Int, in wanted: LookBook.Number, reset: [UInt8]) -> LookBook.Number {
    size = (columns, rows)
    bytes += reset
    look = LookBook.plain
    let cleared = looks.canErase(wanted, inColour: controls.erasesInColour) ? looks.blank(wanted) : LookBook.plain
    use(cleared)
    bytes += controls.clear
    (x, y) = (0, 0)
    return cleared
  }

  /// Shows the cursor at a place, or hides it.
  mutating func showCursor(at place: (x: Int, y: Int)?) {
    if let place {
      move(to: place.x, place.y)
      if isCursorShown != true { bytes += controls.showCursor }
      isCursorShown = true
    } else {
      if isCursorShown != false { bytes += controls.hideCursor }
      isCursorShown = false
    }
  }

  /// Moves the rows from `top` to `bottom` by some rows, upwards if positive; blanks come in.
  /// - Returns: the look of those blanks.
  mutating func scroll(top: Int, bottom: Int, by rows: Int, in wanted: LookBook.Number) -> LookBook.Number {
    let blank = looks.canErase(wanted, inColour: controls.erasesInColour) ? looks.blank(wanted) : LookBook.plain
    use(blank)
    let isWhole = top == 0 && bottom == size.rows - 1
    if !isWhole {
      bytes += ScreenControls.expanded(controls.region, top, bottom)
      y = -1
    }
    move(to: 0, rows > 0 ? bottom : top)
    for _ in 0..<abs(rows) { bytes += rows > 0 ? controls.scrollUp : controls.scrollDown }
    if !isWhole { bytes += ScreenControls.expanded(controls.region, 0, size.rows - 1) }
    y = -1
    return blank
  }

  // MARK: Looks

  mutating func use(_ wanted: LookBook.Number) {
    guard wanted != look else { return }
    bytes += looks.change(from: look, to: wanted)
    look = wanted
  }

  /// Whether a cell can be written as it should look without another look being switched on first.
  func isReady(for cell: ShownCell) -> Bool {
    cell.look == look || cell.isBlank && looks.blank(look) == cell.look
  }

  /// Switches to a look in which blanks look like `wanted`. What is written next may want one of those: then that.
  mutating func usePaper(_ wanted: LookBook.Number, before next: LookBook.Number? = nil) {
    if looks.blank(look) == wanted { return }
    if let next, looks.blank(next) == wanted { return use(next) }
    use(looks.paper(wanted, from: look))
  }

  // MARK: Text

  /// Writes a character where the cursor is.
  mutating func put(_ cell: ShownCell, utf8 text: (UInt32, Int), width: Int) {
    if !isReady(for: cell) { use(cell.look) }
    var left = text.0
    for _ in 0..<text.1 {
      bytes.append(UInt8(truncatingIfNeeded: left))
      left >>= 8
    }
    advance(width)
  }

  /// Writes a base and its marks where the cursor is.
  mutating func put(_ cell: ShownCell, _ text: [UInt8], width: Int) {
    if !isReady(for: cell) { use(cell.look) }
    bytes += text
    advance(width)
  }

  /// At the right edge terminals differ in where the cursor is now.
  private mutating func advance(_ width: Int) {
    x += width
    if x >= size.columns { y = -1 }
  }

  /// Erases from the cursor to the end of the row; the look must be one that can.
  mutating func eraseRest(in look: LookBook.Number) {
    usePaper(look)
    bytes += controls.eraseRest
  }

  /// Erases some cells; the cursor stays.
  mutating func erase(_ count: Int, in look: LookBook.Number) {
    usePaper(look)
    sequence(count, 0x58)
  }

  // MARK: The cursor

  mutating func move(to newX: Int, _ newY: Int) {
    if y == newY, x == newX { return }
    if !controls.movesInAnyLook, look != LookBook.plain { use(LookBook.plain) }
    if let place = controls.ownPlacing {
      bytes += ScreenControls.expanded(place, newY, newX)
    } else if y < 0 || !step(to: newX, newY, below: placingCost(newX, newY)) {
      place(newX, newY)
    }
    (x, y) = (newX, newY)
  }

  /// Bytes that moving along a row would take.
  func cost(ofMovingTo newX: Int) -> Int {
    if controls.ownPlacing != nil { return 8 }
    return min(placingCost(newX, y), along(from: x, to: newX)?.cost ?? .max)
  }

  private func placingCost(_ x: Int, _ y: Int) -> Int {
    x == 0 ? (y == 0 ? 3 : 3 + Self.digits(y + 1)) : 4 + Self.digits(y + 1) + Self.digits(x + 1)
  }

  private mutating func place(_ x: Int, _ y: Int) {
    bytes.append(0x1B)
    bytes.append(0x5B)
    if x > 0 || y > 0 { number(y + 1) }
    if x > 0 {
      bytes.append(0x3B)
      number(x + 1)
    }
    bytes.append(0x48)
  }

  private enum Along { case nothing, steps, left, right, column }

  /// The cheapest way along a row.
  private func along(from: Int, to: Int) -> (way: Along, cost: Int)? {
    if from == to { return (.nothing, 0) }
    var best: (way: Along, cost: Int)?
    func offer(_ way: Along, _ cost: Int) { if cost < best?.cost ?? .max { best = (way, cost) } }
    let distance = abs(to - from)
    let counted = distance == 1 ? 3 : 3 + Self.digits(distance)
    if to > from, controls.movesRight { offer(.right, counted) }
    if to < from, controls.steps { offer(.steps, distance) }
    if to < from, controls.movesLeft { offer(.left, counted) }
    if controls.movesToColumn { offer(.column, 3 + Self.digits(to + 1)) }
    return best
  }

  private mutating func go(_ way: Along, from: Int, to: Int) {
    switch way {
    case .nothing: break
    case .steps: for _ in 0..<(from - to) { bytes.append(0x08) }
    case .left: sequence(from - to, 0x44)
    case .right: sequence(to - from, 0x43)
    case .column: sequence(to + 1, 0x47)
    }
  }

  /// Moves by steps if that takes less than `limit` bytes.
  private mutating func step(to newX: Int, _ newY: Int, below limit: Int) -> Bool {
    let down = newY - y
    let counted = abs(down) == 1 ? 3 : 3 + Self.digits(abs(down))
    var upright = 0
    var feeds = false
    if down > 0 {
      feeds = controls.feedsLines && (down <= counted || !controls.movesDown)
      guard feeds || controls.movesDown else { return false }
      upright = feeds ? down : counted
    } else if down < 0 {
      guard controls.movesUp else { return false }
      upright = counted
    }
    let direct = along(from: x, to: newX)
    let fromEdge = controls.returns ? along(from: 0, to: newX) : nil
    let directCost = upright + (direct?.cost ?? 1000)
    let edgeCost = upright + 1 + (fromEdge?.cost ?? 1000)
    guard min(directCost, edgeCost) < limit else { return false }
    if edgeCost < directCost { bytes.append(0x0D) }
    if feeds {
      for _ in 0..<down { bytes.append(0x0A) }
    } else if down != 0 {
      sequence(abs(down), down > 0 ? 0x42 : 0x41)
    }
    if edgeCost < directCost {
      if let fromEdge { go(fromEdge.way, from: 0, to: newX) }
    } else if let direct {
      go(direct.way, from: x, to: newX)
    }
    return true
  }

  private mutating func sequence(_ count: Int, _ final: UInt8) {
    bytes.append(0x1B)
    bytes.append(0x5B)
    if count != 1 { number(count) }
    bytes.append(final)
  }

  private mutating func number(_ value: Int) {
    if value >= 1000 { bytes.append(0x30 + UInt8(value / 1000 % 10)) }
    if value >= 100 { bytes.append(0x30 + UInt8(value / 100 % 10)) }
    if value >= 10 { bytes.append(0x30 + UInt8(value / 10 % 10)) }
    bytes.append(0x30 + UInt8(value % 10))
  }

  private static func digits(_ value: Int) -> Int { value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4 }
}
