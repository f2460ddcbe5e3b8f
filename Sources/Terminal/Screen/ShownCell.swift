/// What one cell of the terminal shows: a glyph and a look. Eight bytes that compare as one word.
struct ShownCell: Equatable {
  private let bits: UInt64

  /// The right half of the wide character before it.
  static let rightHalf: UInt32 = 0x4000_0000
  /// With a number: a base and its marks, kept by the painter.
  static let cluster: UInt32 = 0x8000_0000

  init(_ code: UInt32, _ look: LookBook.Number) { bits = UInt64(look) << 32 | UInt64(code) }

  static func blank(_ look: LookBook.Number) -> ShownCell { ShownCell(32, look) }

  /// A scalar's value, or one of the above.
  var code: UInt32 { UInt32(truncatingIfNeeded: bits) }
  var look: LookBook.Number { LookBook.Number(truncatingIfNeeded: bits >> 32) }
  var isBlank: Bool { code == 32 }
  var isRightHalf: Bool { code == Self.rightHalf }

  @inline(__always)
  static func == (one: ShownCell, other: ShownCell) -> Bool { one.bits == other.bits }
}
