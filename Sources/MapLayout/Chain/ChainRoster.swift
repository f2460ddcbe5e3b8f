import SessionModel

/// What the chain needs of every stakeholder and relationship of a session: the only part whose cost grows with the whole session.
///
/// Stays valid while the stakeholders and relationships have the same revision; keep it to draw the same session again.
public struct ChainRoster: Sendable {
  struct Actor: Sendable {
    var id: EntityID
    var name: String
    var segment: EntityID?
    /// More for those with a role in the system; an anchor firm outweighs all others.
    var importance: Int
    var degree = 0
    /// Set where it stands for those of a folded segment, whose id it then has.
    var fold: Fold?
  }

  struct Link: Sendable {
    var id: EntityID
    var from: Int32
    var to: Int32
    var kind: RelationshipKind?
    var isMutual: Bool?
    var isWished: Bool
    /// Who they are, where one of the ends stands for several.
    var ends: Ends?
  }

  private(set) var actors: [Actor] = []
  private(set) var links: [Link] = []

  init(actors: [Actor], links: [Link]) {
    self.actors = actors
    self.links = links
  }

  public init(_ session: Session) {
    var actors: [Actor] = []
    actors.reserveCapacity(session.stakeholders.count)
    session.stakeholders.forEach { one in
      actors.append(Actor(id: one.id, name: one.name, segment: one.segment, importance: Self.importance(one.roles)))
    }
    var numberOf: [EntityID: Int32] = Dictionary(minimumCapacity: actors.count)
    for (number, actor) in actors.enumerated() { numberOf[actor.id] = Int32(number) }
    var links: [Link] = []
    links.reserveCapacity(session.relationships.count)
    session.relationships.forEach { tie in
      guard let from = tie.from, let to = tie.to, let a = numberOf[from], let b = numberOf[to] else { return }
      links.append(Link(id: tie.id, from: a, to: b, kind: tie.type?.option, isMutual: tie.mutual, isWished: tie.status == .wished))
    }
    for link in links {
      actors[Int(link.from)].degree += 1
      if link.from != link.to { actors[Int(link.to)].degree += 1 }
    }
    self.actors = actors
    self.links = links
  }

  private static func importance(_ roles: [Choice<StakeholderRole>]) -> Int {
    var sum = 0
    for role in roles {
      switch role.option {
      case .anchorFirm: sum += 32
      case .honestBroker: sum += 16
      case .leader: sum += 8
      case .aggregationPoint: sum += 4
      case .neutralHost, .supportInstitution: sum += 2
      case nil: break
      }
    }
    return sum
  }
}
