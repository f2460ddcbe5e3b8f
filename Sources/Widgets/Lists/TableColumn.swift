import Drawing

/// One column of a table: what it is called and how wide it wants to be.
public struct TableColumn: Hashable, Sendable {
  public enum Width: Hashable, Sendable {
    case fixed(Int)
    /// At least `min` columns, at most `max`; what is left over is shared out by `weight`.
    case flexible(weight: Int = 1, min: Int = 6, max: Int = .max)
  }

  public enum Alignment: Hashable, Sendable { case left, right, centre }
  public enum Sorting: Hashable, Sendable { case none, ascending, descending }

  public var id: String
  public var title: String
  public var width: Width
  public var alignment: Alignment
  /// Where it gets narrow, columns with the lowest number go first, among equals the one furthest right.
  public var priority: Int
  public var sorting: Sorting

  public init(
    id: String, title: String, width: Width = .flexible(), alignment: Alignment = .left, priority: Int = 0,
    sorting: Sorting = .none
  ) {
    self.id = id
    self.title = title
    self.width = width
    self.alignment = alignment
    self.priority = priority
    self.sorting = sorting
  }

  func least(_ metrics: Metrics) -> Int {
    switch width {
    case .fixed(let columns): max(1, columns)
    case .flexible(_, let least, _): max(1, metrics.columns(least))
    }
  }
}

/// Where the columns of a table stand.
public enum TableLayout {
  /// A column's place, counted from the left edge of the table's text.
  public struct Slot: Hashable, Sendable {
    /// The index in the columns given.
    public let column: Int
    public let x: Int
    public let width: Int
  }

  /// Drops columns by priority until the least widths fit, then shares out the rest. Slots never overlap and never pass `width`;
  /// one column always stays.
  public static func slots(_ columns: [TableColumn], width: Int, _ metrics: Metrics = .desk) -> [Slot] {
    let gap = metrics.columnGap
    var kept = Array(columns.indices)
    func needed() -> Int { kept.reduce(-gap) { $0 + columns[$1].least(metrics) + gap } }
    while kept.count > 1, needed() > width || kept.count > metrics.mostColumns {
      guard let least = kept.map({ columns[$0].priority }).min(),
        let place = kept.lastIndex(where: { columns[$0].priority == least })
      else { break }
      kept.remove(at: place)
    }
    guard width > 0, !kept.isEmpty else { return [] }
    var widths = kept.map { min(columns[$0].least(metrics), width) }
    share(width - widths.reduce(-gap) { $0 + $1 + gap }, among: kept.map { columns[$0].width }, &widths)
    var x = 0
    return zip(kept, widths).map { column, columnWidth in
      defer { x += columnWidth + gap }
      return Slot(column: column, x: x, width: columnWidth)
    }
  }

  private static func share(_ spare: Int, among policies: [TableColumn.Width], _ widths: inout [Int]) {
    var left = spare
    while left > 0 {
      var growing: [(place: Int, weight: Int, limit: Int)] = []
      for (place, policy) in policies.enumerated() {
        if case .flexible(let weight, _, let limit) = policy, weight > 0, widths[place] < limit {
          growing.append((place, weight, limit))
        }
      }
      let weights = growing.reduce(0) { $0 + $1.weight }
      guard weights > 0 else { return }
      let round = left
      for (place, weight, limit) in growing {
        let share = min(left, max(1, round * weight / weights), limit - widths[place])
        widths[place] += share
        left -= share
      }
    }
  }
}

/// What a table shows in one cell.
public struct TableCell: Hashable, Sendable {
  public var runs: [StyledText]
  /// A bar behind the text, from 0 to 1; nil for none.
  public var bar: StatBar?

  public init(_ text: String, _ style: Style = .text) {
    runs = [StyledText(text, style)]
    bar = nil
  }

  public init(runs: [StyledText]) {
    self.runs = runs
    bar = nil
  }

  public init(_ bar: StatBar, text: String = "", _ style: Style = .text) {
    runs = text.isEmpty ? [] : [StyledText(text, style)]
    self.bar = bar
  }

  /// Text that stands at the left and does not fit goes on in the lines below; the last of them ends in `…` when even they are too few.
  func draw(_ alignment: TableColumn.Alignment, x: Int, y: Int, width: Int, lines: Int = 1, on surface: inout Surface) {
    let line = StyledLine(runs)
    if lines > 1, alignment == .left, bar == nil, line.columns > width {
      // Text goes on below itself, not below a mark before it.
      let mark = runs.count > 1 ? TextWidth.columns(runs[0].text) + 1 : 0
      for (index, row) in StyledLine(runs, hangingIndent: mark <= 2 ? mark : 0).wrapped(width: width, lines: lines).enumerated() {
        row.draw(x: x, y: y + index, width: width, on: &surface)
      }
      return
    }
    let columns = min(alignment == .left && bar == nil ? 0 : line.columns, width)
    if let bar {
      let room = width - (columns > 0 ? columns + 1 : 0)
      bar.draw(in: Rect(x: x, y: y, width: room, height: 1), on: &surface)
      line.draw(x: x + width - columns, y: y, width: columns, on: &surface)
      return
    }
    let indent =
      switch alignment {
      case .left: 0
      case .right: width - columns
      case .centre: (width - columns) / 2
      }
    line.draw(x: x + indent, y: y, width: width - indent, on: &surface)
  }
}
