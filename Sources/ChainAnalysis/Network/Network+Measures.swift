import SessionModel

extension Network {
  /// How many neighbours each has.
  public var degrees: [Int] { (0..<count).map { Int(starts[$0 + 1] - starts[$0]) } }

  /// The share of all pairs that are tied, 0…1; 0 for fewer than two members.
  public var density: Double { count < 2 ? 0 : Double(linkCount) / (Double(count) * Double(count - 1) / 2) }

  /// The share of directed links that are returned, 0…1; nil without links.
  public var reciprocity: Double? {
    guard directedCount > 0 else { return nil }
    return Double(2 * (directedCount - linkCount)) / Double(directedCount)
  }

  /// The share of shortest ways between others that lead through each, 0…1; 0 throughout for fewer than three members (Brandes).
  public func betweenness() -> [Double] {
    let count = self.count
    guard count > 2 else { return Array(repeating: 0, count: count) }
    var result = Array(repeating: 0.0, count: count)
    var ways = Array(repeating: 0.0, count: count)
    var share = Array(repeating: 0.0, count: count)
    var distance = Array(repeating: Int32(-1), count: count)
    var order = Array(repeating: Int32(0), count: count)
    // Without bounds checks: the rows are made by this type alone, and checks would double the time.
    starts.withUnsafeBufferPointer { starts in
      targets.withUnsafeBufferPointer { targets in
        result.withUnsafeMutableBufferPointer { result in
          ways.withUnsafeMutableBufferPointer { ways in
            share.withUnsafeMutableBufferPointer { share in
              distance.withUnsafeMutableBufferPointer { distance in
                order.withUnsafeMutableBufferPointer { order in
                  for source in 0..<count where starts[source] < starts[source + 1] {
                    distance[source] = 0
                    ways[source] = 1
                    order[0] = Int32(truncatingIfNeeded: source)
                    var head = 0
                    var tail = 1
                    while head < tail {
                      let member = Int(order[head])
                      head += 1
                      let next = distance[member] &+ 1
                      let own = ways[member]
                      for index in Int(starts[member])..<Int(starts[member &+ 1]) {
                        let other = Int(targets[index])
                        if distance[other] < 0 {
                          distance[other] = next
                          order[tail] = Int32(truncatingIfNeeded: other)
                          tail &+= 1
                          ways[other] = own
                        } else if distance[other] == next {
                          ways[other] += own
                        }
                      }
                    }
                    for place in stride(from: tail - 1, to: 0, by: -1) {
                      let member = Int(order[place])
                      let before = distance[member] &- 1
                      let part = (1 + share[member]) / ways[member]
                      for index in Int(starts[member])..<Int(starts[member &+ 1]) {
                        let other = Int(targets[index])
                        if distance[other] == before { share[other] += ways[other] * part }
                      }
                      result[member] += share[member]
                    }
                    for place in 0..<tail {
                      let member = Int(order[place])
                      distance[member] = -1
                      share[member] = 0
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    // Every pair was seen from both ends.
    let scale = 1 / (Double(count - 1) * Double(count - 2))
    return result.map { $0 * scale }
  }

  /// How near each is to all others, 0…1: the inverse of the mean distance to those it reaches, times the share that it reaches, so
  /// that a small group by itself is not the centre of everything.
  public func closeness() -> [Double] {
    var result = Array(repeating: 0.0, count: count)
    var distance = Array(repeating: Int32(-1), count: count)
    var order: [Int32] = []
    for source in 0..<count {
      order.removeAll(keepingCapacity: true)
      order.append(Int32(source))
      distance[source] = 0
      var head = 0
      var total = 0
      while head < order.count {
        let member = Int(order[head])
        head += 1
        total += Int(distance[member])
        for index in Int(starts[member])..<Int(starts[member + 1]) {
          let other = Int(targets[index])
          guard distance[other] < 0 else { continue }
          distance[other] = distance[member] + 1
          order.append(targets[index])
        }
      }
      if total > 0 {
        let reached = Double(order.count - 1)
        result[source] = reached / Double(total) * (reached / Double(count - 1))
      }
      for member in order { distance[Int(member)] = -1 }
    }
    return result
  }

  /// Members with a way to each other, the largest group first, then by the first of its members. One who is tied to nobody is a group.
  public func groups() -> [[Int]] {
    var seen = Array(repeating: false, count: count)
    var groups: [[Int]] = []
    for source in 0..<count where !seen[source] {
      seen[source] = true
      var group = [source]
      var head = 0
      while head < group.count {
        for target in neighbours(of: group[head]) where !seen[Int(target)] {
          seen[Int(target)] = true
          group.append(Int(target))
        }
        head += 1
      }
      groups.append(group.sorted())
    }
    return groups.sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
  }

  /// What would fall apart: the members without whom, and the ties without which, some lose their last way to each other.
  public func weakPoints() -> (cutMembers: [Int], bridges: [(Int, Int)]) {
    var number = Array(repeating: -1, count: count)
    var low = Array(repeating: 0, count: count)
    var isCut = Array(repeating: false, count: count)
    var bridges: [(Int, Int)] = []
    var next = 0
    // A stack of its own: a chain of thousands must not exhaust the program's.
    var stack: [(member: Int, parent: Int, index: Int)] = []
    for root in 0..<count where number[root] < 0 {
      var children = 0
      number[root] = next
      low[root] = next
      next += 1
      stack.append((root, -1, Int(starts[root])))
      while let top = stack.last {
        if top.index < Int(starts[top.member + 1]) {
          stack[stack.count - 1].index += 1
          let other = Int(targets[top.index])
          if other == top.parent { continue }
          if number[other] >= 0 {
            low[top.member] = min(low[top.member], number[other])
          } else {
            if top.member == root { children += 1 }
            number[other] = next
            low[other] = next
            next += 1
            stack.append((other, top.member, Int(starts[other])))
          }
        } else {
          stack.removeLast()
          guard top.parent >= 0 else { continue }
          low[top.parent] = min(low[top.parent], low[top.member])
          if low[top.member] > number[top.parent] { bridges.append((min(top.parent, top.member), max(top.parent, top.member))) }
          if top.parent != root, low[top.member] >= number[top.parent] { isCut[top.parent] = true }
        }
      }
      if children > 1 { isCut[root] = true }
    }
    return (isCut.indices.filter { isCut[$0] }, bridges.sorted { $0 < $1 })
  }
}
