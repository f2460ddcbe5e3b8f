import Drawing
import MapLayout

/// The visible part of all lines and borders, merged cell by cell into junctions and crossings.
struct LineCanvas {
  private struct Cell {
    var arms = LineArms()
    var style = Style.text
    var hasStyle = false
  }

  private let view: SceneRect
  private var cells: [Cell]
  /// By row: the columns between which there is anything.
  private var reach: [Range<Int>]

  init(_ view: SceneRect) {
    self.view = view
    cells = Array(repeating: Cell(), count: view.width * view.height)
    reach = Array(repeating: 0..<0, count: view.height)
  }

  /// A polyline; a cell where two meet shows the heavier one's style.
  mutating func add(_ points: [ScenePoint], arm: LineArms.Arm, isDashed: Bool, isDotted: Bool, style: Style) {
    guard var from = points.first else { return }
    for to in points.dropFirst() {
      addRun(from, to, arm, isDashed, isDotted, style, winsAlways: false)
      from = to
    }
  }

  /// A box's border; its style wins over that of the lines that end on it.
  mutating func add(_ rect: SceneRect, arm: LineArms.Arm, style: Style) {
    let right = rect.right - 1
    let bottom = rect.bottom - 1
    let corners = (
      ScenePoint(x: rect.x, y: rect.y), ScenePoint(x: right, y: rect.y), ScenePoint(x: right, y: bottom), ScenePoint(x: rect.x, y: bottom)
    )
    addRun(corners.0, corners.1, arm, false, false, style, winsAlways: true)
    addRun(corners.1, corners.2, arm, false, false, style, winsAlways: true)
    addRun(corners.2, corners.3, arm, false, false, style, winsAlways: true)
    addRun(corners.3, corners.0, arm, false, false, style, winsAlways: true)
  }

  private mutating func addRun(
    _ a: ScenePoint, _ b: ScenePoint, _ arm: LineArms.Arm, _ isDashed: Bool, _ isDotted: Bool, _ style: Style, winsAlways: Bool
  ) {
    let isLevel = a.y == b.y
    guard isLevel ? a.y >= view.y && a.y < view.bottom : a.x >= view.x && a.x < view.right else { return }
    let (low, high) = isLevel ? (min(a.x, b.x), max(a.x, b.x)) : (min(a.y, b.y), max(a.y, b.y))
    let first = max(low, isLevel ? view.x : view.y)
    let end = min(high + 1, isLevel ? view.right : view.bottom)
    guard first < end else { return }
    for place in first..<end {
      let (x, y) = isLevel ? (place - view.x, a.y - view.y) : (a.x - view.x, place - view.y)
      let index = y * view.width + x
      var cell = cells[index]
      if isLevel {
        if place > low { cell.arms.left = LineArms.stronger(cell.arms.left, arm) }
        if place < high { cell.arms.right = LineArms.stronger(cell.arms.right, arm) }
      } else {
        if place > low { cell.arms.up = LineArms.stronger(cell.arms.up, arm) }
        if place < high { cell.arms.down = LineArms.stronger(cell.arms.down, arm) }
      }
      cell.arms.isDashed = isDashed
      cell.arms.isDotted = isDotted
      if winsAlways || !cell.hasStyle || arm == .heavy { cell.style = style }
      cell.hasStyle = true
      cells[index] = cell
      if reach[y].isEmpty {
        reach[y] = x..<(x + 1)
      } else if !reach[y].contains(x) {
        reach[y] = min(reach[y].lowerBound, x)..<max(reach[y].upperBound, x + 1)
      }
    }
  }

  func draw(on surface: inout Surface, _ shift: Point) {
    for y in 0..<view.height {
      for x in reach[y] {
        let cell = cells[y * view.width + x]
        guard cell.hasStyle, !cell.arms.isEmpty else { continue }
        surface.put(scalar: cell.arms.scalar, x: x + view.x + shift.x, y: y + view.y + shift.y, cell.style)
      }
    }
  }
}
