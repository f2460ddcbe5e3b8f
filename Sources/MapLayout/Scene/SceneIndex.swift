/// Which boxes and lines touch which part of a scene, so that drawing costs what is visible and not what exists.
struct SceneIndex: Sendable, Equatable {
  private static let tile = SceneSize(width: 32, height: 16)

  private var across = 0
  private var down = 0
  private var boxes: [[Int32]] = []
  private var lines: [[Int32]] = []

  init() {}

  init(size: SceneSize, boxes: [SceneBox], lines: [SceneLine]) {
    across = size.width / Self.tile.width + 1
    down = size.height / Self.tile.height + 1
    self.boxes = Array(repeating: [], count: across * down)
    self.lines = self.boxes
    for (number, box) in boxes.enumerated() {
      forEachTile(of: box.rect) { self.boxes[$0].append(Int32(number)) }
    }
    for (number, line) in lines.enumerated() {
      for (a, b) in zip(line.points, line.points.dropFirst()) {
        let run = SceneRect(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x) + 1, height: abs(a.y - b.y) + 1)
        forEachTile(of: run) { if self.lines[$0].last != Int32(number) { self.lines[$0].append(Int32(number)) } }
      }
    }
  }

  func find(_ rect: SceneRect) -> (boxes: [Int], lines: [Int]) {
    var foundBoxes: Set<Int> = []
    var foundLines: Set<Int> = []
    forEachTile(of: rect) { tile in
      for box in boxes[tile] { foundBoxes.insert(Int(box)) }
      for line in lines[tile] { foundLines.insert(Int(line)) }
    }
    return (foundBoxes.sorted(), foundLines.sorted())
  }

  private func forEachTile(of rect: SceneRect, _ body: (Int) -> Void) {
    guard !rect.isEmpty, across > 0, down > 0 else { return }
    let left = max(0, rect.x / Self.tile.width)
    let right = min(across - 1, (rect.right - 1) / Self.tile.width)
    let top = max(0, rect.y / Self.tile.height)
    let bottom = min(down - 1, (rect.bottom - 1) / Self.tile.height)
    guard left <= right, top <= bottom else { return }
    for y in top...bottom { for x in left...right { body(y * across + x) } }
  }
}

extension Scene {
  /// The numbers, in `boxes` and `lines`, of what may touch a rectangle; costs what stands near it, whatever the size of the scene.
  public func elements(in rect: SceneRect) -> (boxes: [Int], lines: [Int]) { index.find(rect) }
}
