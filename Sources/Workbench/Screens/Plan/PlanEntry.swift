import ChainAnalysis
import SessionModel
import Widgets
import Words

extension Desk {
  /// The words that dates may be typed in here.
  var dateVocabularies: [DateVocabulary] { DateVocabulary.of(language: view.session.profile.language) }

  /// Reads a date as people say it or screens show it, wherever one is typed; nil when it is none.
  var typedDate: (String) -> PartialDate? { { [today, dateVocabularies] in DatePhrase.parse($0, today: today, dateVocabularies) } }

  /// Says that something is no date, and what would be one.
  func notADate(_ text: String) -> String { words.notADate(text, examples: dateVocabularies.first?.examples ?? []) }

  /// Whether an indicator of sales or exports is there.
  var measuresSales: Bool { view.session.indicators.sorted.contains { $0.type == .sales || $0.type == .exports } }

  /// What a typed line says of an action: `Train 40 growers @Agronomist due 3 weeks #Pruning course`.
  func planLine(_ text: String) -> PlanLine { PlanLine(text, today: today, dateVocabularies) }

  /// Puts owner, date and initiative of a typed line into an action; what is not recognised is returned.
  func put(_ line: PlanLine, into action: inout ActionItem) -> String? {
    var unknown: String?
    if let due = line.due { action.due = due }
    if !line.unknownDate.isEmpty { unknown = line.unknownDate }
    if !line.owner.isEmpty { put(owner: line.owner, into: &action) }
    if !line.initiative.isEmpty {
      if let id = find(line.initiative, [.initiative])?.id { action.initiative = id } else { unknown = unknown ?? line.initiative }
    }
    return unknown
  }

  /// A stakeholder or a person by the name or its beginning; words that are nobody's name stay as they are.
  private func put(owner: String, into action: inout ActionItem) {
    guard let ref = find(owner, [.stakeholder, .participant]) else {
      action.ownerName = owner
      return
    }
    if ref.kind == .participant {
      action.person = ref.id
      action.owner = view.session.participants[ref.id]?.stakeholder
    } else {
      action.owner = ref.id
    }
  }

  /// The one entry that is called so, begins so, or has a word that begins so; nil when there is none or more than one.
  func find(_ text: String, _ kinds: [EntityKind]) -> EntityRef? {
    let typed = FoldedText(text).bytes
    guard !typed.isEmpty else { return nil }
    let all = kinds.flatMap { kind in
      view.session.entities(of: kind).map { (ref: $0.ref, name: FoldedText(view.session.name(of: $0.ref)).bytes) }
    }
    let space = UInt8(ascii: " ")
    let tests: [([UInt8]) -> Bool] = [
      { $0 == typed }, { $0.starts(with: typed) },
      { name in name.indices.contains { name[$0] == space && name[($0 + 1)...].starts(with: typed) } },
    ]
    for test in tests {
      let found = all.filter { test($0.name) }
      if found.count == 1 { return found[0].ref }
      if found.count > 1 { return nil }
    }
    return nil
  }

  /// What has been understood of a line so far.
  func understood(_ text: String) -> String {
    let line = planLine(text)
    var action = ActionItem(id: .session)
    let unknown = put(line, into: &action)
    var parts: [String] = []
    let owner = ownerName(of: action)
    if !owner.isEmpty { parts.append("@ " + owner + (action.owner == nil && action.person == nil ? " " + words.plan(.notOnMap) : "")) }
    if let due = action.due { parts.append(words.plan(.dueBy) + " " + words.date(due)) }
    if let initiative = action.initiative { parts.append("# " + name(EntityRef(.initiative, initiative))) }
    if let unknown, !unknown.isEmpty { parts.append("? " + unknown) }
    return parts.joined(separator: "  ·  ")
  }

