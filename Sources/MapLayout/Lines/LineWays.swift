/// Finds ways for many lines: one after another, then once more for those that cross others, as long as fewer of them cross.
///
/// On a map of many lines one that could only cross many others has no way. On one of few, every line is drawn that can be.
struct LineWays {
  /// A line that looks for a way between two boxes.
  struct Wish {
    var from: [LineRouter.Port]
    var to: [LineRouter.Port]
  }

  private(set) var router: LineRouter
  /// The bends of each line, its ends included; nil where there is no way.
  private(set) var ways: [[ScenePoint]?] = []
  private let wishes: [Wish]

  /// How often lines that cross others are taken up again at most.
  private static let rounds = 3
  /// Up to so many lines are few: among them the eye follows one across another more easily than a long way round.
  private static let few = 40

  /// The order of the wishes is that in which they are granted.
  init(_ wishes: [Wish], on grid: LineGrid) {
    self.wishes = wishes
    router = LineRouter(grid, crossing: wishes.count <= Self.few ? 56 : 160)
    for wish in wishes { ways.append(router.route(from: wish.from, to: wish.to)) }
    for _ in 0..<Self.rounds where !untangle() { break }
    guard wishes.count <= Self.few else { return }
    for line in wishes.indices where ways[line] == nil { ways[line] = router.route(from: wishes[line].from, to: wishes[line].to, atAnyPrice: true) }
  }

  /// One round; false when nothing got better.
  private mutating func untangle() -> Bool {
    var got = false
    for line in wishes.indices {
      guard let way = ways[line] else {
        ways[line] = router.route(from: wishes[line].from, to: wishes[line].to)
        got = got || ways[line] != nil
        continue
      }
      let before = router.grid.crossings(way)
      guard before > 0 else { continue }
      if reroute(line, way, before) { got = true }
    }
    for line in wishes.indices {
      guard let way = ways[line], router.grid.crossings(way) > 0 else { continue }
      if exchange(line) { got = true }
    }
    return got
  }

  /// Gives a line the best way that there is now.
  private mutating func reroute(_ line: Int, _ way: [ScenePoint], _ before: Int) -> Bool {
    router.release(way)
    guard let other = router.route(from: wishes[line].from, to: wishes[line].to) else {
      router.take(way)
      return false
    }
    let now = router.grid.crossings(other)
    if now > before {
      router.release(other)
      router.take(way)
      return false
    }
    ways[line] = other
    return now < before
  }

  /// Lets a line go before one of those that it crosses.
  private mutating func exchange(_ line: Int) -> Bool {
    for other in wishes.indices where other != line {
      guard let a = ways[line], let b = ways[other], LineGrid.cross(a, b) else { continue }
      let before = router.grid.crossings(a) + router.grid.crossings(b)
      router.release(a)
      router.release(b)
      if let first = router.route(from: wishes[line].from, to: wishes[line].to) {
        if let second = router.route(from: wishes[other].from, to: wishes[other].to) {
          if router.grid.crossings(first) + router.grid.crossings(second) < before {
            ways[line] = first
            ways[other] = second
            return true
          }
          router.release(second)
        }
        router.release(first)
      }
      router.take(a)
      router.take(b)
    }
    return false
  }
}
