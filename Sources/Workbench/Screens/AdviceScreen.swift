import ChainAnalysis
import Drawing
import SessionModel
import Synchronization
import Widgets
import Words

struct AdviceState: Sendable {
  enum Row: Sendable {
    case advice(Advice)
    /// Something that does not look right in an entry.
    case finding(Finding)
    case silenced(Advice, SilencedAdvice)

    var advice: Advice? {
      switch self {
      case .advice(let advice), .silenced(let advice, _): advice
      case .finding: nil
      }
    }

    /// Where Enter goes.
    var about: EntityRef? {
      switch self {
      case .advice(let advice), .silenced(let advice, _): advice.about.first
      case .finding(let finding): finding.about
      }
    }
  }

  var table = Table()
  fileprivate(set) var rows: [Row] = []
  fileprivate(set) var groups: [ListGroup] = []
  /// What the list says of each row that was on the screen.
  fileprivate var worded = Worded()
  /// What rows, groups and cells stand on.
  fileprivate var key: Key?

  struct Key: Hashable {
    var revision: Int
    /// The revision that the answers are about; those of a large session come later than its changes.
    var answers: Int?
    var today: PartialDate
    var audience: Audience
  }

  /// Rows in words, each put into them once.
  fileprivate final class Worded: Sendable {
    typealias Cells = (kind: TableCell, text: TableCell)
    private let kept = Mutex<[Int: Cells]>([:])

    func cells(_ row: Int, _ make: () -> Cells) -> Cells {
      if let known = kept.withLock({ $0[row] }) { return known }
      let made = make()
      kept.withLock { $0[row] = made }
      return made
    }
  }

  var selected: Row? { rows.indices.contains(table.cursor) ? rows[table.cursor] : nil }
  fileprivate var lines: ListRows { ListRows(groups: groups, count: rows.count) }
}

/// What the method misses, the gravest first, each with its reason, its source and what mends it; below, what does not look right in
/// the entries. The room sees nothing of it.
struct AdviceScreen: Screen {
  func selection(_ desk: Desk) -> EntityRef? {
    guard desk.audience == .facilitator, let about = desk.advice.selected?.about, desk.view.session.contains(about) else { return nil }
    return about
  }

  func move(_ desk: inout Desk, _ move: Move) {
    let count = desk.advice.rows.count
    let rect = layout(desk, desk.frameAreas.body).list
    let page = max(1, rect.height - 2)
    let cursor = desk.advice.table.cursor
    let target: Int
    switch move {
    case .up, .left: target = cursor - 1
    case .down, .right: target = cursor + 1
    case .pageUp: target = cursor - page
    case .pageDown: target = cursor + page
    case .first: target = 0
    case .last: target = count - 1
    }
    desk.advice.table.move(to: target, rowCount: count, in: Rect(x: 0, y: 0, width: rect.width, height: max(2, rect.height - desk.advice.groups.count)))
  }

  /// Goes to the entry: a finding opens its form at the field to mend.
  func open(_ desk: inout Desk) {
    switch desk.advice.selected {
    case .finding(let finding):
      desk.jump(to: finding.about)
      desk.openForm(of: [finding.about], focus: finding.field)
    case .advice(let advice), .silenced(let advice, _):
      if let about = advice.about.first { desk.jump(to: about) } else if let mend = advice.mend { desk.open(mend) }
    case nil: break
    }
  }

  func prepare(_ desk: inout Desk) {
    if desk.audience == .facilitator { desk.askForAdvice() }
    let key = AdviceState.Key(revision: desk.working.session.revision, answers: desk.answers.revision, today: desk.today, audience: desk.audience)
    guard key != desk.advice.key else { return }
    desk.advice.key = key
    desk.advice.worded = AdviceState.Worded()
    if !desk.answersComeLater { desk.derived.refreshFindings(desk.view, desk.audience) }
    guard desk.audience == .facilitator else {
      (desk.advice.rows, desk.advice.groups) = ([], [])
      return
    }
    let list = desk.answers.advice
    let findings = desk.derived.findings
    desk.advice.rows = list.open.map { .advice($0) } + findings.map { .finding($0) } + list.silenced.map { .silenced($0.advice, $0.by) }
    var groups: [ListGroup] = []
    func heading(_ text: AdviceText, _ first: Int, _ count: Int) {
      guard count > 0 else { return }
      groups.append(
        ListGroup(first: first, heading: StyledLine([StyledText(desk.words.advice(text), Style(.segment)), StyledText("  " + desk.words.number(count), .dim)])))
    }
    heading(.method, 0, list.open.count)
    heading(.data, list.open.count, findings.count)
    heading(.silenced, list.open.count + findings.count, list.silenced.count)
    desk.advice.groups = groups
    if desk.advice.table.cursor >= desk.advice.rows.count { move(&desk, .last) }
  }

