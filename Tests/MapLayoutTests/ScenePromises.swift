import Testing

@testable import MapLayout

/// What holds for every scene, whoever is on it.
func expectSoundScene(_ scene: Scene, sourceLocation: SourceLocation = #_sourceLocation) {
  var complaints: [String] = []
  var owner: [ScenePoint: Int] = [:]
  for (number, box) in scene.boxes.enumerated() {
    if box.rect.x < 0 || box.rect.y < 0 || box.rect.right > scene.size.width || box.rect.bottom > scene.size.height {
      complaints.append("\(box.name) stands outside")
    }
    for cell in cells(box.rect) where owner.updateValue(number, forKey: cell) != nil { complaints.append("\(box.name) lies on another box") }
  }
  var across: Set<ScenePoint> = []
  var down: Set<ScenePoint> = []
  for line in scene.lines {
    let label = "line from \(line.from) to \(line.to)"
    guard let first = line.points.first, let last = line.points.last, let from = scene.box(line.from), let to = scene.box(line.to) else {
      complaints.append("\(label) has no ends")
      continue
    }
    if !from.rect.contains(first) || !to.rect.contains(last) { complaints.append("\(label) misses its box") }
    if LineLabels.cells(line.points).contains(where: { owner[$0] != nil }) { complaints.append("\(label) runs through a box") }
    for (a, b) in zip(line.points, line.points.dropFirst()) {
      if a.x != b.x && a.y != b.y { complaints.append("\(label) runs askew") }
      let run = SceneRect(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x) + 1, height: abs(a.y - b.y) + 1)
      for cell in cells(run) where !(a.y == b.y ? across.insert(cell).inserted : down.insert(cell).inserted) {
        complaints.append("\(label) overlaps another")
      }
    }
  }
  let crossings = across.intersection(down)
  for line in scene.lines {
    let own = Set(LineLabels.cells(line.points))
    for label in line.labels {
      for cell in cells(label.rect) {
        if !own.contains(cell) || crossings.contains(cell) && !line.points.contains(cell) { complaints.append("\(label.text) is not on its line alone") }
        if owner.updateValue(-1, forKey: cell) != nil { complaints.append("\(label.text) covers something") }
      }
    }
  }
  for header in scene.columns.map(\.header) + scene.bands.map(\.header) {
    for cell in cells(header) where owner.updateValue(-2, forKey: cell) != nil || across.contains(cell) || down.contains(cell) {
      complaints.append("the name at \(header) is covered")
    }
  }
  #expect(complaints.isEmpty, sourceLocation: sourceLocation)
  expectAllReachable(scene, sourceLocation: sourceLocation)
}

private func cells(_ rect: SceneRect) -> [ScenePoint] {
  (rect.y..<rect.bottom).flatMap { y in (rect.x..<rect.right).map { ScenePoint(x: $0, y: y) } }
}

func expectAllReachable(_ scene: Scene, sourceLocation: SourceLocation = #_sourceLocation) {
  guard let start = scene.boxes.first?.id else { return }
  for origin in [start, scene.boxes[scene.boxes.count - 1].id] {
    var found: Set<SceneBoxID> = [origin]
    var waiting = [origin]
    while let here = waiting.popLast() {
      for direction in SceneDirection.allCases {
        if let next = scene.step(from: here, direction), found.insert(next).inserted { waiting.append(next) }
      }
    }
    #expect(found.count == scene.boxes.count, sourceLocation: sourceLocation)
  }
}
