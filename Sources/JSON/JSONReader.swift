/// A pull reader over the bytes of one JSON text. It allocates nothing but the strings asked for.
///
/// The caller asks for what it expects; the reader checks commas, colons, UTF-8, escapes and depth, and answers
/// anything else by an error with its place. Any bytes are safe to read. A reader, and a key it gives, must not outlive
/// the closure that got the reader; within it a copy of the reader may look ahead.
@frozen public struct JSONReader {
  @usableFromInline let start: Bytes
  @usableFromInline let end: Bytes
  @usableFromInline var place: Bytes
  /// Where the last token began, to which errors of the layer above refer.
  @usableFromInline var token: Bytes
  /// Right after an opening bracket, where no comma may stand. One flag is enough: closing a bracket ends a value.
  @usableFromInline var isFresh = false
  @usableFromInline var depth = 0
  @usableFromInline let maximumDepth: Int

  /// Deeper nesting could exhaust the stack of a thread when values are built or skipped.
  public static let greatestDepth = 512

  init(start: Bytes, end: Bytes, maximumDepth: Int) {
    self.start = start
    self.end = end
    self.maximumDepth = min(maximumDepth, Self.greatestDepth)
    let hasMark = end - start >= 3 && start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF
    place = hasMark ? start + 3 : start
    token = place
  }

  /// Runs `body` over `bytes`; only white space may follow what it reads. A leading byte order mark is passed over.
  ///
  /// - Parameter maximumDepth: of nested objects and arrays; at most `greatestDepth`.
  /// - Throws: the error of `body` or of the reader, with line, column and path filled in.
  public static func read<T>(
    _ bytes: [UInt8], maximumDepth: Int = 128, _ body: (inout JSONReader) throws(JSONError) -> T
  ) throws(JSONError) -> T {
    let result = bytes.isEmpty
      // An empty array may have no address; a space reads the same.
      ? ([0x20] as [UInt8]).withUnsafeBufferPointer { attempt($0, maximumDepth, body) }
      : bytes.withUnsafeBufferPointer { attempt($0, maximumDepth, body) }
    do {
      return try result.get()
    } catch {
      throw error.line > 0 ? error : error.placed(in: bytes)
    }
  }

  private static func attempt<T>(
    _ buffer: UnsafeBufferPointer<UInt8>, _ maximumDepth: Int, _ body: (inout JSONReader) throws(JSONError) -> T
  ) -> Result<T, JSONError> {
    guard let start = buffer.baseAddress else { return .failure(JSONError(.unexpected(found: nil), offset: 0)) }
    var reader = JSONReader(start: start, end: start + buffer.count, maximumDepth: maximumDepth)
    do throws(JSONError) {
      let result = try body(&reader)
      reader.skipSpace()
      guard reader.place == reader.end else { throw reader.error(.trailing, at: reader.offset) }
      return .success(result)
    } catch {
      return .failure(error)
    }
  }

  /// Of the next byte that is not white space.
  public var offset: Int { afterSpace(place, end) - start }

  /// An error at `offset`, or else at the beginning of the token read last: a scalar, a key, a bracket.
  public func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
    JSONError(reason, offset: offset ?? token - start)
  }

  /// The kind of the next value, which is not consumed. Only its first byte has been looked at.
  public mutating func kind() throws(JSONError) -> JSONKind {
    skipSpace()
    guard place < end else { throw unexpected(at: place) }
    switch place.pointee {
    case 0x22: return .string
    case 0x7B: return .object
    case 0x5B: return .array
    case 0x2D, 0x30...0x39: return .number
    case 0x74, 0x66: return .bool
    case 0x6E: return .null
    default: throw unexpected(at: place)
    }
  }

  public mutating func beginObject() throws(JSONError) { try begin(0x7B, .object) }

  public mutating func beginArray() throws(JSONError) { try begin(0x5B, .array) }

  /// The next key of the object begun last, whose value must be read or skipped next; nil at the closing brace,
  /// which is consumed.
  public mutating func nextKey() throws(JSONError) -> JSONKey? {
    guard try advance(closing: 0x7D) else { return nil }
    guard place < end, place.pointee == 0x22 else { throw unexpected(at: place) }
    let text = try stringText()
    skipSpace()
    guard place < end, place.pointee == 0x3A else { throw unexpected(at: place) }
    place += 1
    return JSONKey(text: text, offset: token - start, end: end)
  }

  /// Whether the array begun last has a further element, which must be read or skipped next; false at the closing
  /// bracket, which is consumed.
  public mutating func nextElement() throws(JSONError) -> Bool { try advance(closing: 0x5D) }

  public mutating func bool() throws(JSONError) -> Bool {
    skipSpace()
    guard place < end, place.pointee == 0x74 || place.pointee == 0x66 else { throw mismatch(.bool) }
    let isTrue = place.pointee == 0x74
    try literal(isTrue ? "true" : "false")
    return isTrue
  }

  public mutating func null() throws(JSONError) {
    skipSpace()
    guard place < end, place.pointee == 0x6E else { throw mismatch(.null) }
    try literal("null")
  }

  /// Passes over the next value, checking it as strictly as reading would, but for duplicate keys.
  public mutating func skip() throws(JSONError) {
    switch try kind() {
    case .null: try null()
    case .bool: _ = try bool()
    case .number: _ = try numberEnd()
    case .string: _ = try stringText()
    case .array:
      try beginArray()
      while try nextElement() { try skip() }
    case .object:
      try beginObject()
      while try nextKey() != nil { try skip() }
    }
  }

  // MARK: Steps

  @inline(__always) mutating func skipSpace() { place = afterSpace(place, end) }

  @inline(__always) private mutating func begin(_ bracket: UInt8, _ kind: JSONKind) throws(JSONError) {
    skipSpace()
    guard place < end, place.pointee == bracket else { throw mismatch(kind) }
    token = place
    guard depth < maximumDepth else { throw error(.tooDeep) }
    depth += 1
    place += 1
    isFresh = true
  }

  /// Passes a comma or the closing bracket; whether something is to follow.
  @inline(__always) private mutating func advance(closing bracket: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    guard place < end else { throw unexpected(at: place) }
    let byte = place.pointee
    if byte == bracket {
      token = place
      place += 1
      depth -= 1
      isFresh = false
      return false
    }
    if isFresh {
      isFresh = false
      return true
    }
    guard byte == 0x2C else { throw unexpected(at: place) }
    place += 1
    skipSpace()
    guard place < end, place.pointee != bracket else { throw unexpected(at: place) }
    return true
  }

  private mutating func literal(_ spelling: StaticString) throws(JSONError) {
    token = place
    for index in 0..<spelling.utf8CodeUnitCount {
      // A misspelled word is wrong from its beginning.
      guard place < end, place.pointee == spelling.utf8Start[index] else {
        throw unexpected(at: place < end ? token : end)
      }
      place += 1
    }
  }

  @inline(never) func unexpected(at place: Bytes) -> JSONError {
    JSONError(.unexpected(found: place < end ? place.pointee : nil), offset: place - start)
  }

  /// The error for a value of another kind than wanted, or for no value at all.
  @usableFromInline @inline(never) mutating func mismatch(_ wanted: JSONKind) -> JSONError {
    do throws(JSONError) {
      let found = try kind()
      return JSONError(.expected(wanted, found: found), offset: place - start)
    } catch {
      return error
    }
  }
}
