// Scanning eight bytes at a time: a word has the top bit of each byte set where something stands that a scan looks for.
// A borrow can set a bit above a true one, never below, so the lowest bit set is always right.

@usableFromInline typealias Bytes = UnsafePointer<UInt8>

@inline(__always) private func everyByte(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

@inline(__always) func word(at place: Bytes) -> UInt64 {
  UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
}

/// The first eight of so many bytes with the first one lowest, and zeros behind fewer. Reads up to `end` at most.
@inline(__always) func firstBytes(_ place: Bytes, _ count: Int, _ end: Bytes) -> UInt64 {
  guard end - place >= 8 else { return firstBytesNearEnd(place, count) }
  return count >= 8 ? word(at: place) : word(at: place) & ((1 << UInt64(8 * count)) &- 1)
}

@inline(never) private func firstBytesNearEnd(_ place: Bytes, _ count: Int) -> UInt64 {
  var head: UInt64 = 0
  for index in 0..<min(8, count) { head |= UInt64(place[index]) << UInt64(8 * index) }
  return head
}

@inline(__always) func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- everyByte(0x01)) & ~word & everyByte(0x80)
}

/// Quotes, backslashes and control characters below U+0020.
@inline(__always) func stringStops(_ word: UInt64) -> UInt64 {
  zeroBytes(word ^ everyByte(0x22)) | zeroBytes(word ^ everyByte(0x5C))
    | ((word &- everyByte(0x20)) & ~word & everyByte(0x80))
}

@inline(__always) func highBytes(_ word: UInt64) -> UInt64 { word & everyByte(0x80) }

@inline(__always) func deleteBytes(_ word: UInt64) -> UInt64 { zeroBytes(word ^ everyByte(0x7F)) }

@inline(__always) func isStringStop(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

/// The first byte that is not white space, or `end`.
@inline(__always) func afterSpace(_ place: Bytes, _ end: Bytes) -> Bytes {
  guard place < end, place.pointee <= 0x20 else { return place }
  if place.pointee == 0x20, end - place > 1, place[1] > 0x20 { return place + 1 }
  return afterSpaces(place, end)
}

@inline(never) func afterSpaces(_ place: Bytes, _ end: Bytes) -> Bytes {
  var place = place
  while place < end {
    let byte = place.pointee
    guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
    place += 1
    if end - place >= 8 {
      // What follows a line feed is mostly indentation.
      place += (word(at: place) ^ everyByte(0x20)).trailingZeroBitCount >> 3
    }
  }
  return place
}

/// The first quote, backslash or control character, or `end`; notes whether bytes outside ASCII were passed.
@inline(__always) func stringStop(_ place: Bytes, _ end: Bytes, nonASCII: inout Bool) -> Bytes {
  var place = place
  var high: UInt64 = 0
  while end - place >= 8 {
    let word = word(at: place)
    let stops = stringStops(word)
    if stops != 0 {
      high |= highBytes(word) & ((stops & (0 &- stops)) &- 1)
      if high != 0 { nonASCII = true }
      return place + (stops.trailingZeroBitCount >> 3)
    }
    high |= highBytes(word)
    place += 8
  }
  if high != 0 { nonASCII = true }
  while place < end, !isStringStop(place.pointee) {
    if place.pointee >= 0x80 { nonASCII = true }
    place += 1
  }
  return place
}

/// The start of the first sequence that is not UTF-8, or nil when all are.
func firstInvalidUTF8(_ start: Bytes, _ end: Bytes) -> Bytes? {
  var place = start
  while place < end {
    if end - place >= 8, highBytes(word(at: place)) == 0 {
      place += 8
      continue
    }
    let lead = place.pointee
    if lead < 0x80 {
      place += 1
      continue
    }
    let left = end - place
    switch lead {
    case 0xC2...0xDF:
      guard left >= 2, isContinuation(place[1]) else { return place }
      place += 2
    case 0xE0...0xEF:
      guard left >= 3, isContinuation(place[1]), isContinuation(place[2]),
        lead != 0xE0 || place[1] >= 0xA0, lead != 0xED || place[1] < 0xA0
      else { return place }
      place += 3
    case 0xF0...0xF4:
      guard left >= 4, isContinuation(place[1]), isContinuation(place[2]), isContinuation(place[3]),
        lead != 0xF0 || place[1] >= 0x90, lead != 0xF4 || place[1] < 0x90
      else { return place }
      place += 4
    default: return place
    }
  }
  return nil
}

@inline(__always) private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
