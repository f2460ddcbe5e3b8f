/// Months of the year, as `6-9`, `11-2` or `3,4,10`.
public struct MonthSet: Hashable, Sendable {
  /// Bit 0 is January.
  private var bits: UInt16 = 0

  /// Nil if the text is not months; empty text is no months.
  public init?(_ text: String) {
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
      let ends = part.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], (1...12).contains(first), (1...12).contains(last)
      else { return nil }
      var month = first
      while true {
        bits |= 1 << UInt16(month - 1)
        if month == last { break }
        month = month % 12 + 1
      }
    }
  }

  public func contains(_ month: Int) -> Bool { (1...12).contains(month) && bits & (1 << UInt16(month - 1)) != 0 }
  public var isEmpty: Bool { bits == 0 }

  /// The stretches of months that follow one another, the first month of each and its last; one that goes over the new year is one stretch.
  public var stretches: [(first: Int, last: Int)] {
    if bits == 0xFFF { return [(1, 12)] }
    return (1...12).compactMap { first in
      guard contains(first), !contains((first + 10) % 12 + 1) else { return nil }
      var last = first
      while contains(last % 12 + 1) { last = last % 12 + 1 }
      return (first, last)
    }
  }
}
