/// Keeps a spreadsheet from running a cell as a formula: an apostrophe in front of what starts like one, which the import takes off again.
///
/// A plain number keeps its sign unguarded. A text that starts with an apostrophe followed by such a character gets another, so that taking off is always exact.
enum FormulaGuard {
  static func guarded(_ cell: String) -> String { needsGuard(cell) ? "'" + cell : cell }

  static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == 0x27 else { return cell }
    let rest = String(cell.unicodeScalars.dropFirst())
    return needsGuard(rest) ? rest : cell
  }

  /// Whether the text, past any apostrophes, starts like a formula.
  private static func needsGuard(_ cell: String) -> Bool {
    let rest = cell.utf8.drop { $0 == 0x27 }
    guard let first = rest.first else { return false }
    switch first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: break
    // Excel takes the full-width forms of = + - @ for the same.
    case 0xEF: if !["＝", "＋", "－", "＠"].contains(where: { rest.starts(with: $0.utf8) }) { return false }
    default: return false
    }
    return rest.startIndex != cell.utf8.startIndex || !isNumber(cell)
  }

  private static func isNumber(_ cell: String) -> Bool {
    var digits = 0
    var points = 0
    for (index, byte) in cell.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E: points += 1
      case 0x2B, 0x2D: if index > 0 { return false }
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
