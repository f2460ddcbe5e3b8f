/// The order of boxes within the columns that makes few lines cross.
struct ChainOrder {
  /// The boxes of each column from top to bottom, without those that stand for the rest of a segment.
  private(set) var order: [[Int]]
  /// The column of each box; nil in bands.
  let columnOf: [Int?]

  /// `most`: of the ties that guide, about this many count, the shortest first: they are drawn first, and on a crowded map long ones find no way;
  /// 0 leaves everybody in the order of the content.
  init(_ content: ChainContent, most: Int) {
    let columns = content.columns
    var number: [Int: Int] = [:]
    for (place, group) in columns.enumerated() { number[group] = place }
    columnOf = content.nodes.map { number[$0.group] }
    order = columns.map { group in
      content.groups[group].boxes.filter {
        if case .more = content.nodes[$0].id { return false }
        return true
      }
    }
    if most > 0 { arrange(content, most) }
  }

  private mutating func arrange(_ content: ChainContent, _ most: Int) {
    var vertexOf: [Int: Int] = [:]
    var boxOf: [Int?] = []
    var columns: [[Int]] = []
    for column in order {
      columns.append(column.map { box in
        vertexOf[box] = boxOf.count
        boxOf.append(box)
        return boxOf.count - 1
      })
    }
    var ties: [(Int, Int)] = []
    for (from, to) in counting(content, most) {
      guard let a = columnOf[from], let b = columnOf[to], var here = vertexOf[from], let end = vertexOf[to] else { continue }
      // A line over several columns takes a place in each that it passes.
      for passed in stride(from: a + 1, to: b, by: 1) {
        boxOf.append(nil)
        columns[passed].append(boxOf.count - 1)
        ties.append((here, boxOf.count - 1))
        here = boxOf.count - 1
      }
      ties.append((here, end))
    }
    order = ColumnOrdering(columns: columns, ties: ties).columns.map { $0.compactMap { boxOf[$0] } }
  }

  /// The ties that count, from left to right, all of those that are as short as one another or none.
  private func counting(_ content: ChainContent, _ most: Int) -> [(from: Int, to: Int)] {
    var bySpan: [[(from: Int, to: Int)]] = []
    for place in content.guiding {
      let tie = content.ties[place]
      guard let from = columnOf[tie.from], let to = columnOf[tie.to] else { continue }
      let span = max(1, abs(from - to)) - 1
      while bySpan.count <= span { bySpan.append([]) }
      bySpan[span].append(from <= to ? (tie.from, tie.to) : (tie.to, tie.from))
    }
    var counted: [(from: Int, to: Int)] = []
    for ties in bySpan where counted.isEmpty || counted.count + ties.count <= most + most / 2 { counted += ties }
    return counted
  }
}
