import SessionModel
import Words

/// A conflict of two versions in words: where it is, what happened, and what each side says.
public struct ConflictText: Hashable, Sendable {
  /// `Mangos de Matanzas · Place`.
  public var title: String
  public var whatHappened: String
  public var ours: String
  public var theirs: String
  /// What both began from; empty where that says nothing.
  public var base: String

  public init(_ conflict: MergeConflict, in session: Session, words: any ExchangeWords) {
    let values = PlacedText(words: words) { id, target in session.name(of: id, as: target) }
    let ref = conflict.about.flatMap { id in session.kind(of: id).map { EntityRef($0, id) } }
    let entity = ref.flatMap { session.entity($0) }
    var name = ref.map { $0.kind == .session ? words.singular(.session).capitalised : session.name(of: $0) } ?? ""
    if name.isEmpty { name = ref.map { words.withArticle($0.kind) } ?? words.comparison(.gone) }
    let place = conflict.path.flatMap { path in entity.map { values.label(path, in: $0) } } ?? conflict.place
    title = place.isEmpty ? name : name + " · " + place
    whatHappened = conflict.type.map { words.choice($0) } ?? ""
    base = ""
    switch conflict.type?.option {
    case .removedHere: (ours, theirs) = (words.comparison(.removed), words.comparison(.kept))
    case .removedThere: (ours, theirs) = (words.comparison(.kept), words.comparison(.removed))
    case .value, .order, nil:
      func said(_ value: PlacedValue?, else json: String) -> String {
        switch value {
        case .field(_, let field, let value)?:
          // For an order the ids of the items of a list.
          guard conflict.type == .order, case .items = field.kind else { return values.line(value, field) }
          let items = entity.flatMap { entity in conflict.path.flatMap { Self.items($0, in: entity) } } ?? []
          return value.heldIDs.compactMap { id in items.first { $0.id == id }.map { values.name($0) } }.joined(separator: ", ")
        case .unknown(_, _, let json)?: return json?.lineText ?? words.comparison(.empty)
        default: return json.isEmpty ? words.comparison(.empty) : json
        }
      }
      ours = said(session.current(conflict), else: "")
      theirs = said(session.stated(conflict.theirs, in: conflict), else: conflict.theirs)
      if conflict.type == .value { base = said(session.stated(conflict.base, in: conflict), else: conflict.base) }
    }
  }

  /// The items of the list that a path leads to.
  private static func items(_ path: FieldPath, in entity: any Entity) -> [Item] {
    var record: (any Record)? = entity
    var items: [Item] = []
    for step in path.steps {
      switch step {
      case .field(let key): items = record?.value(key).heldItems ?? []
      case .item(let id): record = items.first { $0.id == id }?.record
      case .order, .unknown: break
      }
    }
    return items
  }

  /// One line a conflict, for standard error.
  public func line(_ words: any ExchangeWords) -> String { words.conflictLine(title, ours: ours, theirs: theirs) }
}