  /// What may complete a line at its cursor: owners behind `@`, initiatives behind `#`.
  func planSuggestions(after mark: Character) -> [CompletionItem] {
    let kinds: [EntityKind] = mark == "@" ? [.stakeholder, .participant] : [.initiative]
    return kinds.flatMap { kind in
      view.session.entities(of: kind).prefix(500).compactMap { entity -> CompletionItem? in
        let name = view.session.name(of: entity.ref)
        return name.isEmpty ? nil : CompletionItem(name, detail: words.singular(kind), value: entity.id.text)
      }
    }
  }

  // MARK: Editing in place

  /// The field under the cursor of the list of actions or indicators.
  var fieldInPlace: FieldDescription? {
    guard let list = currentList, list.selectedID != nil else { return nil }
    if screen == .plan, plan.look != .table { return list.kind.description.field("what") }
    let fields = list.fields(audience)
    guard fields.indices.contains(list.column), fields[list.column].kind.isScalar else { return nil }
    return fields[list.column]
  }

  mutating func openCell() {
    guard let field = fieldInPlace, let selection, let entity = view.session.entity(selection) else { return }
    let value = view.value(of: field, in: entity)
    var text: String
    switch value {
    case .choice(let code): if case .choice(let list) = field.kind { text = words.choice(list.name, code) } else { text = code }
    default: text = field.kind.notation(value, notation)
    }
    if case .date(let date) = value { text = words.date(date) }
    var line = CaptureLine(label: words.label(field), text: text, placeholder: words.help(field), separator: nil)
    line.suggest(suggestions(for: field))
    ask(
      line,
      CaptureLayer.Purpose(
        takesNothing: true,
        finished: { desk, text in CaptureLayer.Answer(unless: desk.setCell(text, field.key, selection.kind)) }))
  }

  func suggestions(for field: FieldDescription) -> [CompletionItem] {
    switch field.kind {
    case .choice(let list): list.codes.map { CompletionItem(words.choice(list.name, $0), value: $0) }
    case .reference(let target): view.session.candidates(for: target).prefix(500).map { CompletionItem($0.name, value: $0.id.text) }
    default: []
    }
  }

  /// Sets the field of the selected or marked entries to typed text; what cannot be understood is said, and the line stays open.
  mutating func setCell(_ text: String, _ key: String, _ kind: EntityKind) -> String? {
    guard let field = kind.description.field(key) else { return nil }
    let value: FieldValue
    do { value = try field.kind.parse(text, notation) } catch { return words.problem(error, field) }
    var changes: [Change] = []
    let refs = targets.filter { $0.kind == kind }
    for ref in refs {
      guard let entity = working.session.entity(ref) else { continue }
      if let aspect = field.aspect {
        let id = newID(.reading)
        if let change = working.readings.change(ReadingSubject(aspect, ref.id), to: value, on: today, at: now, newID: { id }) { changes.append(change) }
      } else if let better = entity.setting(field.key, to: value), Item(better) != Item(entity) {
        changes.append(.replace(withDoneDay(better, since: entity)))
      }
    }
    guard let first = refs.first, !changes.isEmpty else {
      say(.nothingChanged)
      return nil
    }
    performMovingFollowers(Title(.edit, kind, name: working.session.name(of: first), count: refs.count, field: key), changes)
    return nil
  }

  /// Gives actions a status.
  mutating func setStatus(_ status: ActionStatus, of ids: [EntityID]) {
    let changed = ids.compactMap { id -> ActionItem? in
      guard let before = working.session.actions[id], before.status?.option != status else { return nil }
      var action = before
      action.status = .known(status)
      return action.settingDay(since: before, today: today)
    }
    guard let first = changed.first else { return }
    let message = Message.movedTo(name: name(first.ref), words.choice(ActionStatus.list, status.rawValue), count: changed.count)
    perform(Title(.edit, .action, name: first.what, count: changed.count, field: "status"), changed.map { .replace($0) }, saying: message)
    selectInList(EntityRef(.action, first.id))
  }

  /// An action with the day on which it was done going along with its status; any other entry as it is.
  func withDoneDay(_ entity: any Entity, since before: any Entity) -> any Entity {
    guard let action = entity as? ActionItem, let before = before as? ActionItem else { return entity }
    return action.settingDay(since: before, today: today)
  }
}