  /// The list, and beside or below it what explains the selected one.
  private func layout(_ desk: Desk, _ rect: Rect) -> (list: Rect, pane: Pane, strip: Rect?) {
    let pane = Pane(rect, screenWidth: desk.showsInspector ? desk.size.width : 0, share: 58)
    guard pane.inspector == nil, desk.showsInspector, rect.height >= 14 else { return (pane.list, pane, nil) }
    let (list, strip) = pane.list.split(bottom: min(8, rect.height / 2))
    return (list, pane, strip)
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let list = layout(desk, rect).list.split(top: 1).1
    let rows = desk.advice.lines
    var table = rows.table(for: desk.advice.table)
    let outcome = table.handle(mouse, rowCount: rows.total, columns: [], in: list)
    if let row = rows.entry(at: table.cursor) { desk.advice.table.move(to: row, rowCount: desk.advice.rows.count, in: list) }
    if case .opened = outcome { open(&desk) }
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let words = desk.words
    guard desk.audience == .facilitator else {
      Desk.drawCentred(words.why(.hiddenInRoom), in: rect, on: &surface)
      return
    }
    let layout = layout(desk, rect)
    let (head, body) = layout.list.split(top: 1)
    let open = desk.answers.advice.open
    let counts = words.counted(
      serious: open.count { $0.severity == .serious }, warnings: open.count { $0.severity == .warning }, notes: open.count { $0.severity == .note })
    StyledLine([StyledText(words.advice(.title), Style(.heading)), StyledText("  " + counts, .dim)]).draw(x: head.x + 1, y: head.y, width: head.width - 2, on: &surface)
    drawList(desk, in: body, on: &surface)
    if let inspector = layout.pane.inspector {
      layout.pane.drawDivider(on: &surface)
      desk.drawNotes(.advice(row: desk.advice.table.cursor), in: inspector.inset(1, 0), on: &surface) { explanation(desk) }
    }
    if let strip = layout.strip, desk.advice.selected != nil {
      surface.fill(strip.split(top: 1).0, with: "─", Style(.border))
      desk.drawNotes(.advice(row: desk.advice.table.cursor), in: strip.split(top: 1).1.inset(1, 0), scrollbar: false, on: &surface) {
        explanation(desk, isBrief: true)
      }
    }
  }

  private func drawList(_ desk: Desk, in body: Rect, on surface: inout Surface) {
    let state = desk.advice
    let lines = state.lines
    let columns = [
      TableColumn(id: "kind", title: "", width: .fixed(8), priority: 1), TableColumn(id: "text", title: "", width: .flexible(weight: 1, min: 20), priority: 2),
    ]
    lines.table(for: state.table).draw(
      in: body, on: &surface, columns: columns, rowCount: lines.total, focused: desk.layers.isEmpty, empty: emptyText(desk)
    ) { line, column in
      guard let row = lines.entry(at: line) else {
        return column.id == "text" ? TableCell(runs: lines.heading(at: line).runs) : TableCell("")
      }
      let known = state.worded.cells(row) { cells(state.rows[row], desk) }
      return column.id == "kind" ? known.kind : known.text
    }
  }

  private func cells(_ row: AdviceState.Row, _ desk: Desk) -> AdviceState.Worded.Cells {
    let words = desk.words
    switch row {
    case .advice(let advice):
      return (TableCell(words.severity(advice.severity), style(advice.severity)), TableCell(words.advice(advice, name: desk.name, part: desk.partName)))
    case .silenced(let advice, let by):
      return (TableCell("–", .dim), TableCell(words.advice(advice, name: desk.name, part: desk.partName) + " · " + by.reason, .dim))
    case .finding(let finding):
      let role: Role = finding.severity == .error ? .error : finding.severity == .warning ? .warning : .text
      return (TableCell(words.singular(finding.about.kind), .dim), TableCell(sentence(finding, desk), Style(role)))
    }
  }

  private func emptyText(_ desk: Desk) -> String {
    if desk.awaitsFirstAnswers { return desk.words.outlook(.computing) }
    return desk.words.advice(desk.view.session.stakeholders.isEmpty ? .nobodyYet : .nothing)
  }

  private func style(_ severity: Advice.Severity) -> Style {
    switch severity {
    case .serious: Style(.error)
    case .warning: Style(.warning)
    case .note: .dim
    }
  }

  private func sentence(_ finding: Finding, _ desk: Desk) -> String {
    let label = finding.field.flatMap { finding.about.kind.description.field($0) }.map { desk.words.label($0) } ?? ""
    return desk.words.finding(finding, name: desk.view.session.name(of: finding.about), label: label)
  }

  /// The selected one in full: what is missing, why that matters, where it is written, what mends it.
  private func explanation(_ desk: Desk, isBrief: Bool = false) -> [StyledLine] {
    let words = desk.words
    let indent = [AdviceText.why, .source, .about, .silenced].reduce(0) { max($0, TextWidth.columns(words.advice($1))) } + 1
    func labelled(_ text: AdviceText, _ value: String, _ style: Style = .text) -> StyledLine {
      let label = TextWidth.padded(words.advice(text), to: indent)
      return StyledLine([StyledText(label, .dim), StyledText(value, style)], hangingIndent: indent)
    }
    switch desk.advice.selected {
    case .advice(let advice), .silenced(let advice, _):
      var lines = [StyledLine(words.advice(advice, name: desk.name, part: desk.partName), Style(.strong))]
      if !isBrief { lines.append(.empty) }
      lines.append(labelled(.why, words.why(advice.rule)))
      if let rule = AdviceRule.named(advice.rule) { lines.append(labelled(.source, words.source(rule.source) + " · " + advice.rule.rawValue, .dim)) }
      if !isBrief, !advice.about.isEmpty { lines.append(labelled(.about, advice.about.map(desk.name).joined(separator: " · "))) }
      if case .silenced(_, let by)? = desk.advice.selected {
        let day = by.on.map { words.date($0) + ": " } ?? ""
        lines.append(labelled(.silenced, day + by.reason))
      }
      if let mend = advice.mend { lines.append(StyledLine([StyledText(TextWidth.padded("M", to: indent), Style(.hintKey)), StyledText(desk.mendText(mend))], hangingIndent: indent)) }
      if !isBrief { lines += [.empty, StyledLine(words.advice(.keys), Style(.hintText))] }
      return lines
    case .finding(let finding): return [StyledLine(sentence(finding, desk), Style(.strong))]
    case nil: return []
    }
  }
}
