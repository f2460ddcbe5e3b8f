/// Where the nodes of a network stand by the closeness of their ties. Pure: the same network gives the same positions.
public enum NetworkLayout {
  /// Up to this many nodes in a part all pairs are looked at.
  private static let fullLimit = 1_200

  /// Lays out everything. `progress` hears how far it is, 0…1, and stops it by answering false: the positions reached by then are returned.
  public static func positions(_ network: PlainNetwork, progress: (Float) -> Bool = { _ in true }) -> NetworkPositions {
    let members = network.components()
    var done = 0
    var isStopped = false
    var parts = members.map { nodes -> NetworkPositions in
      let share = { (part: Float) -> Bool in
        if !isStopped { isStopped = !progress((Float(done) + part * Float(nodes.count)) / Float(max(1, network.count))) }
        return !isStopped
      }
      var part = positions(connected: network.part(nodes), progress: share)
      part.lieDown()
      done += nodes.count
      return part
    }
    ComponentPacking.pack(&parts)
    var all = NetworkPositions(count: network.count)
    for (nodes, part) in zip(members, parts) {
      for (number, node) in nodes.enumerated() {
        all.x[node] = part.x[number]
        all.y[node] = part.y[number]
      }
    }
    return all
  }

  private static func positions(connected network: PlainNetwork, progress: (Float) -> Bool) -> NetworkPositions {
    switch network.count {
    case ...1: return NetworkPositions(count: network.count)
    case ...fullLimit:
      var stress = FullStress(network, seed: 1)
      stress.descend(rounds: 20, progress: progress)
      return stress.positions
    default:
      var stress = PivotStress(network, pivots: 40, seed: 1)
      stress.descend(rounds: 40, sources: network.count > 8_000 ? 10 : 20, progress: progress)
      return stress.positions
    }
  }

  /// The mean of ((s · drawn distance − steps) / steps)² over pairs that hang together, at the best scale s: 0 is a drawing without any lie. Of large
  /// networks from so many nodes alone, evenly chosen.
  public static func stress(_ network: PlainNetwork, _ positions: NetworkPositions, sources: Int = 200) -> Double {
    let count = network.count
    guard count > 1, positions.count == count else { return 0 }
    let stride = max(1, count / max(1, sources))
    var ratios = (sum: 0.0, squares: 0.0, pairs: 0)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { row in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { queue in
        for source in Swift.stride(from: 0, to: count, by: stride) {
          network.measureSteps(from: source, row, queue: queue)
          for node in 0..<count where node != source && row[node] != PlainNetwork.unreached {
            let dx = Double(positions.x[node] - positions.x[source])
            let dy = Double(positions.y[node] - positions.y[source])
            let ratio = (dx * dx + dy * dy).squareRoot() / Double(row[node])
            ratios.sum += ratio
            ratios.squares += ratio * ratio
            ratios.pairs += 1
          }
        }
      }
    }
    guard ratios.squares > 0 else { return ratios.pairs > 0 ? 1 : 0 }
    // With the best scale the mean of (s·q − 1)² is 1 − (Σq)² / (n Σq²).
    return 1 - ratios.sum * ratios.sum / (Double(ratios.pairs) * ratios.squares)
  }
}
