/// Fills the rings and wedges with marks and names.
struct CirclesDrawing {
  private let plate: CirclesLayout.Plate
  private let content: FieldContent
  private let options: FieldOptions
  private var scene: Scene
  private var placing: NamePlacing
  private(set) var shown: [Int] = []
  private var crowds: [SceneBox] = []
  /// The cells of each ring and wedge.
  private var cells: [[ScenePoint]]

  init(_ plate: CirclesLayout.Plate, _ content: FieldContent, _ options: FieldOptions, _ scene: Scene) {
    self.plate = plate
    self.content = content
    self.options = options
    self.scene = scene
    placing = NamePlacing(CellBoard(plate.size), LabelText(columns: options.columns))
    cells = Array(repeating: [], count: plate.turns.count * 3)
    for y in 0..<plate.size.height {
      for x in 0..<plate.size.width {
        if let ring = plate.ring(x, y) { cells[plate.wedge(x, y) * 3 + ring].append(ScenePoint(x: x, y: y)) }
      }
    }
  }

  // MARK: Rings

  mutating func drawRings(_ sectors: [(number: Int, name: String)]) {
    for ring in 0..<3 {
      scene.rings.append(SceneRing(centre: plate.centre, across: Int((plate.across * plate.end(ring)).rounded()), down: Int((plate.down * plate.end(ring)).rounded())))
    }
    let used = sectors.filter { plate.isUsed($0.number) }
    if used.count > 1 {
      for sector in used {
        let turn = plate.turns[sector.number]
        scene.rules.append(SceneRule(from: plate.point(turn: turn, far: plate.end(0) * 0.3), to: plate.point(turn: turn, far: 1), isStrong: false))
      }
    }
    for (ring, name) in options.labels.rings.prefix(3).enumerated() {
      caption(" \(name) ", plate.centre.x, plate.centre.y - Int((plate.down * plate.end(ring)).rounded()), .ring)
    }
    for sector in used {
      let from = sector.number > 0 ? plate.turns[sector.number - 1] : 0
      let turn = (from + plate.turns[sector.number]) / 2
      let at = plate.point(turn: turn.truncatingRemainder(dividingBy: 4), far: 1)
      caption(" \(sector.name) ", at.x, at.y, .wedge)
    }
  }

  /// Centred on a column, moved aside as far as it takes to stay within the scene and off other words.
  private mutating func caption(_ words: String, _ x: Int, _ y: Int, _ kind: SceneCaption.Kind) {
    let label = placing.text.cut(words, to: plate.size.width)
    let width = placing.text.width(label)
    guard width > 2 else { return }
    let row = max(0, min(y, plate.size.height - 1))
    for away in 0..<plate.size.width {
      for side in away == 0 ? [0] : [-away, away] {
        let left = max(0, min(x - width / 2 + side, plate.size.width - width))
        let rect = SceneRect(x: left, y: row, width: width, height: 1)
        guard placing.board.isFree(rect) else { continue }
        placing.take(rect)
        scene.captions.append(SceneCaption(at: ScenePoint(x: left, y: row), text: label, width: width, kind: kind))
        return
      }
    }
  }

  // MARK: Marks

  /// Spreads the nodes of a ring and wedge over it. `more`: how many there are besides.
  mutating func fill(_ ring: Int, _ wedge: Int, _ nodes: [Int], more: Int) {
    guard !nodes.isEmpty else { return }
    let field = cells[wedge * 3 + ring]
    guard !field.isEmpty else {
      scene.crowded += nodes.count + more
      return
    }
    let middle = ScenePoint(x: field.reduce(0) { $0 + $1.x } / field.count, y: field.reduce(0) { $0 + $1.y } / field.count)
    var rest = more
    for (place, node) in nodes.enumerated() {
      // Where one finds no room the next will not either; the last place says how many are left.
      let target = plate.place(place, of: nodes.count, ring, wedge)
      if !put(node, field, target, ring, wedge) {
        rest += nodes.count - place
        break
      }
    }
    if rest > 0 { crowd(rest, wedge * 3 + ring, field, middle) }
  }

