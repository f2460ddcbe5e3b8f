/// A field's value without its Swift type: what forms, tables, filters, CSV, comparison and merge work on.
public enum FieldValue: Hashable, Sendable {
  case empty
  case text(String)
  case flag(Bool)
  case number(Int)
  case choice(String)
  case choices([String])
  case date(PartialDate)
  case moment(Instant)
  case figures([Figure])
  case levels(Levels)
  case reference(EntityID)
  case references([EntityID])
  case strings([String])
  case items([Item])

  public var isEmpty: Bool { self == .empty }
}

/// One element of a list inside an entity (a segment, an agenda item), without its Swift type.
public struct Item: Hashable, Sendable {
  public let record: any Record

  public init(_ record: any Record) { self.record = record }

  public var id: EntityID { record.id }

  public static func == (a: Item, b: Item) -> Bool {
    func same<R: Record>(_ left: R) -> Bool { (b.record as? R) == left }
    return same(a.record)
  }

  public func hash(into hasher: inout Hasher) { record.hash(into: &hasher) }
}
