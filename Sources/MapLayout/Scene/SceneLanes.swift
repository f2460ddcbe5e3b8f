import SessionModel

/// The boxes in the order in which one walks them: columns side by side, and below them rows.
struct SceneLanes: Sendable, Equatable {
  /// Box numbers from top to bottom; empty columns are left out.
  var columns: [[Int]] = []
  /// Box numbers from left to right; empty rows are left out.
  var rows: [[Int]] = []
}

extension Scene {
  /// The box that an arrow key leads to: up and down within a column, left and right to the nearest row of the next column,
  /// down from the chain into the bands and up again. Nil at the edge. Every box can be reached from every other.
  public func step(from id: SceneBoxID, _ direction: SceneDirection) -> SceneBoxID? {
    guard let number = places[id] else { return firstBox }
    if view != .chain { return nearest(to: number, direction) }
    for (column, lane) in lanes.columns.enumerated() {
      if let place = lane.firstIndex(of: number) { return stepInColumn(column, place, direction).map { boxes[$0].id } }
    }
    for (row, lane) in lanes.rows.enumerated() {
      if let place = lane.firstIndex(of: number) { return stepInRow(row, place, direction).map { boxes[$0].id } }
    }
    return nil
  }

  /// Where walking begins.
  public var firstBox: SceneBoxID? {
    if view != .chain { return boxes.first?.id }
    return (lanes.columns.first?.first ?? lanes.rows.first?.first).map { boxes[$0].id }
  }

  private func stepInColumn(_ column: Int, _ place: Int, _ direction: SceneDirection) -> Int? {
    let lane = lanes.columns[column]
    let here = boxes[lane[place]].rect
    switch direction {
    case .up: return place > 0 ? lane[place - 1] : nil
    case .down: return place + 1 < lane.count ? lane[place + 1] : lanes.rows.first.flatMap { nearest(in: $0, x: here.centre.x) }
    case .left: return column > 0 ? nearest(in: lanes.columns[column - 1], y: here.centre.y) : nil
    case .right: return column + 1 < lanes.columns.count ? nearest(in: lanes.columns[column + 1], y: here.centre.y) : nil
    }
  }

  private func stepInRow(_ row: Int, _ place: Int, _ direction: SceneDirection) -> Int? {
    let lane = lanes.rows[row]
    let here = boxes[lane[place]].rect
    switch direction {
    case .left: return place > 0 ? lane[place - 1] : nil
    case .right: return place + 1 < lane.count ? lane[place + 1] : nil
    case .down: return row + 1 < lanes.rows.count ? nearest(in: lanes.rows[row + 1], x: here.centre.x) : nil
    case .up: return row > 0 ? nearest(in: lanes.rows[row - 1], x: here.centre.x) : nearest(in: lanes.columns.compactMap(\.last), x: here.centre.x)
    }
  }

  private func nearest(in lane: [Int], x: Int) -> Int? { lane.min { abs(boxes[$0].rect.centre.x - x) < abs(boxes[$1].rect.centre.x - x) } }
  private func nearest(in lane: [Int], y: Int) -> Int? { lane.min { abs(boxes[$0].rect.centre.y - y) < abs(boxes[$1].rect.centre.y - y) } }
}
