import Drawing
import JSON
import SessionModel
import Widgets
import Words

/// What is half-typed, as a journal keeps it: the lines, forms and texts that lie open, and the forms that were left with something in them
/// that could not be understood.
enum HalfTyped {
  /// Every text in it, for showing when it cannot be put back where it was.
  static func texts(_ value: JSONValue) -> [String] {
    var found: [String] = []
    func listed(_ items: [JSONValue]) {
      for item in items {
        let words = (item.object ?? []).filter { $0.key != "id" }.compactMap { $0.value.string ?? $0.value.number }
        found.append(words.joined(separator: " · "))
      }
    }
    func search(_ value: JSONValue) {
      switch value {
      case .array(let elements): elements.forEach(search)
      case .object(let members):
        for member in members where member.key != "record" {
          if member.key == "text", let text = member.value.string { found += text.split(whereSeparator: \.isNewline).map(String.init) }
          search(member.value)
        }
        // A list that lay open is in the record, and of that only the list.
        if value["in"]?.string == "items", let field = value["field"]?.string { listed(value["record"]?[field]?.array ?? []) }
      default: break
      }
    }
    search(value)
    return found
  }

  static func json(_ record: any Record) -> JSONValue {
    var writer = JSONWriter(reserving: 512)
    record.write(to: &writer)
    return (try? JSONValue(parsing: writer.finish())) ?? .null
  }

  /// A record of the same type as the sample; nil if the value is none.
  static func record(_ value: JSONValue?, like sample: any Record) -> (any Record)? {
    guard let value else { return nil }
    func read<R: Record>(_: R) -> (any Record)? {
      try? JSONReader.read(value.serialized()) { reader throws(JSONError) in try R(from: &reader) }
    }
    return read(sample)
  }

  static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { key, value in value.map { JSONMember(key: key, value: $0) } })
  }
}

// MARK: - Keeping

extension Desk {
  /// Whether something lies open that text is typed into, or waits with what was; asked after every key.
  public var isTyping: Bool { !layers.isEmpty || !drafts.isEmpty || !leftLines.isEmpty || !waitingHalfTyped.isEmpty }

  /// What is half-typed now; null when nothing is.
  public var halfTyped: JSONValue {
    let open = layers.compactMap { json(of: $0) }
    let kept =
      drafts.sorted { $0.key.id < $1.key.id }.map { json(of: $0.key, $0.value) }
      + leftLines.sorted { $0.key < $1.key }.compactMap { json(of: $0.key.keeping, $0.value) }
    // A form that only lies open holds nothing yet.
    let isOpen = layers.contains { holdsText($0) } || !kept.isEmpty
    let parts = [("open", isOpen ? open : []), ("kept", kept), ("waiting", waitingHalfTyped)].filter { !$0.1.isEmpty }
    return parts.isEmpty ? .null : HalfTyped.object(parts.map { ($0.0, .array($0.1)) })
  }

  private func holdsText(_ layer: Layer) -> Bool {
    switch layer {
    case .form(let form): !form.touched.isEmpty || form.form.hasErrors
    case .items, .text: true
    case .page(let page): page.halfTyped != nil
    case .capture(let capture): json(of: layer) != nil && !capture.line.text.trimmed.isEmpty
    default: false
    }
  }

  private func json(of layer: Layer) -> JSONValue? {
    switch layer {
    case .form(let form): return json(of: form)
    case .text(let editor):
      return HalfTyped.object([("in", .string("text")), ("field", .string(editor.field.key)), ("text", .string(editor.area.text))])
    case .items(let editor):
      guard let parent = layers.lastForm(above: editor.field), let record = parent.draft.setting(editor.field.key, to: editor.items.isEmpty ? .empty : .items(editor.items))
      else { return nil }
      return HalfTyped.object([("in", .string("items")), ("field", .string(editor.field.key)), ("record", HalfTyped.json(record))])
    case .capture(let capture): return json(of: capture.purpose.keeping, capture.line.text)
    case .page(let page): return page.halfTyped
    default: return nil
    }
  }

  private func json(of keeping: CaptureLayer.Keeping, _ text: String) -> JSONValue? {
    let purpose: (String, EntityKind?)
    switch keeping {
    case .nothing: return nil
    case .text: purpose = ("other", nil)
    case .entity(let kind): purpose = ("entity", kind)
    case .note(let note): purpose = (note.rawValue, nil)
    }
    return HalfTyped.object([
      ("in", .string("line")), ("for", .string(purpose.0)), ("kind", (purpose.1?.rawValue).map { .string($0) }), ("text", .string(text)),
    ])
  }

