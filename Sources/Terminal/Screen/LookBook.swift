import Drawing

/// The looks that a theme's styles have on this terminal, each once, and the bytes that go from one to another.
struct LookBook {
  /// A number for a look; cells with equal numbers look the same.
  typealias Number = UInt16

  /// The terminal's own colours, no attributes.
  static let plain: Number = 0
  /// Nobody knows what is on.
  static let unknown = Number.max

  private let theme: Theme
  private let depth: ColourDepth
  private let codes: LookCodes
  /// A few dozen at most: each is looked for only when a style, or a change, is met for the first time.
  private var looks: [QuantisedAppearance] = []
  /// By role and emphasis.
  private var byStyle: [Number]
  /// By look: how a blank in it looks, where the colour of the text does not show.
  private var blanks: [Number] = []
  private var changes: [Int: [UInt8]] = [:]
  private var papers: [Int: Number] = [:]

  init(theme: Theme, depth: ColourDepth, codes: LookCodes) {
    self.theme = theme
    self.depth = depth
    self.codes = codes
    byStyle = Array(repeating: Self.unknown, count: Role.allCases.count * 64)
    _ = number(QuantisedAppearance())
  }

  mutating func look(of cell: Cell) -> Number {
    let index = Int(cell.role.rawValue) * 64 + Int(cell.emphasis.rawValue & 63)
    guard index < byStyle.count else { return Self.plain }
    let known = byStyle[index]
    if known != Self.unknown { return known }
    let made = number(codes.possible(theme.resolve(cell.style).quantised(to: depth)))
    byStyle[index] = made
    return made
  }

  /// The look that a blank in this look has.
  func blank(_ look: Number) -> Number { Int(look) < blanks.count ? blanks[Int(look)] : look }

  /// The nearest to the look that is on in which blanks look like `wanted`: what does not show in them stays as it is.
  mutating func paper(_ wanted: Number, from look: Number) -> Number {
    guard Int(look) < looks.count, Int(wanted) < looks.count, looks[Int(look)].isOfPaper else { return wanted }
    let key = Int(look) << 16 | Int(wanted)
    if let known = papers[key] { return known }
    var near = looks[Int(look)]
    near.background = looks[Int(wanted)].background
    let made = looks[Int(wanted)].isOfPaper ? number(near) : wanted
    papers[key] = made
    return made
  }

  /// Whether erasing, with the look on, leaves blanks in it.
  func canErase(_ look: Number, inColour: Bool) -> Bool {
    guard Int(look) < looks.count else { return false }
    let it = looks[Int(look)]
    return it.isOfPaper && (inColour || it.background == .terminalOwn)
  }

  /// The bytes that switch from a look to another.
  mutating func change(from: Number, to: Number) -> [UInt8] {
    if from == to { return [] }
    let key = Int(from) << 16 | Int(to)
    if let known = changes[key] { return known }
    let before = Int(from) < looks.count ? looks[Int(from)] : nil
    let made = Int(to) < looks.count ? codes.change(from: before, to: looks[Int(to)]) : []
    changes[key] = made
    return made
  }

  private mutating func number(_ look: QuantisedAppearance) -> Number {
    if let known = looks.firstIndex(of: look) { return Number(known) }
    guard looks.count < Int(Self.unknown) else { return Self.plain }
    let made = Number(looks.count)
    looks.append(look)
    blanks.append(made)
    if look.isOfPaper {
      blanks[Int(made)] = number(QuantisedAppearance(background: look.background))
    }
    return made
  }
}

extension QuantisedAppearance {
  /// Whether only the background shows in a blank.
  fileprivate var isOfPaper: Bool { attributes.isDisjoint(with: [.underlined, .reversed]) }
}
