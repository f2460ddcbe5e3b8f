/// Writes one JSON text in canonical form, so that the same values are always the same bytes.
///
/// Two spaces a level, one member a line, arrays either one element a line or all on one line, a newline at the end.
/// Escaped are the quote, the backslash, and whatever could do harm where the text is shown: control characters, line
/// and paragraph separator, U+FEFF, bidirectional embeddings, overrides and isolates. All else is raw UTF-8.
/// The caller sees to it that brackets match and that every value in an object follows a key.
public struct JSONWriter: Sendable {
  /// Filled up to `count`; the rest is room.
  var storage: [UInt8]
  var count = 0
  private var depth = 0
  /// How many arrays and objects are open on one line.
  private var inlineDepth = 0
  private var position = Position.value

  /// Where the next thing stands, which decides what must come before it.
  private enum Position: Sendable { case value, first, next }

  /// - Parameter reserving: bytes to make room for.
  public init(reserving: Int = 0) {
    storage = [UInt8](repeating: 0, count: max(0, reserving))
  }

  /// What has been written so far.
  public var bytes: [UInt8] { Array(storage[..<count]) }

  /// A writer of what stands further on in the same array, behind at least one element, to be appended when this one has come there.
  public func following() -> JSONWriter {
    var following = JSONWriter()
    (following.depth, following.inlineDepth, following.position) = (depth, inlineDepth, .next)
    return following
  }

  /// Puts what another writer, that was `following`, has written behind what this one has.
  public mutating func append(_ other: JSONWriter) {
    other.storage.withUnsafeBufferPointer { put(UnsafeBufferPointer(rebasing: $0[..<other.count]), after: Lead()) }
    position = other.position
  }

  /// Ends the text with a newline and gives it; the writer is empty afterwards.
  public mutating func finish() -> [UInt8] {
    put(0x0A, after: Lead())
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
    quote(key, after: nextLead())
    colon()
  }

  /// A key known when the program was built; it is written as it stands, so it must hold nothing that needs an escape.
  public mutating func key(literal name: StaticString) {
    let lead = nextLead()
    name.withUTF8Buffer { name in
      fill(lead.room + name.count + 4) { target in
        var target = lead.put(to: target)
        target[0] = 0x22
        if let source = name.baseAddress { (target + 1).update(from: source, count: name.count) }
        target += name.count + 1
        target[0] = 0x22
        target[1] = 0x3A
        target[2] = 0x20
        return target + 3
      }
    }
    position = .value
  }

  /// The same for a key that was made ready.
  @inlinable public mutating func key(_ pattern: JSONKeyPattern) { put(key: pattern) }

  @usableFromInline mutating func put(key pattern: JSONKeyPattern) {
    let lead = nextLead()
    fill(lead.room + pattern.count + 12) { target in
      var target = lead.put(to: target)
      target[0] = 0x22
      target += 1
      UnsafeMutableRawPointer(target).storeBytes(of: pattern.head.littleEndian, as: UInt64.self)
      if pattern.count > 8 {
        pattern.name.withUTF8Buffer { name in for index in 8..<name.count { target[index] = name[index] } }
      }
      target += pattern.count
      target[0] = 0x22
      target[1] = 0x3A
      target[2] = 0x20
      return target + 3
    }
    position = .value
  }

  /// A string of at most so many bytes that `body` spells right in their place, of which it gives the number: printable ASCII that holds
  /// no quote and no backslash.
  public mutating func plain(atMost size: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    let lead = nextLead()
    fill(lead.room + size + 2) { target in
      let target = lead.put(to: target)
      target.pointee = 0x22
      let count = min(size, body(target + 1))
      target[count + 1] = 0x22
      return target + count + 2
    }
  }

  public mutating func string(_ text: String) { quote(text, after: nextLead()) }

  /// A string of bytes of printable ASCII that hold no quote and no backslash.
  public mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return string("") }
    let lead = nextLead()
    fill(lead.room + bytes.count + 2) { target in
      let target = lead.put(to: target)
      target.pointee = 0x22
      (target + 1).update(from: source, count: bytes.count)
      target[bytes.count + 1] = 0x22
      return target + bytes.count + 2
    }
  }

  public mutating func integer(_ value: Int) {
    let lead = nextLead()
    fill(lead.room + 20) { target in
      let start = lead.put(to: target)
      return start + spell(value, at: start)
    }
  }

  /// A number in its exact spelling. A text that is no JSON number is written as a string, so that the result stays
  /// valid.
  public mutating func number(_ spelling: String) {
    var text = spelling
    let isNumber = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress, bytes.count > 0 else { return false }
      return endOfNumber(start, start + bytes.count) == start + bytes.count
    }
    let lead = nextLead()
    if isNumber { text.withUTF8 { put($0, after: lead) } } else { quote(spelling, after: lead) }
  }

  public mutating func bool(_ value: Bool) { put(value ? "true" : "false") }

  public mutating func null() { put("null") }

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

  private mutating func put(_ word: StaticString) {
    let lead = nextLead()
    word.withUTF8Buffer { put($0, after: lead) }
  }

  private mutating func colon() {
    fill(2) { target in
      target[0] = 0x3A
      target[1] = 0x20
      return target + 2
    }
    position = .value
  }

  private mutating func begin(_ bracket: UInt8, inline: Bool) {
    put(bracket, after: nextLead())
    depth += 1
    if inline || inlineDepth > 0 { inlineDepth += 1 }
    position = .first
  }

  private mutating func end(_ bracket: UInt8) {
    depth = max(0, depth - 1)
    let isEmpty = position == .first
    if inlineDepth > 0 {
      inlineDepth -= 1
      put(bracket, after: Lead())
    } else {
      put(bracket, after: Lead(breaksLine: !isEmpty, width: 2 * depth))
    }
    position = .next
  }

  /// What stands between the thing before and the one that comes now.
  @inline(__always) private mutating func nextLead() -> Lead {
    let before = position
    position = .next
    guard depth > 0, before != .value else { return Lead() }
    let hasComma = before == .next
    return inlineDepth > 0
      ? Lead(hasComma: hasComma, hasSpace: hasComma)
      : Lead(hasComma: hasComma, breaksLine: true, width: 2 * depth)
  }
}

/// A comma, then a space or a new line with its indentation, each if wanted.
struct Lead {
  var hasComma = false
  var hasSpace = false
  var breaksLine = false
  /// Of the indentation.
  var width = 0

  /// Indentation is put eight bytes at a time, so it takes up to seven more for a moment.
  @inline(__always) var room: Int { width + 10 }

  @inline(__always) func put(to start: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    var target = start
    if hasComma {
      target.pointee = 0x2C
      target += 1
    }
    if hasSpace {
      target.pointee = 0x20
      target += 1
    }
    if breaksLine {
      target.pointee = 0x0A
      target += 1
      var done = 0
      while done < width {
        UnsafeMutableRawPointer(target + done).storeBytes(of: 0x2020_2020_2020_2020, as: UInt64.self)
        done += 8
      }
      target += width
    }
    return target
  }
}
