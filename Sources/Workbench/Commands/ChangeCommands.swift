import Drawing
import SessionModel
import Widgets
import Words

extension Registry {
  static let changes: [Command] = [
    Command(.add, [Key("a")], hinted: true, unless: { $0.kindToAdd == nil ? .notOnThisScreen : $0.readOnlyReason }) { desk in
      desk.openCapture()
    },
    Command(.addInForm, [Key("+"), Key(.insert)], unless: { $0.kindToAdd == nil ? .notOnThisScreen : $0.readOnlyReason }) { desk in
      if let kind = desk.kindToAdd { desk.openNewForm(kind) }
    },
    Command(.edit, [Key("e")], hinted: true, unless: { $0.targets.isEmpty ? .nothingSelected : nil }) { desk in desk.openForm() },
    // In a row of advice one would mean the advice.
    Command(
      .remove, [Key("d"), Key(.delete)], hinted: true,
      unless: { $0.screen == .advice ? .notOnThisScreen : $0.targets.isEmpty ? .nothingSelected : $0.readOnlyReason }
    ) { desk in
      desk.removeTargets()
    },
    Command(.connect, [Key("c")], hinted: true, unless: { $0.whyNoPair }) { desk in desk.openPair(.connect) },
    Command(.setTrust, [Key("t")], hinted: true, unless: { $0.audience == .facilitator ? $0.whyNoPair : .hiddenInRoom }) { desk in
      if let pair = desk.chosenPair { desk.openTrust(pair) } else { desk.openPair(.trust) }
    },
    Command(
      .move, [Key("m")],
      unless: { desk in
        if desk.stakeholderTargets.isEmpty { return .needsStakeholder }
        return desk.working.session.profile.segments.isEmpty ? .noSegments : desk.readOnlyReason
      }
    ) { desk in desk.openMove() },
    Command(.mark, [Key(" ")], unless: { $0.currentList == nil || $0.selection == nil ? .nothingSelected : nil }) { desk in desk.toggleMark() },
    Command(.markAll, [Key.control("a")], unless: { $0.currentList == nil ? .notOnThisScreen : nil }) { desk in desk.markAll() },
    Command(.clearMarks, [], unless: { $0.currentList?.marks.isEmpty ?? true ? .nothingMarked : nil }) { desk in desk.clearMarks() },
    Command(.increase, [Key("=")], unless: { Screens.of($0.screen).canNudge($0) ? nil : .noScale }) { desk in
      Screens.of(desk.screen).nudge(&desk, 1)
    },
    Command(.decrease, [Key("-")], unless: { Screens.of($0.screen).canNudge($0) ? nil : .noScale }) { desk in
      Screens.of(desk.screen).nudge(&desk, -1)
    },
    Command(.undo, [Key("u"), Key.control("z")], hinted: true, unless: { $0.readOnlyReason ?? ($0.working.undoTitle == nil ? .nothingToUndo : nil) }) { desk in
      desk.undo()
    },
    Command(.redo, [Key.control("y"), Key("U")], unless: { $0.readOnlyReason ?? ($0.working.redoTitle == nil ? .nothingToRedo : nil) }) { desk in desk.redo() },
  ]
}

extension Desk {
  var readOnlyReason: WhyNot? { file.isReadOnly ? .readOnly : nil }

  /// What the cursor of the screen stands on.
  var selection: EntityRef? { Screens.of(screen).selection(self) }

  /// What `a` adds here.
  var kindToAdd: EntityKind? { Screens.of(screen).kindToAdd(self) }

  /// The kind of the list that has the keys.
  var currentListKind: EntityKind? { Screens.of(screen).focusedList(self) }
  var currentList: EntityList? { currentListKind.flatMap { lists[$0] } }

  /// What verbs act on: all that are marked in this list, or else what is selected.
  var targets: [EntityRef] {
    if let list = currentList, !list.marks.isEmpty {
      return list.marks.sorted().map { EntityRef(list.kind, $0) }.filter { working.session.contains($0) }
    }
    guard let selection, working.session.contains(selection) else { return [] }
    return [selection]
  }

  var stakeholderTargets: [EntityRef] { targets.filter { $0.kind == .stakeholder } }

  var whyNoPair: WhyNot? {
    if file.isReadOnly { return .readOnly }
    if selection?.kind != .stakeholder { return .needsStakeholder }
    return working.session.stakeholders.count < 2 ? .needsTwoStakeholders : nil
  }

  mutating func removeTargets() {
    let refs = targets
    guard let first = refs.first else { return }
    let changes = working.removal(of: refs)
    var took: [EntityKind: Int] = [:]
    for case .remove(let ref) in changes where !refs.contains(ref) && view.session.contains(ref) { took[ref.kind, default: 0] += 1 }
    let name = view.session.name(of: first)
    let title = Title(.remove, first.kind, name: name, count: refs.count)
    guard perform(title, changes, saying: .removed(name: name, kind: first.kind, count: refs.count, took: took)) else { return }
    clearMarks()
  }

  mutating func undo() {
    guard let back = working.nextUndo else { return }
    let before = seenByRoom
    guard let transaction = try? change({ working throws(TransactionError) in try working.undo() }) else { return }
    record(.undid, back)
    selectTouched(by: back)
    say(.undone(shownTitle(of: transaction, before: before)))
  }

  mutating func redo() {
    let before = seenByRoom
    guard let transaction = try? change({ working throws(TransactionError) in try working.redo() }) else { return }
    record(.redid, transaction)
    selectTouched(by: transaction)
    say(.redone(shownTitle(of: transaction, before: before)))
  }

  /// Puts the cursor on what came back or changed, where this screen lists it: the next key is meant for that.
  private mutating func selectTouched(by transaction: Transaction) {
    let kinds = shownKinds + [currentListKind].compactMap { $0 }
    let touched = transaction.changes.compactMap { $0.entity?.ref }.filter { kinds.contains($0.kind) && view.session.contains($0) }
    guard let ref = touched.first(where: { $0.kind == transaction.title.kind }) ?? touched.first else { return }
    selectInList(ref)
    prepare()
  }

  mutating func toggleMark() {
    guard let kind = currentListKind, let id = selection?.id, var list = lists[kind] else { return }
    if list.marks.remove(id) == nil { list.marks.insert(id) }
    lists[kind] = list
    say(.marked(list.marks.count))
    // On the map one goes where one wants to next.
    if screen != .map { Screens.of(screen).move(&self, .down) }
  }

  mutating func markAll() {
    guard let kind = currentListKind, var list = lists[kind] else { return }
    list.marks = list.marks.count == list.rows.count ? [] : Set(list.rows)
    lists[kind] = list
    say(.marked(list.marks.count))
  }

  mutating func clearMarks() {
    guard let kind = currentListKind else { return }
    lists[kind]?.marks = []
  }
}
