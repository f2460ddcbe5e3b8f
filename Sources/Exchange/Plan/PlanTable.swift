import ChainAnalysis
import SessionModel
import Words

/// The action plan as one table for people, in words and names instead of codes and ids: RFC 4180, UTF-8, no cell that a spreadsheet would run.
public enum PlanTable {
  public static func bytes(_ session: Session, for audience: Audience = .room, today: PartialDate, words: some ExchangeWords) -> [UInt8] {
    let visible = session.redacted(for: audience)
    let names = PlanNames(visible, words: words)
    var rows = [
      [.what, .owner].map { words.report($0) } + [words.handout(.person)] + [.initiative].map { words.report($0) } + [words.handout(.phase), words.handout(.begins)]
        + [.due, .status].map { words.report($0) } + [words.report(.late), words.handout(.doneOn), words.handout(.waitsFor)]
    ]
    for action in PlanOrder.byDue(visible.actions.sorted) {
      rows.append([
        action.what, visible.stakeholders[action.owner]?.name ?? action.ownerName, names.person(action), names.initiative(action), names.phase(action),
        action.from?.description ?? "", action.due?.description ?? "", action.status.map { words.choice(ActionStatus.list, $0.code) } ?? "",
        action.isLate(on: today) ? words.yesOrNo(true) : "", action.doneOn?.description ?? "",
        action.dependsOn.compactMap { visible.actions[$0]?.what }.joined(separator: "; "),
      ])
    }
    rows[0] = rows[0].map(\.capitalised)
    return CSVTable.bytes(rows.map { $0.map { FormulaGuard.guarded(ReportEscaping.plain($0)) } })
  }
}

/// The order in which people read a plan.
enum PlanOrder {
  /// The earliest first, what has no date last.
  static func byDue(_ actions: [ActionItem]) -> [ActionItem] {
    actions.sorted {
      let days = ($0.due?.lastDay ?? Int.max, $1.due?.lastDay ?? Int.max)
      return days.0 != days.1 ? days.0 < days.1 : ($0.what, $0.id) < ($1.what, $1.id)
    }
  }
}
