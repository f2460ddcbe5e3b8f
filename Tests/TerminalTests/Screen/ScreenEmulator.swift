import CNcurses
import Drawing

/// A small terminal: applies the bytes of frames and holds what would be seen. It traps what a real one would garble.
struct ScreenEmulator {
  struct Look: Hashable {
    var foreground = QuantisedAppearance.Hue.terminalOwn
    var background = QuantisedAppearance.Hue.terminalOwn
    var attributes: Attributes = []
  }

  struct Glyph: Hashable {
    var scalars: [Unicode.Scalar] = [" "]
    var look = Look()
  }

  let size: Size
  /// What is erased gets the background of the look that is on.
  let erasesInColour: Bool
  /// At the right edge it waits for the next character before it goes on to the next row.
  let waitsAtEdge: Bool
  private(set) var cells: [[Glyph]]
  private(set) var cursor = Point(x: 0, y: 0)
  private(set) var isCursorShown = true
  /// What it did not understand.
  private(set) var unknown: [String] = []
  private var look = Look()
  private var region: ClosedRange<Int>
  private var isWaiting = false

  init(_ size: Size, erasesInColour: Bool, waitsAtEdge: Bool) {
    self.size = size
    self.erasesInColour = erasesInColour
    self.waitsAtEdge = waitsAtEdge
    region = 0...(size.height - 1)
    // Rubbish that somebody left behind.
    cells = Array(repeating: Array(repeating: Glyph(scalars: ["#"], look: Look(attributes: .reversed)), count: size.width), count: size.height)
  }

  mutating func apply(_ bytes: [UInt8]) {
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\u{1B}": escape(&scalars)
      case "\r": (cursor.x, isWaiting) = (0, false)
      case "\n": feed()
      case "\u{8}": (cursor.x, isWaiting) = (max(0, cursor.x - 1), false)
      case "\u{F}": break
      default: scalar.value < 0x20 ? unknown.append("\(scalar.value)") : put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Int(cn_columns(scalar.value))
    if width == 0 {
      // A mark joins what was written last.
      let at = isWaiting ? cursor.x : cursor.x - 1
      let x = at > 0 && cells[cursor.y][at].scalars.isEmpty ? at - 1 : at
      cells[cursor.y][max(0, x)].scalars.append(scalar)
      return
    }
    if isWaiting { newLine() }
    if cursor.x + width > size.width { newLine() }
    // Half a wide character cannot stay.
    loseHalf(cursor.x)
    loseHalf(cursor.x + width)
    cells[cursor.y][cursor.x] = Glyph(scalars: [scalar], look: look)
    if width == 2 { cells[cursor.y][cursor.x + 1] = Glyph(scalars: [], look: look) }
    cursor.x += width
    guard cursor.x >= size.width else { return }
    if waitsAtEdge {
      (cursor.x, isWaiting) = (size.width - 1, true)
    } else {
      newLine()
    }
  }

  private mutating func loseHalf(_ x: Int) {
    guard x > 0, x < size.width, cells[cursor.y][x].scalars.isEmpty else { return }
    cells[cursor.y][x - 1].scalars = [" "]
    cells[cursor.y][x].scalars = [" "]
  }

  private mutating func newLine() {
    (cursor.x, isWaiting) = (0, false)
    feed()
  }

  private var erased: Glyph { Glyph(look: Look(background: erasesInColour ? look.background : .terminalOwn)) }

  private mutating func feed() {
    isWaiting = false
    if cursor.y == region.upperBound {
      cells.remove(at: region.lowerBound)
      cells.insert(Array(repeating: erased, count: size.width), at: region.upperBound)
    } else if cursor.y < size.height - 1 {
      cursor.y += 1
    }
  }

  private mutating func feedBack() {
    if cursor.y == region.lowerBound {
      cells.remove(at: region.upperBound)
      cells.insert(Array(repeating: erased, count: size.width), at: region.lowerBound)
    } else if cursor.y > 0 {
      cursor.y -= 1
    }
  }

