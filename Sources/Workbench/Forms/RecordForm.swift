import Drawing
import SessionModel
import Widgets
import Words

/// A form over one record, derived from the description of its fields. It checks while one types and keeps what is half-typed.
struct RecordForm: Sendable {
  enum Purpose: Sendable {
    /// A new entity, put into the session when the form closes with something in it.
    case new
    /// An entity of the session.
    case edit(EntityRef)
    /// Several at once: only the fields that are filled in are changed.
    case several([EntityRef])
    /// An item of a list in the form below this one.
    case item(isNew: Bool)
    /// A proposed initiative, which goes back to the proposal below.
    case proposed
  }

  let purpose: Purpose
  let description: RecordDescription
  /// As it was when the form opened.
  let before: any Record
  /// With every valid value typed so far.
  var draft: any Record
  /// Values of fields that change in time; they become readings.
  var observed: [String: FieldValue] = [:]
  var observedBefore: [String: FieldValue] = [:]
  var form: Form
  /// Keys of the fields the facilitator has touched.
  var touched: Set<String> = []

  var fields: [FieldDescription]
  /// What Ctrl+Z took back, by field, for Ctrl+Y.
  var takenBack: [String: (value: FieldValue, text: String, chosen: String?)] = [:]

  func field(_ key: String?) -> FieldDescription? { fields.first { $0.key == key } }

  /// Whether what cannot be understood yet waits with an entry when the form is left; else the form stays open until it can be.
  var hasPlaceToWait: Bool {
    switch purpose {
    case .new, .edit: true
    case .several, .item, .proposed: false
    }
  }
}

extension Desk {
  mutating func openForm() { openForm(of: targets) }

  mutating func openForm(of refs: [EntityRef], focus: String? = nil) {
    guard let first = refs.first, let entity = view.session.entity(first) else { return }
    if refs.count > 1 {
      let blank = first.kind.description.make(.session)
      layers.append(.form(form(.several(refs), blank, focus: focus)))
    } else {
      var form = form(.edit(first), entity, focus: focus)
      if audience == .facilitator, let held = drafts.removeValue(forKey: first) {
        putIn(held, &form)
        if focus == nil { _ = form.form.focusFirstError() }
      }
      layers.append(.form(form))
    }
  }

  mutating func openNewForm(_ kind: EntityKind) {
    layers.append(.form(form(.new, kind.description.make(newID(kind)))))
  }

  /// A new entry of which something is known already; it is added once anything is typed.
  mutating func openNewForm(_ entity: any Entity) { layers.append(.form(form(.new, entity))) }

  func form(_ purpose: RecordForm.Purpose, _ record: any Record, focus: String? = nil) -> RecordForm {
    let description = type(of: record).description
    // Conflicts have a page of their own, where they are settled and not edited.
    let fields = description.fields.filter { (audience == .facilitator || !$0.isConfidential) && $0.path != "session.conflicts" }
    var observed: [String: FieldValue] = [:]
    if case .edit = purpose, let entity = record as? any Entity {
      for field in fields where field.aspect != nil { observed[field.key] = view.value(of: field, in: entity) }
    }
    var rows: [FormRow] = []
    var group = ""
    var candidates: [ReferenceTarget: [(id: EntityID, name: String)]] = [:]
    for field in fields {
      if field.group != group {
        group = field.group
        if !group.isEmpty { rows.append(FormRow("#" + group, words.group(group), .heading(folds: true))) }
      }
      if let target = field.kind.target, candidates[target] == nil { candidates[target] = view.session.candidates(for: target) }
      let value = field.aspect == nil ? record.value(at: field.index) : observed[field.key] ?? .empty
      rows.append(row(field, value, field.kind.target.flatMap { candidates[$0] } ?? []))
    }
    return RecordForm(
      purpose: purpose, description: description, before: record, draft: record, observed: observed, observedBefore: observed,
      form: Form(rows, folded: foldedGroups(rows), focus: focus), fields: fields)
  }

  /// The groups behind the last one that fits on the page: a form opens with what matters first and no empty space.
  private func foldedGroups(_ rows: [FormRow]) -> Set<String> {
    let groups = rows.indices.filter { rows[$0].isGroup }
    var used = (groups.first ?? rows.count) + groups.count
    var folded: Set<String> = []
    for (place, start) in groups.enumerated() {
      let end = place + 1 < groups.count ? groups[place + 1] : rows.count
      used += end - start - 1
      if used > Desk.formBody(in: Rect(size)).height - 2 { folded.insert(rows[start].id) }
    }
    return folded
  }

