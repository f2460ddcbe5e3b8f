import Drawing
import MapLayout

/// The visible part of all lines and borders, merged cell by cell into junctions and crossings.
struct LineCanvas {
  private let view: SceneRect
  private var arms: [LineArms]
  private var styles: [Style?]

  init(_ view: SceneRect) {
    self.view = view
    arms = Array(repeating: LineArms(), count: view.width * view.height)
    styles = Array(repeating: nil, count: arms.count)
  }

  private func index(_ x: Int, _ y: Int) -> Int? {
    view.contains(ScenePoint(x: x, y: y)) ? (y - view.y) * view.width + x - view.x : nil
  }

  /// A polyline; a cell where two meet shows the heavier one's style.
  mutating func add(_ points: [ScenePoint], arm: LineArms.Arm, isDashed: Bool, isDotted: Bool, style: Style) {
    for (a, b) in zip(points, points.dropFirst()) {
      if a.y == b.y {
        guard a.y >= view.y, a.y < view.bottom else { continue }
        let low = min(a.x, b.x)
        let high = max(a.x, b.x)
        for x in max(low, view.x)..<max(max(low, view.x), min(high + 1, view.right)) {
          guard let cell = index(x, a.y) else { continue }
          if x > low { arms[cell].left = LineArms.stronger(arms[cell].left, arm) }
          if x < high { arms[cell].right = LineArms.stronger(arms[cell].right, arm) }
          paint(cell, arm, isDashed, isDotted, style)
        }
      } else {
        guard a.x >= view.x, a.x < view.right else { continue }
        let low = min(a.y, b.y)
        let high = max(a.y, b.y)
        for y in max(low, view.y)..<max(max(low, view.y), min(high + 1, view.bottom)) {
          guard let cell = index(a.x, y) else { continue }
          if y > low { arms[cell].up = LineArms.stronger(arms[cell].up, arm) }
          if y < high { arms[cell].down = LineArms.stronger(arms[cell].down, arm) }
          paint(cell, arm, isDashed, isDotted, style)
        }
      }
    }
  }

  /// A box's border; its style wins over that of the lines that end on it.
  mutating func add(_ rect: SceneRect, arm: LineArms.Arm, style: Style) {
    let right = rect.right - 1
    let bottom = rect.bottom - 1
    let corners = [ScenePoint(x: rect.x, y: rect.y), ScenePoint(x: right, y: rect.y), ScenePoint(x: right, y: bottom),
      ScenePoint(x: rect.x, y: bottom), ScenePoint(x: rect.x, y: rect.y)]
    add(corners, arm: arm, isDashed: false, isDotted: false, style: style)
    for (a, b) in zip(corners, corners.dropFirst()) {
      for y in min(a.y, b.y)...max(a.y, b.y) {
        for x in min(a.x, b.x)...max(a.x, b.x) { if let cell = index(x, y) { styles[cell] = style } }
      }
    }
  }

  private mutating func paint(_ cell: Int, _ arm: LineArms.Arm, _ isDashed: Bool, _ isDotted: Bool, _ style: Style) {
    arms[cell].isDashed = isDashed
    arms[cell].isDotted = isDotted
    if styles[cell] == nil || arm == .heavy { styles[cell] = style }
  }

  func draw(on surface: inout Surface, _ shift: Point) {
    for y in view.y..<view.bottom {
      for x in view.x..<view.right {
        guard let cell = index(x, y), let style = styles[cell], !arms[cell].isEmpty else { continue }
        surface.put(arms[cell].character, x: x + shift.x, y: y + shift.y, style)
      }
    }
  }
}
