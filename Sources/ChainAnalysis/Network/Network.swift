import SessionModel

/// Stakeholders and the ties between them, numbered, so that measures of many thousands cost little.
///
/// Simple: a tie counts once however many kinds it has, and a reference to oneself counts for nothing. Measures of position (betweenness,
/// closeness, cut actors, groups) look at a tie from both sides; reciprocity at its direction.
public struct Network: Sendable {
  /// In the order of ids; a member's number is its place here.
  public let members: [EntityID]
  /// Neighbours of member `n`, either way: `targets[starts[n]..<starts[n + 1]]`, in order and each once.
  let starts: [Int32]
  let targets: [Int32]
  /// Links with their directions, each once.
  let directedCount: Int

  /// - Parameters:
  ///   - members: without repetition.
  ///   - links: by number, from and to; those that point outside are left out.
  public init(members: [EntityID], links: [(from: Int, to: Int)]) {
    let sorted = members.indices.sorted { members[$0] < members[$1] }
    var places = Array(repeating: Int32(0), count: members.count)
    for (place, index) in sorted.enumerated() { places[index] = Int32(clamping: place) }
    self.members = sorted.map { members[$0] }
    let kept = links.compactMap { link -> (Int32, Int32)? in
      guard members.indices.contains(link.from), members.indices.contains(link.to), link.from != link.to else { return nil }
      return (places[link.from], places[link.to])
    }
    directedCount = TieRows(count: members.count, pairs: kept).others.count
    let both = TieRows(count: members.count, pairs: kept + kept.map { ($0.1, $0.0) })
    (starts, targets) = (both.starts, both.others)
  }

  public var count: Int { members.count }
  /// Pairs with a tie, each once.
  public var linkCount: Int { targets.count / 2 }

  /// The number of a member; nil when it is none.
  public func place(of id: EntityID) -> Int? {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < members.count && members[low] == id ? low : nil
  }

  public func neighbours(of member: Int) -> ArraySlice<Int32> {
    guard members.indices.contains(member) else { return [] }
    return targets[Int(starts[member])..<Int(starts[member + 1])]
  }
}

extension Network {
  /// The ties of a session that stand today: existing ones and no conflicts, which part people rather than tie them. A tie that is said
  /// to be mutual points both ways.
  public init(_ session: Session, on day: PartialDate? = nil) {
    let members = session.stakeholders.ids
    var places: [EntityID: Int] = [:]
    places.reserveCapacity(members.count)
    for (place, id) in members.enumerated() { places[id] = place }
    var links: [(from: Int, to: Int)] = []
    links.reserveCapacity(session.relationships.count)
    session.relationships.forEach { tie in
      guard tie.stands(on: day), tie.type?.option != .conflict, let from = tie.from.flatMap({ places[$0] }), let to = tie.to.flatMap({ places[$0] }) else { return }
      links.append((from, to))
      if tie.mutual == true { links.append((to, from)) }
    }
    self.init(members: members, links: links)
  }
}

extension Relationship {
  /// Whether the tie exists, and had not ended by a day.
  public func stands(on day: PartialDate?) -> Bool {
    guard status?.option != .wished else { return false }
    if let until, let day { return !until.isBefore(day) }
    return true
  }
}
