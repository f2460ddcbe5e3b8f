import SessionModel

/// Who is on a view other than the chain, and what ties them.
struct FieldContent {
  struct Node {
    var id: SceneBoxID
    var name: String
    var sector: Sector?
    var roles: [StakeholderRole]
    var importance: Int
    var degree: Int
    var count = 1
    var markets = 0
    var relatesToItself = false
    var ownTrust: Int?
  }

  private(set) var nodes: [Node] = []
  private(set) var ties: [MapTie] = []

  /// Those of `members`, as numbers of the roster, in their order.
  init(_ session: Session, _ roster: ChainRoster, members: [Int], readings: ReadingIndex, showTrust: Bool) {
    var nodeOf = [Int32](repeating: -1, count: roster.actors.count)
    var places: [EntityID: Int] = [:]
    for number in members {
      let actor = roster.actors[number]
      if let fold = actor.fold {
        nodeOf[number] = Int32(nodes.count)
        let id: SceneBoxID = fold.place == 0 ? .folded(fold.segment) : .part(fold.segment, fold.place)
        nodes.append(Node(id: id, name: actor.name, sector: nil, roles: [], importance: actor.importance, degree: actor.degree, count: fold.count))
        continue
      }
      guard let one = session.stakeholders[actor.id] else { continue }
      nodeOf[number] = Int32(nodes.count)
      places[actor.id] = nodes.count
      nodes.append(Node(id: .stakeholder(actor.id), name: one.name, sector: one.effectiveSector,
        roles: one.roles.compactMap(\.option), importance: actor.importance, degree: actor.degree))
    }
    for market in session.endMarkets.sorted { if let buyer = market.buyer, let place = places[buyer] { nodes[place].markets += 1 } }
    let found = MapTies(roster, boxOf: nodeOf, boxes: nodes.count, readings: showTrust ? readings : nil)
    ties = found.ties
    for place in found.ofThemselves { nodes[place].relatesToItself = true }
    guard showTrust else { return }
    for place in nodes.indices { if let id = nodes[place].id.stakeholder { nodes[place].ownTrust = MapTies.level(readings.trust(id, id)) } }
  }

  /// Who comes first where there is not room for all.
  func rank(_ node: Int, highlight: EntityID?) -> Int {
    let node = nodes[node]
    if let highlight, node.id.stakeholder == highlight { return 1 << 60 }
    return node.importance << 32 + node.degree
  }

  /// Writes the ties of the scene's boxes, of which number i is node `shown[i]`.
  func addTies(to scene: inout Scene, shown: [Int]) {
    var boxOf = [Int](repeating: -1, count: nodes.count)
    for (box, node) in shown.enumerated() { boxOf[node] = box }
    scene.ties = []
    scene.tiesOfBox = Array(repeating: [], count: scene.boxes.count)
    for tie in ties where boxOf[tie.from] >= 0 && boxOf[tie.to] >= 0 {
      scene.tiesOfBox[boxOf[tie.from]].append(Int32(scene.ties.count))
      scene.tiesOfBox[boxOf[tie.to]].append(Int32(scene.ties.count))
      scene.ties.append(SceneTie(from: nodes[tie.from].id, to: nodes[tie.to].id, trust: tie.trust, trustBack: tie.trustBack, isWished: tie.isWished,
        isConflict: tie.isConflict, isRelated: tie.isRelated, hasLine: false))
    }
  }

  func box(_ number: Int, mark: ScenePoint) -> SceneBox {
    let node = nodes[number]
    var box = SceneBox(
      id: node.id, rect: SceneRect(x: mark.x, y: mark.y, width: 1, height: 1), name: node.name, label: [], isInBand: false, sector: node.sector,
      roles: node.roles, count: node.count, markets: node.markets, ownTrust: node.ownTrust, relatesToItself: node.relatesToItself, isPinned: false,
      slot: SceneSlot(segment: nil, x: 0, y: 0, span: 1))
    box.mark = mark
    box.degree = node.degree
    return box
  }
}
