extension JSONWriter {
  /// Has `body` write at most `size` bytes at the pointer it gets, and give where it ended.
  @inline(__always) mutating func fill(
    _ size: Int, _ body: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  ) {
    if storage.count - count < size { grow(size) }
    let start = count
    count += storage.withUnsafeMutableBufferPointer { storage in
      guard let base = storage.baseAddress else { return 0 }
      return body(base + start) - (base + start)
    }
  }

  @inline(never) private mutating func grow(_ size: Int) {
    // A text of many megabytes should not ask for twice its room.
    let more = storage.count > 8 << 20 ? storage.count / 4 : storage.count
    let wanted = max(256, storage.count + max(more, size))
    storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
  }

  mutating func put(_ byte: UInt8, after lead: Lead) {
    fill(lead.room + 1) { target in
      let target = lead.put(to: target)
      target.pointee = byte
      return target + 1
    }
  }

  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, after lead: Lead) {
    guard let source = bytes.baseAddress else { return }
    fill(lead.room + bytes.count) { target in
      let target = lead.put(to: target)
      target.update(from: source, count: bytes.count)
      return target + bytes.count
    }
  }

  /// A text in quotes, escaped.
  mutating func quote(_ text: String, after lead: Lead) {
    var text = text
    text.withUTF8 { bytes in
      if bytes.count <= Self.longestPiece {
        // No byte becomes more than six.
        fill(lead.room + 6 * bytes.count + 2) { target in
          let target = lead.put(to: target)
          target.pointee = 0x22
          let end = escape(bytes, to: target + 1)
          end.pointee = 0x22
          return end + 1
        }
      } else {
        quoteLong(bytes, after: lead)
      }
    }
  }

  /// Room for the worst case is made for so many bytes at once.
  private static var longestPiece: Int { 4096 }

  private mutating func quoteLong(_ bytes: UnsafeBufferPointer<UInt8>, after lead: Lead) {
    put(0x22, after: lead)
    var rest = bytes[...]
    while !rest.isEmpty {
      var end = min(rest.startIndex + Self.longestPiece, bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      let piece = UnsafeBufferPointer(rebasing: rest[..<end])
      fill(6 * piece.count) { escape(piece, to: $0) }
      rest = bytes[end...]
    }
    put(0x22, after: Lead())
  }

  /// A text in quotes and escaped, as it would stand in a document.
  static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.quote(text, after: Lead())
    return String(decoding: writer.storage[..<writer.count], as: UTF8.self)
  }
}

/// Spells a number in at most 20 bytes, and gives how many.
func spell(_ value: Int, at start: UnsafeMutablePointer<UInt8>) -> Int {
  var magnitude = value.magnitude
  var digits = 1
  var power: UInt = 10
  while digits < 19, magnitude >= power {
    digits += 1
    power &*= 10
  }
  let length = value < 0 ? digits + 1 : digits
  if value < 0 { start.pointee = 0x2D }
  for index in 1...digits {
    start[length - index] = 0x30 + UInt8(truncatingIfNeeded: magnitude % 10)
    magnitude /= 10
  }
  return length
}

/// Copies `bytes` with escapes; there must be room for six times as many. Gives the end of what was written.
@inline(__always) private func escape(
  _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
) -> UnsafeMutablePointer<UInt8> {
  guard var place = bytes.baseAddress else { return target }
  var target = target
  let end = place + bytes.count
  while end - place >= 8 {
    let word = word(at: place)
    guard stringStops(word) | highBytes(word) | deleteBytes(word) == 0 else {
      let stop = place + 8
      while place < stop { escapeOne(&place, end, &target) }
      continue
    }
    UnsafeMutableRawPointer(target).storeBytes(of: word.littleEndian, as: UInt64.self)
    place += 8
    target += 8
  }
  while place < end { escapeOne(&place, end, &target) }
  return target
}

@inline(__always) private func escapeOne(
  _ place: inout Bytes, _ end: Bytes, _ target: inout UnsafeMutablePointer<UInt8>
) {
  let byte = place.pointee
  if !isStringStop(byte), byte != 0x7F, byte < 0xC2 || (byte != 0xC2 && byte != 0xE2 && byte != 0xEF) {
    target.pointee = byte
    target += 1
    place += 1
  } else {
    escapeUnusual(&place, end, &target)
  }
}

@inline(never) private func escapeUnusual(
  _ place: inout Bytes, _ end: Bytes, _ target: inout UnsafeMutablePointer<UInt8>
) {
  let byte = place.pointee
  switch byte {
  case 0x22: putShort(0x22, &target)
  case 0x5C: putShort(0x5C, &target)
  case 0x08: putShort(0x62, &target)
  case 0x09: putShort(0x74, &target)
  case 0x0A: putShort(0x6E, &target)
  case 0x0C: putShort(0x66, &target)
  case 0x0D: putShort(0x72, &target)
  case 0..<0x20, 0x7F: putUnicode(UInt16(byte), &target)
  case 0xC2 where end - place >= 2 && place[1] < 0xA0:
    putUnicode(UInt16(place[1]), &target)
    place += 1
  case 0xE2, 0xEF:
    guard end - place >= 3 else { fallthrough }
    let unit = UInt16(byte & 0x0F) << 12 | UInt16(place[1] & 0x3F) << 6 | UInt16(place[2] & 0x3F)
    switch unit {
    case 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      putUnicode(unit, &target)
    default:
      target[0] = byte
      target[1] = place[1]
      target[2] = place[2]
      target += 3
    }
    place += 2
  default:
    target.pointee = byte
    target += 1
  }
  place += 1
}

private func putShort(_ letter: UInt8, _ target: inout UnsafeMutablePointer<UInt8>) {
  target[0] = 0x5C
  target[1] = letter
  target += 2
}

private func putUnicode(_ unit: UInt16, _ target: inout UnsafeMutablePointer<UInt8>) {
  target[0] = 0x5C
  target[1] = 0x75
  for index in 0..<4 {
    let digit = UInt8(truncatingIfNeeded: unit >> (12 - 4 * index)) & 0x0F
    target[2 + index] = digit < 10 ? 0x30 + digit : 0x57 + digit
  }
  target += 6
}
