/// Where something stands in an entity: `name`, `agenda/q-1` (an item), `agenda/q-1/minutes`, `agenda/*` (the order of the items),
/// `?colour` (a member that this version does not know); the entity itself is the empty path.
public struct FieldPath: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    case field(String)
    case item(EntityID)
    case order
    case unknown(String)
  }

  public private(set) var steps: [Step]

  public init(_ steps: [Step] = []) { self.steps = steps }

  /// Nil if the text is no path.
  public init?(_ text: String) {
    steps = []
    guard !text.isEmpty else { return }
    var rest = text[...]
    while true {
      if rest.utf8.first == 0x3F {
        steps.append(.unknown(String(rest.dropFirst())))
        return
      }
      let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      guard let part = parts.first, !part.isEmpty else { return nil }
      if case .field? = steps.last {
        if part == "*", parts.count == 1 {
          steps.append(.order)
        } else if let id = EntityID(String(part)) {
          steps.append(.item(id))
        } else {
          return nil
        }
      } else {
        steps.append(.field(String(part)))
      }
      guard parts.count == 2 else { return }
      rest = parts[1]
    }
  }

  public static func + (path: FieldPath, step: Step) -> FieldPath { FieldPath(path.steps + [step]) }

  public var text: String {
    steps.map { step in
      switch step {
      case .field(let key): key
      case .item(let id): id.text
      case .order: "*"
      case .unknown(let key): "?" + key
      }
    }.joined(separator: "/")
  }
}
