import JSON

/// Something with an id and described fields: an entity, or an item in a list inside one.
public protocol Record: Hashable, Sendable {
  /// As in the catalogue and the JSON Schema.
  static var recordName: String { get }
  static var fields: [Field<Self>] { get }
  /// The fields without the Swift type, in the same order.
  static var description: RecordDescription { get }
  init(id: EntityID)
  /// Set once, when the record is made or read.
  var id: EntityID { get set }
  /// Members of the file's object that this version does not know, in the order they stood in; written back as they came.
  var extra: [JSONMember] { get set }
}

extension Record {
  /// Derives the untyped description; each record keeps the result in its `description`.
  static func describe() -> RecordDescription {
    RecordDescription(
      name: recordName,
      fields: fields.enumerated().map { index, field in
        FieldDescription(
          record: recordName, key: field.key, kind: field.kind, isConfidential: field.isConfidential, isProminent: field.isProminent,
          group: field.group, aspect: field.aspect, isEssential: field.isEssential, index: index)
      },
      make: { Self(id: $0) })
  }

  public func value(at index: Int) -> FieldValue {
    let fields = Self.fields
    return fields.indices.contains(index) ? fields[index].get(self) : .empty
  }

  /// Empty for a key that the record does not have.
  public func value(_ key: String) -> FieldValue { Self.fields.first { $0.key == key }?.get(self) ?? .empty }

  /// The record with one field set; nil if there is no such field or the value is of another kind.
  public func setting(_ key: String, to value: FieldValue) -> Self? {
    guard let field = Self.fields.first(where: { $0.key == key }) else { return nil }
    var copy = self
    return field.set(&copy, value) ? copy : nil
  }

  /// The keys of the stored fields in which two records differ, `extra` aside.
  public func differingKeys(from other: Self) -> [String] {
    Self.fields.filter { $0.isStored && $0.get(self) != $0.get(other) }.map(\.key)
  }
}

extension Record {
  /// Reads one object. `id` must be there; a key that stands twice is an error at the second.
  public init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.offset
    var id: EntityID?
    var record = Self(id: .session)
    let fields = Self.fields
    var seen: [Bool] = Array(repeating: false, count: fields.count)
    var extra: [JSONMember] = []
    var next = 0
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key.matches("id") {
        guard id == nil else { throw reader.error(.duplicateKey("id"), at: key.offset) }
        id = try EntityID(from: &reader)
        continue
      }
      var match: Int?
      // Files are written in the order of the fields, so the next known key is nearly always at or shortly after the last.
      for step in 0..<fields.count {
        let index = next + step < fields.count ? next + step : next + step - fields.count
        if fields[index].isStored, key.matches(fields[index].literal) {
          match = index
          break
        }
      }
      if let match {
        guard !seen[match] else { throw reader.error(.duplicateKey(fields[match].key), at: key.offset) }
        seen[match] = true
        try fields[match].read(&record, &reader)
        next = match + 1 < fields.count ? match + 1 : 0
      } else {
        let name = key.string
        guard !extra.contains(where: { $0.key.utf8.elementsEqual(name.utf8) }) else {
          throw reader.error(.duplicateKey(name), at: key.offset)
        }
        extra.append(JSONMember(key: name, value: try reader.value()))
      }
    }
    guard let id else { throw reader.error(.invalidValue("missing-id"), at: start) }
    record.id = id
    record.extra = extra
    self = record
  }

  /// Writes the object: id, the fields in their order, then what this version does not know.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key(literal: "id")
    id.write(to: &writer)
    for field in Self.fields where field.isStored { field.write(self, &writer) }
    for member in extra {
      writer.key(member.key)
      writer.value(member.value)
    }
    writer.endObject()
  }
}

/// An item: a record inside a list inside an entity.
public protocol ItemRecord: Record, StorableMany {}

extension ItemRecord {
  public static var manyKind: FieldKind { .items(Self.description) }
  public static func readMany(from reader: inout JSONReader) throws(JSONError) -> [Self] {
    var ids: Set<EntityID> = []
    return try readList(from: &reader) { reader throws(JSONError) in
      let start = reader.offset
      let item = try Self(from: &reader)
      guard ids.insert(item.id).inserted else { throw reader.error(.invalidValue("duplicate-id " + item.id.text), at: start) }
      return item
    }
  }
  public static func writeMany(_ values: [Self], to writer: inout JSONWriter) {
    writer.beginArray()
    for value in values { value.write(to: &writer) }
    writer.endArray()
  }
  public static func erasedMany(_ values: [Self]) -> FieldValue { .items(values.map { Item($0) }) }
  public static func many(erased: FieldValue) -> [Self]? {
    guard case .items(let items) = erased else { return nil }
    let typed = items.compactMap { $0.record as? Self }
    return typed.count == items.count ? typed : nil
  }
}

/// One of the eleven kinds of thing that a session holds under an id of its own, or the session's profile.
public protocol Entity: Record {
  static var kind: EntityKind { get }
  /// Where the session keeps entities of this kind.
  static var collection: WritableKeyPath<Session, EntityCollection<Self>> & Sendable { get }
  var common: Common { get set }
  /// What lists and messages call it, when the entity itself can say; empty otherwise.
  var ownName: String { get }
}

extension Entity {
  public static var recordName: String { kind.rawValue }
}
