/// Many texts made ready to be searched. Their bytes lie behind one another in one piece of memory, so that a search through a hundred thousand of them runs
/// straight through it and touches nothing else.
public struct FoldedTexts: Sendable {
  private struct Place: Sendable {
    var start: Int
    var count: Int
    /// Of its bytes.
    var mask: UInt64
  }

  private var bytes: [UInt8] = []
  private var places: [Place] = []
  /// Bytes of texts that are gone or were replaced.
  private var unused = 0

  public init() {}

  public init(_ texts: some Sequence<String>) { for text in texts { append(text) } }

  public var count: Int { places.count }

  public mutating func append(_ text: String) { places.append(store(text)) }

  public mutating func insert(_ text: String, at index: Int) { places.insert(store(text), at: index) }

  public mutating func replace(at index: Int, by text: String) {
    unused += places[index].count
    places[index] = store(text)
    tidy()
  }

  public mutating func remove(at index: Int) {
    unused += places.remove(at: index).count
    tidy()
  }

  private mutating func store(_ text: String) -> Place {
    let start = bytes.count
    FoldTable.append(text, to: &bytes)
    return Place(start: start, count: bytes.count - start, mask: Self.mask(bytes[start...]))
  }

  /// A bit for every byte that occurs, modulo 64: most texts are refused by it alone.
  static func mask(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

  /// Gives memory back where most of it is unused.
  private mutating func tidy() {
    guard unused > 4096, unused > bytes.count / 2 else { return }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count - unused)
    for index in places.indices {
      let place = places[index]
      places[index].start = kept.count
      kept += bytes(of: place)
    }
    bytes = kept
    unused = 0
  }

  /// Calls `look` with the number and the bytes of each of some texts in which all bytes of a mask may occur.
  func forEach(having mask: UInt64, among: some Sequence<Int>, _ look: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      places.withUnsafeBufferPointer { places in
        for index in among where places.indices.contains(index) {
          let place = places[index]
          if place.mask & mask == mask { look(index, UnsafeBufferPointer(rebasing: bytes[place.start..<(place.start + place.count)])) }
        }
      }
    }
  }
}

extension FoldedTexts: Hashable {
  /// The same texts in the same order, however they came there.
  public static func == (a: FoldedTexts, b: FoldedTexts) -> Bool {
    a.places.count == b.places.count && zip(a.places, b.places).allSatisfy { a.bytes(of: $0) == b.bytes(of: $1) }
  }

  public func hash(into hasher: inout Hasher) { for place in places { hasher.combine(bytes(of: place)) } }

  private func bytes(of place: Place) -> ArraySlice<UInt8> { bytes[place.start..<(place.start + place.count)] }
}
