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
      make: { Self(id: $0) }, slots: RecordSlots(fields.map { ($0.slot, $0.kind) }),
      referring: fields.indices.filter { fields[$0].kind.isReferring },
      referringItems: fields.indices.filter { index in
        if case .items = fields[index].kind { return fields[index].kind.isReferring }
        return false
      })
  }

  public func value(at index: Int) -> FieldValue {
    let slots = Self.description.slots
    return withUnsafePointer(to: self) { slots.value(UnsafeRawPointer($0), index) }
  }

  /// The stored values of all fields, in the order of the fields; one that changes in time is empty here.
  public var values: [FieldValue] {
    let slots = Self.description.slots
    return withUnsafePointer(to: self) { slots.values(UnsafeRawPointer($0)) }
  }

  /// Empty for a key that the record does not have.
  public func value(_ key: String) -> FieldValue { Self.fields.first { $0.key == key }?.get(self) ?? .empty }

  /// The record with one field set; nil if there is no such field or the value is of another kind.
  public func setting(_ key: String, to value: FieldValue) -> Self? {
    guard let field = Self.fields.first(where: { $0.key == key }) else { return nil }
    var copy = self
    return field.set(&copy, value) ? copy : nil
  }
}

extension Record {
  /// Reads one object. `id` must be there; a key that stands twice is an error at the second.
  public init(from reader: inout JSONReader) throws(JSONError) { try self.init(from: &reader, Self.description.slots) }

  init(from reader: inout JSONReader, _ slots: RecordSlots) throws(JSONError) {
    var record = Self(id: .session)
    _ = try withUnsafeMutablePointer(to: &record) { record throws(JSONError) in try slots.read(at: record, &reader) }
    self = record
  }

  /// Writes the object: id, the fields in their order, then what this version does not know.
  public func write(to writer: inout JSONWriter) { write(to: &writer, Self.description.slots) }

  func write(to writer: inout JSONWriter, _ slots: RecordSlots) {
    writer.beginObject()
    writer.key(literal: "id")
    id.write(to: &writer)
    withUnsafePointer(to: self) { slots.write(UnsafeRawPointer($0), to: &writer) }
    for member in extra {
      writer.key(member.key)
      writer.value(member.value)
    }
    writer.endObject()
  }
}

extension RecordSlots {
  /// Reads one object into a record that is new, and returns its id.
  @inline(__always)
  func read<R: Record>(at record: UnsafeMutablePointer<R>, _ reader: inout JSONReader) throws(JSONError) -> EntityID {
    var extra = ExtraMembers()
    let id = try read(into: UnsafeMutableRawPointer(record), &reader, &extra)
    record.pointee.id = id
    if !extra.members.isEmpty { record.pointee.extra = extra.members }
    return id
  }
}

/// An item: a record inside a list inside an entity.
public protocol ItemRecord: Record, StorableMany {}

extension ItemRecord {
  public static var manyKind: FieldKind { .items(Self.description) }
  public static func readMany(from reader: inout JSONReader) throws(JSONError) -> [Self] {
    let slots = description.slots
    var items: [Self] = []
    // Only long lists are worth a set.
    var ids: Set<EntityID> = []
    try reader.beginArray()
    while try reader.nextElement() {
      let start = reader.offset
      let item = try Self(from: &reader, slots)
      let isKnown: Bool
      if items.count < 16 {
        isKnown = items.contains { $0.id == item.id }
      } else {
        if ids.isEmpty { for item in items { ids.insert(item.id) } }
        isKnown = !ids.insert(item.id).inserted
      }
      guard !isKnown else { throw reader.error(.invalidValue("duplicate-id " + item.id.text), at: start) }
      items.append(item)
    }
    return items
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

  // What is done with all entities of a kind at once. Asked of the type, so that there is code of its own for every kind, several times as
  // fast as one that serves all.
  static func readAll(from reader: inout JSONReader, ids: inout [EntityID], aside: SideWork?) throws(JSONError) -> EntityCollection<Self>
  static func writeAll(_ all: EntityCollection<Self>, to writer: inout JSONWriter, aside: SideWork?)
  static func forEach(in all: EntityCollection<Self>, _ body: (Self) -> Void)
  static func forEachValue(in all: EntityCollection<Self>, at index: Int, _ body: (EntityID, FieldValue) -> Void)
  static func forEachReferencedID(in all: EntityCollection<Self>, _ body: (_ source: EntityID, _ id: EntityID) -> Void)
  static func dangling(_ all: EntityCollection<Self>, unless exists: (ReferenceTarget, EntityID) -> Bool) -> [EntityID]
}

extension Entity {
  public static var recordName: String { kind.rawValue }
}
