/// Any JSON, exact: numbers keep their spelling, objects keep the order of their keys.
///
/// Equality is exact too: texts are equal when their scalars are, so that é as one scalar and é as two differ.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// As spelled in the text, like `1.50` or `1e400`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// One member of an object.
public struct JSONMember: Sendable {
  public var key: String
  public var value: JSONValue

  public init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// Reads one JSON text, at most 128 levels deep, without duplicate keys.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    self = try JSONReader.read(bytes) { reader throws(JSONError) in try reader.value() }
  }

  /// The canonical text, with a newline at the end.
  public func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.finish()
  }

  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  public var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Whether this is neither array nor object.
  public var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// The member of that name (the first, if the value was built with several); nil when there is none or this is no
  /// object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.isExactly(key) }?.value
  }

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
  public var object: [JSONMember]? { if case .object(let members) = self { members } else { nil } }
  /// The exact spelling of a number.
  public var number: String? { if case .number(let spelling) = self { spelling } else { nil } }
  /// A number spelled as a whole one that fits.
  public var int: Int? { if case .number(let spelling) = self { Int(spelling) } else { nil } }
}

extension JSONValue: Hashable {
  public static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a.isExactly(b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch self {
    case .null: break
    case .bool(let value): hasher.combine(value)
    case .number(let text), .string(let text): text.hashExactly(into: &hasher)
    case .array(let elements): hasher.combine(elements)
    case .object(let members): hasher.combine(members)
    }
  }
}

extension JSONMember: Hashable {
  public static func == (a: JSONMember, b: JSONMember) -> Bool {
    a.key.isExactly(b.key) && a.value == b.value
  }

  public func hash(into hasher: inout Hasher) {
    key.hashExactly(into: &hasher)
    hasher.combine(value)
  }
}

extension String {
  /// Same bytes; `==` takes canonically equal texts for the same.
  func isExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  func hashExactly(into hasher: inout Hasher) {
    var text = self
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}
