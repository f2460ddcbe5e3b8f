import JSON

/// One field of a record: its key, where it lies, and what everything else derives from (form, table, sorting, filter, search, CSV,
/// comparison, report, JSON Schema).
///
/// The type itself asks nothing of its owner, as `EntityCollection` does not.
public struct Field<Owner: Sendable>: Sendable {
  public let key: String
  public private(set) var kind: FieldKind
  public private(set) var isConfidential = false
  public private(set) var isProminent = false
  public private(set) var group = ""
  public private(set) var aspect: Aspect?
  public private(set) var isEssential = false

  /// Where it lies, and how it is read and written; nil when it does not stand in the record itself.
  ///
  /// Key paths are asked for an offset and nothing else: the compiler then knows the answer, where making some two hundred
  /// key paths would be a third of the program's start.
  let slot: FieldSlot?
}

extension Field where Owner: Record {
  @inline(__always)
  public init<Value: Storable>(_ key: StaticString, _ path: WritableKeyPath<Owner, Value> & Sendable, _ kind: FieldKind? = nil) {
    self.key = key.description
    self.kind = kind ?? Value.kind
    slot = FieldSlot(key, Value.self, at: MemoryLayout<Owner>.offset(of: path))
  }

  /// A field of a part that the owner holds.
  @inline(__always)
  init<Part, Value: Storable>(
    _ key: StaticString, _ part: WritableKeyPath<Owner, Part> & Sendable, _ path: WritableKeyPath<Part, Value> & Sendable,
    _ kind: FieldKind? = nil
  ) {
    self.key = key.description
    self.kind = kind ?? Value.kind
    let outer = MemoryLayout<Owner>.offset(of: part)
    let inner = MemoryLayout<Part>.offset(of: path)
    slot = FieldSlot(key, Value.self, at: outer.flatMap { outer in inner.map { outer + $0 } })
  }

  /// A choice.
  @inline(__always)
  public init<Option: ChoiceOption>(_ key: StaticString, _ path: WritableKeyPath<Owner, Choice<Option>?> & Sendable) {
    self.key = key.description
    kind = Choice<Option>.kind
    slot = FieldSlot(choice: key, Option.self, at: MemoryLayout<Owner>.offset(of: path))
  }

  /// Several choices.
  @inline(__always)
  public init<Option: ChoiceOption>(_ key: StaticString, _ path: WritableKeyPath<Owner, [Choice<Option>]> & Sendable) {
    self.key = key.description
    kind = [Choice<Option>].kind
    slot = FieldSlot(choices: key, Option.self, at: MemoryLayout<Owner>.offset(of: path))
  }

  /// A value that changes in time: the current one is the latest reading of the aspect, and setting it adds a reading of today.
  public init(reading key: StaticString, _ aspect: Aspect, _ kind: FieldKind) {
    self.key = key.description
    self.kind = kind
    self.aspect = aspect
    slot = nil
  }

  func get(_ owner: Owner) -> FieldValue {
    guard let slot else { return .empty }
    return withUnsafePointer(to: owner) { slot.erased(UnsafeRawPointer($0)) }
  }

  /// False if the value is of another kind; the owner is then unchanged.
  func set(_ owner: inout Owner, _ value: FieldValue) -> Bool {
    guard let slot else { return value.isEmpty }
    return withUnsafeMutablePointer(to: &owner) { slot.assign(UnsafeMutableRawPointer($0), value) }
  }

  public var confidential: Field {
    var copy = self
    copy.isConfidential = true
    return copy
  }

  public var prominent: Field {
    var copy = self
    copy.isProminent = true
    return copy
  }

  public var essential: Field {
    var copy = self
    copy.isEssential = true
    return copy
  }

  func grouped(_ group: String) -> Field {
    var copy = self
    copy.group = group
    return copy
  }
}

/// Puts fields under one heading of the form.
func group<Owner: Record>(_ name: String, _ fields: [Field<Owner>]) -> [Field<Owner>] { fields.map { $0.grouped(name) } }
