/// What a terminal can show of one `Character` in one or two cells: a base and at most four zero-width marks.
/// Control characters and bidirectional overrides have no glyph of their own and show as `·`, so that no name can steer the terminal.
struct Glyph {
  let base: Unicode.Scalar
  let marks: [Unicode.Scalar]
  /// Columns: 1 or 2; 0 for a character that shows nothing.
  let width: Int

  static let space = Glyph(base: " ", marks: [], width: 1)
  static let ellipsis = Glyph(base: "…", marks: [], width: 1)
  static let hidden = Glyph(base: "·", marks: [], width: 1)

  private init(base: Unicode.Scalar, marks: [Unicode.Scalar], width: Int) {
    self.base = base
    self.marks = marks
    self.width = width
  }

  init(_ character: Character) {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else {
      self = Glyph(base: " ", marks: [], width: 0)
      return
    }
    if first.value >= 0x20, first.value < 0x7F {
      if scalars.count == 1 {
        self = Glyph(base: first, marks: [], width: 1)
        return
      }
    } else if TextWidth.isUnsafe(first) {
      self = .hidden
      return
    }
    let width = TextWidth.columns(first)
    if width == 0 {
      self = Glyph(base: first, marks: [], width: 0)
      return
    }
    var marks: [Unicode.Scalar] = []
    for scalar in scalars.dropFirst() {
      // A second spacing character (the rest of an emoji sequence) is dropped: ncurses shows only the first.
      if TextWidth.columns(scalar) != 0 || TextWidth.isUnsafe(scalar) || scalar.value == 0x200D { break }
      if marks.count == 4 { break }
      marks.append(scalar)
    }
    self = Glyph(base: first, marks: marks, width: width)
  }
}
