import SessionModel

/// Chooses which ties of a chain get a line, and in which order they look for their way.
struct ChainLines {
  let places: ChainPlaces
  let options: ChainOptions

  func draw(into scene: inout Scene) {
    let ties = places.content.ties
    scene.ties = ties.map { tie in
      SceneTie(from: scene.boxes[tie.from].id, to: scene.boxes[tie.to].id, trust: tie.trust, trustBack: tie.trustBack,
        isWished: tie.isWished, isConflict: tie.isConflict, isRelated: tie.isRelated, hasLine: false)
    }
    scene.tiesOfBox = Array(repeating: [], count: scene.boxes.count)
    for (number, tie) in ties.enumerated() {
      scene.tiesOfBox[tie.from].append(Int32(number))
      scene.tiesOfBox[tie.to].append(Int32(number))
    }
    let deserving = ties.count { $0.deservesLine }
    scene.hiddenLines = deserving
    defer { markDistrust(&scene) }
    let wanted = chosen
    guard !wanted.isEmpty, var grid = LineGrid(scene.size) else { return }
    for box in scene.boxes { grid.blockBox(box.rect) }
    for column in scene.columns { grid.block(column.header) }
    grid.block(SceneRect(x: 0, y: 0, width: scene.size.width, height: 1))
    if options.lines == .flow {
      grid.block(SceneRect(x: 0, y: scene.bandTop, width: scene.size.width, height: scene.size.height - scene.bandTop))
    }
    // Lines cross the rule of a band but do not run along it.
    for band in scene.bands {
      grid.mark(SceneRect(x: 0, y: band.header.y, width: scene.size.width, height: 1), LineGrid.across)
      grid.block(band.header)
    }
    let ways = LineWays(wanted.map { number in
      let (from, to) = (scene.boxes[ties[number].from], scene.boxes[ties[number].to])
      return LineWays.Wish(from: Self.ports(from, facing: to), to: Self.ports(to, facing: from))
    }, on: grid)
    var lines: [(tie: Int, line: SceneLine)] = []
    for (number, way) in zip(wanted, ways.ways) {
      guard let way else { continue }
      let tie = ties[number]
      lines.append((number, SceneLine(
        relationships: tie.relationships, from: scene.boxes[tie.from].id, to: scene.boxes[tie.to].id, kind: tie.kind, linkage: linkage(tie), points: way,
        trust: tie.trust, trustBack: tie.trustBack, isOneWay: tie.isOneWay, isWished: tie.isWished, isConflict: tie.isConflict, labels: [])))
      scene.ties[number].hasLine = true
      if places.isBand(tie.from) || places.isBand(tie.to) { scene.bandsStandApart = false }
    }
    var labels = LineLabels(ways.router.grid)
    for place in lines.indices { lines[place].line.labels = labels.place(lines[place].line) }
    scene.lines = lines.sorted { $0.tie < $1.tie }.map(\.line)
    scene.hiddenLines = deserving - lines.count
  }

  /// Low trust that no line shows is said at both ends.
  private func markDistrust(_ scene: inout Scene) {
    for (number, tie) in places.content.ties.enumerated() where !scene.ties[number].hasLine {
      guard let level = tie.lowerTrust, level <= 2 else { continue }
      for end in [tie.from, tie.to] { scene.boxes[end].unseenDistrust = min(level, scene.boxes[end].unseenDistrust ?? level) }
    }
  }

  private func linkage(_ tie: MapTie) -> Linkage {
    if let kind = tie.kind { return kind.linkage }
    if places.isBand(tie.from) || places.isBand(tie.to) { return .support }
    return places.column(of: tie.from) == places.column(of: tie.to) ? .horizontal : .vertical
  }

  // MARK: Which, and in which order

