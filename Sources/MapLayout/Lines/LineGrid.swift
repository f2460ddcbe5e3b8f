/// Which cells of a scene are taken: by boxes and words, or by lines that run across or down.
struct LineGrid {
  let width: Int
  let height: Int
  private(set) var cells: [UInt8]

  static let blocked: UInt8 = 1
  static let across: UInt8 = 2
  static let down: UInt8 = 4
  static let both: UInt8 = 6
  /// Beside a box: lines cross it on their way to a port but do not run along it.
  static let besideBox: UInt8 = 8

  /// Nil when the scene is too large for a grid of cells to be worth it.
  init?(_ size: SceneSize) {
    let (area, overflow) = size.width.multipliedReportingOverflow(by: size.height)
    guard !overflow, area > 0, area <= 4_000_000 else { return nil }
    width = size.width
    height = size.height
    cells = Array(repeating: 0, count: area)
  }

  func index(_ point: ScenePoint) -> Int? {
    point.x >= 0 && point.y >= 0 && point.x < width && point.y < height ? point.y * width + point.x : nil
  }

  mutating func block(_ rect: SceneRect) { mark(rect, Self.blocked) }

  mutating func mark(_ rect: SceneRect, _ flag: UInt8) {
    guard rect.x < width, rect.y < height else { return }
    for y in max(0, rect.y)..<max(0, min(height, rect.bottom)) {
      for x in max(0, rect.x)..<max(0, min(width, rect.right)) { cells[y * width + x] |= flag }
    }
  }

  mutating func blockBox(_ rect: SceneRect) {
    block(rect)
    mark(SceneRect(x: rect.x - 1, y: rect.y, width: 1, height: rect.height), Self.besideBox)
    mark(SceneRect(x: rect.right, y: rect.y, width: 1, height: rect.height), Self.besideBox)
  }

  /// Takes the cells of a line's runs, its ends included.
  mutating func take(_ points: [ScenePoint]) {
    for (a, b) in zip(points, points.dropFirst()) { mark(SceneRect(from: a, to: b), a.y == b.y ? Self.across : Self.down) }
  }

  /// Gives them back.
  mutating func release(_ points: [ScenePoint]) {
    for (a, b) in zip(points, points.dropFirst()) {
      let left = a.y == b.y ? ~Self.across : ~Self.down
      for y in min(a.y, b.y)...max(a.y, b.y) { for x in min(a.x, b.x)...max(a.x, b.x) { cells[y * width + x] &= left } }
    }
  }

  /// How many other lines a line crosses, one that it crosses twice counted twice.
  func crossings(_ points: [ScenePoint]) -> Int {
    var count = 0
    for (a, b) in zip(points, points.dropFirst()) {
      let step = a.y == b.y ? (b.x > a.x ? 1 : -1) : (b.y > a.y ? width : -width)
      let end = b.y * width + b.x
      var cell = a.y * width + a.x + step
      while cell != end {
        if cells[cell] & Self.both == Self.both { count += 1 }
        cell += step
      }
    }
    return count
  }

  /// Whether two lines meet in a cell.
  static func cross(_ one: [ScenePoint], _ other: [ScenePoint]) -> Bool {
    for (a, b) in zip(one, one.dropFirst()) {
      let run = SceneRect(from: a, to: b)
      for (c, d) in zip(other, other.dropFirst()) where (a.y == b.y) != (c.y == d.y) && run.intersects(SceneRect(from: c, to: d)) { return true }
    }
    return false
  }
}
