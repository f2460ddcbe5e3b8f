/// Rows of text in columns as wide as they need, the first to the left and the others to the right.
struct PlainTable {
  private var rows: [[String]]

  init(_ header: [String]) { rows = [header] }

  mutating func add(_ row: [String]) { rows.append(row) }

  func print() {
    let widths = rows[0].indices.map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    for row in rows {
      let cells = row.enumerated().map { column, text in
        let blank = String(repeating: " ", count: max(0, widths[column] - text.count))
        return column == 0 ? text + blank : blank + text
      }
      Swift.print("  " + cells.joined(separator: "  "))
    }
    Swift.print("")
  }
}

extension Double {
  /// With so many digits after the point.
  func text(_ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = (self * scale).rounded()
    guard digits > 0, whole.magnitude < 1e15 else { return String(Int(self.rounded())) }
    let number = Int(whole.magnitude)
    let fraction = String(number % Int(scale))
    return (self < 0 ? "-" : "") + String(number / Int(scale)) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
