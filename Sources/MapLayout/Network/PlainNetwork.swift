import SessionModel

/// Who is tied to whom, and nothing else: what a layout by closeness stands on. Nodes are numbers from 0.
public struct PlainNetwork: Sendable, Equatable {
  public let count: Int
  /// Where the neighbours of each node begin in `neighbours`; one more at the end.
  let starts: [Int32]
  let neighbours: [Int32]

  /// Ties run both ways; those of a node with itself, those said twice, and those that name no node count for nothing.
  public init(count: Int, ties: [(Int, Int)]) {
    let count = max(0, min(count, Int(Int32.max) - 1))
    var pairs: [(Int32, Int32)] = []
    pairs.reserveCapacity(2 * ties.count)
    for (a, b) in ties {
      let (a, b) = (Int32(clamping: a), Int32(clamping: b))
      pairs.append((a, b))
      pairs.append((b, a))
    }
    let rows = TieRows(count: count, pairs: pairs)
    self.count = count
    starts = rows.starts
    neighbours = rows.others
  }

  func neighbours(of node: Int) -> ArraySlice<Int32> { neighbours[Int(starts[node])..<Int(starts[node + 1])] }

  /// How many others a node is tied to.
  public func degree(of node: Int) -> Int { Int(starts[node + 1] - starts[node]) }

  /// The steps from a node to all others; `unreached` where there is no way. `steps` and `queue` have room for every node.
  func measureSteps(from node: Int, _ steps: UnsafeMutableBufferPointer<Float>, queue: UnsafeMutableBufferPointer<Int32>) {
    steps.update(repeating: Self.unreached)
    guard count > 0 else { return }
    starts.withUnsafeBufferPointer { starts in
      neighbours.withUnsafeBufferPointer { neighbours in
        steps[node] = 0
        queue[0] = Int32(node)
        var head = 0
        var tail = 1
        while head < tail {
          let here = Int(queue[head])
          head += 1
          let next = steps[here] + 1
          for place in Int(starts[here])..<Int(starts[here + 1]) {
            let other = Int(neighbours[place])
            if steps[other] == Self.unreached {
              steps[other] = next
              queue[tail] = Int32(other)
              tail += 1
            }
          }
        }
      }
    }
  }

  static let unreached = Float.infinity

  /// The parts that hang together, the largest first, each with its nodes in ascending order.
  func components() -> [[Int]] {
    var part = [Int](repeating: -1, count: count)
    var parts: [[Int]] = []
    for node in 0..<count where part[node] < 0 {
      part[node] = parts.count
      var members = [node]
      var head = 0
      while head < members.count {
        for other in neighbours(of: members[head]) where part[Int(other)] < 0 {
          part[Int(other)] = parts.count
          members.append(Int(other))
        }
        head += 1
      }
      parts.append(members.sorted())
    }
    return parts.sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
  }

  /// The ties among some nodes, which are numbered in the order given.
  func part(_ members: [Int]) -> PlainNetwork {
    if members.count == count { return self }
    var place: [Int: Int] = [:]
    for (number, node) in members.enumerated() { place[node] = number }
    var ties: [(Int, Int)] = []
    for (number, node) in members.enumerated() {
      for other in neighbours(of: node) { if let end = place[Int(other)], end > number { ties.append((number, end)) } }
    }
    return PlainNetwork(count: members.count, ties: ties)
  }
}
