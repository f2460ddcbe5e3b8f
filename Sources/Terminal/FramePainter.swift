import CNcurses
import Drawing

/// Puts surfaces on the screen: only cells that differ from the frame before, their styles looked up once.
struct FramePainter {
  let depth: ColourDepth
  let isUTF8: Bool
  var theme: Theme { didSet { forget() } }

  private var shown: Surface?
  /// By role and emphasis: attributes in the high half, pair in the low; `unknown` until first used.
  private var looks: [UInt32]
  private var pairs: [UInt64: UInt16] = [:]
  private let pairLimit: Int
  private var line: [cn_cell] = []

  private static let unknown = UInt32.max

  init(theme: Theme, depth: ColourDepth, isUTF8: Bool) {
    self.theme = theme
    self.depth = depth
    self.isUTF8 = isUTF8
    self.pairLimit = min(Int(cn_pairs()), 32_000)
    self.looks = Array(repeating: Self.unknown, count: Role.allCases.count * 64)
  }

  /// The next frame is drawn whole.
  mutating func forget() {
    shown = nil
    for index in looks.indices { looks[index] = Self.unknown }
  }

  /// The frame on the screen, to be shown again.
  var lastFrame: Surface? { shown }

  /// Hands the rows that changed to ncurses and has it send the difference.
  mutating func paint(_ surface: Surface) {
    let rows = min(surface.size.height, Int(cn_rows()))
    let columns = min(surface.size.width, Int(cn_columns_of_screen()))
    for y in 0..<max(0, rows) {
      var range = 0..<columns
      if let shown {
        guard let changed = surface.changedColumns(from: shown, y) else { continue }
        range = changed.clamped(to: 0..<columns)
      }
      if range.isEmpty { continue }
      paintRow(y, widened(range, columns, y, surface), surface)
    }
    if let cursor = surface.cursor, cursor.x >= 0, cursor.y >= 0, cursor.x < columns, cursor.y < rows {
      cn_show(Int32(cursor.y), Int32(cursor.x))
    } else {
      cn_show(-1, -1)
    }
    shown = surface
  }

  /// Both halves of a wide character go together.
  private func widened(_ range: Range<Int>, _ columns: Int, _ y: Int, _ surface: Surface) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    if low > 0, surface[low, y].isContinuation { low -= 1 }
    if high < columns, surface[high, y].isContinuation { high += 1 }
    return low..<high
  }

  private mutating func paintRow(_ y: Int, _ range: Range<Int>, _ surface: Surface) {
    line.removeAll(keepingCapacity: true)
    for x in range {
      let cell = surface[x, y]
      let look = look(of: cell)
      var out = cn_cell()
      out.attributes = UInt16(look >> 16)
      out.pair = UInt16(look & 0xFFFF)
      let isWide = x + 1 < surface.size.width && surface[x + 1, y].isContinuation
      if cell.isContinuation {
        // Nothing, if the left half is shown as it is; else a blank in its place.
        let whole = x > range.lowerBound && line[line.count - 1].scalars.0 > 0x10FF && cn_columns(line[line.count - 1].scalars.0) == 2
        out.scalars.0 = whole ? 0 : 32
      } else if let scalar = cell.scalar {
        out.scalars.0 = scalar.value < 0x7F ? scalar.value : shownScalar(scalar, isWide: isWide, atEdge: x + 1 == range.upperBound)
      } else {
        let scalars = surface.scalars(of: cell)
        let base = scalars.first ?? "?"
        out.scalars.0 = shownScalar(base, isWide: isWide, atEdge: x + 1 == range.upperBound)
        if out.scalars.0 == base.value {
          let marks = scalars.dropFirst().filter { cn_columns($0.value) == 0 }.map(\.value) + [0, 0, 0, 0]
          (out.scalars.1, out.scalars.2, out.scalars.3, out.scalars.4) = (marks[0], marks[1], marks[2], marks[3])
        }
      }
      line.append(out)
    }
    line.withUnsafeBufferPointer { cn_put(Int32(y), Int32(range.lowerBound), $0.baseAddress, Int32($0.count)) }
  }

  /// The scalar, if this terminal's character set has it at the width the surface gave it; else a mark.
  private func shownScalar(_ scalar: Unicode.Scalar, isWide: Bool, atEdge: Bool) -> UInt32 {
    if !isUTF8 { return ASCIIFallback.character(for: scalar).value }
    let width = isWide ? 2 : 1
    if isWide && atEdge || cn_columns(scalar.value) != width { return 0xFFFD }
    return scalar.value
  }

  private mutating func look(of cell: Cell) -> UInt32 {
    let index = Int(cell.role.rawValue) * 64 + Int(cell.emphasis.rawValue & 63)
    guard index < looks.count else { return 0 }
    if looks[index] != Self.unknown { return looks[index] }
    let appearance = theme.resolve(cell.style).quantised(to: depth)
    var attributes: UInt32 = 0
    if appearance.attributes.contains(.bold) { attributes |= UInt32(CN_BOLD) }
    if appearance.attributes.contains(.faint) { attributes |= UInt32(CN_FAINT) }
    if appearance.attributes.contains(.underlined) { attributes |= UInt32(CN_UNDERLINED) }
    if appearance.attributes.contains(.reversed) { attributes |= UInt32(CN_REVERSED) }
    let look = attributes << 16 | UInt32(pair(appearance.foreground, appearance.background))
    looks[index] = look
    return look
  }

  private mutating func pair(_ foreground: QuantisedAppearance.Hue, _ background: QuantisedAppearance.Hue) -> UInt16 {
    if foreground == .terminalOwn, background == .terminalOwn { return 0 }
    func number(_ hue: QuantisedAppearance.Hue) -> Int32 {
      switch hue {
      case .terminalOwn: -1
      case .indexed(let index): Int32(index)
      // Direct-colour terminals keep 0 to 7 for their palette.
      case .rgb(let value): value > 0 && value < 8 ? 8 : Int32(value)
      }
    }
    let (front, back) = (number(foreground), number(background))
    let key = UInt64(UInt32(bitPattern: front)) << 32 | UInt64(UInt32(bitPattern: back))
    if let known = pairs[key] { return known }
    guard pairs.count + 1 < pairLimit else { return 0 }
    let made = UInt16(pairs.count + 1)
    cn_set_pair(Int32(made), front, back)
    pairs[key] = made
    return made
  }
}
