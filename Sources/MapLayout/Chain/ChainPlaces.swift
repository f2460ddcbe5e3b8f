import SessionModel

/// Gives every box a place in the grid: a row in its column, or a row and a column in its band.
///
/// Columns are ordered so that few lines cross, then moved up and down as a whole so that lines run straight.
/// Who is pinned, or stood on the scene before, keeps its place; the others take what is free.
struct ChainPlaces {
  let content: ChainContent
  /// The columns that have boxes or a name, as numbers of groups.
  let columns: [Int]
  let bands: [Int]
  /// Columns of the grid in a band.
  let bandWidth: Int
  private(set) var slots: [SceneSlot]
  /// Rows of the grid of columns.
  private(set) var rows = 0
  private var neighbours: [[(node: Int, weight: Int)]]
  /// The column of each box's group; bands have none.
  private var columnOf: [Int?]
  private var isFixed: [Bool]

  /// `tiesPerRow`: how many lines a box takes before it grows by a row.
  init(_ content: ChainContent, order: ChainOrder, tiesPerRow: Int, bandWidth: Int, previous: Scene?) {
    self.content = content
    columns = content.columns
    bands = content.bands
    self.bandWidth = max(1, bandWidth)
    neighbours = Array(repeating: [], count: content.nodes.count)
    for tie in content.guiding.map({ content.ties[$0] }) {
      neighbours[tie.from].append((tie.to, 1))
      neighbours[tie.to].append((tie.from, 1))
    }
    columnOf = order.columnOf
    slots = content.nodes.map { SceneSlot(segment: content.groups[$0.group].segment, x: 0, y: 0, span: 1) }
    isFixed = Array(repeating: false, count: slots.count)
    for (number, node) in content.nodes.enumerated() {
      if columnOf[number] != nil { slots[number].span = min(3, 1 + max(0, node.degree - 1) / max(1, tiesPerRow)) }
    }
    keepPlaces(previous)
    arrangeColumns(order, followsOn: previous != nil && isFixed.contains(true))
    arrangeBands()
  }

  // MARK: What stays

  private mutating func keepPlaces(_ previous: Scene?) {
    var taken: [Int: Set<SceneSlot>] = [:]
    func claim(_ number: Int, _ wanted: SceneSlot, _ taken: inout [Int: Set<SceneSlot>]) -> Bool {
      var cells: [SceneSlot] = []
      for row in wanted.y..<(wanted.y + wanted.span) {
        cells.append(SceneSlot(segment: wanted.segment, x: columnOf[number] == nil ? wanted.x : 0, y: row, span: 1))
      }
      let group = content.nodes[number].group
      guard taken[group, default: []].isDisjoint(with: cells) else { return false }
      taken[group, default: []].formUnion(cells)
      return true
    }
    for (number, node) in content.nodes.enumerated() {
      guard let pin = node.pin else { continue }
      var wanted = slots[number]
      wanted.x = columnOf[number] == nil ? min(pin.x, bandWidth - 1) : 0
      wanted.y = pin.y
      if claim(number, wanted, &taken) {
        slots[number] = wanted
        isFixed[number] = true
      }
    }
    guard let previous else { return }
    for (number, node) in content.nodes.enumerated() where !isFixed[number] {
      guard let before = previous.box(node.id)?.slot, before.segment == slots[number].segment, before.x < bandWidth else { continue }
      for span in Set([max(slots[number].span, before.span), before.span]).sorted(by: >) {
        var wanted = before
        wanted.span = span
        if claim(number, wanted, &taken) {
          slots[number] = wanted
          isFixed[number] = true
          break
        }
      }
    }
  }

  // MARK: Columns

  private mutating func arrangeColumns(_ wanted: ChainOrder, followsOn: Bool) {
    let order = wanted.order.map { column in column.filter { !isFixed[$0] } }
    rows = max(1, columns.map { group in content.groups[group].boxes.reduce(0) { $0 + slots[$1].span } }.max() ?? 1)
    for number in content.nodes.indices where isFixed[number] && columnOf[number] != nil {
      rows = max(rows, slots[number].y + slots[number].span)
    }
    if followsOn {
      for column in order.indices { for number in order[column] { placeFreely(number) } }
    } else {
      // A first stacking from the middle, then each column slides to where its neighbours are; both go round who is pinned.
      let pinned = columns.map { rowsTaken($0) }
      for column in order.indices { stack(order[column], column, pinned[column]) }
      for round in 0..<6 {
        for column in round.isMultiple(of: 2) ? Array(order.indices) : order.indices.reversed() {
          slide(order[column], below: moreCount(column), around: pinned[column])
        }
      }
    }
    for column in columns.indices {
      let group = content.groups[columns[column]]
      guard let more = group.boxes.first(where: isMore) else { continue }
      slots[more].y = group.boxes.filter { $0 != more }.map { slots[$0].y + slots[$0].span }.max() ?? 0
      rows = max(rows, slots[more].y + 1)
    }
  }

  private func rowsTaken(_ group: Int) -> Set<Int> {
    var taken: Set<Int> = []
    for other in content.groups[group].boxes where isFixed[other] { taken.formUnion(slots[other].y..<(slots[other].y + slots[other].span)) }
    return taken
  }

