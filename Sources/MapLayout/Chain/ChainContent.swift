import SessionModel

/// Who is on the map and who is related to whom, before anything has a place.
struct ChainContent {
  /// A column or a band and the boxes in it.
  struct Group {
    var segment: EntityID?
    var kind: SceneColumn.Kind
    var isBand: Bool
    var name: String
    var count = 0
    var isFolded = false
    var boxes: [Int] = []
  }

  struct Node {
    var id: SceneBoxID
    var name: String
    var group: Int
    var sector: Sector?
    var roles: [StakeholderRole] = []
    var count = 1
    var markets = 0
    var relatesToItself = false
    var ownTrust: Int?
    var degree = 0
    var pin: SceneSlot?
  }

  /// A pair of boxes with all the relationships between them.
  struct Tie {
    var from: Int
    var to: Int
    var relationships: [EntityID]
    var kind: RelationshipKind?
    var isOneWay: Bool
    var isWished: Bool
    var isConflict: Bool
    var trust: Int?
    var trustBack: Int?

    var lowerTrust: Int? { trust.map { min($0, trustBack ?? $0) } ?? trustBack }
  }

  private(set) var groups: [Group] = []
  private(set) var nodes: [Node] = []
  private(set) var ties: [Tie] = []

  private struct Actor {
    var id: EntityID
    var name: String
    var group: Int
    var importance: Int
    var degree = 0
    var node: Int32 = -1
  }

  private struct Link {
    var id: EntityID
    var from: Int32
    var to: Int32
    var kind: RelationshipKind?
    var isMutual: Bool?
    var isWished: Bool
  }