  /// The lengths to which a name may be cut, and what that costs; rather than that it stands some way aside, or reaches over an edge.
  private static let cuts: [(length: Int, cost: Int)] = [(.max, 0), (20, 600), (15, 1000), (11, 1600), (8, 2400)]
  private static let overEdge = 60
  private static let withoutAir = 40
  private static let withoutBadge = 160

  /// A mark in its ring and wedge with its name to the right, where both cost least.
  private mutating func put(_ node: Int, _ field: [ScenePoint], _ middle: ScenePoint, _ ring: Int, _ wedge: Int) -> Bool {
    var box = content.box(node, mark: middle)
    let tail = box.tailWidth(options.labels.number(box.count))
    let full = placing.text.width(box.name)
    var best: (cost: Int, mark: ScenePoint, label: String, width: Int)?
    for cut in Self.cuts where cut.length == .max || cut.length < full {
      if let best, best.cost <= cut.cost { break }
      let label = placing.text.cut(box.name, to: min(cut.length, full))
      let width = placing.text.width(label) + tail
      for mark in field {
        let rect = SceneRect(x: mark.x, y: mark.y, width: width + 2, height: 1)
        let off = abs(2 * (mark.x - middle.x) + width)
        var cost = cut.cost + off * off / 4 + 6 * (mark.y - middle.y) * (mark.y - middle.y)
        guard best.map({ cost < $0.cost }) ?? true, placing.board.isFree(SceneRect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: 1)) else { continue }
        if plate.ring(rect.right - 1, rect.y) != ring || plate.wedge(rect.right - 1, rect.y) != wedge { cost += Self.overEdge }
        // A row of air around each, while there is room.
        if !placing.board.isFree(SceneRect(x: rect.x, y: rect.y - 1, width: rect.width, height: 3)) { cost += Self.withoutAir }
        // Cells behind it for what it has to do with the selected one; else its end gives way to that.
        if !placing.board.isFree(SceneRect(x: rect.right, y: rect.y, width: SceneBox.badgeRoom, height: 1)) { cost += Self.withoutBadge }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, mark, label, width) }
      }
    }
    guard let best else { return false }
    box.mark = best.mark
    box.label = [best.label]
    box.nameRect = SceneRect(x: best.mark.x + 2, y: best.mark.y, width: best.width, height: 1)
    box.rect = SceneRect(x: best.mark.x, y: best.mark.y, width: best.width + 2, height: 1)
    placing.take(box.rect)
    scene.places[box.id] = scene.boxes.count
    scene.boxes.append(box)
    shown.append(node)
    return true
  }

  /// How many more there are, in the free cells nearest to the middle; counted at least where there are none.
  private mutating func crowd(_ count: Int, _ place: Int, _ field: [ScenePoint], _ middle: ScenePoint) {
    scene.crowded += count
    let label = "+\(options.labels.number(count))"
    let width = label.utf8.count
    let free = field.filter { placing.board.isFree(SceneRect(x: $0.x - 1, y: $0.y, width: width + 4, height: 1)) }
    guard let mark = free.min(by: { Self.away($0, middle) < Self.away($1, middle) }) else { return }
    var box = SceneBox(
      id: .crowd(place), rect: SceneRect(x: mark.x, y: mark.y, width: width + 2, height: 1), name: "", label: [label], isInBand: false, sector: nil, roles: [],
      count: count, markets: 0, ownTrust: nil, relatesToItself: false, isPinned: false, slot: SceneSlot(segment: nil, x: 0, y: 0, span: 1))
    box.mark = mark
    box.nameRect = SceneRect(x: mark.x + 2, y: mark.y, width: width, height: 1)
    placing.take(box.rect)
    crowds.append(box)
  }

  private static func away(_ a: ScenePoint, _ b: ScenePoint) -> Int { (a.x - b.x) * (a.x - b.x) + 4 * (a.y - b.y) * (a.y - b.y) }

  mutating func finished() -> Scene {
    for box in crowds {
      scene.places[box.id] = scene.boxes.count
      scene.boxes.append(box)
    }
    crowds = []
    scene.tellNamesApart(placing.text)
    return scene
  }
}