  private func row(_ field: FieldDescription, _ value: FieldValue, _ candidates: [(id: EntityID, name: String)]) -> FormRow {
    func options(_ list: ChoiceList) -> [FormOption] { list.codes.map { FormOption($0, words.choice(list.name, $0)) } }
    func named() -> [FormOption] { candidates.map { FormOption($0.id.text, $0.name) } }
    let text = formText(value, field)
    let control: FormControl
    switch field.kind {
    case .text, .number, .date, .moment, .figures, .levels, .strings: control = .text
    case .longText, .items: control = .longText
    case .flag: control = .flag(yes: FormOption("yes", words.frame(.yes)), no: FormOption("no", words.frame(.no)))
    case .scale(let scale): control = .scale(scale.range.map { FormOption(String($0), words.level(scale, $0)) })
    case .choice(let list):
      var all = options(list)
      if case .choice(let code) = value, !list.codes.contains(code) { all.append(FormOption(code, code)) }
      control = .choice(all)
    case .choices(let list): control = .choices(options(list))
    case .reference:
      control = .suggestions(candidates.map { CompletionItem($0.name, value: $0.id.text) }, mustMatch: true)
    case .references: control = .choices(named())
    }
    return FormRow(
      field.key, words.label(field), control, text: text, value: rowValue(value), help: words.help(field), isConfidential: field.isConfidential,
      unit: words.unit(field))
  }

  /// What a row's text stands for, when it is one name of a list.
  private func rowValue(_ value: FieldValue) -> String? { if case .reference(let id) = value { id.text } else { nil } }

  /// What stands in a form's row for a value: what `parseRow` reads back.
  func formText(_ value: FieldValue, _ field: FieldDescription) -> String {
    switch value {
    case .choices(let codes): codes.joined(separator: ", ")
    case .references(let ids): ids.map(\.text).joined(separator: ", ")
    case .items: show(value, field)
    // As it stands everywhere else, when that is understood as the same day.
    case .date(let date) where typedDate(words.date(date)) == date: words.date(date)
    default: field.kind.notation(value, notation)
    }
  }

  /// The value of a row, by its id when it was chosen from a list and by its text otherwise.
  private func parseRow(_ row: FormRow, _ field: FieldDescription) throws(NotationProblem) -> FieldValue {
    switch field.kind {
    case .reference:
      if let chosen = row.value, let id = EntityID(chosen) { return .reference(id) }
      return try field.kind.parse(row.text, notation)
    case .references(let target):
      var ids: [EntityID] = []
      for part in row.text.split(separator: ",").map(\.trimmed) {
        guard let id = EntityID(part), isKnown(id, target) else { throw .unknownReference(part) }
        ids.append(id)
      }
      return ids.isEmpty ? .empty : .references(ids)
    default: return try field.kind.parse(row.text, notation)
    }
  }

  private func isKnown(_ id: EntityID, _ target: ReferenceTarget) -> Bool {
    working.session.kind(of: id) != nil || working.session.candidates(for: target).contains { $0.id == id }
  }

  // MARK: Events

  static func formBox(in screen: Rect) -> Rect { screen.centred(width: min(screen.width - 2, 96), height: screen.height - 2) }

  static func formBody(in screen: Rect) -> Rect {
    let box = formBox(in: screen)
    return Rect(x: box.x + 2, y: box.y + 1, width: box.width - 4, height: box.height - 3)
  }

  mutating func update(_ form: RecordForm, _ event: Event) -> [Effect] {
    var form = form
    let rect = Desk.formBody(in: Rect(size))
    let outcomes: [Form.Outcome]
    switch event {
    case .key(Key.control("z")):
      takeBack(form.form.focusedID, in: &form)
      outcomes = []
    case .key(Key.control("y")):
      typeAgain(form.form.focusedID, in: &form)
      outcomes = []
    case .key(let key): outcomes = form.form.handle(key, in: rect)
    case .paste(let text): outcomes = form.form.paste(text)
    case .mouse(let mouse): outcomes = form.form.handle(mouse, in: rect, bounds: Rect(size))
    default: outcomes = []
    }
    var next: Layer?
    for outcome in outcomes {
      switch outcome {
      case .handled: break
      case .changed(let key, _): check(key, in: &form)
      case .committed(let key):
        check(key, in: &form)
        resolveDate(key, in: &form)
      case .openLongText(let key): next = editor(for: key, in: form)
      case .save, .cancel:
        if form.hasPlaceToWait || !form.form.focusFirstError() {
          close(form)
          return []
        }
        say(.mendFirst(form.form.focusedID.flatMap { form.form[$0]?.label } ?? ""), .warning)
      }
    }
    layers.append(.form(form))
    if let next { layers.append(next) }
    return []
  }

