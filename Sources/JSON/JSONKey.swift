/// A key as it stands in the bytes, to be compared without making a string.
///
/// Keys are equal when they stand for the same scalars, however they are escaped; é as one scalar and é as two are
/// different keys. Not to be used after the reader's closure has ended.
@frozen public struct JSONKey {
  @usableFromInline let text: StringText
  /// Of the opening quote, in bytes from the beginning of the text.
  public let offset: Int

  init(text: StringText, offset: Int) {
    self.text = text
    self.offset = offset
  }

  public var string: String { text.string }

  @inlinable public func matches(_ name: StaticString) -> Bool {
    if name.hasPointerRepresentation {
      return matches(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
    return name.withUTF8Buffer { matches($0) }
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
