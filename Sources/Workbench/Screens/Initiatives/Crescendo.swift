import Drawing
import SessionModel

/// Initiatives laid out with the steps from a shared room to a joint venture going up and time going across.
struct Crescendo: Sendable {
  struct Bar: Sendable {
    let id: EntityID
    /// 1…5, or 0 when no step is set.
    let step: Int
    /// Line of the picture.
    let line: Int
    /// Columns of the time it takes.
    let from: Int
    let to: Int
    /// Where its name stands, and how wide it is.
    let labelAt: Int
    let labelWidth: Int
    let day: Int
  }

  struct Lane: Sendable {
    let step: Int
    let lines: Range<Int>
  }

  let axis: TimeAxis
  /// The highest step first.
  let lanes: [Lane]
  /// From line to line, from left to right.
  let bars: [Bar]
  /// Of the picture.
  let height: Int
  private let places: [EntityID: Int]
  /// Indexes of bars, by line.
  private let lines: [Range<Int>]
  /// Indexes of bars of each step, by time.
  private let courses: [[Int]]

  /// - Parameters:
  ///   - label: the columns that a bar's name takes.
  init(_ initiatives: [Initiative], width: Int, today: Int, month: (Int) -> String, label: (Initiative) -> Int) {
    var (first, last) = (Int.max, Int.min)
    for initiative in initiatives {
      if let day = (initiative.from ?? initiative.to)?.firstDay { first = min(first, day) }
      if let day = (initiative.to ?? initiative.from)?.lastDay { last = max(last, day) }
    }
    if first > last { (first, last) = (today - 182, today + 183) }
    // Today is in the picture when that costs less than a third of it.
    if today > last, today - last < (last - first) / 2 { last = today }
    if today < first, first - today < (last - first) / 2 { first = today }
    let axis = TimeAxis(days: first...last, width: max(1, width), month: month)
    let undated = axis.column(min(max(today, first), last))
    var stretches: [(initiative: Initiative, start: Int, end: Int, bar: Range<Int>, labelAt: Int, labelWidth: Int)] = initiatives.map { initiative in
      let start = (initiative.from ?? initiative.to).map { axis.column($0.firstDay) } ?? undated
      let end = max(start, (initiative.to ?? initiative.from).map { axis.column($0.lastDay) } ?? undated)
      let bar = start..<(end + 1)
      let wanted = label(initiative)
      // The name stands behind the bar, or before it where there is more room.
      if width - bar.upperBound - 1 >= wanted || width - bar.upperBound >= start {
        let room = max(0, min(wanted, width - bar.upperBound - 1))
        return (initiative, start, bar.upperBound + 1 + room, bar, bar.upperBound + 1, room)
      }
      let room = max(0, min(wanted, start - 1))
      return (initiative, start - 1 - room, bar.upperBound, bar, start - 1 - room, room)
    }
    stretches.sort { $0.start != $1.start ? $0.start < $1.start : $0.initiative.id < $1.initiative.id }
    var packings = Array(repeating: RowPacking(width: width), count: 6)
    let rows = stretches.map { stretch in
      packings[Crescendo.step(of: stretch.initiative)].row(from: stretch.start, to: stretch.end + 1)
    }
    var lanes: [Lane] = []
    var tops = Array(repeating: 0, count: 6)
    var height = 0
    for step in [5, 4, 3, 2, 1, 0] {
      if step == 0, packings[0].rowCount == 0 { continue }
      let count = max(1, packings[step].rowCount)
      tops[step] = height
      lanes.append(Lane(step: step, lines: height..<(height + count)))
      height += count
    }
    var bars = zip(stretches, rows).map { stretch, row in
      let step = Crescendo.step(of: stretch.initiative)
      // The earliest lie lowest, so that the picture rises.
      let line = tops[step] + packings[step].rowCount - 1 - row
      return Bar(
        id: stretch.initiative.id, step: step, line: line, from: stretch.bar.lowerBound, to: stretch.bar.upperBound, labelAt: stretch.labelAt,
        labelWidth: stretch.labelWidth, day: stretch.initiative.from?.firstDay ?? stretch.initiative.to?.firstDay ?? today)
    }
    bars.sort { $0.line != $1.line ? $0.line < $1.line : $0.from != $1.from ? $0.from < $1.from : $0.id < $1.id }
    var lines: [Range<Int>] = []
    var at = 0
    for line in 0..<height {
      let start = at
      while at < bars.count, bars[at].line == line { at += 1 }
      lines.append(start..<at)
    }
    var courses = Array(repeating: [Int](), count: 6)
    for (index, bar) in bars.enumerated() { courses[bar.step].append(index) }
    for step in courses.indices {
      courses[step].sort { (bars[$0].day, bars[$0].to, bars[$0].id) < (bars[$1].day, bars[$1].to, bars[$1].id) }
    }
    self.axis = axis
    self.lanes = lanes
    self.bars = bars
    self.height = height
    self.lines = lines
    self.courses = courses
    places = Dictionary(bars.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func step(of initiative: Initiative) -> Int {
    guard let step = initiative.step, (1...5).contains(step) else { return 0 }
    return step
  }

  func bars(on line: Int) -> ArraySlice<Bar> { lines.indices.contains(line) ? bars[lines[line]] : [] }

  func bar(of id: EntityID?) -> Bar? { id.flatMap { places[$0] }.map { bars[$0] } }

  /// Where a step of the cursor leads: in time within a step, or to the nearest in time one step up or down.
  func neighbour(of id: EntityID?, _ move: Move) -> EntityID? {
    guard let id, let place = places[id] else { return inTime(.first) }
    let bar = bars[place]
    let course = courses[bar.step]
    switch move {
    case .left, .right:
      guard let at = course.firstIndex(of: place) else { return nil }
      let next = at + (move == .left ? -1 : 1)
      return course.indices.contains(next) ? bars[course[next]].id : nil
    case .up, .down, .pageUp, .pageDown:
      let isUp = move == .up || move == .pageUp
      let steps = isUp ? Array((bar.step + 1)..<6) : (0..<bar.step).reversed()
      guard let step = steps.first(where: { !courses[$0].isEmpty }) else { return nil }
      return courses[step].min { abs(bars[$0].day - bar.day) < abs(bars[$1].day - bar.day) }.map { bars[$0].id }
    case .first, .last: return inTime(move)
    }
  }

  private func inTime(_ move: Move) -> EntityID? {
    (move == .last ? bars.max { ($0.day, $0.id) < ($1.day, $1.id) } : bars.min { ($0.day, $0.id) < ($1.day, $1.id) })?.id
  }

  /// The bar at a place of the picture, its name included.
  func bar(line: Int, column: Int) -> Bar? {
    bars(on: line).first { bar in
      (bar.from..<bar.to).contains(column) || (column >= bar.labelAt && column < bar.labelAt + bar.labelWidth)
    }
  }
}
