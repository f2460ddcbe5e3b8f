import JSON
import SessionModel

/// A table of one kind of entity: its name and bytes.
public struct CSVFile: Hashable, Sendable {
  /// `stakeholders.csv`
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension EntityKind {
  /// The name of its table, without the ending: that of its list in the session file.
  var tableName: String { collectionKey.description }

  /// The kind whose table has this file name, however it is written: with folders, in capitals, in the singular.
  init?(tableFile name: String) {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0).lowercased() } ?? ""
    let stem = last.hasSuffix(".csv") || last.hasSuffix(".tsv") || last.hasSuffix(".txt") ? String(last.dropLast(4)) : last
    guard let kind = EntityKind.allCases.first(where: { $0.tableName.lowercased() == stem || $0.rawValue.lowercased() == stem }) else { return nil }
    self = kind
  }
}

/// How one value stands in a cell.
enum CSVCell {
  /// What an import shows and reads: the notation with codes and ids, or compact JSON for a list of items.
  static func text(_ value: FieldValue, _ kind: FieldKind) -> String {
    if case .items(let items) = value { return json(items) }
    return kind.notation(value, .codes)
  }

  /// Whether the cell alone gives the value back.
  static func isExact(_ value: FieldValue, _ kind: FieldKind, cell: String) -> Bool {
    if case .items = value { return true }
    guard let read = try? kind.parse(cell, .codes) else { return false }
    return read == value
  }

  private static func json(_ items: [Item]) -> String {
    var writer = JSONWriter()
    writer.beginInlineArray()
    for item in items { item.record.write(to: &writer) }
    writer.endInlineArray()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value of a field of the record from JSON as the session file has it.
  static func value<R: Record>(_ key: String, json: JSONValue, as _: R.Type) throws(JSONError) -> FieldValue {
    try value(key, text: json.lineText, as: R.self)
  }

  static func value<R: Record>(_ key: String, text: String, as _: R.Type) throws(JSONError) -> FieldValue {
    // Parsed by itself first, so that a text cannot close the object it is put into.
    _ = try JSONReader.read(Array(text.utf8)) { reader throws(JSONError) in try reader.value() }
    var bytes = Array("{\"id\":\"session\",".utf8)
    bytes += Array("\"\(key)\":".utf8)
    bytes += Array(text.utf8)
    bytes.append(0x7D)
    let record = try JSONReader.read(bytes) { reader throws(JSONError) in try R(from: &reader) }
    return record.value(key)
  }
}
