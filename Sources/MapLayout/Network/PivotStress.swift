import SessionModel

/// Lays out a large connected network.
///
/// Begins where the two strongest axes of the distances to some pivots put everybody (classical scaling), then descends on the stress as `FullStress` does,
/// but over the distances from a few nodes only, other ones in each round: on the average over the rounds the descent is that over all pairs. Time grows with
/// the ties times the nodes looked from, room with the nodes times the pivots.
struct PivotStress {
  private let network: PlainNetwork
  private let count: Int
  private var pivots: [Int] = []
  /// Steps from each pivot to every node.
  private var steps: [[Float]] = []
  private var longest: Float = 1
  private var x: [Float]
  private var y: [Float]
  private var chance: SeededGenerator

  init(_ network: PlainNetwork, pivots wanted: Int, seed: UInt64) {
    self.network = network
    count = network.count
    chance = SeededGenerator(seed: seed)
    x = Array(repeating: 0, count: count)
    y = x
    choosePivots(min(wanted, count))
    beginByScaling()
  }

  var positions: NetworkPositions {
    var all = NetworkPositions(count: count)
    all.x = x
    all.y = y
    return all
  }

  // MARK: Pivots

  /// Each next pivot is the node farthest from all before it.
  private mutating func choosePivots(_ wanted: Int) {
    guard count > 0 else { return }
    var nearest = [Float](repeating: PlainNetwork.unreached, count: count)
    // Who is tied to most is in the middle of things.
    var next = (0..<count).max { network.degree(of: $0) < network.degree(of: $1) } ?? 0
    var queue = [Int32](repeating: 0, count: count)
    while pivots.count < wanted {
      var row = [Float](repeating: 0, count: count)
      row.withUnsafeMutableBufferPointer { row in
        queue.withUnsafeMutableBufferPointer { queue in network.measureSteps(from: next, row, queue: queue) }
      }
      pivots.append(next)
      var farthest: Float = 0
      for node in 0..<count {
        longest = max(longest, row[node])
        nearest[node] = min(nearest[node], row[node])
        // Among equals the one with most ties, so that a pivot is no stray end.
        if nearest[node] > farthest || (nearest[node] == farthest && farthest > 0 && network.degree(of: node) > network.degree(of: next)) {
          farthest = nearest[node]
          next = node
        }
      }
      steps.append(row)
      if farthest == 0 { break }
    }
  }

  // MARK: The beginning

  /// Classical scaling of the distances to some of the pivots: the two axes along which they differ most.
  private mutating func beginByScaling() {
    let used = pivots.count
    guard used > 1, count > 2 else {
      for node in 0..<count { (x[node], y[node]) = (chance.signed(), chance.signed()) }
      return
    }
    var columns = steps.prefix(used).map { row in row.map { $0 * $0 } }
    var total: Float = 0
    var byNode = [Float](repeating: 0, count: count)
    for pivot in 0..<used {
      let mean = columns[pivot].reduce(0, +) / Float(count)
      total += mean / Float(used)
      for node in 0..<count {
        byNode[node] += columns[pivot][node] / Float(used)
        columns[pivot][node] -= mean
      }
    }
    for pivot in 0..<used { for node in 0..<count { columns[pivot][node] = (byNode[node] - columns[pivot][node] - total) / 2 } }
    var products = [[Float]](repeating: Array(repeating: 0, count: used), count: used)
    for a in 0..<used {
      for b in a..<used {
        products[a][b] = Self.product(columns[a], columns[b])
        products[b][a] = products[a][b]
      }
    }
    let first = Self.strongest(products, apartFrom: nil, &chance)
    let second = Self.strongest(products, apartFrom: first, &chance)
    for pivot in 0..<used {
      for node in 0..<count {
        x[node] += columns[pivot][node] * first[pivot]
        y[node] += columns[pivot][node] * second[pivot]
      }
    }
    // To the size that the steps ask for; twins stand in one place, which a little chance mends.
    var drawn: Float = 0
    var asked: Float = 0
    for pivot in 0..<used {
      let here = pivots[pivot]
      for node in 0..<count where node != here {
        let wanted = steps[pivot][node]
        let apart = ((x[node] - x[here]) * (x[node] - x[here]) + (y[node] - y[here]) * (y[node] - y[here])).squareRoot()
        drawn += (apart / wanted) * (apart / wanted)
        asked += apart / wanted
      }
    }
    let scale = drawn > 0 ? asked / drawn : 1
    for node in 0..<count {
      x[node] = x[node] * scale + chance.signed() * 0.3
      y[node] = y[node] * scale + chance.signed() * 0.3
    }
  }

