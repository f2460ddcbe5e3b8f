extension JSONReader {
  /// A whole number without fraction or exponent.
  public mutating func integer() throws(JSONError) -> Int {
    skipSpace()
    guard place < end, isNumberStart(place.pointee) else { throw mismatch(.number) }
    token = place
    let isNegative = place.pointee == 0x2D
    let digits = isNegative ? place + 1 : place
    var next = digits
    var magnitude: UInt64 = 0
    var digit = next < end ? next.pointee &- 0x30 : 10
    // Nineteen digits always fit.
    while digit < 10, next - digits < 19 {
      magnitude = magnitude &* 10 &+ UInt64(digit)
      next += 1
      digit = next < end ? next.pointee &- 0x30 : 10
    }
    let count = next - digits
    guard count > 0, count == 1 || digits.pointee != 0x30 else { throw error(.badNumber) }
    if next < end {
      switch next.pointee {
      case 0x2E, 0x45, 0x65: throw error(.badNumber)
      case 0x30...0x39:
        let stop = try numberEnd()
        throw error(isWhole(token, stop) ? .integerOutOfRange : .badNumber)
      default: break
      }
    }
    guard let value = isNegative ? Int(negating: magnitude) : Int(exactly: magnitude) else {
      throw error(.integerOutOfRange)
    }
    place = next
    return value
  }

  /// The exact spelling of a number.
  public mutating func number() throws(JSONError) -> String {
    let stop = try numberEnd()
    return String(decoding: UnsafeBufferPointer(start: token, count: stop - token), as: UTF8.self)
  }

  /// Checks and passes a number, and says where it ends.
  mutating func numberEnd() throws(JSONError) -> Bytes {
    skipSpace()
    guard place < end, isNumberStart(place.pointee) else { throw mismatch(.number) }
    token = place
    guard let stop = endOfNumber(place, end) else { throw error(.badNumber) }
    place = stop
    return stop
  }
}

/// Where the number ends that begins at `start`; nil when it is not spelled as JSON spells numbers.
func endOfNumber(_ start: Bytes, _ end: Bytes) -> Bytes? {
  var place = start
  if place < end, place.pointee == 0x2D { place += 1 }
  let whole = place
  place = afterDigits(place, end)
  guard place > whole, place - whole == 1 || whole.pointee != 0x30 else { return nil }
  if place < end, place.pointee == 0x2E {
    let fraction = place + 1
    place = afterDigits(fraction, end)
    guard place > fraction else { return nil }
  }
  if place < end, place.pointee | 0x20 == 0x65 {
    place += 1
    if place < end, place.pointee == 0x2B || place.pointee == 0x2D { place += 1 }
    let exponent = place
    place = afterDigits(place, end)
    guard place > exponent else { return nil }
  }
  return place
}

private func afterDigits(_ place: Bytes, _ end: Bytes) -> Bytes {
  var place = place
  while place < end, place.pointee &- 0x30 < 10 { place += 1 }
  return place
}

@inline(__always) private func isNumberStart(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte == 0x2D }

private func isWhole(_ place: Bytes, _ end: Bytes) -> Bool {
  afterDigits(place.pointee == 0x2D ? place + 1 : place, end) == end
}

extension Int {
  fileprivate init?(negating magnitude: UInt64) {
    guard magnitude <= Int.min.magnitude else { return nil }
    self = Int(truncatingIfNeeded: 0 &- magnitude)
  }
}
