import ChainAnalysis
import SessionModel
import Words

/// What is due between two workshops, as plain text for a mail or a printout.
public struct PlanAgenda<Wording: ExchangeWords> {
  private let session: Session
  private let names: PlanNames
  private let today: PartialDate
  private let words: Wording

  public init(_ session: Session, for audience: Audience = .room, today: PartialDate, words: Wording) {
    self.session = session.redacted(for: audience)
    names = PlanNames(self.session, words: words)
    self.today = today
    self.words = words
  }

  /// Late, blocked, due today, due by Sunday, then the same by owner with what comes in the next thirty days.
  public func text() -> String {
    let open = PlanOrder.byDue(session.actions.sorted.filter { !$0.isOver })
    let sunday = today.firstDay + 6 - ((today.firstDay + 3) % 7 + 7) % 7
    let late = open.filter { $0.isLate(on: today) }
    let blocked = open.filter { $0.status == .blocked }
    let current = open.filter { !$0.isLate(on: today) && $0.status?.option != .blocked }
    let now = current.filter { $0.due.map { $0.day != nil && $0.firstDay == today.firstDay } ?? false }
    let week = current.filter { action in action.due.map { $0.lastDay > today.firstDay && $0.lastDay <= sunday } ?? false }
    var lines = [title, words.date(today), ""]
    lines += section(.late, late, showsOwner: true)
    lines += section(.blocked, blocked, showsOwner: true)
    lines += section(.today, now, showsOwner: true)
    lines += section(.thisWeek, week, showsOwner: true)
    if late.isEmpty, blocked.isEmpty, now.isEmpty, week.isEmpty { lines += [words.handout(.nothingDue), ""] }
    let soon = open.filter { $0.isLate(on: today) || $0.status == .blocked || $0.due.map { $0.firstDay <= today.firstDay + 30 } ?? false }
    guard !soon.isEmpty else { return finish(lines) }
    lines += [words.handout(.byOwner), String(repeating: "=", count: 40)]
    var owners: [String: [ActionItem]] = [:]
    for action in soon { owners[names.owner(action), default: []].append(action) }
    for owner in owners.keys.sorted(by: { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }) {
      lines += ["", owner.isEmpty ? words.report(.nobody) : owner]
      lines += (owners[owner] ?? []).map { line($0, showsOwner: false) }
    }
    return finish(lines)
  }

  /// Everything open of one owner, who is named as on the map, in the list of people or in free words; nil when nobody answers for anything under that name.
  public func reminder(owner typed: String) -> String? {
    let wanted = typed.plainLowercased.trimmed
    guard !wanted.isEmpty else { return nil }
    let all = session.actions.sorted
    func owners(_ action: ActionItem) -> [String] {
      [session.stakeholders[action.owner]?.name, session.participants[action.person]?.name, action.ownerName].compactMap { $0 }.filter { !$0.isEmpty }
    }
    let tests: [(String) -> Bool] = [{ $0 == wanted }, { $0.hasPrefix(wanted) }, { $0.contains(wanted) }]
    for test in tests {
      let found = Set(all.flatMap { owners($0) }.filter { test($0.plainLowercased) })
      guard !found.isEmpty else { continue }
      let mine = PlanOrder.byDue(all.filter { action in !action.isOver && owners(action).contains { found.contains($0) } })
      var lines = [found.sorted().joined(separator: ", "), title + ", " + words.date(today), ""]
      lines += mine.isEmpty ? [words.handout(.nothingOpen)] : mine.map { line($0, showsOwner: false) }
      return finish(lines)
    }
    return nil
  }

  /// All who answer for something that is open, for saying who could be asked for.
  public var owners: [String] {
    Array(Set(session.actions.sorted.filter { !$0.isOver }.map { names.owner($0) }.filter { !$0.isEmpty })).sorted()
  }

  private var title: String { session.profile.title.isEmpty ? words.report(.untitled) : session.profile.title }

  private func section(_ title: HandoutWord, _ actions: [ActionItem], showsOwner: Bool) -> [String] {
    actions.isEmpty ? [] : [words.handout(title) + " (" + String(actions.count) + ")"] + actions.map { line($0, showsOwner: showsOwner) } + [""]
  }

  private func line(_ action: ActionItem, showsOwner: Bool) -> String {
    let mark =
      switch action.standing(on: today) {
      case .late: "!"
      case .blocked: "x"
      default: "-"
      }
    let owner = names.owner(action)
    var text = "  " + mark + " " + action.what
    if showsOwner, !owner.isEmpty { text += " — " + owner }
    if let due = action.due {
      let days = today.firstDay - due.lastDay
      text += ", " + words.date(due) + (action.isLate(on: today) ? " (" + words.daysLate(days) + ")" : "")
    } else {
      text += ", " + words.report(.withoutDate)
    }
    if action.status == .blocked { text += ", " + words.choice(ActionStatus.list, ActionStatus.blocked.rawValue) }
    let waits = action.dependsOn.compactMap { session.actions[$0] }.filter { !$0.isOver }.map(\.what)
    if !waits.isEmpty { text += "; " + words.handout(.waitsFor) + ": " + waits.joined(separator: "; ") }
    return text
  }

  private func finish(_ lines: [String]) -> String {
    var lines = lines.map { line -> String in
      let indentation = line.prefix { $0 == " " }
      return String(indentation) + ReportEscaping.plain(String(line.dropFirst(indentation.count)))
    }
    while lines.last == "" { lines.removeLast() }
    return TextLayout.wrap(lines.joined(separator: "\n")) + "\n"
  }
}
