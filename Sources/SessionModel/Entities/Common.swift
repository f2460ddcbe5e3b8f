/// What every entity has: notes, tags and what it stands on.
public struct Common: Hashable, Sendable {
  public var notes = ""
  public var tags: [String] = []
  /// Documented, reported or illustrative; shown in every report.
  public var basis: Choice<Basis>?
  /// Document and heading, or who reported it.
  public var citation = ""

  public init() {}

  /// The fields of every entity, for the end of its list.
  @inline(__always)
  static func fields<E: Entity>(_ common: WritableKeyPath<E, Common> & Sendable) -> [Field<E>] {
    group("basis", [
      Field("basis", common, \.basis),
      Field("citation", common, \.citation),
      Field("tags", common, \.tags),
      Field("notes", common, \.notes, .longText).confidential,
    ])
  }
}

public enum Basis: String, ChoiceOption {
  public static let list = "basis"
  case documented, reported, illustrative
}
