import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

struct InitiativesState: Sendable {
  /// The picture of the listed initiatives, for the width that the screen has.
  var crescendo: Crescendo?
  var crescendoKey: CrescendoKey?
  var hasBegun = false
  /// Its first line when the cursor does not ask for another.
  var top = 0

  struct CrescendoKey: Hashable {
    var revision: Int
    var audience: Audience
    var filter: String
    var width: Int
    var today: PartialDate
  }
}

/// What is done together: as a list, and as a crescendo from a shared room to a joint venture. Both have the same cursor.
struct InitiativesScreen: Screen {
  /// The list comes first, so that finding an initiative lands in it.
  private enum Part: Int { case list, crescendo }

  private let lists = ListScreen(.initiatives, [.initiative])

  var paneCount: Int { 2 }
  var listKinds: [EntityKind] { [.initiative] }
  func focusedList(_ desk: Desk) -> EntityKind? { .initiative }
  func kindToAdd(_ desk: Desk) -> EntityKind? { .initiative }
  func selection(_ desk: Desk) -> EntityRef? { desk.lists[.initiative]?.selectedID.map { EntityRef(.initiative, $0) } }

  private func part(_ desk: Desk) -> Part { Part(rawValue: desk.panes[.initiatives] ?? 0) ?? .list }

  func back(_ desk: inout Desk) -> Bool { lists.back(&desk) }

  func digitScale(_ desk: Desk) -> DigitScale? { part(desk) == .list ? desk.cellScale(.initiative) : nil }
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool { part(desk) == .list && desk.setCell(.initiative, digit: digit) }
  func canNudge(_ desk: Desk) -> Bool { part(desk) == .list && desk.cellField(.initiative) != nil }
  func nudge(_ desk: inout Desk, _ step: Int) { if canNudge(desk) { desk.nudgeCell(.initiative, step) } }

  func move(_ desk: inout Desk, _ move: Move) {
    if part(desk) == .list {
      desk.moveInList(.initiative, move)
    } else if let id = desk.initiatives.crescendo?.neighbour(of: desk.lists[.initiative]?.selectedID, move) {
      desk.selectInList(EntityRef(.initiative, id))
    }
    settle(&desk)
  }

  /// Keeps the picture's place, so that it moves no more than it must.
  private func settle(_ desk: inout Desk) {
    guard let chart = layout(desk, desk.frameAreas.body).crescendo else { return }
    desk.initiatives.top = desk.crescendoTop(height: chartLines(desk, chart))
  }

  private func chartLines(_ desk: Desk, _ rect: Rect) -> Int {
    let foot = desk.crescendoFoot(height: rect.height - 1)
    return max(1, rect.height - 1 - [foot.money, foot.trust, foot.outlook].count { $0 })
  }

  func prepare(_ desk: inout Desk) {
    let session = desk.view.session
    let width = desk.frameAreas.body.width
    let key = InitiativesState.CrescendoKey(
      revision: session.revision(of: .initiative), audience: desk.audience, filter: desk.lists[.initiative]?.filter ?? "", width: width, today: desk.today)
    if desk.initiatives.crescendoKey != key {
      desk.initiatives.crescendoKey = key
      let listed = (desk.lists[.initiative]?.rows ?? []).compactMap { session.initiatives[$0] }
      let words = desk.words
      desk.initiatives.crescendo = Crescendo(
        listed, width: max(1, width - Desk.crescendoLabelWidth(width) - 1), today: desk.today.firstDay, month: { words.month($0) },
        label: { initiative in
          let name = initiative.name.isEmpty ? words.withArticle(.initiative) : initiative.name
          return TextWidth.columns(initiative.crescendoLabel(name, width: width)) + (initiative.outcomeMark.isEmpty ? 0 : 2)
        })
    }
    desk.askForAnswers()
    desk.refreshOutlook()
    beginWhereItStands(&desk)
    settle(&desk)
  }

  /// The first time the cursor starts at what goes on or comes next, not years back.
  private func beginWhereItStands(_ desk: inout Desk) {
    guard !desk.initiatives.hasBegun, let list = desk.lists[.initiative], !list.rows.isEmpty else { return }
    desk.initiatives.hasBegun = true
    guard list.table.cursor == 0, list.sortKey == "from" else { return }
    let session = desk.view.session
    let next = list.rows.first { session.initiatives[$0].map { $0.status?.option?.isOver != true } ?? false }
    if let next { desk.selectInList(EntityRef(.initiative, next)) }
  }

  private struct Layout {
    var crescendo: Rect?
    var list: (area: Rect, pane: Pane)?
    /// What the selected one needs, where no inspector says it.
    var strip: Rect?
  }

