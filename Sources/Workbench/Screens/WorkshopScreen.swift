import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

struct WorkshopState: Sendable {
  /// Who is at the selected workshop.
  var attendance = Attendance()
  var attendanceKey: AttendanceKey?
  /// Who is needed and not there; nothing of it for the room.
  var missing: [StyledLine] = []
  /// Scrolls the day.
  var day = Viewport()

  struct AttendanceKey: Hashable {
    var workshop: EntityID?
    var revisions: [Int]
    var audience: Audience
  }
}

/// The day: agenda and time, decisions, votes, who is here. The lists of workshops and people stand beside it.
struct WorkshopScreen: Screen {
  /// The lists come first, in the order of their kinds, so that finding an entry lands in them.
  private enum Part: Int { case workshops, participants, day }

  private let lists = ListScreen(.workshop, [.workshop, .participant])

  var paneCount: Int { 3 }
  var listKinds: [EntityKind] { lists.listKinds }

  private func part(_ desk: Desk) -> Part { Part(rawValue: desk.panes[.workshop] ?? 0) ?? .workshops }

  func focusedList(_ desk: Desk) -> EntityKind? {
    switch part(desk) {
    case .workshops: .workshop
    case .participants: .participant
    case .day: nil
    }
  }

  func kindToAdd(_ desk: Desk) -> EntityKind? { focusedList(desk) ?? .workshop }

  func selection(_ desk: Desk) -> EntityRef? {
    let kind = focusedList(desk) ?? .workshop
    return desk.lists[kind]?.selectedID.map { EntityRef(kind, $0) }
  }

  func move(_ desk: inout Desk, _ move: Move) {
    if let kind = focusedList(desk) {
      desk.moveInList(kind, move)
      prepare(&desk)
      return
    }
    guard let area = layout(desk, desk.frameAreas.body).day else { return }
    refreshDay(&desk, area)
    let codes: [Move: Key.Code] = [
      .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown, .first: .home, .last: .end,
    ]
    if let code = codes[move] { _ = desk.workshop.day.handle(Key(code), in: dayText(area)) }
  }

  /// Enter on the day opens the workshop at its agenda.
  func open(_ desk: inout Desk) {
    guard let selected = selection(desk) else { return }
    if part(desk) == .day { desk.openForm(of: [selected], focus: "agenda") } else { desk.openForm() }
  }

  func back(_ desk: inout Desk) -> Bool {
    guard part(desk) != .day else {
      desk.panes[.workshop] = Part.workshops.rawValue
      return true
    }
    return lists.back(&desk)
  }

  func digitScale(_ desk: Desk) -> DigitScale? { focusedList(desk).flatMap { desk.cellScale($0) } }
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool { focusedList(desk).map { desk.setCell($0, digit: digit) } ?? false }
  func canNudge(_ desk: Desk) -> Bool { focusedList(desk).map { desk.cellField($0) != nil } ?? false }
  func nudge(_ desk: inout Desk, _ step: Int) { if let kind = focusedList(desk) { desk.nudgeCell(kind, step) } }

  func prepare(_ desk: inout Desk) {
    let session = desk.view.session
    let selected = desk.lists[.workshop]?.selectedID
    let key = WorkshopState.AttendanceKey(
      workshop: selected, revisions: [EntityKind.session, .workshop, .participant, .stakeholder, .reading].map { session.revision(of: $0) }, audience: desk.audience)
    guard desk.workshop.attendanceKey != key else { return }
    if desk.workshop.attendanceKey?.workshop != selected { desk.workshop.day.scrollToTop() }
    desk.workshop.attendanceKey = key
    desk.workshop.missing = []
    if desk.showsAnswers, !desk.answersComeLater, let workshop = session.workshops[selected] {
      desk.refreshAnswers()
      desk.workshop.missing = desk.missingAnswers(workshop)
    }
    desk.workshop.attendance = session.workshops[selected].map { Attendance($0, session) } ?? Attendance()
  }

  private struct Layout {
    /// Workshops and participants.
    var lists: [Rect]
    var day: Rect?
    var divider: Rect?
  }

