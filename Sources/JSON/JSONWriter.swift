/// Writes one JSON text in canonical form, so that the same values are always the same bytes.
///
/// Two spaces a level, one member a line, arrays either one element a line or all on one line, a newline at the end.
/// Escaped are the quote, the backslash, and whatever could do harm where the text is shown: control characters, line
/// and paragraph separator, U+FEFF, bidirectional embeddings, overrides and isolates. All else is raw UTF-8.
/// The caller sees to it that brackets match and that every value in an object follows a key.
public struct JSONWriter {
  /// Filled up to `count`; the rest is room.
  var storage: [UInt8]
  var count = 0
  private var depth = 0
  /// How many arrays and objects are open on one line.
  private var inlineDepth = 0
  private var position = Position.value

  /// Where the next thing stands, which decides what must come before it.
  private enum Position { case value, first, next }

  /// - Parameter reserving: bytes to make room for.
  public init(reserving: Int = 0) {
    storage = [UInt8](repeating: 0, count: max(0, reserving))
  }

  /// What has been written so far.
  public var bytes: [UInt8] { Array(storage[..<count]) }

  /// Ends the text with a newline and gives it; the writer is empty afterwards.
  public mutating func finish() -> [UInt8] {
    put(0x0A)
    var result = storage
    storage = []
    result.removeLast(result.count - count)
    self = JSONWriter()
    return result
  }

  public mutating func beginObject() { begin(0x7B, inline: false) }
  public mutating func endObject() { end(0x7D) }
  /// An array with one element a line; within an inline array it is inline too.
  public mutating func beginArray() { begin(0x5B, inline: false) }
  public mutating func endArray() { end(0x5D) }
  /// An array on one line, with everything in it.
  public mutating func beginInlineArray() { begin(0x5B, inline: true) }
  public mutating func endInlineArray() { end(0x5D) }

  public mutating func key(_ key: String) {
    separate()
    quote(key)
    colon()
  }

  /// A key known when the program was built; it is written as it stands, so it holds nothing that needs an escape.
  public mutating func key(literal name: StaticString) {
    separate()
    name.withUTF8Buffer { name in
      let target = room(name.count + 4)
      storage.withUnsafeMutableBufferPointer { storage in
        storage[target] = 0x22
        copy(name, to: storage, at: target + 1)
        storage[target + 1 + name.count] = 0x22
      }
      count += name.count + 2
    }
    colon()
  }

  public mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  public mutating func integer(_ value: Int) {
    separate()
    let target = room(20)
    count += storage.withUnsafeMutableBufferPointer { storage in
      spell(value, in: storage, at: target)
    }
  }

  /// A number in its exact spelling. A text that is no JSON number is written as a string, so that the result stays valid.
  public mutating func number(_ spelling: String) {
    separate()
    var text = spelling
    let isNumber = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress, bytes.count > 0 else { return false }
      return endOfNumber(start, start + bytes.count) == start + bytes.count
    }
    if isNumber { text.withUTF8 { put($0) } } else { quote(spelling) }
  }

  public mutating func bool(_ value: Bool) {
    separate()
    put(value ? "true" : "false")
  }

  public mutating func null() {
    separate()
    put("null")
  }

  /// A whole value; arrays of scalars on one line, other arrays one element a line.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let spelling): number(spelling)
    case .string(let text): string(text)
    case .array(let elements):
      begin(0x5B, inline: elements.allSatisfy(\.isScalar))
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  // MARK: Layout

  private mutating func begin(_ bracket: UInt8, inline: Bool) {
    separate()
    put(bracket)
    depth += 1
    if inline || inlineDepth > 0 { inlineDepth += 1 }
    position = .first
  }

  private mutating func end(_ bracket: UInt8) {
    depth = max(0, depth - 1)
    if inlineDepth > 0 {
      inlineDepth -= 1
    } else if position == .next {
      newLine()
    }
    put(bracket)
    position = .next
  }

  /// What stands between the thing before and the next one.
  @inline(__always) private mutating func separate() {
    let before = position
    position = .next
    switch before {
    case .value: break
    case .first: if inlineDepth == 0 { newLine() }
    case .next:
      guard depth > 0 else { return }
      put(0x2C)
      if inlineDepth > 0 { put(0x20) } else { newLine() }
    }
  }

  @inline(__always) private mutating func colon() {
    put(0x3A)
    put(0x20)
    position = .value
  }

  private mutating func newLine() {
    let width = 2 * depth
    let target = room(1 + width)
    storage.withUnsafeMutableBufferPointer { storage in
      storage[target] = 0x0A
      for index in 0..<width { storage[target + 1 + index] = 0x20 }
    }
    count += 1 + width
  }
}
