import Drawing
import SessionModel
import Widgets
import Words

/// What an initiative waits for, and what waits for it.
extension Desk {
  func needLines(_ id: EntityID, width: Int) -> [StyledLine] {
    guard let initiative = view.session.initiatives[id] else { return [] }
    var lines: [StyledLine] = []
    let earlier = initiative.needs.compactMap { view.session.initiatives[$0] }
    if earlier.isEmpty {
      lines.append(StyledLine(words.crescendo(.needsNothing), .dim))
    } else {
      lines.append(row(.needs, earlier))
    }
    if let trust = trustLine(initiative) { lines.append(trust) }
    let later = view.references.sources(of: id).filter { $0.kind == .initiative }.compactMap { view.session.initiatives[$0.id] }
      .filter { $0.needs.contains(id) }
    if !later.isEmpty { lines.append(row(.opens, later)) }
    return lines
  }

  private func row(_ text: CrescendoText, _ initiatives: [Initiative]) -> StyledLine {
    let label = words.crescendo(text) + "  "
    var runs = [StyledText(label, .dim)]
    for (index, initiative) in initiatives.prefix(12).enumerated() {
      if index > 0 { runs.append(StyledText("  ")) }
      runs.append(initiative.statusMark)
      // The mark stays with its name when the line is broken.
      runs.append(StyledText("\u{A0}" + name(initiative.ref)))
    }
    if initiatives.count > 12 { runs.append(StyledText("  … " + String(initiatives.count - 12) + " " + words.frame(.more), .dim)) }
    return StyledLine(runs, hangingIndent: TextWidth.columns(label))
  }

  /// The trust it needs against the lowest there is among those who take part. For the facilitator alone.
  private func trustLine(_ initiative: Initiative) -> StyledLine? {
    guard audience == .facilitator, let needed = initiative.needsTrust else { return nil }
    var people = initiative.participants
    if let lead = initiative.lead, !people.contains(lead) { people.append(lead) }
    var lowest: (level: Int, from: EntityID, to: EntityID)?
    var unread = 0
    // Beyond this many the pairs would take longer to go through than a key may.
    for (index, one) in people.prefix(40).enumerated() {
      for other in people.prefix(40).dropFirst(index + 1) {
        let levels = [(one, other), (other, one)].compactMap { from, to in view.readings.trust(from, to).map { ($0, from, to) } }
        if levels.count < 2 { unread += 1 }
        for (level, from, to) in levels where level < lowest?.level ?? 6 { lowest = (level, from, to) }
      }
    }
    let isEnough = lowest.map { $0.level >= needed } ?? false
    let style = initiative.status?.option?.isOver == true || lowest == nil ? Style.text : Style(isEnough ? .success : .warning)
    var runs = [StyledText(words.trustNeeded(needed, lowest: lowest?.level), style)]
    if let lowest, !isEnough {
      runs.append(StyledText("  " + words.crescendo(.weakest) + "  ", .dim))
      runs.append(StyledText(name(EntityRef(.stakeholder, lowest.from)) + " → " + name(EntityRef(.stakeholder, lowest.to)), Style(.trust(lowest.level))))
    }
    if unread > 0 { runs.append(StyledText("  " + words.unreadPairs(unread), .dim)) }
    return StyledLine(runs, hangingIndent: 2)
  }
}
