import SessionModel

/// Where every stakeholder of a session stands in the plane of the network view. Kept while people come and go: who is there stays, who is new is put beside
/// those it is tied to.
public struct NetworkPlan: Sendable, Equatable {
  private(set) var places: [EntityID: (x: Float, y: Float)] = [:]

  public static func == (a: NetworkPlan, b: NetworkPlan) -> Bool {
    a.places.count == b.places.count && a.places.allSatisfy { id, place in b.places[id].map { $0 == place } ?? false }
  }

  public init() {}

  public var isEmpty: Bool { places.isEmpty }

  /// Lays out everybody. Stakeholders stand in the order of their ids, so that the same session gives the same plan.
  public init(_ roster: ChainRoster, progress: (Float) -> Bool = { _ in true }) {
    let order = roster.actors.indices.sorted { roster.actors[$0].id < roster.actors[$1].id }
    var number = [Int](repeating: 0, count: order.count)
    for (place, actor) in order.enumerated() { number[actor] = place }
    let network = PlainNetwork(count: order.count, ties: roster.links.map { (number[Int($0.from)], number[Int($0.to)]) })
    let positions = NetworkLayout.positions(network, progress: progress)
    places.reserveCapacity(order.count)
    for (place, actor) in order.enumerated() { places[roster.actors[actor].id] = (positions.x[place], positions.y[place]) }
  }

  /// How many of the session's stakeholders have no place yet.
  public func missing(_ roster: ChainRoster) -> Int { roster.actors.count { places[$0.id] == nil } }

  /// Whether so many are new that a layout from scratch is better than putting each beside the others.
  public func wantsLayout(_ roster: ChainRoster) -> Bool {
    let missing = missing(roster)
    return missing > 0 && (missing > 40 || 2 * missing > roster.actors.count)
  }

  /// The plan with places for those who are new, and without those who left.
  public func following(_ roster: ChainRoster) -> NetworkPlan {
    guard places.count != roster.actors.count || missing(roster) > 0 else { return self }
    var plan = self
    let there = Set(roster.actors.map(\.id))
    for id in places.keys where !there.contains(id) { plan.places[id] = nil }
    let new = roster.actors.indices.filter { plan.places[roster.actors[$0].id] == nil }.sorted { roster.actors[$0].id < roster.actors[$1].id }
    guard !new.isEmpty else { return plan }
    var near: [Int: [Int]] = [:]
    let isNew = Set(new)
    for link in roster.links {
      if isNew.contains(Int(link.from)) { near[Int(link.from), default: []].append(Int(link.to)) }
      if isNew.contains(Int(link.to)) { near[Int(link.to), default: []].append(Int(link.from)) }
    }
    for actor in new {
      let ends = near[actor]?.compactMap { plan.places[roster.actors[$0].id] } ?? []
      plan.places[roster.actors[actor].id] = plan.room(beside: ends)
    }
    return plan
  }

  /// The plan with a place for each folded segment, in the middle of its members.
  func folding(_ segments: [EntityID: String], _ roster: ChainRoster) -> NetworkPlan {
    var sums: [EntityID: (x: Float, y: Float, count: Float)] = [:]
    for actor in roster.actors {
      guard let segment = actor.segment, segments[segment] != nil, let place = places[actor.id] else { continue }
      let sum = sums[segment] ?? (0, 0, 0)
      sums[segment] = (sum.x + place.x, sum.y + place.y, sum.count + 1)
    }
    var plan = self
    for (segment, sum) in sums { plan.places[segment] = (sum.x / sum.count, sum.y / sum.count) }
    return plan
  }

