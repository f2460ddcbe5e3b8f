import Drawing
import SessionModel
import Widgets

/// One part of the overview: a heading and lines that already fit its width.
struct OverviewPanel: Sendable {
  enum Name: Int, CaseIterable, Sendable { case welcome, vision, actions, figures, trust, advice, standing, indicators, changes, workshop }

  /// Where Enter leads.
  enum Target: Hashable, Sendable {
    case entity(EntityRef)
    case session(field: String)
    case screen(WorkScreen)
  }

  let name: Name
  let heading: String
  /// Said at the right end of the heading.
  var note = ""
  private(set) var lines: [StyledLine] = []
  /// What the cursor can stand on, by line; line -1 is the heading.
  private(set) var stops: [(line: Int, target: Target)] = []

  init(_ name: Name, _ heading: String, note: String = "") {
    self.name = name
    self.heading = heading
    self.note = note
  }

  /// Rows with the heading and the empty row below.
  var height: Int { lines.count + 2 }

  mutating func add(_ line: StyledLine, _ target: Target? = nil) {
    if let target { stops.append((lines.count, target)) }
    lines.append(line)
  }

  /// A long text over several rows.
  mutating func add(_ line: StyledLine, wrappedTo width: Int, atMost rows: Int = 8) {
    var all = line.wrapped(width: max(1, width))
    if all.count > rows {
      all = Array(all.prefix(rows))
      all[rows - 1].runs.append(StyledText("…", line.runs.last?.style ?? .text))
    }
    lines += all
  }

  /// Empty lines up to so many.
  mutating func fill(to rows: Int) { while lines.count < rows { lines.append(.empty) } }

  /// Where a panel without entries of its own leads.
  mutating func leads(to target: Target) { if stops.isEmpty { stops.append((-1, target)) } }
}

/// Where one is on the overview, and what it shows.
struct OverviewState: Sendable {
  /// A panel with the column it stands in and its first row, counted from the top of all.
  struct Placed: Sendable {
    let panel: OverviewPanel
    let column: Int
    let top: Int
  }

  struct Stop: Hashable, Sendable {
    let panel: Int
    let line: Int
    let column: Int
    /// The row it stands on, counted from the top of all.
    let y: Int
    let target: OverviewPanel.Target
  }

  /// Under which the panels were made.
  struct Key: Hashable {
    var revision: Int
    var audience: Audience
    var width: Int
    var height: Int
    var today: PartialDate
    /// Whether some of it is still to come from behind.
    var awaits: Bool
  }

  private(set) var panels: [Placed] = []
  private(set) var stops: [Stop] = []
  private(set) var columnCount = 1
  private(set) var height = 0
  /// Index of the stop under the cursor.
  var cursor = 0
  /// The first row shown.
  var top = 0
  private(set) var key: Key?
  var figures = OverviewFigures()
  /// What Tab had counted when it was last looked at.
  private(set) var pane = 0

  var stop: Stop? { stops.indices.contains(cursor) ? stops[cursor] : nil }

  /// Puts the panels into columns; the cursor stays on what it was on.
  mutating func show(_ columns: [[OverviewPanel]], _ key: Key) {
    let before = stop
    self.key = key
    panels = []
    stops = []
    height = 0
    columnCount = max(1, columns.count)
    for (column, list) in columns.enumerated() {
      var top = 0
      for panel in list {
        for stop in panel.stops { stops.append(Stop(panel: panels.count, line: stop.line, column: column, y: top + 1 + stop.line, target: stop.target)) }
        panels.append(Placed(panel: panel, column: column, top: top))
        top += panel.height
      }
      height = max(height, top)
    }
    if let before, let same = stops.firstIndex(where: { $0.target == before.target }) { cursor = same }
    cursor = min(cursor, max(0, stops.count - 1))
  }

  /// Takes the cursor to the first stop of the next panel, or of the one before.
  mutating func turn(by step: Int, to pane: Int) {
    self.pane = pane
    let firsts = stops.indices.filter { $0 == 0 || stops[$0].panel != stops[$0 - 1].panel }
    guard let stop, let here = firsts.firstIndex(where: { stops[$0].panel == stop.panel }) else { return }
    cursor = firsts[(here + step + firsts.count) % firsts.count]
  }

  /// Brings the panel of the cursor into sight, or at least the cursor's own row.
  mutating func scroll(rows: Int) {
    if let stop, panels.indices.contains(stop.panel) {
      let panel = panels[stop.panel]
      let end = panel.top + panel.panel.height - 1
      if end > top + rows { top = end - rows }
      if panel.top < top { top = panel.top }
      if stop.y >= top + rows { top = stop.y - rows + 1 }
      if stop.y < top { top = stop.y }
      // At the first and the last, what stands before and behind them comes into sight too.
      if stops.first(where: { $0.column == stop.column }) == stop, panel.top < rows { top = 0 }
      if stops.last(where: { $0.column == stop.column }) == stop { top = max(top, min(height - 1 - rows, stop.y)) }
    }
    top = max(0, min(top, height - 1 - rows))
  }
}
