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
    /// Of the ties that count for the layout.
    var degree = 0
    var pin: SceneSlot?
    var note = ""
  }

  private(set) var groups: [Group] = []
  private(set) var nodes: [Node] = []
  private(set) var ties: [MapTie] = []
  /// The ties that decide where everybody stands: all, or those of the chain. Not by trust, nor by who is selected.
  private(set) var guiding: [Int] = []

  /// The groups that are drawn as columns, from left to right: every segment, the others when there is somebody in them.
  var columns: [Int] { groups.indices.filter { !groups[$0].isBand && isShown(groups[$0]) } }
  var bands: [Int] { groups.indices.filter { groups[$0].isBand && isShown(groups[$0]) } }

  private let hidesEmpty: Bool

  private func isShown(_ group: Group) -> Bool { group.count > 0 || (group.kind == .segment && !hidesEmpty) }

  init(_ session: Session, _ roster: ChainRoster, _ readings: ReadingIndex, _ options: ChainOptions) {
    hidesEmpty = options.hidesEmpty
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

    let groupOfActor = roster.actors.map { $0.segment.flatMap { groupOf[$0] } ?? unplaced }
    for group in groupOfActor { groups[group].count += 1 }

    var pins: [EntityID: SceneSlot] = [:]
    for pin in view?.pinned ?? [] {
      guard let id = pin.stakeholder else { continue }
      pins[id] = SceneSlot(segment: nil, x: min(max(pin.x ?? 0, 0), 63), y: min(max(pin.y ?? 0, 0), 199), span: 1)
    }
    let shown = choose(roster, groupOfActor, pins, options)
    let nodeOf = fill(session, roster, shown, groupOfActor, pins, options.note)
    // Buyers stand at the end of the chain where it has one.
    let end = profile.segments.lastIndex { $0.stage == .endMarket }.flatMap { groups[$0].isFolded ? nil : $0 } ?? markets
    if !options.hidesEmpty { addMarkets(session, to: end) }
    connect(roster, nodeOf, readings, options)
  }

  /// Who gets a box of their own: everybody, or of many those with roles and ties first.
  private func choose(_ roster: ChainRoster, _ groupOf: [Int], _ pins: [EntityID: SceneSlot], _ options: ChainOptions) -> [Int] {
    var members: [[Int]] = Array(repeating: [], count: groups.count)
    for (number, group) in groupOf.enumerated() { members[group].append(number) }
    var chosen: [Int] = []
    for (group, list) in members.enumerated() where !groups[group].isFolded {
      let most = max(1, options.mostPerSegment) * (groups[group].isBand ? 2 : 1)
      // The box for the others never stands for one alone.
      if list.count <= most + 1 {
        chosen += list
        continue
      }
      let ranks = list.map { number in
        let actor = roster.actors[number]
        let first = actor.id == options.highlight || pins[actor.id] != nil
        return (number: number, rank: (first ? 1 << 50 : 0) + actor.importance << 32 + actor.degree, id: actor.id)
      }
      chosen += ranks.sorted { $0.rank != $1.rank ? $0.rank > $1.rank : $0.id < $1.id }.prefix(most).map(\.number)
    }
    return chosen.sorted { a, b in
      (groupOf[a], roster.actors[a].name, roster.actors[a].id) < (groupOf[b], roster.actors[b].name, roster.actors[b].id)
    }
  }

  /// Makes the boxes and returns the one of each stakeholder, or -1.
  private mutating func fill(
    _ session: Session, _ roster: ChainRoster, _ shown: [Int], _ groupOf: [Int], _ pins: [EntityID: SceneSlot],
    _ note: (Stakeholder) -> String
  ) -> [Int32] {
    var nodeOf = [Int32](repeating: -1, count: roster.actors.count)
    for number in shown {
      guard let one = session.stakeholders[roster.actors[number].id] else { continue }
      nodeOf[number] = Int32(nodes.count)
      groups[groupOf[number]].boxes.append(nodes.count)
      nodes.append(Node(id: .stakeholder(one.id), name: one.name, group: groupOf[number],
        sector: one.effectiveSector, roles: one.roles.compactMap(\.option), pin: pins[one.id],
        note: note(one)))
    }
    var foldOf = [Int32](repeating: -1, count: groups.count)
    for number in groups.indices {
      let group = groups[number]
      let left = group.count - group.boxes.count
      if group.isFolded, let segment = group.segment {
        foldOf[number] = Int32(nodes.count)
        groups[number].boxes.append(nodes.count)
        nodes.append(Node(id: .folded(segment), name: group.name, group: number, count: group.count))
      } else if left > 0 {
        groups[number].boxes.append(nodes.count)
        nodes.append(Node(id: .more(group.segment), name: "", group: number, count: left))
      }
    }
    if foldOf.contains(where: { $0 >= 0 }) {
      for number in nodeOf.indices where nodeOf[number] < 0 { nodeOf[number] = foldOf[groupOf[number]] }
    }
    return nodeOf
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
  private mutating func connect(_ roster: ChainRoster, _ nodeOf: [Int32], _ readings: ReadingIndex, _ options: ChainOptions) {
    let found = MapTies(roster, boxOf: nodeOf, boxes: nodes.count, readings: options.showTrust ? readings : nil)
    ties = found.ties
    for number in found.ofThemselves where nodes[number].id.stakeholder != nil { nodes[number].relatesToItself = true }
    for place in ties.indices where groups[nodes[ties[place].from].group].isBand || groups[nodes[ties[place].to].group].isBand {
      ties[place].isOfChain = false
    }
    guiding = ties.indices.filter { ties[$0].isRelated && (options.lines == .all || ties[$0].isOfChain) }
    for place in guiding {
      nodes[ties[place].from].degree += 1
      nodes[ties[place].to].degree += 1
    }
    guard options.showTrust else { return }
    for number in nodes.indices {
      if let id = nodes[number].id.stakeholder { nodes[number].ownTrust = MapTies.level(readings.trust(id, id)) }
    }
  }
}
