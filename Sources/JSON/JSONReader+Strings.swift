/// The raw bytes between two quotes, already checked: valid UTF-8, valid escapes.
@frozen @usableFromInline struct StringText {
  @usableFromInline let start: Bytes
  @usableFromInline let count: Int
  @usableFromInline let hasEscapes: Bool

  init(start: Bytes, count: Int, hasEscapes: Bool) {
    self.start = start
    self.count = count
    self.hasEscapes = hasEscapes
  }

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  @inline(__always) var string: String {
    hasEscapes ? unescaped() : String(decoding: buffer, as: UTF8.self)
  }

  @inline(never) private func unescaped() -> String {
    // An escape is never shorter than what it stands for.
    String(unsafeUninitializedCapacity: count) { target in
      var filled = 0
      for byte in UnescapedBytes(self) {
        target[filled] = byte
        filled += 1
      }
      return filled
    }
  }

  @usableFromInline @inline(never) func unescapedEquals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    other.count <= count && UnescapedBytes(self).elementsEqual(other)
  }
}

extension JSONReader {
  public mutating func string() throws(JSONError) -> String {
    skipSpace()
    guard place < end, place.pointee == 0x22 else { throw mismatch(.string) }
    return try stringText().string
  }

  /// The next string handed to `body` as bytes, if it has no escapes and is at most 15 ASCII bytes.
  /// Nil, with nothing consumed, if it is any other string or if `body` answers nil; then `string()` reads it.
  ///
  /// - Throws: when the next value is no string.
  @inlinable public mutating func shortASCII<T>(
    _ body: (UnsafeBufferPointer<UInt8>) -> T?
  ) throws(JSONError) -> T? {
    guard let count = try shortASCIICount(),
      let result = body(UnsafeBufferPointer(start: place + 1, count: count))
    else { return nil }
    token = place
    place += count + 2
    return result
  }

  /// The same for at most 63 bytes.
  @inlinable public mutating func plainASCII<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T?) throws(JSONError) -> T? {
    guard let count = try plainASCIICount(), let result = body(UnsafeBufferPointer(start: place + 1, count: count)) else { return nil }
    token = place
    place += count + 2
    return result
  }

  @usableFromInline mutating func plainASCIICount() throws(JSONError) -> Int? {
    skipSpace()
    guard place < end, place.pointee == 0x22 else { throw mismatch(.string) }
    var isOther = false
    let stop = stringStop(place + 1, end, nonASCII: &isOther)
    let count = stop - place - 1
    return stop < end && stop.pointee == 0x22 && !isOther && count <= 63 ? count : nil
  }

  /// The same as `shortASCII` for what is compared as numbers.
  @inlinable public mutating func packedASCII<T>(_ body: (PackedASCII) -> T?) throws(JSONError) -> T? {
    guard let count = try shortASCIICount(), let result = body(packed(count)) else { return nil }
    token = place
    place += count + 2
    return result
  }

  @usableFromInline func packed(_ count: Int) -> PackedASCII {
    let body = place + 1
    let high = firstBytes(body, count, end)
    let low = count > 8 ? firstBytes(body + 8, count - 8, end) : 0
    return PackedASCII(high: high.byteSwapped, low: low.byteSwapped, count: count)
  }

  /// The number of bytes of the next string, which stands right at `place`, if it is short, plain and ASCII.
  @usableFromInline mutating func shortASCIICount() throws(JSONError) -> Int? {
    skipSpace()
    guard place < end, place.pointee == 0x22 else { throw mismatch(.string) }
    let body = place + 1
    if end - body >= 16 {
      let low = word(at: body)
      let lowStops = stringStops(low) | highBytes(low)
      if lowStops != 0 {
        let count = lowStops.trailingZeroBitCount >> 3
        return body[count] == 0x22 ? count : nil
      }
      let high = word(at: body + 8)
      let highStops = stringStops(high) | highBytes(high)
      guard highStops != 0 else { return nil }
      let count = 8 + highStops.trailingZeroBitCount >> 3
      return body[count] == 0x22 ? count : nil
    }
    var count = 0
    while count < 16, body + count < end {
      let byte = body[count]
      if byte == 0x22 { return count }
      if isStringStop(byte) || byte >= 0x80 { return nil }
      count += 1
    }
    return nil
  }

  /// Checks and passes the string whose opening quote stands at `place`.
  @inline(__always) mutating func stringText() throws(JSONError) -> StringText {
    token = place
    let body = place + 1
    var nonASCII = false
    let stop = stringStop(body, end, nonASCII: &nonASCII)
    if stop < end, stop.pointee == 0x22, !nonASCII {
      place = stop + 1
      return StringText(start: body, count: stop - body, hasEscapes: false)
    }
    return try unusualText(body, stop, nonASCII)
  }

  @inline(never) private mutating func unusualText(
    _ body: Bytes, _ firstStop: Bytes, _ nonASCIIBefore: Bool
  ) throws(JSONError) -> StringText {
    var nonASCII = nonASCIIBefore
    var hasEscapes = false
    var stop = firstStop
    while true {
      guard stop < end else { throw unexpected(at: end) }
      if stop.pointee == 0x22 { break }
      guard stop.pointee == 0x5C else { throw error(.controlCharacter, at: stop - start) }
      hasEscapes = true
      stop = stringStop(try afterEscape(stop), end, nonASCII: &nonASCII)
    }
    if nonASCII, let invalid = firstInvalidUTF8(body, stop) { throw error(.invalidUTF8, at: invalid - start) }
    place = stop + 1
    return StringText(start: body, count: stop - body, hasEscapes: hasEscapes)
  }

  /// Checks the escape whose backslash stands at `backslash`; a surrogate pair is one escape.
  private func afterEscape(_ backslash: Bytes) throws(JSONError) -> Bytes {
    guard backslash + 1 < end else { throw unexpected(at: end) }
    switch backslash[1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return backslash + 2
    case 0x75:
      guard let unit = hexUnit(backslash + 2, end) else { throw error(.badEscape, at: backslash - start) }
      guard unit & 0xF800 == 0xD800 else { return backslash + 6 }
      guard unit < 0xDC00, end - backslash >= 8, backslash[6] == 0x5C, backslash[7] == 0x75,
        let second = hexUnit(backslash + 8, end), second & 0xFC00 == 0xDC00
      else { throw error(.loneSurrogate, at: backslash - start) }
      return backslash + 12
    default: throw error(.badEscape, at: backslash - start)
    }
  }
}