  func check(_ key: String, in form: inout RecordForm) {
    guard let field = form.field(key), let row = form.form[key] else { return }
    let current = field.aspect == nil ? form.draft.value(at: field.index) : form.observed[key] ?? .empty
    switch field.kind {
    case .longText:
      if row.text != formText(current, field) { set(row.text.isEmpty ? .empty : .text(row.text), field, in: &form) }
      return
    case .items:
      // A list is edited in a place of its own: what its row says stays.
      form.form.update(key) { $0.text = formText(current, field) }
      return
    default: break
    }
    // What one only walks past is as it was, though this version may not know every word in it.
    if row.text == formText(current, field), row.value == rowValue(current) {
      form.form.setError(nil, for: key)
      return
    }
    do {
      let value = try parseRow(row, field)
      // A field that one only walks past is not touched: several entries keep what they have in it.
      if value != current { set(value, field, in: &form) }
      form.form.setError(nil, for: key)
      if key == "dependsOn", let action = form.draft as? ActionItem, let circle = circleSentence(action) {
        set(form.before.value(at: field.index), field, in: &form)
        form.touched.remove(key)
        form.form.setError(circle, for: key)
      }
    } catch {
      // Half-typed text changes nothing: the value stays what it was until the text can be understood.
      set(field.aspect == nil ? form.before.value(at: field.index) : form.observedBefore[key] ?? .empty, field, in: &form)
      form.touched.remove(key)
      form.form.setError(words.problem(error, field), for: key)
    }
  }

  /// Says which day was meant, once the field is left: `next month`.
  private func resolveDate(_ key: String, in form: inout RecordForm) {
    guard let field = form.field(key), field.kind == .date, field.aspect == nil, form.form[key]?.error == nil else { return }
    form.form.update(key) { $0.text = formText(form.draft.value(at: field.index), field) }
  }

  func set(_ value: FieldValue, _ field: FieldDescription, in form: inout RecordForm) {
    form.touched.insert(field.key)
    if field.aspect != nil {
      form.observed[field.key] = value
    } else if let better = form.draft.setting(field.key, to: value) {
      form.draft = better
    }
  }

  /// Gives a field back what the entry has in it, instead of what was typed.
  private func takeBack(_ key: String?, in form: inout RecordForm) {
    guard let field = form.field(key), let row = form.form[field.key] else { return }
    let stored = field.aspect == nil ? form.before.value(at: field.index) : form.observedBefore[field.key] ?? .empty
    let typed = field.aspect == nil ? form.draft.value(at: field.index) : form.observed[field.key] ?? .empty
    let text = formText(stored, field)
    if row.text != text || typed != stored { form.takenBack[field.key] = (typed, row.text, row.value) }
    set(stored, field, in: &form)
    form.touched.remove(field.key)
    show(text, rowValue(stored), field, in: &form)
  }

  /// Puts into a field again what was taken back.
  private func typeAgain(_ key: String?, in form: inout RecordForm) {
    guard let field = form.field(key), let typed = form.takenBack.removeValue(forKey: field.key) else { return }
    set(typed.value, field, in: &form)
    show(typed.text, typed.chosen, field, in: &form)
    check(field.key, in: &form)
  }

  private func show(_ text: String, _ chosen: String?, _ field: FieldDescription, in form: inout RecordForm) {
    form.form.update(field.key) {
      $0.text = text
      $0.value = chosen
      $0.error = nil
    }
    // Without what was typed to search a list.
    form.form.focus(field.key)
  }

  private func editor(for key: String, in form: RecordForm) -> Layer? {
    guard let field = form.field(key) else { return nil }
    switch field.kind {
    case .items(let description):
      guard case .items(let items) = form.draft.value(at: field.index) else { return .items(ItemsEditor(field: field, description: description, items: [])) }
      return .items(ItemsEditor(field: field, description: description, items: items))
    case .longText:
      guard case .text(let text) = form.draft.value(at: field.index) else { return .text(LongTextEditor(field: field, area: TextArea(""))) }
      return .text(LongTextEditor(field: field, area: TextArea(text)))
    default: return nil
    }
  }

