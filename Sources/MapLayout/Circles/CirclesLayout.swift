import SessionModel

/// The map as circles: rings from the core outwards, wedges by sector, a mark with its name for each.
public enum CirclesLayout {
  /// Where each ring ends, from the middle to the edge.
  private static let ends: [Float] = [0.46, 0.76, 1]

  /// Pure: the same session and options give the same scene.
  public static func scene(session: Session, readings: ReadingIndex, roster: ChainRoster, options: FieldOptions) -> Scene {
    var scene = Scene()
    scene.view = .circles
    scene.showsTrust = options.showTrust
    scene.madeFor = options.available
    guard options.available.width >= 30, options.available.height >= 9, !roster.actors.isEmpty else { return scene }
    scene.size = options.available
    let bounds = CircleRing.Bounds(degrees: roster.actors.map(\.degree))
    let sectors: [Sector?] = Sector.allCases.map { $0 } + [nil]
    let placeOf = roster.actors.map { actor in
      guard let one = session.stakeholders[actor.id] else { return -1 }
      let engagement = readings.current(ReadingSubject(.engagement, actor.id))?.state?.option
      let ring = CircleRing.of(engagement, roles: one.roles.compactMap(\.option), ties: actor.degree, bounds)
      let sector = one.effectiveSector
      return (sectors.firstIndex(of: sector) ?? sectors.count - 1) * 3 + ring.rawValue
    }
    let (roster, origin) = roster.folding(ChainRoster.folded(in: .circles, session)) { placeOf[$0] + 1 }
    var lists = Array(repeating: [Int](), count: sectors.count * 3)
    for number in roster.actors.indices where placeOf[origin[number]] >= 0 { lists[placeOf[origin[number]]].append(number) }
    for place in lists.indices {
      lists[place].sort { a, b in
        let (x, y) = (roster.actors[a], roster.actors[b])
        let first = (x.id == options.highlight, y.id == options.highlight)
        if first.0 != first.1 { return first.0 }
        let (p, q) = (x.importance << 24 + x.degree, y.importance << 24 + y.degree)
        return p != q ? p > q : (x.name, x.id) < (y.name, y.id)
      }
    }
    let plate = Plate(options.available, shares: sectors.indices.map { sector in (0..<3).reduce(0) { $0 + lists[sector * 3 + $1].count } })
    // More than this in one place cannot be told apart.
    let tried = lists.map { Array($0.prefix(60)) }
    let members = tried.flatMap { $0 }
    let content = FieldContent(session, roster, members: members, readings: readings, showTrust: options.showTrust)
    var drawing = CirclesDrawing(plate, content, options, scene)
    drawing.drawRings(sectors.enumerated().map { number, sector in
      let name = sector.map { options.labels.sectors[$0] ?? "" } ?? options.labels.noSector
      return (number, name)
    })
    var node = 0
    var places: [[Int]] = []
    for list in tried {
      places.append(Array(node..<(node + list.count)))
      node += list.count
    }
    // The core first: it has least room and matters most.
    for ring in 0..<3 {
      for sector in sectors.indices {
        let place = sector * 3 + ring
        drawing.fill(ring, sector, places[place], more: lists[place].count - tried[place].count)
      }
    }
    scene = drawing.finished()
    content.addTies(to: &scene, shown: drawing.shown)
    scene.index = SceneIndex(size: scene.size, boxes: scene.boxes, lines: [])
    return scene
  }

  /// Which ring and wedge each cell belongs to.
  struct Plate {
    let size: SceneSize
    let centre: ScenePoint
    let across: Float
    let down: Float
    /// Where each wedge ends, as a turn from 0 to 4 clockwise from above.
    private(set) var turns: [Float] = []

    init(_ size: SceneSize, shares: [Int]) {
      self.size = size
      centre = ScenePoint(x: size.width / 2, y: size.height / 2)
      across = Float(size.width) / 2 - 1
      down = Float(size.height) / 2 - 0.5
      let total = Float(max(1, shares.reduce(0, +)))
      // A small sector gets room for its name, a large one less than its share.
      let wanted = shares.map { $0 == 0 ? 0 : max(0.08, Float($0) / total) }
      let sum = wanted.reduce(0, +)
      var turn: Float = 0
      for share in wanted {
        turn += sum > 0 ? 4 * share / sum : 0
        turns.append(turn)
      }
    }

    /// Where one of so many stands when they are spread evenly over a ring and wedge.
    func place(_ number: Int, of count: Int, _ ring: Int, _ wedge: Int) -> ScenePoint {
      let from = wedge > 0 ? turns[wedge - 1] : 0
      let turn = from + (turns[wedge] - from) * (Float(number) + 0.5) / Float(max(1, count))
      let inner = ring > 0 ? CirclesLayout.ends[ring - 1] : 0.12
      return point(turn: min(turn, 3.999), far: (inner + CirclesLayout.ends[ring]) / 2)
    }

    func isUsed(_ wedge: Int) -> Bool { turns[wedge] > (wedge > 0 ? turns[wedge - 1] : 0) }

    func ring(_ x: Int, _ y: Int) -> Int? {
      let dx = Float(x - centre.x) / across
      let dy = Float(y - centre.y) / down
      let far = (dx * dx + dy * dy).squareRoot()
      // A mark keeps clear of the lines, so that there is no doubt on which side it stands.
      let air = 0.6 / down
      guard let ring = CirclesLayout.ends.firstIndex(where: { far < $0 - air }), ring == 0 || far > CirclesLayout.ends[ring - 1] + air else { return nil }
      return ring
    }

    func wedge(_ x: Int, _ y: Int) -> Int {
      let turn = Self.turn(Float(x - centre.x) / across, Float(y - centre.y) / down)
      return turns.firstIndex { turn < $0 } ?? turns.count - 1
    }

    /// Grows from 0 to 4 as one goes round clockwise from above; not an angle, but in the same order and without its cost.
    static func turn(_ x: Float, _ y: Float) -> Float {
      let sum = abs(x) + abs(y)
      guard sum > 0 else { return 0 }
      if x >= 0, y < 0 { return x / sum }
      if x > 0 || (x == 0 && y > 0) { return 1 + y / sum }
      if y > 0 { return 2 - x / sum }
      return 3 - y / sum
    }

    /// A point on the line from the middle at a turn: `far` 1 is the outer ring.
    func point(turn: Float, far: Float) -> ScenePoint {
      let part = turn - turn.rounded(.down)
      let (x, y): (Float, Float) =
        switch Int(turn) % 4 {
        case 0: (part, part - 1)
        case 1: (1 - part, part)
        case 2: (-part, 1 - part)
        default: (part - 1, -part)
        }
      let length = max(0.001, (x * x + y * y).squareRoot())
      return ScenePoint(x: centre.x + Int((x / length * far * across).rounded()), y: centre.y + Int((y / length * far * down).rounded()))
    }

    func end(_ ring: Int) -> Float { CirclesLayout.ends[ring] }
  }
}
