/// States waiting by cost, a list for each cost: what comes out costs the least, and of equals the latest,
/// so that the same map is always drawn the same.
struct CostQueue {
  private var lists: [[Int32]]
  private var at: Int
  private var highest = 0

  /// `limit`: what costs more is not kept.
  init(limit: Int32) {
    lists = Array(repeating: [], count: Int(limit) + 1)
    at = lists.count
  }

  mutating func removeAll() {
    if at <= highest { for cost in at...highest { lists[cost].removeAll(keepingCapacity: true) } }
    at = lists.count
    highest = 0
  }

  mutating func push(_ cost: Int32, _ state: Int32) {
    let cost = Int(cost)
    guard cost < lists.count else { return }
    lists[cost].append(state)
    if cost < at { at = cost }
    if cost > highest { highest = cost }
  }

  mutating func pop() -> Int32? {
    while at <= highest {
      if let state = lists[at].popLast() { return state }
      at += 1
    }
    return nil
  }
}
