/// The six kinds of JSON values.
public enum JSONKind: String, Sendable, Hashable {
  case null, bool, number, string, array, object
}

/// What is wrong with a JSON text, and where.
///
/// `JSONReader.read` fills in line, column and path; before that they are 0, 0 and "".
public struct JSONError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// A byte that cannot stand here; nil where the text ends too early.
    case unexpected(found: UInt8?)
    /// A value of another kind than the one asked for.
    case expected(JSONKind, found: JSONKind)
    /// Bytes in a string that are not UTF-8.
    case invalidUTF8
    /// A `\u` escape that is one half of a surrogate pair without the other.
    case loneSurrogate
    /// A raw control character (below U+0020) in a string.
    case controlCharacter
    /// A backslash followed by something JSON does not know.
    case badEscape
    /// Not spelled as JSON spells numbers, or not whole where a whole one was asked for.
    case badNumber
    /// Objects and arrays nested deeper than allowed.
    case tooDeep
    /// Something other than white space after the end.
    case trailing
    /// The second member of that name in one object.
    case duplicateKey(String)
    /// More than the layer above accepts; the reader itself has no bound on size.
    case tooLarge
    /// A whole number that a 64-bit integer cannot hold.
    case integerOutOfRange
    /// Well-formed, but refused by the layer above, which says why by a message key or a text.
    case invalidValue(String)
  }

  public var reason: Reason
  /// In bytes from the beginning of the text.
  public var offset: Int
  /// From 1; lines end with a line feed.
  public var line: Int
  /// From 1, in Unicode scalars; a byte order mark does not count.
  public var column: Int
  /// The value concerned, like `stakeholders[3].name`; "" at the root. Safe to show in a terminal.
  public var path: String

  public init(_ reason: Reason, offset: Int, line: Int = 0, column: Int = 0, path: String = "") {
    self.reason = reason
    self.offset = offset
    self.line = line
    self.column = column
    self.path = path
  }
}

extension JSONError: CustomStringConvertible {
  /// One line for logs and tests; what people read is made by the layer that speaks their language.
  public var description: String {
    let place = line > 0 ? "line \(line), column \(column)" : "byte \(offset)"
    return path.isEmpty ? "\(place): \(reason)" : "\(place), \(path): \(reason)"
  }
}

extension JSONError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unexpected(found: nil): "the text ends too early"
    case .unexpected(found: let byte?):
      byte > 0x20 && byte < 0x7F
        ? "unexpected \(Character(Unicode.Scalar(byte)))" : "unexpected byte 0x\(String(byte, radix: 16))"
    case .expected(let kind, let found): "expected \(kind), found \(found)"
    case .invalidUTF8: "not valid UTF-8"
    case .loneSurrogate: "half a surrogate pair"
    case .controlCharacter: "raw control character in a string"
    case .badEscape: "unknown escape"
    case .badNumber: "not a number of the kind wanted"
    case .tooDeep: "nested too deep"
    case .trailing: "something follows the end"
    case .duplicateKey(let key): "second member named \(JSONWriter.quoted(key))"
    case .tooLarge: "too large"
    case .integerOutOfRange: "whole number out of range"
    case .invalidValue(let message): "invalid value: \(JSONWriter.quoted(message))"
    }
  }
}