  private func json(of ref: EntityRef, _ held: [String: String]) -> JSONValue {
    let rows = held.sorted { $0.key < $1.key }.map { JSONMember(key: $0.key, value: HalfTyped.object([("text", .string($0.value))])) }
    return HalfTyped.object([
      ("in", .string("form")), ("for", .string("edit")), ("of", .string(ref.kind.description.name)), ("ids", .array([.string(ref.id.text)])),
      ("rows", .object(rows)),
    ])
  }

  private func json(of form: RecordForm) -> JSONValue {
    var purpose = "new"
    var ids: [EntityID] = []
    switch form.purpose {
    // A proposal is made anew from the session; what was changed in one of its steps comes back as an initiative of its own.
    case .new, .proposed: ids = [form.draft.id]
    case .edit(let ref): (purpose, ids) = ("edit", [ref.id])
    case .several(let refs): (purpose, ids) = ("several", refs.map(\.id))
    case .item(let isNew): purpose = isNew ? "newItem" : "item"
    }
    let rows = form.form.rows.filter { form.touched.contains($0.id) || $0.error != nil }.map { row in
      JSONMember(key: row.id, value: HalfTyped.object([("text", .string(row.text)), ("value", row.value.map { .string($0) })]))
    }
    return HalfTyped.object([
      ("in", .string("form")), ("for", .string(purpose)), ("of", .string(form.description.name)), ("ids", .array(ids.map { .string($0.text) })),
      ("record", HalfTyped.json(form.draft)), ("rows", .object(rows)), ("focus", form.form.focusedID.map { .string($0) }),
    ])
  }
}

extension [Layer] {
  /// The form whose field an editor that lies over it edits.
  fileprivate func lastForm(above field: FieldDescription) -> RecordForm? {
    for layer in reversed() { if case .form(let form) = layer, form.description.name == field.record { return form } }
    return nil
  }
}

// MARK: - Bringing back

extension Desk {
  /// Opens again what was half-typed. What does not find its place any more is shown as text.
  mutating func restore(halfTyped value: JSONValue) {
    guard value != .null else { return }
    // Before the room it waits: it may hold what the room must not see.
    guard audience == .facilitator else { return waitingHalfTyped.append(value) }
    for waiting in value["waiting"]?.array ?? [] { restore(halfTyped: waiting) }
    var lost: [JSONValue] = []
    for kept in value["kept"]?.array ?? [] where !keepAgain(kept) { lost.append(kept) }
    var open = (value["open"]?.array ?? [])[...]
    while let next = open.first, let restored = layer(from: next) {
      layers.append(restored)
      open.removeFirst()
    }
    // What lay above one that has lost its place has lost its own.
    showLost(lost + open)
  }

  /// Keeps again what was left with an entry or in a line; false if its place is gone or taken.
  private mutating func keepAgain(_ value: JSONValue) -> Bool {
    if value["in"]?.string == "line" {
      guard let text = value["text"]?.string, let keeping = keeping(of: value) else { return false }
      let line = LeftLine(keeping: keeping, audience: audience)
      guard leftLines[line] == nil else { return false }
      leftLines[line] = text
      return true
    }
    guard let kind = value["of"]?.string.flatMap({ EntityKind(rawValue: $0) }), let id = value["ids"]?.array?.first?.string.flatMap({ EntityID($0) }),
      working.session.contains(EntityRef(kind, id))
    else { return false }
    for row in value["rows"]?.object ?? [] { drafts[EntityRef(kind, id), default: [:]][row.key] = row.value["text"]?.string ?? "" }
    return true
  }

  private func keeping(of line: JSONValue) -> CaptureLayer.Keeping? {
    let purpose = line["for"]?.string
    if let note = purpose.flatMap({ CaughtNote(rawValue: $0) }) { return .note(note) }
    guard purpose == "entity", let kind = line["kind"]?.string.flatMap({ EntityKind(rawValue: $0) }) else { return nil }
    return .entity(kind)
  }

  /// Opens again what waited for the room to go.
  mutating func restoreWaiting() {
    let waiting = waitingHalfTyped
    waitingHalfTyped = []
    for value in waiting { restore(halfTyped: value) }
  }

