/// How many letters two names differ in: added, left out or exchanged.
enum Slips {
  /// Nil when they are more than `limit`, or where figures differ: Group 1 is not Group 2.
  static func count(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
    func isFigure(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    guard a.filter(isFigure) == b.filter(isFigure) else { return nil }
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = above
        least = min(least, row[j + 1])
      }
      if least > limit { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