  /// Gives a text or list edited above a form back to it.
  mutating func handBack(_ value: FieldValue, _ field: FieldDescription) {
    guard case .form(var form)? = layers.popLast() else { return }
    set(value, field, in: &form)
    form.form.update(field.key) { $0.text = formText(value, field) }
    layers.append(.form(form))
  }

  // MARK: Closing

  /// Puts what was typed into the session. What of an entry cannot be understood yet is kept aside, so that Esc never loses a word.
  private mutating func close(_ form: RecordForm) {
    switch form.purpose {
    case .item(let isNew):
      if isNew, form.touched.isEmpty { return }
      guard case .items(var editor)? = layers.popLast() else { return }
      editor.put(Item(form.draft))
      layers.append(.items(editor))
    case .proposed: takeProposed(form.draft)
    case .new:
      guard !form.touched.isEmpty || form.form.hasErrors, let entity = form.draft as? any Entity else { return }
      let changes = [Change.insert(withUsualValues(entity))] + observedChanges(form, entity.ref)
      if perform(Title(.add, entity.ref.kind, name: entity.ownName), changes) {
        keepDraft(of: form, as: entity.ref)
        jumpKeepingScreen(to: entity.ref)
      }
    case .edit(let ref):
      guard let draft = form.draft as? any Entity, let current = working.session.entity(ref) else { return }
      let merged = withProposedSegment(onlyTouched(form, onto: current, from: draft), form)
      let changes = (Item(merged) == Item(current) ? [] : working.replacement(of: merged)) + observedChanges(form, ref)
      if !changes.isEmpty { performMovingFollowers(Title(.edit, ref.kind, name: merged.ownName), changes) }
      keepDraft(of: form, as: ref)
    case .several(let refs):
      let changes = refs.flatMap { ref -> [Change] in
        guard let current = working.session.entity(ref), let draft = form.draft as? any Entity else { return [] }
        let merged = onlyTouched(form, onto: current, from: draft)
        return (Item(merged) == Item(current) ? [] : [.replace(merged)]) + observedChanges(form, ref)
      }
      if !changes.isEmpty, let first = refs.first { performMovingFollowers(Title(.edit, first.kind, count: refs.count), changes) }
    }
  }

  /// The current entity with the fields set in the form: what happened to the others meanwhile, or is hidden in room mode, stays.
  private func onlyTouched(_ form: RecordForm, onto current: any Entity, from draft: any Entity) -> any Entity {
    var merged = current
    for field in form.fields where form.touched.contains(field.key) && field.aspect == nil {
      if let better = merged.setting(field.key, to: draft.value(at: field.index)) { merged = better }
    }
    return withDoneDay(merged, since: current)
  }

  /// A stakeholder that was given a kind and stands nowhere yet gets the segment that the kind proposes.
  private func withProposedSegment(_ entity: any Entity, _ form: RecordForm) -> any Entity {
    form.touched.contains("type") && !form.touched.contains("segment") ? withUsualValues(entity) : entity
  }

  private mutating func observedChanges(_ form: RecordForm, _ ref: EntityRef) -> [Change] {
    var changes: [Change] = []
    for field in form.fields where form.touched.contains(field.key) {
      guard let aspect = field.aspect, let value = form.observed[field.key], value != form.observedBefore[field.key] ?? .empty else { continue }
      let id = newID(.reading)
      if let change = working.readings.change(ReadingSubject(aspect, ref.id), to: value, on: today, at: now, newID: { id }) { changes.append(change) }
    }
    return changes
  }

  /// Keeps what is not understood, and that alone: all else is in the session, where undo can reach it.
  private mutating func keepDraft(of form: RecordForm, as ref: EntityRef) {
    let held = form.form.rows.filter { $0.error != nil }
    guard !held.isEmpty else { return }
    // Before the room a form opens without what was kept: what is typed there is added to it.
    for row in held { drafts[ref, default: [:]][row.id] = row.text }
    say(.draftKept(held.map(\.label)), .warning)
  }

  private mutating func jumpKeepingScreen(to ref: EntityRef) {
    selectInList(ref)
    prepare()
  }
}

extension FormRow {
  /// Whether it is the heading of a group of fields.
  fileprivate var isGroup: Bool { id.hasPrefix("#") }
}
