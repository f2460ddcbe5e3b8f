import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  func proposalAreas(_ layer: ProposalLayer) -> (box: Rect, head: Rect, table: Rect, foot: Rect) {
    let width = min(size.width - 2, 120)
    let headHeight = proposalHead(layer, width: width - 4).count + 1
    let box = Rect(size).centred(width: width, height: min(size.height - 2, headHeight + layer.rows.count + 8))
    let body = box.inset(2, 1)
    let (head, below) = body.split(top: min(body.height / 2, headHeight))
    let (table, foot) = below.split(bottom: below.height >= 7 ? 4 : 0)
    return (box, head, table, foot)
  }

  var proposalColumns: [TableColumn] {
    [
      TableColumn(id: "name", title: words.outlook(.name), width: .flexible(weight: 2, min: 18), priority: 9),
      TableColumn(id: "step", title: words.outlook(.step), width: .flexible(weight: 1, min: 8, max: 16), priority: 5),
      TableColumn(id: "time", title: words.outlook(.time), width: .flexible(weight: 1, min: 21, max: 29), priority: 8),
      TableColumn(id: "cost", title: words.outlook(.cost), width: .fixed(12), alignment: .right, priority: 4),
      TableColumn(id: "lead", title: words.outlook(.lead), width: .flexible(weight: 1, min: 12), priority: 3),
      TableColumn(id: "trust", title: words.outlook(.proposeTrust), width: .fixed(9), priority: 7),
    ]
  }

  /// What it is for, who brings them together, what it keeps to, and why it ends where it does.
  private func proposalHead(_ layer: ProposalLayer, width: Int) -> [StyledLine] {
    let proposal = layer.proposal
    var lines = [StyledLine(words.proposalGoal(proposal, name: name), Style(.strong))]
    if proposal.people.count >= 2 { lines.append(StyledLine(words.proposalIntroducer(proposal.introducer.map { actorName($0) }))) }
    lines.append(
      StyledLine(
        words.proposalLimits(
          from: words.date(layer.limits.from), until: layer.limits.until.map { words.date($0) }, money: layer.limits.money.map { words.figure(Figure($0)) }), .dim))
    lines.append(StyledLine(words.proposalEnd(proposal.end, wanted: proposal.wanted), proposal.end == .reached ? Style(.success) : Style(.warning)))
    if !proposal.done.isEmpty { lines.append(StyledLine(words.proposalDone(proposal.done.count), .dim)) }
    return lines.flatMap { $0.wrapped(width: width) }
  }

  func draw(_ layer: ProposalLayer, on surface: inout Surface) {
    let areas = proposalAreas(layer)
    drawBox(areas.box, words.outlook(.proposeTitle), hints: words.outlook(.proposeHints), on: &surface)
    for (index, line) in proposalHead(layer, width: areas.head.width).prefix(areas.head.height).enumerated() {
      line.draw(x: areas.head.x, y: areas.head.y + index, width: areas.head.width, on: &surface)
    }
    layer.table.draw(in: areas.table, on: &surface, columns: proposalColumns, rowCount: layer.rows.count) { row, column in
      guard layer.rows.indices.contains(row) else { return TableCell("") }
      return cell(layer.rows[row], column.id, layer)
    }
    guard areas.foot.height > 0, layer.rows.indices.contains(layer.table.cursor) else { return }
    surface.fill(areas.foot.split(top: 1).0, with: "─", Style(.border))
    let row = layer.rows[layer.table.cursor]
    let why = StyledLine([StyledText(words.outlook(.proposeWhy) + "  ", .dim), StyledText(row.draft.common.notes)], hangingIndent: 2)
    for (index, line) in (timeLines(row, layer) + [why]).flatMap({ $0.wrapped(width: areas.foot.width) }).prefix(areas.foot.height - 1).enumerated() {
      line.draw(x: areas.foot.x, y: areas.foot.y + 1 + index, width: areas.foot.width, on: &surface)
    }
  }

  /// Whose time it waited for, or whose it does not respect as it stands now.
  private func timeLines(_ row: ProposalLayer.Row, _ layer: ProposalLayer) -> [StyledLine] {
    let clashes = clashes(row.draft, layer)
    if !clashes.isEmpty { return [StyledLine(words.proposalClash(clashes.prefix(3).map { words.hold($0, name: name) }), Style(.warning), hangingIndent: 2)] }
    // Once it was moved, nobody knows what it waits for.
    guard row.step.from == row.draft.from, !row.step.waited.isEmpty else { return [] }
    return [StyledLine(words.proposalWaited(row.step.waited.prefix(3).map { words.hold($0, name: name) }), .dim, hangingIndent: 2)]
  }

  private func clashes(_ draft: Initiative, _ layer: ProposalLayer) -> [ProposalHold] {
    guard let from = draft.from?.firstDay, let to = draft.to?.lastDay, to >= from else { return [] }
    return layer.time.holds(draft.people, from: from, days: to - from + 1, season: draft.type == .jointSale ? draft.endMarket : nil)
  }

  private func cell(_ row: ProposalLayer.Row, _ column: String, _ layer: ProposalLayer) -> TableCell {
    let (draft, step) = (row.draft, row.step)
    switch column {
    case "name": return TableCell(draft.name)
    case "step": return TableCell(draft.step.map { String($0) + " " + words.shortLevel(.step, $0) } ?? "")
    case "time":
      // The year once is enough where both have the same.
      let isSameYear = draft.from.map { $0.year == draft.to?.year } ?? false
      let from = draft.from.map { isSameYear ? words.due($0, thisYear: $0.year) : words.date($0) }
      let text = [from, draft.to.map { words.date($0) }].compactMap { $0 }.joined(separator: " – ")
      return clashes(draft, layer).isEmpty ? TableCell(text) : TableCell("! " + text, Style(.warning))
    case "cost": return TableCell(draft.funding.first?.amount.first.map { words.figure(Figure($0.amount)) } ?? "")
    case "lead": return TableCell(draft.lead.map { actorName($0) } ?? "")
    default:
      return TableCell(
        runs: [
          StyledText(words.trustMean(step.before), Style(.trust((step.before + 50) / 100))), StyledText(" → ", .dim),
          StyledText(words.trustMean(step.after), Style(.trust((step.after + 50) / 100))),
        ])
    }
  }
}