/// The text a checked string stands for, byte by byte.
struct UnescapedBytes: Sequence, IteratorProtocol {
  private var place: Bytes
  private let end: Bytes
  /// UTF-8 still to give of the escape read last, lowest byte first.
  private var pending: UInt32 = 0

  init(_ text: StringText) {
    place = text.start
    end = text.start + text.count
  }

  mutating func next() -> UInt8? {
    if pending != 0 {
      let byte = UInt8(truncatingIfNeeded: pending)
      pending >>= 8
      return byte
    }
    guard place < end else { return nil }
    let byte = place.pointee
    place += 1
    guard byte == 0x5C, place < end else { return byte }
    let letter = place.pointee
    place += 1
    switch letter {
    case 0x62: return 0x08
    case 0x66: return 0x0C
    case 0x6E: return 0x0A
    case 0x72: return 0x0D
    case 0x74: return 0x09
    case 0x75: return firstByteOfUnicodeEscape()
    default: return letter
    }
  }

  private mutating func firstByteOfUnicodeEscape() -> UInt8? {
    guard let unit = hexUnit(place, end) else { return nil }
    place += 4
    var code = UInt32(unit)
    if unit & 0xFC00 == 0xD800, end - place >= 6, let second = hexUnit(place + 2, end) {
      place += 6
      code = 0x10000 + (code & 0x3FF) << 10 + UInt32(second & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) else { return nil }
    var first: UInt8?
    var shift: UInt32 = 0
    for byte in encoded {
      if first == nil {
        first = byte
      } else {
        pending |= UInt32(byte) << shift
        shift += 8
      }
    }
    return first
  }
}

/// The UTF-16 unit that four hexadecimal digits spell.
private func hexUnit(_ place: Bytes, _ end: Bytes) -> UInt16? {
  guard end - place >= 4 else { return nil }
  var unit: UInt16 = 0
  for index in 0..<4 {
    let byte = place[index]
    let digit: UInt8
    switch byte {
    case 0x30...0x39: digit = byte - 0x30
    case 0x41...0x46: digit = byte - 0x41 + 10
    case 0x61...0x66: digit = byte - 0x61 + 10
    default: return nil
    }
    unit = unit << 4 | UInt16(digit)
  }
  return unit
}

/// At most fifteen ASCII bytes as two numbers, the first byte foremost and zeros behind the last.
@frozen public struct PackedASCII: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64
  public let count: Int

  @usableFromInline init(high: UInt64, low: UInt64, count: Int) {
    self.high = high
    self.low = low
    self.count = count
  }
}
