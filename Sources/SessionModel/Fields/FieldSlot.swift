import JSON

/// Reads and writes one stored field right where it lies in its record, since a key path would cost more than the value.
final class FieldSlot: Sendable {
  let key: StaticString
  /// Both take the address of a record of the field's owner.
  let read: @Sendable (UnsafeMutableRawPointer, inout JSONReader) throws(JSONError) -> Void
  /// Writes key and value, unless the value is absent.
  let write: @Sendable (UnsafeRawPointer, inout JSONWriter) -> Void
  /// The value without its Swift type.
  let erased: @Sendable (UnsafeRawPointer) -> FieldValue
  /// Puts a value in its place; false if it is of another kind, and nothing has changed then.
  let assign: @Sendable (UnsafeMutableRawPointer, FieldValue) -> Bool
  /// Where ids lie that point at something; nil for other fields.
  let references: References?

  enum References: Sendable {
    case one(offset: Int)
    case many(offset: Int)
  }

  /// - Parameter offset: where the value lies in the record; every field is a stored property, so there is one.
  @inline(__always)
  init?<Value: Storable>(_ key: StaticString, _: Value.Type, at offset: Int?) {
    guard let offset else { return nil }
    self.key = key
    read = { (record: UnsafeMutableRawPointer, reader: inout JSONReader) throws(JSONError) in
      (record + offset).assumingMemoryBound(to: Value.self).pointee = try Value(from: &reader)
    }
    write = Self.writing(key, Value.self, offset)
    erased = Self.erasing(Value.self, offset)
    assign = Self.assigning(Value.self, offset)
    references = Value.self == EntityID?.self ? .one(offset: offset) : Value.self == [EntityID].self ? .many(offset: offset) : nil
  }

  /// A choice, read by the bytes of its code.
  init?<Option: ChoiceOption>(choice key: StaticString, _: Option.Type, at offset: Int?) {
    guard let offset else { return nil }
    self.key = key
    let codes = OptionCodes<Option>()
    read = { (record: UnsafeMutableRawPointer, reader: inout JSONReader) throws(JSONError) in
      (record + offset).assumingMemoryBound(to: Choice<Option>?.self).pointee = try codes.read(&reader)
    }
    write = Self.writing(key, Choice<Option>?.self, offset)
    erased = Self.erasing(Choice<Option>?.self, offset)
    assign = Self.assigning(Choice<Option>?.self, offset)
    references = nil
  }

  /// Several choices, read in the same way.
  init?<Option: ChoiceOption>(choices key: StaticString, _: Option.Type, at offset: Int?) {
    guard let offset else { return nil }
    self.key = key
    let codes = OptionCodes<Option>()
    read = { (record: UnsafeMutableRawPointer, reader: inout JSONReader) throws(JSONError) in
      (record + offset).assumingMemoryBound(to: [Choice<Option>].self).pointee = try readList(from: &reader) { reader throws(JSONError) in
        try codes.read(&reader)
      }
    }
    write = Self.writing(key, [Choice<Option>].self, offset)
    erased = Self.erasing([Choice<Option>].self, offset)
    assign = Self.assigning([Choice<Option>].self, offset)
    references = nil
  }

  @inline(__always)
  private static func writing<Value: Storable>(
    _ key: StaticString, _: Value.Type, _ offset: Int
  ) -> @Sendable (UnsafeRawPointer, inout JSONWriter) -> Void {
    let pattern = JSONKeyPattern(key)
    return { record, writer in
      let value = (record + offset).assumingMemoryBound(to: Value.self)
      guard !value.pointee.isAbsent else { return }
      writer.key(pattern)
      value.pointee.write(to: &writer)
    }
  }

  @inline(__always)
  private static func erasing<Value: Storable>(_: Value.Type, _ offset: Int) -> @Sendable (UnsafeRawPointer) -> FieldValue {
    { record in
      let value = (record + offset).assumingMemoryBound(to: Value.self)
      return value.pointee.isAbsent ? .empty : value.pointee.erased
    }
  }
}

extension FieldSlot {
  @inline(__always)
  private static func assigning<Value: Storable>(_: Value.Type, _ offset: Int) -> @Sendable (UnsafeMutableRawPointer, FieldValue) -> Bool {
    { record, value in
      guard let typed = Value(erased: value) else { return false }
      (record + offset).assumingMemoryBound(to: Value.self).pointee = typed
      return true
    }
  }
}

/// The stored fields of a record in the order of the file. At most 128.
public final class RecordSlots: Sendable {
  private let slots: ContiguousArray<FieldSlot>
  /// The same without counting references, which would cost more than to see that most fields are empty.
  private let plain: ContiguousArray<Unmanaged<FieldSlot>>
  /// The slot of each field; nil for those that do not stand in the record.
  private let byField: ContiguousArray<Unmanaged<FieldSlot>?>
  /// The keys apart, for comparing many costs less without the rest.
  private let keys: ContiguousArray<JSONKeyPattern>
  private let idKey = JSONKeyPattern("id")

  /// What the fields that hold ids may point at, and where they lie.
  private let references: ContiguousArray<(target: ReferenceTarget, place: FieldSlot.References)>