  /// The ties to draw, the easy ones first: short lines leave room for long ones, hardly ever the other way round.
  private var chosen: [Int] {
    let ties = places.content.ties
    var list = ties.indices.filter { ties[$0].deservesLine }
    switch options.lines {
    case .none: return []
    case .all: break
    case .flow: list = places.content.guiding + list.filter { !ties[$0].isRelated && !places.isBand(ties[$0].from) && !places.isBand(ties[$0].to) }
    case .of(let id): list = list.filter { touches(ties[$0], id) }
    }
    if list.count > options.mostLines {
      list = Array(list.sorted { (importance(ties[$0]), $0) < (importance(ties[$1]), $1) }.prefix(max(0, options.mostLines)))
    }
    return list.sorted { (difficulty(ties[$0]), $0) < (difficulty(ties[$1]), $1) }
  }

  private func touches(_ tie: MapTie, _ id: EntityID) -> Bool {
    places.content.nodes[tie.from].id.entity == id || places.content.nodes[tie.to].id.entity == id
  }

  /// Lower is more important: the highlighted one's, then the short ones, which find their way, then what is weakest or strongest, then the flow of the chain.
  private func importance(_ tie: MapTie) -> Int {
    if let id = options.highlight, touches(tie, id) { return 0 }
    let span = min(4, max(1, abs(places.column(of: tie.from) - places.column(of: tie.to))))
    let trust = tie.lowerTrust.map { 3 - abs($0 - 3) } ?? 4
    return span * 32 + trust * 4 + (linkage(tie) == .vertical ? 0 : 1)
  }

  private func difficulty(_ tie: MapTie) -> Int {
    let across = abs(places.column(of: tie.from) - places.column(of: tie.to))
    let a = places.slots[tie.from]
    let b = places.slots[tie.to]
    let isBand = places.isBand(tie.from) || places.isBand(tie.to)
    var sum = isBand ? 400 + 60 * across : 100 * across + 20 * max(0, a.y - b.y - b.span + 1, b.y - a.y - a.span + 1)
    if across == 0, !isBand { sum += 60 }
    if let id = options.highlight, touches(tie, id) { sum -= 100_000 }
    return sum
  }

  // MARK: Ports

  /// The border cells where a line to another box may leave this one, those on the way cheap, those behind dear.
  private static func ports(_ box: SceneBox, facing other: SceneBox) -> [LineRouter.Port] {
    let rect = box.rect
    var ports: [LineRouter.Port] = []
    let rows = box.hasBorder ? (rect.y + 1)..<(rect.bottom - 1) : rect.y..<rect.bottom
    let isRight = other.rect.x >= rect.right
    let isLeft = other.rect.right <= rect.x
    let isLevel = !isRight && !isLeft
    for y in rows {
      let off = Int32(abs(2 * y - rows.lowerBound - rows.upperBound + 1) / 2)
      ports.append(.init(cell: ScenePoint(x: rect.x, y: y), isSide: true, cost: off + (isLeft ? 0 : isLevel ? 3 : 16)))
      ports.append(.init(cell: ScenePoint(x: rect.right - 1, y: y), isSide: true, cost: off + (isRight ? 0 : isLevel ? 2 : 16)))
    }
    guard box.hasBorder || box.isInBand else { return ports }
    let isAbove = other.rect.bottom <= rect.y
    let isBelow = other.rect.y >= rect.bottom
    let middle = rect.x + rect.width / 2
    for x in (rect.x + 1)..<(rect.right - 1) {
      let off = Int32(abs(x - middle) / 2)
      if x > rect.x + box.marks {
        ports.append(.init(cell: ScenePoint(x: x, y: rect.y), isSide: false, cost: off + (isAbove ? (isLevel ? 0 : 4) : 14)))
      }
      if x > rect.x + box.ownMarks {
        ports.append(.init(cell: ScenePoint(x: x, y: rect.bottom - 1), isSide: false, cost: off + (isBelow ? (isLevel ? 0 : 4) : 14)))
      }
    }
    return ports
  }
}
