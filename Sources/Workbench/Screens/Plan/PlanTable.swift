import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// The plan as tables: actions in groups with the indicators below them, and what is selected beside them.
struct PlanTable {
  let lists: ListScreen

  private struct Layout {
    var lists: [Rect]
    var pane: Pane
  }

  private func layout(_ desk: Desk, _ rect: Rect) -> Layout {
    let pane = desk.pane(rect, share: 64)
    let area = pane.list
    let indicators = (desk.lists[.indicator]?.rows.count ?? 0) + 2
    let isAtActions = (desk.panes[.plan] ?? 0) == 0
    let share = isAtActions ? area.height / 3 : area.height * 3 / 5
    let rows = lists.listKinds.map { (desk.lists[$0]?.rows.count ?? 0) + dress(desk, $0).groups.count }
    let both = desk.stacked(area, rows: rows, focused: isAtActions ? 0 : 1) { $0.split(bottom: max(4, min(indicators, share))) }
    return Layout(lists: both, pane: pane)
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let layout = layout(desk, rect)
    for (index, kind) in lists.listKinds.enumerated() where layout.lists[index].contains(mouse.position) {
      desk.panes[.plan] = index
      desk.mouseInList(kind, mouse, dress: dress(desk, kind), in: layout.lists[index].split(top: 1).1)
    }
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let layout = layout(desk, rect)
    let focused = lists.kind(desk)
    for (index, kind) in lists.listKinds.enumerated() {
      desk.drawList(kind, in: layout.lists[index], isFocused: kind == focused, dress: dress(desk, kind), on: &surface)
    }
    guard let inspector = layout.pane.inspector else { return }
    layout.pane.drawDivider(on: &surface)
    guard let selected = lists.selection(desk) else { return }
    let width = inspector.width - 4
    desk.drawNotes(.entity(selected), in: inspector.inset(1, 0), on: &surface) {
      var lines = desk.inspectorLines(selected, width: width)
      if selected.kind == .action { lines.insert(contentsOf: desk.dependencyLines(selected.id), at: min(1, lines.count)) }
      if selected.kind == .indicator, let course = desk.plan.courses[selected.id] {
        lines.insert(contentsOf: courseLines(desk, course, width: width), at: min(1, lines.count))
      }
      return lines
    }
  }

  private func courseLines(_ desk: Desk, _ course: IndicatorCourse, width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    let planned = course.start.flatMap { start in
      course.target.map { (from: CoursePlot.Place(Double(start.day), start.value), to: CoursePlot.Place(Double($0.day), $0.value)) }
    }
    let plot = CoursePlot(course: course.places.map { .init(Double($0.day), $0.value) }, planned: planned)
    lines += plot.lines(Size(width: min(width, 48), height: 6))
    lines.append(StyledLine([standing(desk, course)]))
    return lines + [.empty]
  }

  private func standing(_ desk: Desk, _ course: IndicatorCourse) -> StyledText {
    let percent = course.share.flatMap { $0.isFinite && abs($0) < 10 ? Int(($0 * 100).rounded()) : nil }
    let text = desk.words.course(course.standing, percent: percent)
    switch course.standing {
    case .reached: return StyledText("✓ " + text, Style(.success))
    case .ahead: return StyledText("▲ " + text, Style(.success))
    case .behind: return StyledText("▼ " + text, Style(.warning))
    case .noReading, .noTarget, .notComparable: return StyledText("· " + text, .dim)
    }
  }

  private func dress(_ desk: Desk, _ kind: EntityKind) -> ListDress {
    kind == .action ? actionDress(desk) : indicatorDress(desk)
  }

  private func actionDress(_ desk: Desk) -> ListDress {
    var dress = ListDress()
    let grouping = desk.lists[.action].flatMap { PlanGrouping(sortKey: $0.sortKey) }
    dress.groups = desk.plan.groups
    if let grouping { dress.note = StyledLine(desk.words.plan(grouping.name), .dim) }
    dress.columns = { columns in
      // What the heading says already need not stand in every row.
      columns.filter { $0.id != grouping?.sortKey }.map { column in
        guard column.id == "status" else { return column }
        var narrow = column
        narrow.width = .fixed(9)
        return narrow
      }
    }
    let today = desk.today
    let early = desk.plan.conflicts
    dress.cell = { entity, column, cell in
      guard let action = entity as? ActionItem else { return cell }
      if column.id == "owner", action.owner == nil { return TableCell(desk.ownerName(of: action)) }
      guard column.id == "what" else { return cell }
      let standing = action.standing(on: today)
      let style =
        switch standing {
        case .late, .blocked: standing.mark.style
        case .done, .dropped: Style.dim
        case .doing, .open: cell.runs.first?.style ?? .text
        }
      let warning = early[action.id] == nil ? [] : [StyledText("⇤ ", Style(.error))]
      return TableCell(runs: [standing.mark, StyledText(" ")] + warning + cell.runs.map { StyledText($0.text, style) })
    }
    return dress
  }

  private func indicatorDress(_ desk: Desk) -> ListDress {
    var dress = ListDress()
    let words = desk.words
    // Sales are what convinces: they are asked for first (Cluster approach, Best Practice: Repeated, successful interactions).
    if !desk.measuresSales { dress.note = StyledLine(words.plan(.salesFirst), Style(.warning)) }
    dress.columns = { columns in
      var columns = columns.filter { $0.id != "type" }
      let place = min(columns.count, 1)
      columns.insert(TableColumn(id: "standing", title: words.plan(.course), width: .fixed(16), priority: 90), at: place)
      columns.insert(TableColumn(id: "trend", title: words.plan(.trend), width: .fixed(10), priority: 80), at: place)
      return columns
    }
    let courses = desk.plan.courses
    dress.cell = { entity, column, cell in
      guard let course = courses[entity.id] else { return cell }
      switch column.id {
      case "standing": return TableCell(runs: [standing(desk, course)])
      case "trend":
        let values = course.places.suffix(9).map { Optional($0.value) }
        // The target stands at the end, set apart, so that one sees how far it still is.
        let all = values + (course.target.map { [$0.value] } ?? [])
        let blocks = BlockChart.sparkline(all)
        let split = course.target == nil ? blocks.count : blocks.count - 1
        return TableCell(runs: [StyledText(String(blocks.prefix(split)), Style(.chart)), StyledText(String(blocks.dropFirst(split)), .dim)])
      default: return cell
      }
    }
    return dress
  }
}
