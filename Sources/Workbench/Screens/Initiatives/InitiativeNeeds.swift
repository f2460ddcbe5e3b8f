import Drawing
import SessionModel
import Widgets
import Words

/// What an initiative waits for, and what waits for it.
extension Desk {
  func needLines(_ id: EntityID, width: Int) -> [StyledLine] {
    guard let initiative = view.session.initiatives[id] else { return [] }
    var lines = initiativeAnswers(id)
    let earlier = initiative.needs.compactMap { view.session.initiatives[$0] }
    if earlier.isEmpty {
      lines.append(StyledLine(words.crescendo(.needsNothing), .dim))
    } else {
      lines.append(row(.needs, earlier))
    }
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
}