  /// A place a step away from the ends of its ties and as far as can be from all others; without ties at the lower edge.
  private func room(beside ends: [(x: Float, y: Float)]) -> (x: Float, y: Float) {
    guard !places.isEmpty else { return (0, 0) }
    guard !ends.isEmpty else {
      let left = places.values.reduce(Float.infinity) { min($0, $1.x) }
      let bottom = places.values.reduce(-Float.infinity) { max($0, $1.y) }
      let lowest = places.values.filter { $0.y > bottom - 0.5 }.reduce(left - 1) { max($0, $1.x) }
      return (lowest + 1, bottom)
    }
    let middle = (x: ends.reduce(Float(0)) { $0 + $1.x } / Float(ends.count), y: ends.reduce(Float(0)) { $0 + $1.y } / Float(ends.count))
    var best: (worth: Float, x: Float, y: Float) = (-.infinity, middle.x, middle.y)
    // Sixteen directions, by turning a step again and again.
    let (cosine, sine): (Float, Float) = (0.92388, 0.38268)
    var step: (x: Float, y: Float) = (1, 0)
    for _ in 0..<16 {
      for length: Float in ends.count == 1 ? [1, 0.7] : [0, 0.5, 1] {
        let x = middle.x + step.x * length
        let y = middle.y + step.y * length
        var free: Float = 1.5
        for other in places.values { free = min(free, ((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)).squareRoot()) }
        let strain = ends.reduce(Float(0)) { sum, end in
          let apart = ((end.x - x) * (end.x - x) + (end.y - y) * (end.y - y)).squareRoot()
          return sum + abs(apart - 1)
        }
        let worth = free - strain / Float(ends.count)
        if worth > best.worth { best = (worth, x, y) }
      }
      step = (step.x * cosine - step.y * sine, step.x * sine + step.y * cosine)
    }
    return (best.x, best.y)
  }

  /// A place of a stakeholder, in hundredths of a step, as the session keeps it when pinned.
  public mutating func pin(_ id: EntityID, x: Int, y: Int) { places[id] = (Float(max(-1_000_000, min(x, 1_000_000))) / 100, Float(max(-1_000_000, min(y, 1_000_000))) / 100) }

  public func pinned(_ id: EntityID) -> (x: Int, y: Int)? { places[id].map { (Int(($0.x * 100).rounded()), Int(($0.y * 100).rounded())) } }
}

/// How places in the plane become cells: each axis by knots, straight between them, so that nobody changes sides with anybody, and crowded parts get more room
/// than empty ones.
public struct NetworkFrame: Sendable, Equatable {
  struct Axis: Sendable, Equatable {
    /// Places in the plane and the cells there, both ascending.
    private(set) var plane: [Float]
    private(set) var cells: [Float]

    /// Knots at even shares of the places; a knot's cell is partly where it lies between the outermost, partly how many lie before it.
    init(_ places: [Float], first: Float, length: Float, most: Float) {
      let sorted = places.sorted()
      let low = sorted.first ?? 0
      let high = sorted.last ?? 0
      // A few in a large room stand together in its middle.
      let used = min(length, (high - low) * most)
      let start = first + (length - used) / 2
      guard high - low > 0.01 else {
        plane = [low, low + 1]
        cells = [first + length / 2, first + length / 2 + min(length, most)]
        return
      }
      var plane: [Float] = []
      var cells: [Float] = []
      let knots = min(16, max(1, sorted.count - 1))
      for knot in 0...knots {
        let place = sorted[(sorted.count - 1) * knot / knots]
        if let last = plane.last, place - last < 0.01 { continue }
        let even = Float(knot) / Float(knots)
        plane.append(place)
        cells.append(start + used * (0.6 * (place - low) / (high - low) + 0.4 * even))
      }
      self.plane = plane.count > 1 ? plane : [low, high]
      self.cells = plane.count > 1 ? cells : [start, start + used]
    }

    func cell(_ place: Float) -> Int { Self.round(Self.map(place, plane, cells)) }
    func place(_ cell: Int) -> Float { Self.map(Float(cell), cells, plane) }

    private static func map(_ value: Float, _ from: [Float], _ to: [Float]) -> Float {
      var right = 1
      while right + 1 < from.count, value > from[right] { right += 1 }
      let span = from[right] - from[right - 1]
      return span > 0 ? to[right - 1] + (value - from[right - 1]) * (to[right] - to[right - 1]) / span : to[right - 1]
    }

    private static func round(_ value: Float) -> Int { value.isFinite ? Int(max(-1e6, min(value.rounded(), 1e6))) : 0 }
  }

  var across: Axis
  var down: Axis
  var zoom: Int

  func cell(_ place: (x: Float, y: Float)) -> ScenePoint { ScenePoint(x: across.cell(place.x), y: down.cell(place.y)) }

  /// The place of a cell in hundredths of a step.
  func place(_ cell: ScenePoint) -> (x: Int, y: Int) { (Int(across.place(cell.x) * 100), Int(down.place(cell.y) * 100)) }
}

extension Scene {
  /// Where a cell of a network lies in its plane, in hundredths of a step: what a pin at this cell holds.
  public func planePlace(of cell: ScenePoint) -> (x: Int, y: Int)? { frame?.place(cell) }
}