  init(_ session: Session, _ readings: ReadingIndex, _ options: ChainOptions) {
    let view = session.mapViews.sorted.first { $0.view == .chain }
    let profile = session.profile
    for segment in profile.segments {
      groups.append(Group(segment: segment.id, kind: .segment, isBand: segment.isBand, name: segment.name,
        isFolded: view?.folded.contains(segment.id) ?? false))
    }
    var groupOf: [EntityID: Int] = [:]
    for (number, group) in groups.enumerated() { if let id = group.segment { groupOf[id] = number } }
    let hasChain = groups.contains { !$0.isBand }
    let markets = groups.count
    groups.append(Group(kind: .markets, isBand: !hasChain, name: options.labels.markets))
    let unplaced = groups.count
    groups.append(Group(kind: .unplaced, isBand: !hasChain, name: options.labels.unplaced))

    var actors: [Actor] = []
    actors.reserveCapacity(session.stakeholders.count)
    session.stakeholders.forEach { one in
      actors.append(Actor(id: one.id, name: one.name, group: one.segment.flatMap { groupOf[$0] } ?? unplaced, importance: Self.importance(one.roles)))
    }
    var numberOf: [EntityID: Int32] = Dictionary(minimumCapacity: actors.count)
    for (number, actor) in actors.enumerated() {
      numberOf[actor.id] = Int32(number)
      groups[actor.group].count += 1
    }

    var links: [Link] = []
    links.reserveCapacity(session.relationships.count)
    session.relationships.forEach { tie in
      guard let from = tie.from.flatMap({ numberOf[$0] }), let to = tie.to.flatMap({ numberOf[$0] }) else { return }
      actors[Int(from)].degree += 1
      if to != from { actors[Int(to)].degree += 1 }
      links.append(Link(id: tie.id, from: from, to: to, kind: tie.type?.option, isMutual: tie.mutual, isWished: tie.status == .wished))
    }

    var pins: [EntityID: SceneSlot] = [:]
    for pin in view?.pinned ?? [] {
      guard let id = pin.stakeholder else { continue }
      pins[id] = SceneSlot(segment: nil, x: min(max(pin.x ?? 0, 0), 63), y: min(max(pin.y ?? 0, 0), 199), span: 1)
    }
    choose(&actors, pins, options)
    fill(session, actors, pins, options)
    // Buyers stand at the end of the chain where it has one.
    let end = profile.segments.lastIndex { $0.stage == .endMarket }.flatMap { groups[$0].isFolded ? nil : $0 } ?? markets
    addMarkets(session, to: end)
    connect(links, actors, readings, options)
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

  /// Marks who gets a box of their own: everybody, or of many those with roles and ties first.
  private func choose(_ actors: inout [Actor], _ pins: [EntityID: SceneSlot], _ options: ChainOptions) {
    var members: [[Int]] = Array(repeating: [], count: groups.count)
    for (number, actor) in actors.enumerated() { members[actor.group].append(number) }
    for (group, list) in members.enumerated() where !groups[group].isFolded {
      // Two are shown rather than "2 more", so the fold box never stands for one alone.
      let most = max(1, options.mostPerSegment) * (groups[group].isBand ? 2 : 1)
      var shown = list
      if list.count > most + 1 {
        func first(_ number: Int) -> Bool { actors[number].id == options.highlight || pins[actors[number].id] != nil }
        let ranked = list.sorted { a, b in
          if first(a) != first(b) { return first(a) }
          if actors[a].importance != actors[b].importance { return actors[a].importance > actors[b].importance }
          if actors[a].degree != actors[b].degree { return actors[a].degree > actors[b].degree }
          return actors[a].id < actors[b].id
        }
        shown = Array(ranked.prefix(most))
      }
      for number in shown { actors[number].node = 0 }
    }
  }

  private mutating func fill(_ session: Session, _ actors: [Actor], _ pins: [EntityID: SceneSlot], _ options: ChainOptions) {
    let shown = actors.filter { $0.node == 0 }.sorted { ($0.group, $0.name, $0.id) < ($1.group, $1.name, $1.id) }
    for actor in shown {
      guard let one = session.stakeholders[actor.id] else { continue }
      groups[actor.group].boxes.append(nodes.count)
      nodes.append(Node(id: .stakeholder(one.id), name: one.name, group: actor.group,
        sector: one.sector?.option ?? one.type?.option?.usualSector, roles: one.roles.compactMap(\.option), pin: pins[one.id]))
    }
    for number in groups.indices {
      let group = groups[number]
      let left = group.count - group.boxes.count
      if group.isFolded, let segment = group.segment {
        groups[number].boxes.append(nodes.count)
        nodes.append(Node(id: .folded(segment), name: group.name, group: number, count: group.count))
      } else if left > 0 {
        groups[number].boxes.append(nodes.count)
        nodes.append(Node(id: .more(group.segment), name: "", group: number, count: left))
      }
    }
  }

  private mutating func addMarkets(_ session: Session, to group: Int) {
    var places: [EntityID: Int] = [:]
    for (number, node) in nodes.enumerated() { if let id = node.id.stakeholder { places[id] = number } }
    for market in session.endMarkets.sorted {
      if let buyer = market.buyer, session.stakeholders.contains(buyer) {
        if let place = places[buyer] { nodes[place].markets += 1 }
        continue
      }
      groups[group].count += 1
      groups[group].boxes.append(nodes.count)
      nodes.append(Node(id: .market(market.id), name: market.name, group: group, sector: nil))
    }
  }

  /// One tie for each pair of boxes; those of folded stakeholders meet in their segment's box, those of `more` are left to the count.
  private mutating func connect(_ links: [Link], _ actors: [Actor], _ readings: ReadingIndex, _ options: ChainOptions) {
    var places: [EntityID: Int] = [:]
    var foldOf: [Int: Int] = [:]
    for (number, node) in nodes.enumerated() {
      if let id = node.id.stakeholder { places[id] = number }
      if case .folded = node.id { foldOf[node.group] = number }
    }
    let placeOf = actors.map { actor in
      actor.node == 0 ? Int32(places[actor.id] ?? -1) : Int32(foldOf[actor.group] ?? -1)
    }
    var drawn: [(link: Link, a: Int, b: Int)] = []
    for link in links {
      let a = placeOf[Int(link.from)]
      let b = placeOf[Int(link.to)]
      if a >= 0, b >= 0 { drawn.append((link, Int(a), Int(b))) }
    }
    drawn.sort { $0.link.id < $1.link.id }
    var known: [Int: Int] = [:]
    for (link, a, b) in drawn {
      if a == b {
        nodes[a].relatesToItself = nodes[a].relatesToItself || nodes[a].id.stakeholder != nil
        continue
      }
      let pair = min(a, b) * nodes.count + max(a, b)
      let isConflict = link.kind == .conflict
      if let place = known[pair] {
        ties[place].relationships.append(link.id)
        ties[place].isOneWay = ties[place].isOneWay && link.isMutual == false && ties[place].from == a
        ties[place].isWished = ties[place].isWished && link.isWished
        ties[place].isConflict = ties[place].isConflict || isConflict
        if ties[place].kind == nil { ties[place].kind = link.kind }
      } else {
        known[pair] = ties.count
        ties.append(Tie(from: a, to: b, relationships: [link.id], kind: link.kind, isOneWay: link.isMutual == false,
          isWished: link.isWished, isConflict: isConflict))
      }
      if options.showTrust {
        addTrust(to: known[pair] ?? 0, actors[Int(link.from)].id, actors[Int(link.to)].id, swapped: ties[known[pair] ?? 0].from != a, readings)
      }
    }
    for tie in ties {
      nodes[tie.from].degree += 1
      nodes[tie.to].degree += 1
    }
    guard options.showTrust else { return }
    for number in nodes.indices {
      if let id = nodes[number].id.stakeholder { nodes[number].ownTrust = Self.level(readings.trust(id, id)) }
    }
  }

  /// A folded segment's line is as weak as the weakest tie in it.
  private mutating func addTrust(to place: Int, _ from: EntityID, _ to: EntityID, swapped: Bool, _ readings: ReadingIndex) {
    func lower(_ a: Int?, _ b: Int?) -> Int? { a.map { min($0, b ?? $0) } ?? b }
    let there = Self.level(readings.trust(from, to))
    let back = Self.level(readings.trust(to, from))
    ties[place].trust = lower(ties[place].trust, swapped ? back : there)
    ties[place].trustBack = lower(ties[place].trustBack, swapped ? there : back)
  }

  private static func level(_ trust: Int?) -> Int? { trust.flatMap { (1...5).contains($0) ? $0 : nil } }
}
