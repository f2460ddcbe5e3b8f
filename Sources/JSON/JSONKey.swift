/// A key as it stands in the bytes, to be compared without making a string.
///
/// Keys are equal when they stand for the same scalars, however they are escaped; é as one scalar and é as two are
/// different keys. Not to be used after the reader's closure has ended.
@frozen public struct JSONKey {
  @usableFromInline let text: StringText
  /// Of the opening quote, in bytes from the beginning of the text.
  public let offset: Int
  /// The first eight bytes as they stand, zeros behind fewer; tells most keys apart at once.
  @usableFromInline let head: UInt64

  @inline(__always) init(text: StringText, offset: Int, end: Bytes) {
    self.text = text
    self.offset = offset
    head = firstBytes(text.start, text.count, end)
  }

  public var string: String { text.string }

  @inlinable public func matches(_ name: StaticString) -> Bool {
    if name.hasPointerRepresentation {
      return matches(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
    return name.withUTF8Buffer { matches($0) }
  }

  @inlinable @inline(__always) public func matches(_ pattern: JSONKeyPattern) -> Bool {
    if head == pattern.head, text.count == pattern.count, text.count <= 8 || matches(pattern.name) { return true }
    return text.hasEscapes && matches(pattern.name)
  }

  @inlinable public func matches(utf8 name: [UInt8]) -> Bool {
    name.withUnsafeBufferPointer { matches($0) }
  }

  @inlinable @inline(__always) func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.hasEscapes { return text.unescapedEquals(name) }
    guard name.count == text.count else { return false }
    var index = 0
    while index < text.count {
      guard text.start[index] == name[index] else { return false }
      index += 1
    }
    return true
  }
}

/// A key to look for, made ready to be compared with many. It must hold only bytes that need no escape.
@frozen public struct JSONKeyPattern: Sendable {
  public let name: StaticString
  @usableFromInline let count: Int
  /// The first eight bytes with the first one lowest, and zeros behind fewer.
  @usableFromInline let head: UInt64
  /// All bits of the bytes that `head` has.
  @usableFromInline let mask: UInt64

  public init(_ name: StaticString) {
    self.name = name
    count = name.utf8CodeUnitCount
    mask = count >= 8 ? .max : (1 << UInt64(8 * count)) &- 1
    head = name.withUTF8Buffer { name in
      var head: UInt64 = 0
      for (index, byte) in name.prefix(8).enumerated() { head |= UInt64(byte) << UInt64(8 * index) }
      return head
    }
  }

  /// Whether the key stands at a place, with its closing quote and colon. The first eight bytes from there are given.
  @inline(__always) func stands(at place: Bytes, _ first: UInt64, _ end: Bytes) -> Bool {
    guard first & mask == head, end - place > count + 1, place[count] == 0x22, place[count + 1] == 0x3A else { return false }
    guard count > 8 else { return true }
    return name.withUTF8Buffer { name in
      for index in 8..<name.count where place[index] != name[index] { return false }
      return true
    }
  }
}

extension JSONReader {
  /// The index of the pattern that the next key is, the value of which must be read next: tells at a glance what stands as `JSONWriter`
  /// writes it, on a line of its own behind `indent` spaces. Nil, with nothing consumed, for all else; then `nextKey()` reads it.
  ///
  /// - Parameter first: the pattern to begin with; those before it are not looked for.
  public mutating func nextKey(among patterns: ContiguousArray<JSONKeyPattern>, from first: Int, indent: Int) -> Int? {
    guard !isFresh, indent >= 0, end - place >= indent + 12, place[0] == 0x2C, place[1] == 0x0A, place[2 + indent] == 0x22 else { return nil }
    var spaces = 0
    while spaces < indent {
      guard place[2 + spaces] == 0x20 else { return nil }
      spaces += 1
    }
    let key = place + (3 + indent)
    let head = word(at: key)
    for index in first..<max(first, patterns.count) where patterns[index].stands(at: key, head, end) {
      token = key - 1
      place = key + (patterns[index].count + 2)
      return index
    }
    return nil
  }

  /// How many bytes stand before the key read last on its line.
  public var indent: Int {
    var count = 0
    while token - count > start, token[-count - 1] == 0x20 { count += 1 }
    return count
  }
}