  /// Both parts where there is room; otherwise the one that has the keys.
  private func layout(_ desk: Desk, _ rect: Rect) -> Layout {
    let inspectorWidth = desk.showsInspector ? desk.breadth : 0
    if rect.width >= 120, rect.height >= 34 {
      let foot = desk.crescendoFoot(height: rect.height)
      let wanted = (desk.initiatives.crescendo?.height ?? 0) + 1 + [foot.money, foot.trust, foot.outlook].count { $0 }
      let share = part(desk) == .crescendo ? rect.height * 7 / 10 : rect.height * 11 / 20
      let (upper, lower) = rect.split(top: min(max(wanted, 12), share))
      let pane = Pane(lower.split(top: 1).1, screenWidth: inspectorWidth, share: 50)
      return Layout(crescendo: upper, list: (pane.list, pane), strip: nil)
    }
    if part(desk) == .crescendo {
      let (chart, strip) = rect.split(bottom: rect.height >= 16 ? 5 : 0)
      return Layout(crescendo: chart, list: nil, strip: strip)
    }
    let pane = Pane(rect, screenWidth: inspectorWidth)
    guard pane.inspector == nil, rect.height >= 16 else { return Layout(crescendo: nil, list: (pane.list, pane), strip: nil) }
    let (list, strip) = pane.list.split(bottom: 5)
    return Layout(crescendo: nil, list: (list, pane), strip: strip)
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let layout = layout(desk, rect)
    if let list = layout.list, list.area.contains(mouse.position) {
      desk.panes[.initiatives] = Part.list.rawValue
      desk.mouseInList(.initiative, mouse, dress: dress(desk), in: list.area.split(top: 1).1)
    } else if let chart = layout.crescendo, chart.contains(mouse.position) {
      desk.panes[.initiatives] = Part.crescendo.rawValue
      switch mouse.action {
      case .wheelUp: move(&desk, .up)
      case .wheelDown: move(&desk, .down)
      case .press, .doubleClick:
        let top = desk.crescendoTop(height: chartLines(desk, chart))
        let column = mouse.position.x - chart.x - Desk.crescendoLabelWidth(chart.width)
        guard let bar = desk.initiatives.crescendo?.bar(line: mouse.position.y - chart.y - 1 + top, column: column) else { break }
        desk.selectInList(EntityRef(.initiative, bar.id))
        if mouse.action == .doubleClick { desk.openForm() }
      default: break
      }
    }
    settle(&desk)
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let layout = layout(desk, rect)
    let part = part(desk)
    if let area = layout.crescendo { desk.drawCrescendo(in: area, isFocused: part == .crescendo, on: &surface) }
    if let list = layout.list {
      if let above = layout.crescendo { surface.fill(Rect(x: above.x, y: above.bottom, width: above.width, height: 1), with: "─", Style(.border)) }
      desk.drawList(.initiative, in: list.area, isFocused: part == .list, dress: dress(desk), on: &surface)
      drawInspector(desk, list.pane, on: &surface)
    }
    if let strip = layout.strip, let selected = selection(desk) {
      surface.fill(strip.split(top: 1).0, with: "─", Style(.border))
      Viewport(heading(desk, selected.id, width: strip.width - 2) + desk.needLines(selected.id, width: strip.width - 2)).draw(in: strip.split(top: 1).1.inset(1, 0), on: &surface, scrollbar: false)
    }
  }

  private func drawInspector(_ desk: Desk, _ pane: Pane, on surface: inout Surface) {
    guard let inspector = pane.inspector else { return }
    pane.drawDivider(on: &surface)
    guard let selected = selection(desk) else { return }
    let width = inspector.width - 4
    desk.drawNotes(.entity(selected), in: inspector.inset(1, 0), on: &surface) {
      let word = StyledText(desk.outlookWord(selected.id).map { "  " + $0 } ?? "", .dim)
      let own = [StyledLine([StyledText(desk.name(selected), Style(.heading)), word])]
        + desk.needLines(selected.id, width: width) + desk.outlookLines(selected.id) + desk.forceLines(selected.id) + [StyledLine.empty]
      return own + desk.inspectorLines(selected, width: width).dropFirst()
    }
  }

  /// Name, standing, step and time on one line.
  private func heading(_ desk: Desk, _ id: EntityID, width: Int) -> [StyledLine] {
    guard let initiative = desk.view.session.initiatives[id] else { return [] }
    let dates = [initiative.from, initiative.to].compactMap { $0.map { desk.words.date($0) } }
    let parts: [(text: String?, isSpare: Bool)] = [
      (initiative.status.map { desk.words.choice($0) }, false), (initiative.step.map { desk.words.level(.step, $0) }, true),
      (dates.isEmpty ? desk.words.crescendo(.noDate) : dates.joined(separator: " – "), false), (desk.outlookWord(id), false),
    ]
    // What the list or the picture says anyway gives way to the name.
    let least = min(TextWidth.columns(desk.name(initiative.ref)), 24)
    let all = parts.compactMap(\.text).joined(separator: " · ")
    let rest = TextWidth.columns(all) + least + 7 <= width ? all : parts.filter { !$0.isSpare }.compactMap(\.text).joined(separator: " · ")
    let room = max(12, width - TextWidth.columns(rest) - 7)
    return [
      StyledLine([initiative.statusMark, StyledText(" " + TextWidth.truncated(desk.name(initiative.ref), to: room) + "  ", Style(.strong)), StyledText(rest, .dim)])
    ]
  }

  private func dress(_ desk: Desk) -> ListDress {
    var dress = ListDress()
    // When and how far matter more than the kind where there is little room.
    let priorities = ["status": 96, "step": 95, "from": 94, "to": 93, "lead": 92]
    dress.columns = { columns in
      columns.map { column in
        var column = column
        if let priority = priorities[column.id] { column.priority = priority }
        return column
      }
    }
    dress.cell = { entity, column, cell in
      guard let initiative = entity as? Initiative else { return cell }
      if column.id == "name" { return TableCell(runs: [initiative.statusMark, StyledText(" ")] + cell.runs) }
      return cell
    }
    return dress
  }
}
