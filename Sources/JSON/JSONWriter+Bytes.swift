extension JSONWriter {
  /// Makes room for `size` more bytes and gives the index of the first.
  @inline(__always) mutating func room(_ size: Int) -> Int {
    if storage.count - count < size { grow(size) }
    return count
  }

  @inline(never) private mutating func grow(_ size: Int) {
    let wanted = max(256, max(storage.count * 2, count + size))
    storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
  }

  @inline(__always) mutating func put(_ byte: UInt8) {
    let target = room(1)
    storage[target] = byte
    count += 1
  }

  mutating func put(_ text: StaticString) { text.withUTF8Buffer { put($0) } }

  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    let target = room(bytes.count)
    storage.withUnsafeMutableBufferPointer { copy(bytes, to: $0, at: target) }
    count += bytes.count
  }

  /// A text in quotes, escaped.
  mutating func quote(_ text: String) {
    var text = text
    put(0x22)
    text.withUTF8 { bytes in
      var rest = bytes[...]
      // Piece by piece, for a long text is not given room for the worst case at once.
      while !rest.isEmpty {
        var end = min(rest.startIndex + 4096, bytes.count)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        putEscaped(UnsafeBufferPointer(rebasing: rest[..<end]))
        rest = bytes[end...]
      }
    }
    put(0x22)
  }

  @inline(__always) private mutating func putEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    // No byte becomes more than six.
    let target = room(6 * bytes.count)
    count += storage.withUnsafeMutableBufferPointer { storage in
      guard let base = storage.baseAddress else { return 0 }
      return escape(bytes, to: base + target) - (base + target)
    }
  }

  /// A text in quotes and escaped, as it would stand in a document.
  static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.quote(text)
    return String(decoding: writer.storage[..<writer.count], as: UTF8.self)
  }
}

@inline(__always) func copy(
  _ bytes: UnsafeBufferPointer<UInt8>, to storage: UnsafeMutableBufferPointer<UInt8>, at index: Int
) {
  guard let source = bytes.baseAddress, let base = storage.baseAddress else { return }
  (base + index).update(from: source, count: bytes.count)
}

/// Spells a number from `index` on, in at most 20 bytes, and gives how many.
func spell(_ value: Int, in storage: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
  var magnitude = value.magnitude
  var digits = 1
  var power: UInt = 10
  while digits < 19, magnitude >= power {
    digits += 1
    power &*= 10
  }
  let length = value < 0 ? digits + 1 : digits
  if value < 0 { storage[index] = 0x2D }
  for place in stride(from: index + length - 1, through: index + length - digits, by: -1) {
    storage[place] = 0x30 + UInt8(truncatingIfNeeded: magnitude % 10)
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
