import JSON

extension Record {
  /// A stored field's value as the file has it; nil when it is empty or there is no such field.
  public func json(_ key: String) -> JSONValue? {
    guard let alone = Self(id: id).setting(key, to: value(key)) else { return nil }
    var writer = JSONWriter()
    alone.write(to: &writer)
    return (try? JSONValue(parsing: writer.finish()))?[key]
  }

  /// The record with one stored field set to what a file says of it; nil clears it. Nil if there is no such field, or the value is none of it.
  public func setting(_ key: String, toJSON json: JSONValue?) -> Self? {
    guard let json else { return setting(key, to: .empty) }
    var writer = JSONWriter()
    writer.value(.object([JSONMember(key: "id", value: .string(EntityID.session.text)), JSONMember(key: key, value: json)]))
    let read = try? JSONReader.read(writer.finish()) { reader throws(JSONError) in try Self(from: &reader) }
    guard let read, read.extra.isEmpty else { return nil }
    return setting(key, to: read.value(key))
  }
}

extension JSONValue {
  /// The value on one line.
  public var lineText: String {
    var writer = JSONWriter()
    writer.beginInlineArray()
    writer.value(self)
    writer.endInlineArray()
    // Within the brackets everything stands on one line.
    return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  /// Reads one line back; nil if it is no JSON.
  public init?(lineText: String) {
    guard let value = try? JSONValue(parsing: Array(lineText.utf8)) else { return nil }
    self = value
  }
}
