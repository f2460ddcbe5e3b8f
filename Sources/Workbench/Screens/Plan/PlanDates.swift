import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  /// Performs a step. Where it moves the dates of actions that others wait for, it shows first what would move with them and asks; whatever the
  /// answer, it is one step to undo.
  mutating func performMovingFollowers(_ title: Title, _ changes: [Change], saying message: Message? = nil) {
    let moved = changes.compactMap { $0.entity as? ActionItem }
    guard !file.isReadOnly, !moved.isEmpty else {
      perform(title, changes, saying: message)
      return
    }
    let followers = PlanShift(moved, in: working.session).followers
    guard !followers.isEmpty else {
      if perform(title, changes, saying: message) { warnOfConflicts(moved.map(\.id)) }
      return
    }
    var lines = [StyledLine(words.followersWouldMove(followers.count)), .empty]
    let most = max(3, size.height - 14)
    for action in followers.prefix(most) {
      let before = working.session.actions[action.id]
      let date = action.due ?? action.from
      let old = action.due == nil ? before?.from : before?.due
      let text = words.dateMoved(name(action.ref), from: old.map { words.date($0) } ?? "", to: date.map { words.date($0) } ?? "")
      lines.append(StyledLine("· " + text, hangingIndent: 2))
    }
    if followers.count > most { lines.append(StyledLine("… " + String(followers.count - most) + " " + words.frame(.more), .dim)) }
    let both = changes + followers.map { .replace($0) }
    let wide = Title(title.verb, .action, name: title.name, count: moved.count + followers.count)
    let question = Question(
      dialog: Dialog(
        title: words.plan(.followTitle), message: lines,
        buttons: [DialogButton("m", words.plan(.followMove)), DialogButton("o", words.plan(.followStay))], preferred: 0),
      answers: [.perform(wide, both), .perform(title, changes)], cancelled: .perform(title, changes))
    layers.append(.dialog(question))
  }

  /// Says which of these begin before what they need, the first with its chain.
  mutating func warnOfConflicts(_ ids: [EntityID]) {
    let graph = PlanGraph(view.session)
    if let conflict = ids.lazy.compactMap({ graph.conflict(of: $0) }).first { self.message = MessageLine(sentence(of: conflict), .warning) }
  }

  func sentence(of conflict: PlanConflict) -> String {
    words.planConflict(
      chain: conflict.chain.map { name(EntityRef(.action, $0)) }, begins: words.date(conflict.begins), ready: words.date(conflict.ready))
  }

  /// The circle that an action would close, named; nil when it closes none.
  func circleSentence(_ action: ActionItem) -> String? {
    let others = view.session.actions.sorted.filter { $0.id != action.id }
    guard let circle = PlanGraph(others + [action]).circle(through: action.id) else { return nil }
    return words.planCircle(circle.map { name(EntityRef(.action, $0)) })
  }

  /// Moves the due date of the selected or marked actions, or where there is none their beginning, one step of the timeline.
  mutating func moveDates(_ direction: Int) {
    let days = direction * (plan.look == .timeline ? plan.zoom.step : 1)
    let changed = targets.compactMap { working.session.actions[$0.id] }.compactMap { action -> ActionItem? in
      guard action.due != nil || action.from != nil else { return nil }
      var action = action
      let isInexact = (action.due ?? action.from)?.day == nil
      let step = isInexact ? direction * ((action.due ?? action.from)?.month == nil ? 365 : 30) : days
      if action.due != nil { action.due = action.due?.shifted(days: step) } else { action.from = action.from?.shifted(days: step) }
      return action
    }
    guard let first = changed.first else {
      message = MessageLine(words.why(.needsDate), .warning)
      return
    }
    let date = first.due ?? first.from
    performMovingFollowers(
      Title(.edit, .action, name: first.what, count: changed.count, field: first.due == nil ? "from" : "due"), changed.map { .replace($0) },
      saying: .movedTo(name: name(first.ref), date.map { words.date($0) } ?? "", count: changed.count))
  }

  /// Who answers for an action: a stakeholder, a person, or free words.
  func ownerName(of action: ActionItem) -> String {
    switch PlanProgress.Part(action, .owner, view.session) {
    case .entity(let ref): name(ref)
    case .text(let text): text
    case .phase, .none: ""
    }
  }

  /// What an action waits for and what waits for it, with what does not fit first.
  func dependencyLines(_ id: EntityID) -> [StyledLine] {
    guard let action = view.session.actions[id] else { return [] }
    var lines: [StyledLine] = []
    if let conflict = plan.conflicts[id] {
      lines.append(StyledLine([StyledText("⇤ ", Style(.error)), StyledText(sentence(of: conflict), Style(.warning))], hangingIndent: 2))
    }
    for need in action.dependsOn {
      guard let other = view.session.actions[need] else { continue }
      let due = other.due.map { ", " + words.date($0) } ?? ""
      lines.append(
        StyledLine(
          [StyledText(words.plan(.waitsFor) + " ", .dim), other.standing(on: today).mark, StyledText(" " + name(other.ref) + due)],
          hangingIndent: 2))
    }
    return lines.isEmpty ? [] : lines + [.empty]
  }
}
