/// How many promises stand on a sheet to sign: all of them on one page, in smaller print where they are many; and further pages only where even that is too little.
///
/// The heights are those of the printed page in points of the screen (96 an inch), reckoned so that a sheet fits on A4 and on Letter.
struct CommitmentPages {
  /// What a row says: the promise, and who makes it.
  struct Row {
    var what: String
    var owner: String
  }

  enum Print: String {
    case usual = ""
    case small

    /// Characters a line of the two columns, and the heights of a line and of what is around the lines of a row. A signature needs seven millimetres.
    var measures: (what: Int, owner: Int, line: Int, around: Int) { self == .usual ? (36, 20, 19, 10) : (46, 25, 14, 7) }
    var least: Int { 29 }

    func height(_ row: Row) -> Int {
      func lines(_ text: String, _ columns: Int) -> Int { max(1, (text.count + columns - 1) / columns) }
      return max(least, max(lines(row.what, measures.what), lines(row.owner, measures.owner)) * measures.line + measures.around)
    }
  }

  /// Of Letter, which is the shorter, within its margins.
  private static let pageHeight = 950
  /// Of title, line below it and the head of the table.
  private static let headHeight = 115

  let print: Print
  /// The rows of each page.
  let pages: [Range<Int>]

  /// - Parameter vision: characters of the text above the first table.
  init(_ rows: [Row], vision: Int) {
    let first = Self.headHeight + (vision == 0 ? 0 : (vision + 79) / 80 * 19 + 12)
    func fill(_ print: Print) -> [Range<Int>] {
      var pages: [Range<Int>] = []
      var start = 0
      var used = first
      for (index, row) in rows.enumerated() {
        let height = print.height(row)
        if used + height > Self.pageHeight, index > start {
          pages.append(start..<index)
          start = index
          used = Self.headHeight
        }
        used += height
      }
      return pages + [start..<rows.count]
    }
    let usual = fill(.usual)
    print = usual.count == 1 ? .usual : .small
    pages = usual.count == 1 ? usual : fill(.small)
  }
}