  private static func product(_ a: [Float], _ b: [Float]) -> Float {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var sums = SIMD8<Float>(repeating: 0)
        var place = 0
        while place + 8 <= a.count {
          let left = UnsafeRawPointer(a.baseAddress.unsafelyUnwrapped + place).loadUnaligned(as: SIMD8<Float>.self)
          sums += left * UnsafeRawPointer(b.baseAddress.unsafelyUnwrapped + place).loadUnaligned(as: SIMD8<Float>.self)
          place += 8
        }
        var sum = sums.sum()
        while place < a.count {
          sum += a[place] * b[place]
          place += 1
        }
        return sum
      }
    }
  }

  /// The direction in which a symmetric matrix stretches most, by multiplying again and again.
  private static func strongest(_ matrix: [[Float]], apartFrom other: [Float]?, _ chance: inout SeededGenerator) -> [Float] {
    var vector = matrix.indices.map { _ in chance.signed() }
    for _ in 0..<60 {
      if let other {
        let share = product(vector, other)
        for place in vector.indices { vector[place] -= share * other[place] }
      }
      var next = matrix.map { product($0, vector) }
      let length = product(next, next).squareRoot()
      guard length > 0, length.isFinite else { return vector }
      for place in next.indices { next[place] /= length }
      vector = next
    }
    return vector
  }

  // MARK: Descent

  /// Goes so many rounds, in each looking from so many nodes. `progress` hears how far it is, 0…1, and stops it by answering false.
  mutating func descend(rounds: Int, sources: Int, progress: (Float) -> Bool = { _ in true }) {
    guard count > 1 else { return }
    var schedule = StepSchedule(from: 8, to: 0.3, rounds: rounds)
    var row = [Float](repeating: 0, count: count)
    var queue = [Int32](repeating: 0, count: count)
    for round in 0..<rounds {
      guard progress(Float(round) / Float(rounds)) else { return }
      for _ in 0..<sources {
        let source = chance.below(count)
        row.withUnsafeMutableBufferPointer { row in
          queue.withUnsafeMutableBufferPointer { queue in network.measureSteps(from: source, row, queue: queue) }
        }
        follow(source, row, schedule.now)
      }
      tieNeighbours(min(1, schedule.now / 10))
      spreadSiblings(min(1, schedule.now / 50))
      schedule.advance()
    }
  }

  /// Moves everybody towards or away from one.
  private mutating func follow(_ source: Int, _ steps: [Float], _ step: Float) {
    let (centreX, centreY) = (x[source], y[source])
    let count = count
    steps.withUnsafeBufferPointer { steps in
      x.withUnsafeMutableBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          guard let stepsBase = steps.baseAddress, let xBase = x.baseAddress, let yBase = y.baseAddress else { return }
          let stepWide = SIMD4<Float>(repeating: step)
          let middleX = SIMD4<Float>(repeating: centreX)
          let middleY = SIMD4<Float>(repeating: centreY)
          var node = 0
          while node + 4 <= count {
            let wanted = UnsafeRawPointer(stepsBase + node).loadUnaligned(as: SIMD4<Float>.self)
            let hereX = UnsafeMutableRawPointer(xBase + node)
            let hereY = UnsafeMutableRawPointer(yBase + node)
            let oldX = hereX.loadUnaligned(as: SIMD4<Float>.self)
            let oldY = hereY.loadUnaligned(as: SIMD4<Float>.self)
            let dx = oldX - middleX
            let dy = oldY - middleY
            let apart = (dx * dx + dy * dy + 1e-9).squareRoot()
            let pull = stepWide * (apart - wanted) / ((wanted * wanted + stepWide) * apart)
            hereX.storeBytes(of: oldX - pull * dx, as: SIMD4<Float>.self)
            hereY.storeBytes(of: oldY - pull * dy, as: SIMD4<Float>.self)
            node += 4
          }
          while node < count {
            let wanted = steps[node]
            let dx = x[node] - centreX
            let dy = y[node] - centreY
            let apart = (dx * dx + dy * dy + 1e-9).squareRoot()
            let pull = step * (apart - wanted) / ((wanted * wanted + step) * apart)
            x[node] -= pull * dx
            y[node] -= pull * dy
            node += 1
          }
        }
      }
    }
  }

  private mutating func tieNeighbours(_ share: Float) {
    for node in 0..<count {
      for other in network.neighbours(of: node) where Int(other) > node { move(node, Int(other), 1, share) }
    }
  }

  /// Two around the same neighbour have the same distances to all else; only this keeps them apart.
  private mutating func spreadSiblings(_ share: Float) {
    for node in 0..<count {
      let near = network.neighbours(of: node)
      guard near.count > 1 else { continue }
      for _ in 0..<min(near.count, 24) {
        let a = Int(near[near.startIndex + chance.below(near.count)])
        let b = Int(near[near.startIndex + chance.below(near.count)])
        if a != b { move(a, b, 2, share) }
      }
    }
  }

  private mutating func move(_ a: Int, _ b: Int, _ wanted: Float, _ share: Float) {
    let dx = x[a] - x[b]
    let dy = y[a] - y[b]
    let apart = (dx * dx + dy * dy + 1e-9).squareRoot()
    let pull = share * (apart - wanted) / (apart + apart)
    x[a] -= pull * dx
    x[b] += pull * dx
    y[a] -= pull * dy
    y[b] += pull * dy
  }
}
