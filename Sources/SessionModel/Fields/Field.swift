import JSON

/// One field of a record: its key, where it lies, and what everything else derives from (form, table, sorting, filter, search, CSV,
/// comparison, report, JSON Schema).
public struct Field<Owner: Record>: Sendable {
  public let key: String
  public private(set) var kind: FieldKind
  public private(set) var isConfidential = false
  public private(set) var isProminent = false
  public private(set) var group = ""
  public private(set) var aspect: Aspect?
  public private(set) var isEssential = false

  let get: @Sendable (Owner) -> FieldValue
  /// False if the value is of another kind; the owner is then unchanged.
  let set: @Sendable (inout Owner, FieldValue) -> Bool
  /// How it is read and written; nil when it does not stand in the record's own object.
  let slot: FieldSlot?

  @inline(__always)
  public init<Value: Storable>(_ key: StaticString, _ path: WritableKeyPath<Owner, Value> & Sendable, _ kind: FieldKind? = nil) {
    self.key = key.description
    self.kind = kind ?? Value.kind
    get = { $0[keyPath: path].erased }
    set = { owner, value in
      guard let typed = Value(erased: value) else { return false }
      owner[keyPath: path] = typed
      return true
    }
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
    get = { $0[keyPath: part][keyPath: path].erased }
    set = { owner, value in
      guard let typed = Value(erased: value) else { return false }
      owner[keyPath: part][keyPath: path] = typed
      return true
    }
    let outer = MemoryLayout<Owner>.offset(of: part)
    let inner = MemoryLayout<Part>.offset(of: path)
    slot = FieldSlot(key, Value.self, at: outer.flatMap { outer in inner.map { outer + $0 } })
  }

  /// A choice.
  @inline(__always)
  public init<Option: ChoiceOption>(_ key: StaticString, _ path: WritableKeyPath<Owner, Choice<Option>?> & Sendable) {
    self.key = key.description
    kind = Choice<Option>.kind
    get = { $0[keyPath: path].erased }
    set = { owner, value in
      guard let typed = Choice<Option>?(erased: value) else { return false }
      owner[keyPath: path] = typed
      return true
    }
    slot = FieldSlot(choice: key, Option.self, at: MemoryLayout<Owner>.offset(of: path))
  }

  /// A value that changes in time: the current one is the latest reading of the aspect, and setting it adds a reading of today.
  public init(reading key: StaticString, _ aspect: Aspect, _ kind: FieldKind) {
    self.key = key.description
    self.kind = kind
    self.aspect = aspect
    get = { _ in .empty }
    set = { _, value in value.isEmpty }
    slot = nil
  }

  /// Whether it stands in the record's own object in the file.
  var isStored: Bool { slot != nil }

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
func group<Owner>(_ name: String, _ fields: [Field<Owner>]) -> [Field<Owner>] { fields.map { $0.grouped(name) } }