  private func layout(_ desk: Desk, _ rect: Rect) -> Layout {
    let part = part(desk)
    let workshops = (desk.lists[.workshop]?.rows.count ?? 0) + 2
    if desk.isOnStage {
      let none = Rect(x: rect.x, y: rect.y, width: 0, height: 0)
      return Layout(lists: [none, none], day: rect)
    }
    guard desk.breadth >= Pane.inspectorNeeds else {
      // One below the other; what has the keys gets the room, and the day never quite goes.
      switch part {
      case .workshops:
        let (upper, day) = rect.split(top: min(max(4, workshops), rect.height / 3))
        return Layout(lists: [upper, Rect(x: rect.x, y: rect.bottom, width: 0, height: 0)], day: day)
      case .participants:
        let (day, lower) = rect.split(top: rect.height * 2 / 5)
        return Layout(lists: [Rect(x: rect.x, y: rect.y, width: 0, height: 0), lower], day: day)
      case .day: return Layout(lists: [Rect(x: rect.x, y: rect.y, width: 0, height: 0), Rect(x: rect.x, y: rect.y, width: 0, height: 0)], day: rect)
      }
    }
    let (left, right) = rect.split(left: min(70, rect.width * 2 / 5))
    let (upper, lower) = left.split(right: 1).0.split(top: min(max(5, workshops), left.height / 2))
    return Layout(lists: [upper, lower], day: right, divider: left.split(right: 1).1)
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let layout = layout(desk, rect)
    for (index, kind) in listKinds.enumerated() where layout.lists[index].contains(mouse.position) {
      desk.panes[.workshop] = index
      desk.mouseInList(kind, mouse, dress: dress(desk, kind), in: layout.lists[index].split(top: 1).1)
      prepare(&desk)
      return
    }
    guard let day = layout.day, day.contains(mouse.position) else { return }
    refreshDay(&desk, day)
    if mouse.action == .press { desk.panes[.workshop] = Part.day.rawValue }
    _ = desk.workshop.day.handle(mouse, in: dayText(day))
  }

  private func dayText(_ area: Rect) -> Rect { area.inset(1, 0) }

  private func isWide(_ desk: Desk, _ area: Rect) -> Bool { desk.metrics.worth(of: area.width) >= 100 }

  private func workshop(_ desk: Desk) -> Workshop? { desk.view.session.workshops[desk.lists[.workshop]?.selectedID] }

  /// The lines that scroll: all of the day, or its left half where both halves have room.
  private func dayLines(_ desk: Desk, _ workshop: Workshop, _ area: Rect) -> [StyledLine] {
    let text = dayText(area)
    guard !isWide(desk, area) else { return desk.dayCourse(workshop, width: text.width / 2 - 4, hasRoom: area.height >= 20) }
    let width = text.width - 2
    return desk.dayCourse(workshop, width: width, hasRoom: area.height >= 16) + [.empty] + desk.daySide(workshop, width: width)
  }

  private func refreshDay(_ desk: inout Desk, _ area: Rect) {
    guard let workshop = workshop(desk) else { return }
    let lines = dayLines(desk, workshop, area)
    desk.workshop.day.show(lines)
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let layout = layout(desk, rect)
    for (index, kind) in listKinds.enumerated() where !layout.lists[index].isEmpty {
      desk.drawList(kind, in: layout.lists[index], isFocused: kind == focusedList(desk), dress: dress(desk, kind), on: &surface)
    }
    if let divider = layout.divider { surface.fill(divider, with: "│", Style(part(desk) == .day ? .borderFocused : .border)) }
    guard var area = layout.day, let workshop = workshop(desk) else { return }
    if layout.divider == nil, part(desk) != .day, !desk.isOnStage {
      // A rule between the list and the day below or above it.
      let isBelow = part(desk) == .workshops
      let (rule, rest) = isBelow ? area.split(top: 1) : { ($0.1, $0.0) }(area.split(bottom: 1))
      surface.fill(rule, with: "─", Style(.border))
      area = rest
    }
    var day = desk.workshop.day
    day.show(dayLines(desk, workshop, area))
    let text = dayText(area)
    guard isWide(desk, area) else {
      day.draw(in: text, on: &surface)
      return
    }
    let (left, right) = text.split(left: text.width / 2 - 1)
    day.draw(in: left, on: &surface)
    Viewport(desk.daySide(workshop, width: right.width - 4)).draw(in: right.inset(1, 0), on: &surface)
  }

  private func dress(_ desk: Desk, _ kind: EntityKind) -> ListDress {
    var dress = ListDress()
    let words = desk.words
    if kind == .participant {
      dress.about = desk.lists[.workshop]?.selectedID
      let here = Set(desk.view.session.workshops[dress.about]?.present ?? [])
      dress.columns = { columns in
        var columns = columns
        columns.insert(TableColumn(id: "here", title: words.workshop(.here), width: .fixed(5), priority: 99), at: min(1, columns.count))
        return columns
      }
      dress.cell = { entity, column, cell in
        if column.id == "here" { return here.contains(entity.id) ? TableCell("✓", Style(.success)) : TableCell("") }
        guard column.id == "name", let person = entity as? Participant, person.name.isEmpty else { return cell }
        return TableCell(words.workshop(.notNamed), .dim)
      }
    }
    return dress
  }
}
