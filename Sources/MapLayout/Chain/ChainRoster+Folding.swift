import SessionModel

extension ChainRoster {
  /// Those of a folded segment that stand in the same place of a view, drawn as one.
  struct Fold: Hashable, Sendable {
    var segment: EntityID
    /// A number that the view gives; the network has one place only.
    var place: Int
    var count: Int
  }

  /// The stakeholders at the ends of a relationship.
  struct Ends: Sendable {
    var from: EntityID
    var to: EntityID
  }

  func ends(of link: Link) -> Ends { link.ends ?? Ends(from: actors[Int(link.from)].id, to: actors[Int(link.to)].id) }

  /// The segments that a view has folded, with their names.
  static func folded(in view: MapViewKind, _ session: Session) -> [EntityID: String] {
    guard let ids = session.mapViews.sorted.first(where: { $0.view == .known(view) })?.folded, !ids.isEmpty else { return [:] }
    var names: [EntityID: String] = [:]
    for segment in session.profile.segments where ids.contains(segment.id) { names[segment.id] = segment.name }
    return names
  }

  /// The same with one for those of a folded segment who share a place. `origin` is a stakeholder of this roster for each of the other's.
  func folding(_ segments: [EntityID: String], place: (Int) -> Int = { _ in 0 }) -> (roster: ChainRoster, origin: [Int]) {
    guard !segments.isEmpty else { return (self, Array(actors.indices)) }
    var kept: [Actor] = []
    var origin: [Int] = []
    var numberOf: [Int32] = []
    var known: [Fold: Int32] = [:]
    for (number, actor) in actors.enumerated() {
      guard let segment = actor.segment, let name = segments[segment] else {
        numberOf.append(Int32(kept.count))
        origin.append(number)
        kept.append(actor)
        continue
      }
      let fold = Fold(segment: segment, place: place(number), count: 0)
      let one = known[fold] ?? Int32(kept.count)
      numberOf.append(one)
      if known.updateValue(one, forKey: fold) == nil {
        origin.append(number)
        kept.append(Actor(id: segment, name: name, segment: segment, importance: 0, fold: fold))
      }
      kept[Int(one)].fold?.count += 1
      kept[Int(one)].importance = max(kept[Int(one)].importance, actor.importance)
    }
    var left: [Link] = []
    for var link in links {
      let isFolded = kept[Int(numberOf[Int(link.from)])].fold != nil || kept[Int(numberOf[Int(link.to)])].fold != nil
      if isFolded, numberOf[Int(link.from)] == numberOf[Int(link.to)] { continue }
      if isFolded { link.ends = ends(of: link) }
      link.from = numberOf[Int(link.from)]
      link.to = numberOf[Int(link.to)]
      for end in [Int(link.from), Int(link.to)] where kept[end].fold != nil { kept[end].degree += 1 }
      left.append(link)
    }
    return (ChainRoster(actors: kept, links: left), origin)
  }
}