  private mutating func escape(_ scalars: inout String.UnicodeScalarView.Iterator) {
    switch scalars.next() {
    case "[": sequence(&scalars)
    case "M": feedBack()
    case "D": feed()
    case "(": _ = scalars.next()
    case let other: unknown.append("ESC \(other.map(String.init) ?? "")")
    }
  }

  private mutating func sequence(_ scalars: inout String.UnicodeScalarView.Iterator) {
    var text = ""
    while let scalar = scalars.next() {
      guard scalar.value >= 0x40 else {
        text.unicodeScalars.append(scalar)
        continue
      }
      perform(scalar, text)
      return
    }
    unknown.append("cut off: \(text)")
  }

  private mutating func perform(_ final: Unicode.Scalar, _ text: String) {
    if text.hasPrefix("?") {
      if text == "?25" { isCursorShown = final == "h" }
      return
    }
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    func number(_ index: Int, _ usual: Int = 1) -> Int { index < numbers.count ? numbers[index] ?? usual : usual }
    let wasWaiting = isWaiting
    if final != "m" { isWaiting = false }
    switch final {
    case "H": cursor = Point(x: min(number(1), size.width) - 1, y: min(number(0), size.height) - 1)
    case "A": cursor.y = max(0, cursor.y - number(0))
    case "B": cursor.y = min(size.height - 1, cursor.y + number(0))
    case "C": cursor.x = min(size.width - 1, cursor.x + number(0))
    case "D": cursor.x = max(0, cursor.x - number(0))
    case "G": cursor.x = min(size.width, number(0)) - 1
    case "K" where number(0, 0) == 0: erase(cursor.x..<size.width)
    case "X": erase(cursor.x..<min(size.width, cursor.x + number(0)))
    case "J" where number(0, 0) == 2: for y in cells.indices { cells[y] = Array(repeating: erased, count: size.width) }
    case "J" where number(0, 0) == 0:
      erase(cursor.x..<size.width)
      for y in cells.indices where y > cursor.y { cells[y] = Array(repeating: erased, count: size.width) }
    case "r":
      region = (number(0) - 1)...(number(1, size.height) - 1)
      cursor = Point(x: 0, y: 0)
    case "h" where text == "34": break
    case "m":
      isWaiting = wasWaiting
      style(text)
    default: unknown.append("CSI \(text)\(final)")
    }
  }

  private mutating func erase(_ columns: Range<Int>) {
    loseHalf(columns.lowerBound)
    loseHalf(columns.upperBound)
    for x in columns { cells[cursor.y][x] = erased }
  }

  private mutating func style(_ text: String) {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)[...]
    if text.isEmpty { parts = ["0"] }
    while let part = parts.popFirst() {
      let colons = part.split(separator: ":").compactMap { Int($0) }
      guard let code = colons.first else {
        look = Look()
        continue
      }
      switch code {
      case 0: look = Look()
      case 1: look.attributes.insert(.bold)
      case 2: look.attributes.insert(.faint)
      case 4: look.attributes.insert(.underlined)
      case 7: look.attributes.insert(.reversed)
      case 10: break
      case 22: look.attributes.subtract([.bold, .faint])
      case 24: look.attributes.remove(.underlined)
      case 27: look.attributes.remove(.reversed)
      case 30...37: look.foreground = .indexed(UInt8(code - 30))
      case 40...47: look.background = .indexed(UInt8(code - 40))
      case 90...97: look.foreground = .indexed(UInt8(code - 82))
      case 100...107: look.background = .indexed(UInt8(code - 92))
      case 39: look.foreground = .terminalOwn
      case 49: look.background = .terminalOwn
      case 38 where parts.first == "5", 48 where parts.first == "5":
        parts = parts.dropFirst()
        let index = UInt8(parts.popFirst() ?? "") ?? 0
        if code == 38 { look.foreground = .indexed(index) } else { look.background = .indexed(index) }
      default: unknown.append("style \(part)")
      }
    }
  }
}
