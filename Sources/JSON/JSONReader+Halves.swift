#if canImport(Glibc)
  import Glibc
#endif

// A long array can be read from its middle on by somebody else at the same time. Where the middle is, is a guess from how the text is laid out; whoever reads the
// first half finds out whether it was right, for then an element begins at that very place.
extension JSONReader {
  /// Where an element of the array begun last seems to begin, near its middle; nil when the array is shorter than so many bytes or is not
  /// laid out with an element a line.
  public func middleElement(ofAtLeast shortest: Int) -> Int? {
    guard end - place >= shortest, let close = find(lineOf: 0x5D, indent: 2 * (depth - 1), from: place, to: end), close - place >= shortest else {
      return nil
    }
    return find(lineOf: 0x7B, indent: 2 * depth, from: place + (close - place) / 2, to: close).map { $0 - start }
  }

  /// A reader of the same array whose next element is the one at `offset`.
  public func ahead(at offset: Int) -> JSONReader {
    var ahead = self
    ahead.place = min(start + max(0, offset), end)
    ahead.isFresh = true
    return ahead
  }

  /// Up to where everything has been read.
  public var offsetRead: Int { place - start }

  /// Goes on behind the array, of which a reader that was `ahead` has read the end up to `offset`.
  public mutating func leaveArray(at offset: Int) {
    place = min(start + max(0, offset), end)
    token = place
    depth -= 1
    isFresh = false
  }

  /// The first line between two places that is so far indented and begins with that byte.
  private func find(lineOf byte: UInt8, indent: Int, from: Bytes, to: Bytes) -> Bytes? {
    var place = from
    while place < to, let found = memchr(place, 0x0A, to - place) {
      let line = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
      guard to - line > indent else { return nil }
      if line[indent] == byte, (0..<indent).allSatisfy({ line[$0] == 0x20 }) { return line + indent }
      place = line
    }
    return nil
  }
}
