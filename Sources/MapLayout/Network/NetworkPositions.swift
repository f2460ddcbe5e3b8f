import SessionModel

/// Where the nodes of a network stand, in a plane in which a step from neighbour to neighbour is about 1 long; y runs down.
public struct NetworkPositions: Sendable, Equatable {
  public var x: [Float]
  public var y: [Float]

  public init(count: Int) {
    x = Array(repeating: 0, count: count)
    y = x
  }

  public var count: Int { x.count }

  /// The smallest rectangle around all; nothing for none.
  var bounds: (left: Float, top: Float, right: Float, bottom: Float) {
    guard let firstX = x.first, let firstY = y.first else { return (0, 0, 0, 0) }
    var bounds = (left: firstX, top: firstY, right: firstX, bottom: firstY)
    for place in x.indices {
      bounds.left = min(bounds.left, x[place])
      bounds.right = max(bounds.right, x[place])
      bounds.top = min(bounds.top, y[place])
      bounds.bottom = max(bounds.bottom, y[place])
    }
    return bounds
  }

  /// Turns all about their middle so that the longest extent runs from side to side: a screen is wider than high.
  mutating func lieDown() {
    guard count > 1 else { return }
    let middleX = x.reduce(0, +) / Float(count)
    let middleY = y.reduce(0, +) / Float(count)
    var xx: Float = 0
    var yy: Float = 0
    var xy: Float = 0
    for place in x.indices {
      x[place] -= middleX
      y[place] -= middleY
      xx += x[place] * x[place]
      yy += y[place] * y[place]
      xy += x[place] * y[place]
    }
    let spread = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
    var along = (x: spread + xx - yy, y: 2 * xy)
    if along.x == 0, along.y == 0 { along = xx >= yy ? (1, 0) : (0, 1) }
    let length = (along.x * along.x + along.y * along.y).squareRoot()
    guard length > 0, length.isFinite else { return }
    let (cosine, sine) = (along.x / length, along.y / length)
    for place in x.indices {
      let turned = (x: x[place] * cosine + y[place] * sine, y: y[place] * cosine - x[place] * sine)
      x[place] = turned.x
      y[place] = turned.y
    }
  }
}

extension SeededGenerator {
  /// From −1 up to 1.
  mutating func signed() -> Float { Float(Int64(bitPattern: next()) >> 40) / 8_388_608 }

  mutating func shuffle(_ list: inout [Int]) {
    guard list.count > 1 else { return }
    for place in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(place, below(place + 1)) }
  }
}

/// How far the steps of a descent shrink from round to round: by the same factor, from so large that every pair may jump into place to so small that none
/// moves visibly.
struct StepSchedule {
  private(set) var now: Float
  private let factor: Float

  init(from first: Float, to last: Float, rounds: Int) {
    now = max(first, last)
    // The root of order `rounds − 1`, by halving the interval: no need of a library for a number used once.
    let ratio = last / max(first, last)
    var low: Float = 0
    var high: Float = 1
    for _ in 0..<24 {
      let middle = (low + high) / 2
      var power: Float = 1
      for _ in 1..<max(2, rounds) { power *= middle }
      if power < ratio { low = middle } else { high = middle }
    }
    factor = (low + high) / 2
  }

  mutating func advance() { now *= factor }
}
