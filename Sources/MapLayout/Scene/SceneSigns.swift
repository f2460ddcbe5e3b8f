import SessionModel

/// What an overlay says of boxes and ties: a few characters each, and how much they stand out. The words for them are the caller's.
public struct SceneSigns: Sendable, Equatable {
  public enum Tone: Hashable, Sendable {
    case plain, good, doubtful, bad, notable
  }

  public struct Sign: Hashable, Sendable {
    public var text: String
    public var tone: Tone
    /// Of ties: drawn heavy.
    public var isStrong: Bool

    public init(_ text: String, _ tone: Tone, isStrong: Bool = false) {
      self.text = text
      self.tone = tone
      self.isStrong = isStrong
    }
  }

  public var boxes: [SceneBoxID: Sign] = [:]
  private var ties: [Pair: Sign] = [:]

  private struct Pair: Hashable, Sendable {
    var first: SceneBoxID
    var second: SceneBoxID
  }

  public init() {}

  public var isEmpty: Bool { boxes.isEmpty && ties.isEmpty }

  /// Every sign that stands somewhere.
  public var all: Set<Sign> { Set(boxes.values).union(ties.values) }

  public func tie(_ from: SceneBoxID, _ to: SceneBoxID) -> Sign? { ties[Pair(first: from, second: to)] ?? ties[Pair(first: to, second: from)] }

  /// Of the tie, whichever way it is drawn.
  public mutating func setTie(_ from: SceneBoxID, _ to: SceneBoxID, _ sign: Sign) {
    if ties[Pair(first: to, second: from)] != nil {
      ties[Pair(first: to, second: from)] = sign
    } else {
      ties[Pair(first: from, second: to)] = sign
    }
  }
}

extension Scene {
  /// The same scene with the texts of signs on its lines instead of digits, each on cells of its own line that nothing else is on; where there are none, the
  /// way the line is drawn has to do.
  public func labelled(_ signs: SceneSigns) -> Scene {
    var scene = self
    scene.showsTrust = false
    var used: [ScenePoint: Int] = [:]
    for line in lines { for cell in line.cells { used[cell, default: 0] += 1 } }
    for box in boxes {
      for y in box.rect.y..<box.rect.bottom { for x in box.rect.x..<box.rect.right { used[ScenePoint(x: x, y: y)] = 9 } }
    }
    for place in lines.indices {
      scene.lines[place].labels = []
      guard let text = signs.tie(lines[place].from, lines[place].to)?.text, !text.isEmpty else { continue }
      let cells = lines[place].cells
      let middle = cells.count / 2
      let width = text.count
      // Nearest to the middle first.
      for start in cells.indices.sorted(by: { abs($0 - middle) < abs($1 - middle) }) {
        let at = cells[start]
        let own = (0..<width).map { ScenePoint(x: at.x + $0, y: at.y) }
        let isAcross = view != .chain || own.allSatisfy { cell in cells.contains(cell) }
        guard isAcross, own.allSatisfy({ (used[$0] ?? 0) <= 1 && $0.x < size.width }) else { continue }
        for cell in own { used[cell] = 9 }
        scene.lines[place].labels = [SceneLabel(at: at, text: text, runsDown: false)]
        break
      }
    }
    return scene
  }
}

extension SceneLine {
  /// The cells between its ends, in order; of a straight line askew those nearest to it.
  var cells: [ScenePoint] {
    guard points.count == 2, points[0].x != points[1].x, points[0].y != points[1].y else { return LineLabels.cells(points) }
    let (a, b) = (points[0], points[1])
    let count = max(abs(b.x - a.x), abs(b.y - a.y))
    return (1..<max(2, count)).map { ScenePoint(x: a.x + (b.x - a.x) * $0 / count, y: a.y + (b.y - a.y) * $0 / count) }
  }
}
