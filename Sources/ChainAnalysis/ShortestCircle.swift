/// The shortest circle of needs through a node, beginning and ending with it; nil when there is none. Of several as short, the one whose
/// needs come first.
func shortestCircle<Node: Hashable>(through start: Node, needs: (Node) -> some Sequence<Node>) -> [Node]? {
  var before: [Node: Node] = [:]
  var queue = [start]
  var next = 0
  while next < queue.count {
    let current = queue[next]
    next += 1
    for need in needs(current) {
      if need == start {
        var path = [start]
        var at = current
        while at != start, let earlier = before[at] {
          path.append(at)
          at = earlier
        }
        return (path + [start]).reversed()
      }
      if before[need] == nil {
        before[need] = current
        queue.append(need)
      }
    }
  }
  return nil
}