  init(_ all: [(slot: FieldSlot?, kind: FieldKind)]) {
    let fields = all.compactMap { field in field.slot.map { (slot: $0, kind: field.kind) } }
    byField = ContiguousArray(all.map { $0.slot.map { Unmanaged.passUnretained($0) } })
    slots = ContiguousArray(fields.map(\.slot))
    plain = ContiguousArray(fields.map { Unmanaged.passUnretained($0.slot) })
    keys = ContiguousArray(fields.map { JSONKeyPattern($0.slot.key) })
    references = ContiguousArray(
      fields.compactMap { slot, kind in
        switch (kind, slot.references) {
        case (.reference(let target), let place?), (.references(let target), let place?): (target, place)
        default: nil
        }
      })
  }

  /// Whether every id in the record, items aside, is one that `exists`.
  func refers(_ record: UnsafeRawPointer, onlyTo exists: (ReferenceTarget, EntityID) -> Bool) -> Bool {
    for (target, place) in references {
      switch place {
      case .one(let offset):
        let id = (record + offset).assumingMemoryBound(to: EntityID?.self).pointee
        if let id, !exists(target, id) { return false }
      case .many(let offset):
        for id in (record + offset).assumingMemoryBound(to: [EntityID].self).pointee where !exists(target, id) { return false }
      }
    }
    return true
  }

  /// The values of all fields in their order; empty for those that do not stand in the record.
  func values(_ record: UnsafeRawPointer) -> [FieldValue] {
    byField.map { slot in slot?._withUnsafeGuaranteedRef { $0.erased(record) } ?? .empty }
  }

  /// The value of one field; empty for a place that there is not.
  func value(_ record: UnsafeRawPointer, _ index: Int) -> FieldValue {
    guard byField.indices.contains(index), let slot = byField[index] else { return .empty }
    return slot._withUnsafeGuaranteedRef { $0.erased(record) }
  }

  /// Calls `body` with every id that a field holds, items aside.
  func forEachReferencedID(_ record: UnsafeRawPointer, _ body: (EntityID) -> Void) {
    for (_, place) in references {
      switch place {
      case .one(let offset):
        if let id = (record + offset).assumingMemoryBound(to: EntityID?.self).pointee { body(id) }
      case .many(let offset):
        for id in (record + offset).assumingMemoryBound(to: [EntityID].self).pointee { body(id) }
      }
    }
  }

  /// Reads one object into the record at that address and returns its id.
  func read(
    into record: UnsafeMutableRawPointer, _ reader: inout JSONReader, _ extra: inout ExtraMembers
  ) throws(JSONError) -> EntityID {
    let start = reader.offset
    var id: EntityID?
    var seen: UInt128 = 0
    var next = 0
    var indent = -1
    try reader.beginObject()
    while true {
      if let match = reader.nextKey(among: keys, from: next, indent: indent) {
        let bit = UInt128(1) << UInt128(match)
        guard seen & bit == 0 else { throw reader.error(.duplicateKey(keys[match].name.description)) }
        seen |= bit
        try read(match, record, &reader)
        next = match + 1
        continue
      }
      guard let key = try reader.nextKey() else { break }
      if indent < 0 { indent = reader.indent }
      if id == nil, key.matches(idKey) {
        id = try EntityID(from: &reader)
      } else if let match = find(key, from: next) {
        let bit = UInt128(1) << UInt128(match)
        guard seen & bit == 0 else { throw reader.error(.duplicateKey(keys[match].name.description), at: key.offset) }
        seen |= bit
        try read(match, record, &reader)
        next = match + 1
      } else {
        guard !key.matches(idKey) else { throw reader.error(.duplicateKey("id"), at: key.offset) }
        try extra.read(key, &reader)
      }
    }
    guard let id else { throw reader.error(.invalidValue("missing-id"), at: start) }
    return id
  }

  @inline(__always)
  private func read(_ index: Int, _ record: UnsafeMutableRawPointer, _ reader: inout JSONReader) throws(JSONError) {
    var problem: JSONError?
    plain[index]._withUnsafeGuaranteedRef { slot in
      do throws(JSONError) { try slot.read(record, &reader) } catch { problem = error }
    }
    if let problem { throw problem }
  }

  func write(_ record: UnsafeRawPointer, to writer: inout JSONWriter) {
    for slot in plain { slot._withUnsafeGuaranteedRef { $0.write(record, &writer) } }
  }

  /// Files are written in the order of the fields, so the key is nearly always at or shortly after the one that followed the last.
  private func find(_ key: JSONKey, from next: Int) -> Int? {
    for index in next..<keys.count where key.matches(keys[index]) { return index }
    for index in 0..<min(next, keys.count) where key.matches(keys[index]) { return index }
    return nil
  }
}

/// The members of an object that nobody knows, in their order; a name that comes twice is an error.
public struct ExtraMembers {
  public private(set) var members: [JSONMember] = []
  private var seen: Set<[UInt8]> = []

  public init() {}

  public mutating func read(_ key: JSONKey, _ reader: inout JSONReader) throws(JSONError) {
    let name = key.string
    let isKnown: Bool
    if members.count < 12 {
      isKnown = members.contains { $0.key.utf8.elementsEqual(name.utf8) }
    } else {
      if seen.isEmpty { for member in members { seen.insert(Array(member.key.utf8)) } }
      isKnown = !seen.insert(Array(name.utf8)).inserted
    }
    guard !isKnown else { throw reader.error(.duplicateKey(name), at: key.offset) }
    members.append(JSONMember(key: name, value: try reader.value()))
  }
}
