import JSON
import SessionModel

/// One line of a journal.
public struct JournalRecord: Sendable, Equatable {
  public enum Event: Sendable, Equatable {
    /// Something was done to the session, taken back or done again.
    case step(RecordedStep)
    /// What is half-typed, in whatever form the workbench has it; null when nothing is. Only the latest counts.
    case draft(JSONValue)
    /// The session is about to be written to its file, whose bytes will have this hash: what follows stands on that file.
    case saving(UInt64)
    /// The session that the journal begins with, of work that has no file yet.
    case start(JSONValue)
  }

  /// From 1, without gaps. A draft has that of the step before it.
  public var sequence: Int
  /// Of the file that it stands on; 0 when there is none yet.
  public var base: UInt64
  public var at: Instant
  public var event: Event

  public init(sequence: Int, base: UInt64, at: Instant, _ event: Event) {
    self.sequence = sequence
    self.base = base
    self.at = at
    self.event = event
  }
}

// MARK: - As JSON

extension JournalRecord {
  /// The record as one line of JSON without a line end: an array of one object, which keeps everything in it on the line.
  func write(to writer: inout JSONWriter) {
    writer.beginInlineArray()
    writer.beginObject()
    writer.key(literal: "seq")
    writer.integer(sequence)
    writer.key(literal: "base")
    writer.string(HexNumber.text(base))
    writer.key(literal: "at")
    writer.string(at.description)
    switch event {
    case .step(let step): write(step, to: &writer)
    case .draft(let value):
      writer.key(literal: "draft")
      writer.value(value)
    case .saving(let hash):
      writer.key(literal: "saving")
      writer.string(HexNumber.text(hash))
    case .start(let session):
      writer.key(literal: "start")
      writer.value(session)
    }
    writer.endObject()
    writer.endInlineArray()
  }

  private func write(_ step: RecordedStep, to writer: inout JSONWriter) {
    writer.key(literal: "act")
    writer.string(step.act.rawValue)
    writer.key(literal: "title")
    write(step.title, to: &writer)
    writer.key(literal: "changes")
    writer.beginArray()
    for change in step.transaction.changes { write(change, to: &writer) }
    writer.endArray()
  }

  private func write(_ title: Title, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key(literal: "verb")
    writer.string(title.verb.rawValue)
    if let kind = title.kind {
      writer.key(literal: "kind")
      writer.string(kind.rawValue)
    }
    if !title.name.isEmpty {
      writer.key(literal: "name")
      writer.string(title.name)
    }
    if title.count != 1 {
      writer.key(literal: "count")
      writer.integer(title.count)
    }
    if let field = title.field {
      writer.key(literal: "field")
      writer.string(field)
    }
    writer.endObject()
  }

  private func write(_ change: Change, to writer: inout JSONWriter) {
    writer.beginArray()
    switch change {
    case .insert(let entity):
      writer.string("insert")
      writer.string(entity.ref.kind.rawValue)
      entity.write(to: &writer)
    case .replace(let entity):
      writer.string("replace")
      writer.string(entity.ref.kind.rawValue)
      entity.write(to: &writer)
    case .remove(let ref):
      writer.string("remove")
      writer.string(ref.kind.rawValue)
      writer.string(ref.id.text)
    }
    writer.endArray()
  }

  /// Reads what `write` wrote. Members that this version does not know are an error: what they say could change what the rest means.
  init(from reader: inout JSONReader) throws(JSONError) {
    var sequence: Int?, base: UInt64?, at: Instant?, act: RecordedStep.Act?, title: Title?, changes: [Change] = [], event: Event?
    func take<T>(_ value: T?, _ place: Int) throws(JSONError) -> T {
      guard let value else { throw reader.error(.invalidValue("journal"), at: place) }
      return value
    }
    try reader.beginArray()
    guard try reader.nextElement() else { throw reader.error(.invalidValue("journal")) }
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let place = reader.offset
      switch key.string {
      case "seq": sequence = try reader.integer()
      case "base": base = try take(HexNumber.value(try reader.string()), place)
      case "at": at = try take(Instant(try reader.string()), place)
      case "act": act = try take(RecordedStep.Act(rawValue: try reader.string()), place)
      case "title": title = try Self.title(from: &reader)
      case "changes": changes = try Self.changes(from: &reader)
      case "draft": event = .draft(try reader.value())
      case "saving": event = .saving(try take(HexNumber.value(try reader.string()), place))
      case "start": event = .start(try reader.value())
      default: throw reader.error(.invalidValue("journal"), at: place)
      }
    }
    guard try !reader.nextElement() else { throw reader.error(.invalidValue("journal")) }
    guard let sequence, let base, let at else { throw reader.error(.invalidValue("journal")) }
    if let act, let title { event = .step(RecordedStep(act, Transaction(title, changes), at: at)) }
    guard let event else { throw reader.error(.invalidValue("journal")) }
    self.init(sequence: sequence, base: base, at: at, event)
  }

  private static func title(from reader: inout JSONReader) throws(JSONError) -> Title {
    var title: Title?
    var kind: EntityKind?, name = "", count = 1, field: String?
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let place = reader.offset
      switch key.string {
      case "verb":
        // A verb that a newer version has: what was done is known all the same.
        title = Title(Title.Verb(rawValue: try reader.string()) ?? .edit)
      case "kind":
        kind = EntityKind(rawValue: try reader.string())
        if kind == nil { throw reader.error(.invalidValue("journal"), at: place) }
      case "name": name = try reader.string()
      case "count": count = try reader.integer()
      case "field": field = try reader.string()
      default: try reader.skip()
      }
    }
    guard var title else { throw reader.error(.invalidValue("journal")) }
    (title.kind, title.name, title.count, title.field) = (kind, name, count, field)
    return title
  }

  private static func changes(from reader: inout JSONReader) throws(JSONError) -> [Change] {
    var changes: [Change] = []
    try reader.beginArray()
    while try reader.nextElement() {
      try reader.beginArray()
      guard try reader.nextElement() else { throw reader.error(.invalidValue("journal")) }
      let what = try reader.string()
      guard try reader.nextElement() else { throw reader.error(.invalidValue("journal")) }
      guard let kind = EntityKind(rawValue: try reader.string()) else { throw reader.error(.invalidValue("journal")) }
      guard try reader.nextElement() else { throw reader.error(.invalidValue("journal")) }
      switch what {
      case "insert": changes.append(.insert(try entity(kind.type, from: &reader)))
      case "replace": changes.append(.replace(try entity(kind.type, from: &reader)))
      case "remove":
        guard let id = EntityID(try reader.string()) else { throw reader.error(.invalidValue("id")) }
        changes.append(.remove(EntityRef(kind, id)))
      default: throw reader.error(.invalidValue("journal"))
      }
      guard try !reader.nextElement() else { throw reader.error(.invalidValue("journal")) }
    }
    return changes
  }

  private static func entity<E: Entity>(_: E.Type, from reader: inout JSONReader) throws(JSONError) -> any Entity {
    try E(from: &reader)
  }
}

/// Sixteen digits for a number, as checksums and hashes are spelled.
enum HexNumber {
  static func text(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  static func value(_ text: String) -> UInt64? { text.utf8.count == 16 ? UInt64(text, radix: 16) : nil }
}
