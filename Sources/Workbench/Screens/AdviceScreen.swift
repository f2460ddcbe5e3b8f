import Drawing
import SessionModel
import Widgets
import Words

struct AdviceState: Sendable {
  var table = Table()
}

/// What does not look right yet, the gravest first, each with a jump to the place.
struct AdviceScreen: Screen {
  func selection(_ desk: Desk) -> EntityRef? { finding(desk)?.about }

  private func finding(_ desk: Desk) -> Finding? {
    let findings = desk.derived.findings
    return findings.indices.contains(desk.advice.table.cursor) ? findings[desk.advice.table.cursor] : nil
  }

  func move(_ desk: inout Desk, _ move: Move) {
    let count = desk.derived.findings.count
    let page = desk.listRowCount
    let cursor = desk.advice.table.cursor
    let rect = Rect(x: 0, y: 0, width: 80, height: page + 1)
    let target: Int
    switch move {
    case .up, .left: target = cursor - 1
    case .down, .right: target = cursor + 1
    case .pageUp: target = cursor - page
    case .pageDown: target = cursor + page
    case .first: target = 0
    case .last: target = count - 1
    }
    desk.advice.table.move(to: target, rowCount: count, in: rect)
  }

  /// Goes to the entry and opens its form at the field to mend.
  func open(_ desk: inout Desk) {
    guard let finding = finding(desk) else { return }
    desk.jump(to: finding.about)
    desk.openForm(of: [finding.about], focus: finding.field)
  }

  func prepare(_ desk: inout Desk) {
    desk.derived.refreshFindings(desk.view, desk.audience)
    if desk.advice.table.cursor >= desk.derived.findings.count { move(&desk, .last) }
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let area = rect.split(top: 1).1
    if case .opened = desk.advice.table.handle(mouse, rowCount: desk.derived.findings.count, columns: [], in: area) { open(&desk) }
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let findings = desk.derived.findings
    let (head, body) = rect.split(top: 1)
    surface.put(desk.words.word(WorkScreen.advice).capitalised + " " + String(findings.count), x: head.x + 1, y: head.y, Style(.heading))
    desk.advice.table.draw(
      in: body, on: &surface, columns: [TableColumn(id: "kind", title: "", width: .fixed(14), priority: 1), TableColumn(id: "text", title: "", width: .flexible(weight: 1, min: 20), priority: 2)],
      rowCount: findings.count, focused: desk.layers.isEmpty, empty: desk.audience == .facilitator ? desk.words.frame(.nothingWrong) : desk.words.why(.hiddenInRoom)
    ) { row, column in
      let finding = findings[row]
      if column.id == "kind" { return TableCell(desk.words.singular(finding.about.kind), .dim) }
      let label = finding.field.flatMap { finding.about.kind.description.field($0) }.map { desk.words.label($0) } ?? ""
      let role: Role = switch finding.severity {
      case .note: .text
      case .warning: .warning
      case .error: .error
      }
      return TableCell(desk.words.finding(finding, name: desk.view.session.name(of: finding.about), label: label), Style(role))
    }
  }
}
