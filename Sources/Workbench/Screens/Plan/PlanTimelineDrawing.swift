import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  private struct TimelineAreas {
    let head: Rect
    let labels: Rect
    let chart: Rect
  }

  private func timelineAreas(_ rect: Rect) -> TimelineAreas {
    let (head, body) = rect.split(top: 2)
    let (labels, chart) = body.split(left: min(44, max(20, rect.width * 3 / 8)))
    return TimelineAreas(head: head, labels: labels, chart: chart)
  }

  private var timelineBody: Rect { frameAreas.body.split(top: 1).1 }

  private func timeline(_ chart: Rect) -> PlanTimeline {
    PlanTimeline(origin: plan.origin ?? today.firstDay - plan.zoom.days(chart.width / 4), zoom: plan.zoom, width: chart.width)
  }

  /// Lines of headings and actions, and the first of them that is shown.
  private func timelineRows(height: Int) -> (rows: ListRows, top: Int) {
    let height = height / metrics.rowLines
    let list = lists[.action]
    let rows = ListRows(groups: plan.groups, count: list?.rows.count ?? 0)
    let table = list.map { rows.table(for: $0.table) } ?? Table()
    let cursor = rows.count > 0 ? table.cursor : 0
    let most = max(0, rows.total - height)
    return (rows, min(most, max(min(table.top, cursor), cursor - height + 1, 0)))
  }

  mutating func moveOnTimeline(_ move: Move) {
    guard move == .left || move == .right else { return moveInList(.action, move) }
    let chart = timelineAreas(timelineBody).chart
    let days = max(1, plan.zoom.days(max(1, chart.width / 4)))
    plan.origin = bounded(timeline(chart).origin + (move == .left ? -days : days))
  }

  /// Changes how wide a day is; what stands in the middle stays there.
  mutating func zoomTimeline(_ step: Int) {
    guard let next = PlanZoom(rawValue: plan.zoom.rawValue + step) else { return }
    let chart = timelineAreas(timelineBody).chart
    let middle = timeline(chart).origin + plan.zoom.days(chart.width / 2)
    plan.zoom = next
    plan.origin = bounded(middle - next.days(chart.width / 2))
    message = MessageLine(words.zoom(next.rawValue))
  }

  /// Puts today in the first third, or the selected action where that is asked for.
  mutating func showOnTimeline(_ day: Int) {
    let chart = timelineAreas(timelineBody).chart
    plan.origin = bounded(day - plan.zoom.days(chart.width / 3))
  }

  /// The first look shows what is not over yet, as large as it fits.
  mutating func beginTimeline() {
    guard plan.origin == nil else { return }
    let chart = timelineAreas(timelineBody).chart
    var days = today.firstDay...today.firstDay
    for id in lists[.action]?.rows ?? [] {
      guard let action = view.session.actions[id], !action.isOver else { continue }
      for day in [action.from?.firstDay, action.due?.lastDay].compactMap({ $0 }) {
        days = min(days.lowerBound, day)...max(days.upperBound, day)
      }
    }
    plan.zoom = PlanTimeline.zoom(for: days, width: max(8, chart.width - 4))
    plan.origin = bounded(days.lowerBound - plan.zoom.days(2))
  }

  private func bounded(_ day: Int) -> Int { min(max(day, -719_000), 2_900_000) }

  mutating func mouseOnTimeline(_ mouse: MouseEvent, in rect: Rect) {
    let areas = timelineAreas(rect)
    switch mouse.action {
    case .wheelUp: moveInList(.action, .up)
    case .wheelDown: moveInList(.action, .down)
    case .press, .doubleClick:
      let (rows, top) = timelineRows(height: areas.chart.height)
      guard mouse.position.y >= areas.chart.y, let row = rows.entry(at: top + (mouse.position.y - areas.chart.y) / metrics.rowLines) else { return }
      let page = listRowCount
      lists[.action]?.move(to: row, rowCount: page)
      if mouse.action == .doubleClick { openForm() }
    default: break
    }
  }

  func drawTimeline(in rect: Rect, on surface: inout Surface) {
    guard let list = lists[.action] else { return }
    let areas = timelineAreas(rect)
    let time = timeline(areas.chart)
    var title = words.capitalisedPlural(.action) + " " + String(list.rows.count)
    if !list.filter.isEmpty { title += "  “" + list.filter + "”" }
    surface.put(title, x: areas.head.x + 1, y: areas.head.y, Style(.heading), width: areas.labels.width - 2)
    if let grouping = PlanGrouping(sortKey: list.sortKey) {
      surface.put(words.plan(grouping.name), x: areas.head.x + 1, y: areas.head.y + 1, .dim, width: areas.labels.width - 2)
    }
    guard !list.rows.isEmpty else {
      surface.put(
        list.filter.isEmpty ? words.empty(.action) : words.frame(.findEmpty), x: rect.x + 2, y: areas.chart.y + 1, Style(.placeholder),
        width: rect.width - 4)
      return
    }
    drawTicks(time, head: areas.head, chart: areas.chart, on: &surface)
    let (rows, top) = timelineRows(height: areas.chart.height)
    var spans: [EntityID: (y: Int, columns: Range<Int>)] = [:]
    let lines = metrics.rowLines
    for line in top..<min(rows.total, top + areas.chart.height / lines) {
      let y = areas.chart.y + (line - top) * lines
      guard let row = rows.entry(at: line) else {
        rows.heading(at: line).draw(x: rect.x + 1, y: y + lines - 1, width: areas.labels.width - 2, on: &surface)
        continue
      }
      guard let action = view.session.actions[list.rows[row]] else { continue }
      drawLabel(action, y: y, in: areas.labels, isMarked: list.marks.contains(action.id), on: &surface)
      let columns = time.columns(of: action)
      if let columns { spans[action.id] = (y, columns) }
      drawBar(action, columns, y: y, chart: areas.chart, on: &surface)
      if row == list.table.cursor {
        surface.emphasise(Rect(x: rect.x, y: y, width: rect.width, height: lines), layers.isEmpty ? .selected : .selectedElsewhere)
      }
    }
    drawDependencies(spans, selected: list.selectedID, chart: areas.chart, on: &surface)
  }

  private func drawTicks(_ time: PlanTimeline, head: Rect, chart: Rect, on surface: inout Surface) {
    let (upper, lower) = time.ticks { words.month($0) }
    func draw(_ ticks: [PlanTimeline.Tick], y: Int) {
      for (index, tick) in ticks.enumerated() where tick.column < chart.width {
        // A label has the room up to the next one.
        let next = index + 1 < ticks.count ? ticks[index + 1].column : chart.width
        if next - tick.column > TextWidth.columns(tick.label) {
          surface.put(tick.label, x: chart.x + tick.column, y: y, tick.isStrong ? Style(.text) : .dim, width: chart.width - tick.column)
        }
      }
    }
    draw(upper, y: head.y)
    draw(lower, y: head.y + 1)
    for tick in (time.zoom == .days || time.zoom == .weeks ? lower : upper + lower)
    where tick.isStrong && tick.column >= 0 && tick.column < chart.width {
      surface.fill(Rect(x: chart.x + tick.column, y: chart.y, width: 1, height: chart.height), with: "┊", Style(.border, .faint))
    }
    let column = time.column(today.firstDay)
    guard column >= 0, column < chart.width else { return }
    surface.fill(Rect(x: chart.x + column, y: chart.y, width: 1, height: chart.height), with: "│", Style(.accent))
    let label = words.plan(.today)
    // A blank behind it, so that what is left of a month below does not run into it.
    surface.put(label + " ", x: min(chart.x + column, chart.right - TextWidth.columns(label)), y: head.y + 1, Style(.accent, .bold))
  }

  private func drawLabel(_ action: ActionItem, y: Int, in labels: Rect, isMarked: Bool, on surface: inout Surface) {
    let standing = action.standing(on: today)
    let isPressing = standing == .late || standing == .blocked
    var runs = [standing.mark, StyledText(" ")]
    if isMarked { runs.insert(StyledText("•", Style(.accent)), at: 0) }
    if plan.conflicts[action.id] != nil { runs.append(StyledText("⇤ ", Style(.error))) }
    runs.append(StyledText(action.what, isPressing ? standing.mark.style : action.isOver ? .dim : .text))
    for (index, row) in StyledLine(runs, hangingIndent: 2).wrapped(width: labels.width - 2, lines: metrics.rowLines).enumerated() {
      row.draw(x: labels.x + 1, y: y + index, width: labels.width - 2, on: &surface)
    }
  }

  private func drawBar(_ action: ActionItem, _ columns: Range<Int>?, y: Int, chart: Rect, on surface: inout Surface) {
    guard let columns else {
      surface.put(words.plan(.undated), x: chart.x + 1, y: y, .dim, width: chart.width - 2)
      return
    }
    let standing = action.standing(on: today)
    let part = standing.part
    if columns.upperBound <= 0 { surface.put("‹", x: chart.x, y: y, part.style) }
    if columns.lowerBound >= chart.width { surface.put("›", x: chart.right - 1, y: y, part.style) }
    let from = max(0, columns.lowerBound)
    let to = min(chart.width, columns.upperBound)
    guard from < to else { return }
    let isPoint = action.from == nil || action.due == nil
    if isPoint {
      // Only one end is known: a diamond where it is due, an arrow where it begins.
      surface.put(action.due == nil ? "▷" : "◆", x: chart.x + to - 1, y: y, standing == .open ? Style(.text) : part.style)
    } else {
      surface.fill(
        Rect(x: chart.x + from, y: y, width: to - from, height: 1), with: part.glyph, standing == .open ? Style(.text) : part.style)
    }
  }

  /// From the end of what is needed to the beginning of what waits for it; only where nothing else stands.
  private func drawDependencies(
    _ spans: [EntityID: (y: Int, columns: Range<Int>)], selected: EntityID?, chart: Rect, on surface: inout Surface
  ) {
    surface.clipped(to: chart) { surface in
      func put(_ character: Character, _ x: Int, _ y: Int, _ style: Style) {
        guard chart.contains(Point(x: x, y: y)) else { return }
        let there = surface[x, y].scalar
        guard there == " " || there == "┊" || there == "│" || there == "╎" else { return }
        surface.put(
          character, x: x, y: y,
          Style(style.role, style.emphasis.union(surface[x, y].emphasis.intersection([.selected, .selectedElsewhere]))))
      }
      for (id, span) in spans.sorted(by: { $0.key < $1.key }) {
        for need in view.session.actions[id]?.dependsOn ?? [] {
          guard let other = spans[need], other.y != span.y else { continue }
          let isEarly = plan.conflicts[id]?.chain.contains(need) == true
          let style = isEarly ? Style(.error) : id == selected || need == selected ? Style(.strong) : Style(.border)
          let x = chart.x + other.columns.upperBound
          let isDown = span.y > other.y
          put(isDown ? "╮" : "╯", x, other.y, style)
          for y in (min(span.y, other.y) + 1)..<max(span.y, other.y) { put("╎", x, y, style) }
          let start = chart.x + span.columns.lowerBound
          if start > x {
            put(isDown ? "╰" : "╭", x, span.y, style)
            for column in (x + 1)..<max(x + 1, start - 1) { put("─", column, span.y, style) }
            if start - 1 > x { put("▸", start - 1, span.y, style) }
          } else {
            put(isDown ? "╯" : "╮", x, span.y, style)
          }
        }
      }
    }
  }
}
