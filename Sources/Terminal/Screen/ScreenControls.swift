import CNcurses

/// How a terminal is told to place the cursor, to erase and to scroll, from its description. What is not the same as in ISO 6429 is
/// left out, but for what nothing goes without; so the bytes of a frame are written straight away instead of looked up.
struct ScreenControls {
  /// Puts the cursor anywhere; nil: as ISO 6429 has it.
  let ownPlacing: [UInt8]?
  /// Moves by some columns and rows, as ISO 6429 has them.
  let movesRight, movesLeft, movesUp, movesDown, movesToColumn: Bool
  /// `\r`, `\n` and `\b` move the cursor and do nothing else.
  let returns, feedsLines, steps: Bool
  /// Whether the cursor may be moved while a look is on.
  let movesInAnyLook: Bool
  /// Clears the screen and goes home.
  let clear: [UInt8]
  /// Erases to the end of the row; empty: it cannot.
  let eraseRest: [UInt8]
  /// Erases some cells, as ISO 6429 has it.
  let erasesCells: Bool
  /// What is erased gets the background of the look that is on; else the terminal's own.
  let erasesInColour: Bool
  /// Limits scrolling to some rows; empty: it cannot, or cannot scroll.
  let region: [UInt8]
  let scrollUp, scrollDown: [UInt8]
  let hideCursor, showCursor: [UInt8]
  /// Whether the last cell of the last row can be written without everything moving up.
  let hasLastCell: Bool

  /// Of the terminal that is open or described.
  init() {
    func isStandard(_ name: String, _ final: String) -> Bool {
      Self.expanded(name, 5, 0) == Array(("\u{1B}[5" + final).utf8)
    }
    func capability(_ name: String) -> [UInt8] { TerminalDriver.capability(name) }
    let place = capability("cup")
    ownPlacing = Self.expanded("cup", 4, 11) == Array("\u{1B}[5;12H".utf8) ? nil : place
    movesRight = isStandard("cuf", "C")
    movesLeft = isStandard("cub", "D")
    movesUp = isStandard("cuu", "A")
    movesDown = isStandard("cud", "B")
    movesToColumn = Self.expanded("hpa", 4, 0) == Array("\u{1B}[5G".utf8)
    returns = capability("cr") == [0x0D]
    feedsLines = capability("cud1") == [0x0A]
    steps = capability("cub1") == [0x08]
    movesInAnyLook = cn_flag("msgr")
    clear = capability("clear")
    eraseRest = capability("el")
    erasesCells = isStandard("ech", "X")
    erasesInColour = cn_flag("bce")
    scrollUp = capability("ind")
    scrollDown = capability("ri")
    region = scrollUp.isEmpty || scrollDown.isEmpty ? [] : capability("csr")
    hideCursor = capability("civis")
    showCursor = capability("cnorm")
    hasLastCell = !cn_flag("am") || cn_flag("xenl")
  }

  /// A capability with two numbers put in; empty when the terminal has none of that name.
  static func expanded(_ name: String, _ first: Int, _ second: Int) -> [UInt8] {
    guard let text = cn_capability(name), let result = cn_expand(text, Int32(first), Int32(second)) else { return [] }
    return TerminalDriver.withoutDelays(result)
  }

  /// The bytes of a capability that has been read, with two numbers put in.
  static func expanded(_ capability: [UInt8], _ first: Int, _ second: Int) -> [UInt8] {
    (capability + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress, let result = cn_expand(start, Int32(first), Int32(second)) else { return [] }
        return TerminalDriver.withoutDelays(result)
      }
    }
  }
}
