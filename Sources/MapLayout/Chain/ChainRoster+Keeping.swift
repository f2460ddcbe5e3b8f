import SessionModel

extension ChainRoster {
  /// The same with some stakeholders only, and the relationships among them: what a focus, a filter or a set of marks leaves.
  public func keeping(_ ids: Set<EntityID>) -> ChainRoster {
    var numberOf = [Int32](repeating: -1, count: actors.count)
    var kept: [Actor] = []
    for (number, actor) in actors.enumerated() where ids.contains(actor.id) {
      numberOf[number] = Int32(kept.count)
      kept.append(actor)
    }
    var left: [Link] = []
    for link in links {
      let a = numberOf[Int(link.from)]
      let b = numberOf[Int(link.to)]
      if a >= 0, b >= 0 { left.append(Link(id: link.id, from: a, to: b, kind: link.kind, isMutual: link.isMutual, isWished: link.isWished)) }
    }
    return ChainRoster(actors: kept, links: left)
  }

  /// Those at most so many ties away from one, itself included.
  public func around(_ id: EntityID, steps: Int) -> Set<EntityID> {
    var near: [[Int32]] = Array(repeating: [], count: actors.count)
    for link in links {
      near[Int(link.from)].append(link.to)
      near[Int(link.to)].append(link.from)
    }
    guard let start = actors.firstIndex(where: { $0.id == id }) else { return [id] }
    var found: Set<Int32> = [Int32(start)]
    var edge = [Int32(start)]
    for _ in 0..<max(0, steps) {
      var next: [Int32] = []
      for here in edge { for other in near[Int(here)] where found.insert(other).inserted { next.append(other) } }
      edge = next
    }
    return Set(found.map { actors[Int($0)].id })
  }

  public var count: Int { actors.count }
}
