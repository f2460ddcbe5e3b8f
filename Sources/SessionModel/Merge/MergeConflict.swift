import JSON

/// Something that two versions of a session say differently, kept in the profile until somebody settles it. The session has what its own
/// side said; the conflict remembers the other's.
public struct MergeConflict: ItemRecord {
  public static let recordName = "mergeConflict"
  public var id: EntityID
  public var type: Choice<ConflictType>?
  /// The entity that it is in.
  public var about: EntityID?
  /// Where in the entity, as a `FieldPath`; empty for the entity itself.
  public var place = ""
  /// What both began from, as the JSON of a file on one line; empty for nothing.
  public var base = ""
  /// What the other side says, likewise.
  public var theirs = ""
  public var extra: [JSONMember] = []

  public init(id: EntityID) { self.id = id }

  public static let fields: [Field<MergeConflict>] = [
    Field("type", \.type).prominent,
    Field("about", \.about, .reference(.entities([]))).prominent.essential,
    Field("place", \.place).prominent,
    Field("base", \.base, .longText).confidential,
    Field("theirs", \.theirs, .longText).confidential,
  ]
  public static let description = describe()

  /// The place; nil when what stands in the file is none.
  public var path: FieldPath? { FieldPath(place) }

  /// The side whose version stands in the session: what one removed and the other kept is there.
  public var standing: ConflictSide { type == .removedHere ? .theirs : .ours }
}

public enum ConflictType: String, ChoiceOption {
  public static let list = "conflictType"
  /// Both set a field, differently.
  case value
  /// Both put the items of a list into another order.
  case order
  /// This side removed what the other changed or needs; it was kept.
  case removedHere = "removed-here"
  /// The other side removed what this one changed or needs; it was kept.
  case removedThere = "removed-there"
}

/// Whose version a conflict is settled by.
public enum ConflictSide: Hashable, Sendable { case ours, theirs }