  private mutating func showLost(_ lost: [JSONValue]) {
    let lines = lost.flatMap { HalfTyped.texts($0) }.map { StyledLine($0) }
    guard !lines.isEmpty else { return }
    layers.append(
      .page(
        TextPage(
          title: words.safety(.halfTypedTitle), text: Viewport(lines), hints: words.safety(.pageHints),
          halfTyped: lost.count == 1 ? lost[0] : .array(lost))))
  }

  private mutating func layer(from value: JSONValue) -> Layer? {
    switch value["in"]?.string {
    case "line":
      guard let text = value["text"]?.string else { return nil }
      let count = layers.count
      switch keeping(of: value) {
      case .note(let note): openNote(note)
      case .entity(let kind): openCapture(of: kind)
      case .text, .nothing, nil: break
      }
      guard layers.count > count, case .capture(var capture)? = layers.popLast() else { return nil }
      capture.line.clear(keeping: text)
      return .capture(capture)
    case "form": return form(from: value).map { .form($0) }
    case "text":
      guard case .form(let parent)? = layers.last, let field = parent.field(value["field"]?.string), let text = value["text"]?.string else { return nil }
      return .text(LongTextEditor(field: field, area: TextArea(text)))
    case "items":
      guard case .form(let parent)? = layers.last, let field = parent.field(value["field"]?.string), case .items(let description) = field.kind,
        let record = HalfTyped.record(value["record"], like: parent.draft)
      else { return nil }
      guard case .items(let items) = record.value(at: field.index) else { return .items(ItemsEditor(field: field, description: description, items: [])) }
      return .items(ItemsEditor(field: field, description: description, items: items))
    default: return nil
    }
  }

  private func form(from value: JSONValue) -> RecordForm? {
    let ids = (value["ids"]?.array ?? []).compactMap { $0.string.flatMap { EntityID($0) } }
    let kind = value["of"]?.string.flatMap { EntityKind(rawValue: $0) }
    let focus = value["focus"]?.string
    var form: RecordForm
    switch value["for"]?.string {
    case "new":
      guard let kind, let id = ids.first, !working.session.contains(EntityRef(kind, id)) else { return nil }
      form = self.form(.new, kind.description.make(id), focus: focus)
    case "edit":
      guard let kind, let id = ids.first, let entity = working.session.entity(EntityRef(kind, id)) else { return nil }
      form = self.form(.edit(entity.ref), entity, focus: focus)
    case "several":
      guard let kind, !ids.isEmpty else { return nil }
      let refs = ids.map { EntityRef(kind, $0) }.filter { working.session.contains($0) }
      guard !refs.isEmpty else { return nil }
      form = self.form(.several(refs), kind.description.make(.session), focus: focus)
    case let item? where item == "item" || item == "newItem":
      guard case .items(let editor)? = layers.last, let record = HalfTyped.record(value["record"], like: editor.description.make(.session))
      else { return nil }
      form = self.form(.item(isNew: item == "newItem"), record, focus: focus)
    default: return nil
    }
    fill(from: value, in: &form)
    return form
  }

  /// Puts texts into fields of a form, by their keys, and says what is wrong with them.
  func putIn(_ texts: [String: String], _ form: inout RecordForm) {
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let field = form.field(key) else { continue }
      fill(field, HalfTyped.object([("text", .string(text))]), nil, in: &form)
    }
  }

  /// Puts the fields into a form that were typed into one like it.
  private func fill(from value: JSONValue, in form: inout RecordForm) {
    let record = HalfTyped.record(value["record"], like: form.draft)
    for row in value["rows"]?.object ?? [] {
      guard let field = form.field(row.key) else { continue }
      fill(field, row.value, record, in: &form)
    }
  }

  /// Puts one field into a form as it was typed: a text by its row, what has a page of its own by its value.
  private func fill(_ field: FieldDescription, _ row: JSONValue, _ record: (any Record)?, in form: inout RecordForm) {
    switch field.kind {
    case .items, .longText:
      guard let record else { return }
      let value = record.value(at: field.index)
      set(value, field, in: &form)
      form.form.update(field.key) { $0.text = formText(value, field) }
    default:
      form.form.update(field.key) {
        $0.text = row["text"]?.string ?? ""
        $0.value = row["value"]?.string
      }
      form.touched.insert(field.key)
      check(field.key, in: &form)
    }
  }
}
