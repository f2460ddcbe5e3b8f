import SessionModel

/// Lays out a connected network by the distances between all pairs: stochastic gradient descent on the stress, which is the mean of
/// ((drawn distance − steps) / steps)². Best of all, and quadratic in time and room; for up to some thousand nodes.
///
/// The nodes are numbered by chance once; a round goes over the differences between numbers in a chance order, so that all pairs of one difference lie side by
/// side in memory and four of them move at once.
struct FullStress {
  private let count: Int
  /// The node that has each number.
  private var nodeOf: [Int]
  /// Steps between the nodes with the numbers i and i + k, for k = 1, 2, …, each in the order of i.
  private var steps: [Float] = []
  private var longest: Float = 1
  private var x: [Float]
  private var y: [Float]
  private var chance: SeededGenerator

  init(_ network: PlainNetwork, seed: UInt64) {
    count = network.count
    chance = SeededGenerator(seed: seed)
    nodeOf = Array(0..<count)
    chance.shuffle(&nodeOf)
    x = []
    y = []
    let spread = Float(count).squareRoot()
    for _ in 0..<count {
      x.append(chance.signed() * spread)
      y.append(chance.signed() * spread)
    }
    measure(network)
  }

  /// From positions that are there already, to be improved.
  init(_ network: PlainNetwork, seed: UInt64, from positions: NetworkPositions) {
    self.init(network, seed: seed)
    for (number, node) in nodeOf.enumerated() {
      x[number] = positions.x[node]
      y[number] = positions.y[node]
    }
  }

  var positions: NetworkPositions {
    var all = NetworkPositions(count: count)
    for (number, node) in nodeOf.enumerated() {
      all.x[node] = x[number]
      all.y[node] = y[number]
    }
    return all
  }

  private mutating func measure(_ network: PlainNetwork) {
    guard count > 1 else { return }
    // Renumbered, so that what is near in the search is near in memory.
    var number = [Int](repeating: 0, count: count)
    for (place, node) in nodeOf.enumerated() { number[node] = place }
    var far: Float = 1
    let nodeOf = nodeOf
    let count = count
    steps = [Float](unsafeUninitializedCapacity: count * (count - 1) / 2) { all, initialised in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { row in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { queue in
          for i in 0..<(count - 1) {
            network.measureSteps(from: nodeOf[i], row, queue: queue)
            // Difference k begins after those of all smaller ones: the sum of count − 1, count − 2, …
            var place = i
            for k in 1..<(count - i) {
              let steps = row[nodeOf[i + k]]
              all[place] = steps
              far = max(far, steps)
              place += count - k
            }
          }
        }
      }
      initialised = all.count
    }
    longest = far
  }

  /// Goes so many rounds. `progress` hears how far it is, 0…1, and stops it by answering false.
  mutating func descend(rounds: Int, firstStep: Float? = nil, progress: (Float) -> Bool = { _ in true }) {
    guard count > 1 else { return }
    var schedule = StepSchedule(from: firstStep ?? longest * longest, to: 0.02, rounds: rounds)
    var order = Array(1..<count)
    for round in 0..<rounds {
      guard progress(Float(round) / Float(rounds)) else { return }
      chance.shuffle(&order)
      move(schedule.now, order)
      schedule.advance()
    }
  }

  private mutating func move(_ step: Float, _ order: [Int]) {
    let count = count
    steps.withUnsafeBufferPointer { steps in
      x.withUnsafeMutableBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          for k in order {
            let base = (k - 1) * count - (k - 1) * k / 2
            var i = 0
            if k >= 4 {
              let stepWide = SIMD4<Float>(repeating: step)
              while i + 4 <= count - k {
                let there = UnsafeRawPointer(steps.baseAddress.unsafelyUnwrapped + base + i)
                let wanted = there.loadUnaligned(as: SIMD4<Float>.self)
                let ax = UnsafeMutableRawPointer(x.baseAddress.unsafelyUnwrapped + i)
                let ay = UnsafeMutableRawPointer(y.baseAddress.unsafelyUnwrapped + i)
                let bx = ax + k * 4
                let by = ay + k * 4
                let x1 = ax.loadUnaligned(as: SIMD4<Float>.self)
                let x2 = bx.loadUnaligned(as: SIMD4<Float>.self)
                let y1 = ay.loadUnaligned(as: SIMD4<Float>.self)
                let y2 = by.loadUnaligned(as: SIMD4<Float>.self)
                let dx = x1 - x2
                let dy = y1 - y2
                let apart = (dx * dx + dy * dy + 1e-9).squareRoot()
                let pull = stepWide * (apart - wanted) / ((wanted * wanted + stepWide) * (apart + apart))
                ax.storeBytes(of: x1 - pull * dx, as: SIMD4<Float>.self)
                bx.storeBytes(of: x2 + pull * dx, as: SIMD4<Float>.self)
                ay.storeBytes(of: y1 - pull * dy, as: SIMD4<Float>.self)
                by.storeBytes(of: y2 + pull * dy, as: SIMD4<Float>.self)
                i += 4
              }
            }
            while i < count - k {
              let wanted = steps[base + i]
              let dx = x[i] - x[i + k]
              let dy = y[i] - y[i + k]
              let apart = (dx * dx + dy * dy + 1e-9).squareRoot()
              let pull = step * (apart - wanted) / ((wanted * wanted + step) * (apart + apart))
              x[i] -= pull * dx
              x[i + k] += pull * dx
              y[i] -= pull * dy
              y[i + k] += pull * dy
              i += 1
            }
          }
        }
      }
    }
  }
}