  private mutating func stack(_ order: [Int], _ column: Int, _ pinned: Set<Int>) {
    var y = max(0, (rows - order.reduce(0) { $0 + slots[$1].span } - pinned.count - moreCount(column)) / 2)
    for number in order {
      while !pinned.isDisjoint(with: y..<(y + slots[number].span)) { y += 1 }
      slots[number].y = y
      y += slots[number].span
    }
    rows = max(rows, y + moreCount(column))
  }

  private func isMore(_ number: Int) -> Bool {
    if case .more = content.nodes[number].id { return true }
    return false
  }

  private func moreCount(_ column: Int) -> Int { content.groups[columns[column]].boxes.contains(where: isMore) ? 1 : 0 }

  /// Moves the boxes of a column, in their order, to the rows that cost the least: distance to each neighbour, adjacent columns counting most.
  private mutating func slide(_ order: [Int], below: Int, around pinned: Set<Int>) {
    let last = rows - below
    guard !order.isEmpty else { return }
    let none = Int.max / 4
    var best: [[Int]] = []
    var choice: [[Int]] = []
    for (place, number) in order.enumerated() {
      let span = slots[number].span
      var costs = Array(repeating: none, count: last + 1)
      var from = Array(repeating: 0, count: last + 1)
      var cheapest = place == 0 ? 0 : none
      var cheapestAt = 0
      for y in 0...max(0, last - span) where y + span <= last {
        if place > 0 {
          let before = y - slots[order[place - 1]].span
          if before >= 0, best[place - 1][before] < cheapest {
            cheapest = best[place - 1][before]
            cheapestAt = before
          }
        }
        if cheapest < none, pinned.isEmpty || pinned.isDisjoint(with: y..<(y + span)) {
          costs[y] = cheapest + cost(number, at: y, span)
          from[y] = cheapestAt
        }
      }
      best.append(costs)
      choice.append(from)
    }
    guard let end = best[order.count - 1].indices.min(by: { best[order.count - 1][$0] < best[order.count - 1][$1] }),
      best[order.count - 1][end] < none
    else { return }
    var y = end
    for place in order.indices.reversed() {
      slots[order[place]].y = y
      y = choice[place][y]
    }
  }

  private func cost(_ number: Int, at y: Int, _ span: Int) -> Int {
    let middle = 2 * y + span
    var sum = 0
    for (node, _) in neighbours[number] {
      guard let column = columnOf[node], let own = columnOf[number], column != own else { continue }
      let apart = abs(middle - 2 * slots[node].y - slots[node].span)
      sum += (apart + (apart > 0 ? 2 : 0)) * (abs(column - own) == 1 ? 3 : 1)
    }
    // A slight pull towards the top keeps strays from drifting.
    return sum * 16 + y
  }

  /// The free row nearest to its neighbours, at the bottom when there is none.
  private mutating func placeFreely(_ number: Int) {
    let group = content.nodes[number].group
    let taken = rowsTaken(group)
    var span = slots[number].span
    while span > 0 {
      let free = (0...max(0, rows - span)).filter { y in y + span <= rows && !(y..<(y + span)).contains(where: taken.contains) }
      if let y = free.min(by: { (cost(number, at: $0, span), $0) < (cost(number, at: $1, span), $1) }) {
        slots[number].y = y
        slots[number].span = span
        isFixed[number] = true
        return
      }
      span -= 1
    }
    slots[number].y = (taken.max() ?? -1) + 1
    slots[number].span = 1
    rows = max(rows, slots[number].y + 1)
    isFixed[number] = true
  }

  // MARK: Bands

  private mutating func arrangeBands() {
    for band in bands {
      let boxes = content.groups[band].boxes
      var taken: Set<Int> = []
      for number in boxes where isFixed[number] { taken.insert(slots[number].y * bandWidth + slots[number].x) }
      let free = boxes.filter { !isFixed[$0] }.sorted { a, b in
        if isMore(a) != isMore(b) { return isMore(b) }
        return content.nodes[a].degree > content.nodes[b].degree
          || (content.nodes[a].degree == content.nodes[b].degree && a < b)
      }
      let height = max((boxes.count + bandWidth - 1) / bandWidth, (taken.max() ?? 0) / bandWidth + 1)
      for number in free {
        let wishes = neighbours[number].compactMap { columnOf[$0.node] }
        let wish = wishes.isEmpty ? nil : 2 * wishes.reduce(0, +) / wishes.count
        var best: (cost: Int, place: Int)?
        for y in 0...height {
          for x in 0..<bandWidth where !taken.contains(y * bandWidth + x) {
            let away = isMore(number) ? bandWidth - x : wish.map { abs($0 * bandWidth / max(1, columns.count) - 2 * x) } ?? x
            let cost = away + y * (isMore(number) || wish == nil ? 1_000 : 3) + (y == height ? 10_000 : 0)
            if best.map({ cost < $0.cost }) ?? true { best = (cost, y * bandWidth + x) }
          }
        }
        let place = best?.place ?? 0
        taken.insert(place)
        slots[number].x = place % bandWidth
        slots[number].y = place / bandWidth
      }
    }
  }
}
