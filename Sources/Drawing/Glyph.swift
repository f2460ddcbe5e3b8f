/// What a terminal can show in one cell, or two for a wide character: a base and at most four zero-width marks.
/// Control characters and bidirectional overrides have no glyph of their own and show as `·`, so that no name can steer the terminal.
struct Glyph {
  let base: Unicode.Scalar
  private(set) var marks: [Unicode.Scalar] = []
  /// Columns: 1 or 2; 0 for a mark without a base, which shows nothing.
  let width: Int

  static let space = Glyph(base: " ", width: 1)
  static let ellipsis = Glyph(base: "…", width: 1)
  static let hidden = Glyph(base: "·", width: 1)

  private init(base: Unicode.Scalar, width: Int) {
    self.base = base
    self.width = width
  }

  /// The glyph of a scalar that stands alone.
  init(_ scalar: Unicode.Scalar) {
    self = TextWidth.isUnsafe(scalar) ? .hidden : Glyph(base: scalar, width: TextWidth.columns(scalar))
  }

  /// The glyphs of one character, left to right. Most have one. A syllable of several spacing parts (as in Devanagari) takes a cell for
  /// each, since a terminal joins them itself; a flag shows as its two letters; of an emoji sequence the first picture stands for all.
  static func forEach(in character: Character, _ body: (Glyph) -> Void) {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return }
    if TextWidth.isUnsafe(first) { return body(.hidden) }
    if let letter = regionalLetter(first) {
      body(Glyph(base: letter, width: 1))
      while let scalar = scalars.next() {
        if let next = regionalLetter(scalar) { body(Glyph(base: next, width: 1)) }
      }
      return
    }
    var glyph = Glyph(base: first, width: TextWidth.columns(first))
    while let scalar = scalars.next() {
      // What a zero-width joiner or a skin tone adds to a picture cannot be shown in one cell.
      if scalar.value == 0x200D {
        if isPicture(first) { break }
        continue
      }
      if TextWidth.isUnsafe(scalar) || isSkinTone(scalar) { continue }
      let width = TextWidth.columns(scalar)
      if width != 0 {
        body(glyph)
        glyph = Glyph(base: scalar, width: width)
      } else if glyph.marks.count < 4 {
        // Terminals disagree on whether a variation selector widens its base; without it they agree.
        if scalar.value >= 0xFE00, scalar.value <= 0xFE0F { continue }
        glyph.marks.append(scalar)
      }
    }
    body(glyph)
  }

  /// The scalar of a character that has only one and shows as it; nil for all others.
  @inline(__always)
  static func soleScalar(of character: Character) -> Unicode.Scalar? {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    guard scalars.index(after: scalars.startIndex) == scalars.endIndex else { return nil }
    return standsAlone(first) || first.value < 0x1F000 && !TextWidth.isUnsafe(first) ? first : nil
  }

  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1F000 && scalar.value < 0x20000 || scalar.value >= 0x2190 && scalar.value < 0x2C00
  }

  private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x1F3FB && scalar.value <= 0x1F3FF }

  private static func regionalLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value >= 0x1F1E6, scalar.value <= 0x1F1FF else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 65)
  }

  /// Whether the scalar begins and ends a character of its own next to another such scalar, so that characters need not be looked for.
  @inline(__always)
  static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value &- 0x20 < 0x5F { return true }
    return switch scalar.value {
    case 0xA0..<0xA9, 0xAF..<0x300, 0x370..<0x483, 0x2010..<0x2028, 0x2190..<0x2300, 0x2500..<0x2600, 0x2801..<0x2900,
      0x3041..<0x3097, 0x30A1..<0x30FB, 0x4E00..<0xA000, 0xAC00..<0xD7A4:
      true
    default: false
    }
  }
}
