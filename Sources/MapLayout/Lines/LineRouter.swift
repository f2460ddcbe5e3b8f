/// Finds orthogonal ways for lines between boxes: the cheapest by length, bends and crossings. Lines cross but never share a cell otherwise, and enter no box.
struct LineRouter {
  /// A border cell where a line may begin or end.
  struct Port {
    var cell: ScenePoint
    /// Whether lines leave it sideways.
    var isSide: Bool
    var cost: Int32
  }

  private(set) var grid: LineGrid
  /// What it costs to cross a line; a step costs two.
  private let crossing: Int32
  private var stamp: Int32 = 0
  /// By cell and direction: when it was last reached, how dearly, and from where.
  private var seen: [Int32]
  private var costs: [Int32]
  private var came: [Int32]
  private var goal: [Int32]
  private var goalCost: [Int32]
  private var queue: CostQueue
  private var dearest: Int32 = 0
  private var target = (left: 0, right: 0, top: 0, bottom: 0)

  private static let step: Int32 = 2
  private static let bend: Int32 = 7
  private static let alongBox: Int32 = 6
  private static let alongLine: Int32 = 2
  /// What a line may cost beyond twice its shortest way; a dearer one is left out, it would lead the eye astray.
  private static let detour: Int32 = 240
  /// The same for a line that is to be drawn at nearly any price: it may cross a few.
  private static let wideDetour: Int32 = 640
  /// Cells looked at before a line is given up, so that a crowded map stays quick.
  private static let patience = 6_000

  init(_ grid: LineGrid, crossing: Int32) {
    self.grid = grid
    self.crossing = crossing
    queue = CostQueue(limit: Int32(clamping: grid.width + grid.height) * Self.step * 2 + Self.wideDetour)
    seen = Array(repeating: 0, count: grid.cells.count * 2)
    costs = seen
    came = seen
    goal = Array(repeating: 0, count: grid.cells.count)
    goalCost = goal
  }

  /// The bends of the cheapest way from one of the ports to one of the others, both ends included; the way is taken. Nil when there is none.
  /// `atAnyPrice`: rather across a few lines than not at all.
  mutating func route(from: [Port], to: [Port], atAnyPrice: Bool = false) -> [ScenePoint]? {
    guard let first = to.first else { return nil }
    stamp += 1
    queue.removeAll()
    dearest = .max
    target = (left: first.cell.x, right: first.cell.x, top: first.cell.y, bottom: first.cell.y)
    for port in to {
      guard let cell = grid.index(port.cell), grid.cells[cell] & LineGrid.both == 0 else { continue }
      goal[cell] = stamp * 2 + (port.isSide ? 0 : 1)
      goalCost[cell] = port.cost
      target = (min(target.left, port.cell.x), max(target.right, port.cell.x), min(target.top, port.cell.y), max(target.bottom, port.cell.y))
    }
    for port in from {
      guard let cell = grid.index(port.cell), grid.cells[cell] & LineGrid.both == 0 else { continue }
      let state = cell * 2 + (port.isSide ? 0 : 1)
      seen[state] = stamp
      costs[state] = port.cost
      came[state] = -1
      let least = estimate(port.cell.x, port.cell.y)
      dearest = min(dearest, 2 * least + (atAnyPrice ? Self.wideDetour : Self.detour))
      queue.push(port.cost + least, Int32(state))
    }
    var looked = 0
    while let state = queue.pop() {
      if seen[Int(state)] == -stamp { continue }
      seen[Int(state)] = -stamp
      looked += 1
      if looked > Self.patience { return nil }
      let cell = Int(state) / 2
      let runsDown = state & 1 == 1
      let cost = costs[Int(state)]
      if goal[cell] == stamp * 2 + (runsDown ? 1 : 0), came[Int(state)] >= 0 { return follow(state) }
      let x = cell % grid.width
      let y = cell / grid.width
      let here = grid.cells[cell]
      let mayBend = here & (LineGrid.both | LineGrid.blocked) == 0
      if x > 0 { extend(state, x - 1, y, true, runsDown, mayBend, cost) }
      if x + 1 < grid.width { extend(state, x + 1, y, true, runsDown, mayBend, cost) }
      if y > 0 { extend(state, x, y - 1, false, runsDown, mayBend, cost) }
      if y + 1 < grid.height { extend(state, x, y + 1, false, runsDown, mayBend, cost) }
    }
    return nil
  }

  private mutating func extend(
    _ state: Int32, _ x: Int, _ y: Int, _ isAcross: Bool, _ runsDown: Bool, _ mayBend: Bool, _ cost: Int32
  ) {
    let next = y * grid.width + x
    let bends = isAcross == runsDown
    if bends, !mayBend { return }
    let flags = grid.cells[next]
    let own = isAcross ? LineGrid.across : LineGrid.down
    if flags & own != 0 { return }
    let isGoal = goal[next] == stamp * 2 + (isAcross ? 0 : 1)
    if flags & LineGrid.blocked != 0, !isGoal { return }
    var sum = cost + Self.step
    if bends { sum += Self.bend }
    if isGoal {
      sum += goalCost[next]
    } else {
      if flags & LineGrid.both != 0 { sum += crossing }
      if flags & LineGrid.besideBox != 0, !isAcross { sum += Self.alongBox }
      if hasNeighbour(next, own, isAcross) { sum += Self.alongLine }
    }
    let state2 = next * 2 + (isAcross ? 0 : 1)
    if seen[state2] == -stamp || (seen[state2] == stamp && costs[state2] <= sum) { return }
    let least = sum + estimate(x, y)
    if least > dearest { return }
    seen[state2] = stamp
    costs[state2] = sum
    came[state2] = state
    queue.push(least, Int32(state2))
  }

  /// The least that can be left to pay.
  private func estimate(_ x: Int, _ y: Int) -> Int32 {
    Int32(max(0, target.left - x, x - target.right) + max(0, target.top - y, y - target.bottom)) * Self.step
  }

  /// Whether a line runs the same way in the next row or column: two side by side are hard to tell apart.
  private func hasNeighbour(_ cell: Int, _ own: UInt8, _ isAcross: Bool) -> Bool {
    let step = isAcross ? grid.width : 1
    return (cell >= step && grid.cells[cell - step] & own != 0) || (cell + step < grid.cells.count && grid.cells[cell + step] & own != 0)
  }

  mutating func take(_ way: [ScenePoint]) { grid.take(way) }
  mutating func release(_ way: [ScenePoint]) { grid.release(way) }

  private mutating func follow(_ end: Int32) -> [ScenePoint] {
    var points: [ScenePoint] = []
    var state = end
    var steps = 0
    while state >= 0, steps <= grid.cells.count {
      let cell = Int(state) / 2
      let point = ScenePoint(x: cell % grid.width, y: cell / grid.width)
      if points.count >= 2, Self.isStraight(points[points.count - 2], points[points.count - 1], point) { points.removeLast() }
      points.append(point)
      state = came[Int(state)]
      steps += 1
    }
    points.reverse()
    grid.take(points)
    return points
  }

  private static func isStraight(_ a: ScenePoint, _ b: ScenePoint, _ c: ScenePoint) -> Bool {
    (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y)
  }
}
