/// Puts the digits of trust on lines: both together where there is a free stretch, else each near the end that it speaks for.
/// A digit stands only on cells of its own line that no other line crosses.
struct LineLabels {
  private let grid: LineGrid
  private var taken: Set<ScenePoint> = []

  init(_ grid: LineGrid) { self.grid = grid }

  mutating func place(_ line: SceneLine) -> [SceneLabel] {
    let mark = line.isConflict ? "×" : ""
    guard line.trust != nil || line.trustBack != nil else {
      return mark.isEmpty ? [] : (single(mark, on: line).map { [$0] } ?? [])
    }
    let there = line.trust.map(String.init)
    let back = line.trustBack.map(String.init)
    if there == back, let there {
      return single(mark + there, on: line).map { [$0] } ?? single(there, on: line).map { [$0] } ?? []
    }
    if let label = joint(there, back, mark, on: line) ?? joint(there, back, "", on: line) { return [label] }
    if let label = stacked(there, back, on: line) { return [label] }
    return split(there, back, on: line)
  }

  /// The same in both directions: one text anywhere, the longest free run first.
  private mutating func single(_ text: String, on line: SceneLine) -> SceneLabel? {
    find(text.count, on: line, across: true, margin: 1).map { label($0, text, false) }
      ?? find(text.count, on: line, across: false, margin: 1).map { label($0, text, true) }
      ?? find(text.count, on: line, across: true, margin: 0).map { label($0, text, false) }
      ?? find(text.count, on: line, across: false, margin: 0).map { label($0, text, true) }
  }

  /// `2›‹4`: the left digit is how far the left end trusts the right one.
  private mutating func joint(_ there: String?, _ back: String?, _ mark: String, on line: SceneLine) -> SceneLabel? {
    for (a, b) in runs(line) where a.y == b.y {
      let leftward = b.x < a.x
      let left = leftward ? back : there
      let right = leftward ? there : back
      let text = mark + (left.map { $0 + "›" } ?? "") + (right.map { "‹" + $0 } ?? "")
      if let start = free(text.count, min(a.x, b.x), max(a.x, b.x), margin: 0, { ScenePoint(x: $0, y: a.y) }) {
        return label(ScenePoint(x: start, y: a.y), text, false)
      }
    }
    return nil
  }

  /// The upper digit is how far the upper end trusts the lower one.
  private mutating func stacked(_ there: String?, _ back: String?, on line: SceneLine) -> SceneLabel? {
    for (a, b) in runs(line) where a.x == b.x {
      let upward = b.y < a.y
      let upper = upward ? back : there
      let lower = upward ? there : back
      let text: String
      switch (upper, lower) {
      case (let upper?, let lower?): text = upper + lower
      case (let upper?, nil): text = upper + "v"
      case (nil, let lower?): text = "^" + lower
      case (nil, nil): return nil
      }
      if let start = free(text.count, min(a.y, b.y), max(a.y, b.y), margin: 0, { ScenePoint(x: a.x, y: $0) }) {
        return label(ScenePoint(x: a.x, y: start), text, true)
      }
    }
    return nil
  }

  /// Each digit as near as can be to the end that it speaks for.
  private mutating func split(_ there: String?, _ back: String?, on line: SceneLine) -> [SceneLabel] {
    var labels: [SceneLabel] = []
    let cells = Self.cells(line.points)
    if let there, let cell = cells.prefix(cells.count / 2 + 1).first(where: isFree) { labels.append(label(cell, there, false)) }
    if let back, let cell = cells.suffix(cells.count / 2).reversed().first(where: isFree) { labels.append(label(cell, back, false)) }
    return labels
  }

  /// Straight runs without the border cells at the ends, the longest first.
  private func runs(_ line: SceneLine) -> [(ScenePoint, ScenePoint)] {
    let all = zip(line.points, line.points.dropFirst()).map { ($0, $1) }
    return all.enumerated().sorted { x, y in
      let lengths = (Self.length(x.element), Self.length(y.element))
      return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : x.offset < y.offset
    }.map(\.element)
  }

  private static func length(_ run: (ScenePoint, ScenePoint)) -> Int { abs(run.0.x - run.1.x) + abs(run.0.y - run.1.y) }

  private func find(_ count: Int, on line: SceneLine, across: Bool, margin: Int) -> ScenePoint? {
    for (a, b) in runs(line) where (a.y == b.y) == across {
      if across {
        if let start = free(count, min(a.x, b.x), max(a.x, b.x), margin: margin, { ScenePoint(x: $0, y: a.y) }) { return ScenePoint(x: start, y: a.y) }
      } else if let start = free(count, min(a.y, b.y), max(a.y, b.y), margin: margin, { ScenePoint(x: a.x, y: $0) }) {
        return ScenePoint(x: a.x, y: start)
      }
    }
    return nil
  }

  /// The start, nearest to the middle, of a free stretch strictly between two ends of a run.
  private func free(_ count: Int, _ low: Int, _ high: Int, margin: Int, _ cell: (Int) -> ScenePoint) -> Int? {
    let first = low + 1 + margin
    let last = high - count - margin
    guard first <= last else { return nil }
    let middle = (first + last) / 2
    for away in 0...(last - first + 1) {
      for start in away == 0 ? [middle] : [middle - away, middle + away] where start >= first && start <= last {
        if (start..<(start + count)).allSatisfy({ isFree(cell($0)) }) { return start }
      }
    }
    return nil
  }

  private func isFree(_ point: ScenePoint) -> Bool {
    guard let cell = grid.index(point), !taken.contains(point) else { return false }
    let flags = grid.cells[cell]
    return flags & LineGrid.blocked == 0 && flags & LineGrid.both != LineGrid.both
  }

  private mutating func label(_ at: ScenePoint, _ text: String, _ runsDown: Bool) -> SceneLabel {
    let label = SceneLabel(at: at, text: text, runsDown: runsDown)
    for y in label.rect.y..<label.rect.bottom { for x in label.rect.x..<label.rect.right { taken.insert(ScenePoint(x: x, y: y)) } }
    return label
  }

  /// The cells of a line between its border cells, in order.
  static func cells(_ points: [ScenePoint]) -> [ScenePoint] {
    var cells: [ScenePoint] = []
    for (a, b) in zip(points, points.dropFirst()) {
      let dx = (b.x - a.x).signum()
      let dy = (b.y - a.y).signum()
      var at = a
      while at != b {
        cells.append(at)
        at = ScenePoint(x: at.x + dx, y: at.y + dy)
      }
    }
    return Array(cells.dropFirst())
  }
}
