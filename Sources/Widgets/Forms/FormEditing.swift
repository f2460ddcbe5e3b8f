import Drawing

extension Form {
  /// What the key did, in order; empty when it is not a key for a form.
  /// - Parameter rect: where the form is drawn, for PgUp and PgDn.
  public mutating func handle(_ key: Key, in rect: Rect) -> [Outcome] {
    guard rows.indices.contains(cursor) else { return key.code == .escape ? [.cancel] : [] }
    let outcomes = act(on: key, page: max(1, Form.list(in: rect).height - 1))
    top = visibleTop(rows: Form.list(in: rect).height)
    return outcomes
  }

  /// Pastes into the row being edited.
  public mutating func paste(_ text: String) -> [Outcome] {
    guard rows.indices.contains(cursor) else { return [] }
    switch rows[cursor].control {
    case .text, .suggestions:
      guard field.paste(text) == .changed else { return [.handled] }
      return typed()
    case .longText:
      return set(rows[cursor].text + Typed.manyLines(text))
    default: return [.handled]
    }
  }

  private mutating func act(on key: Key, page: Int) -> [Outcome] {
    if key == .control("s") || key == Key(.function(2)) { return takeOpenList() + [.save] }
    if let outcomes = actOnList(key) { return outcomes }
    switch (key.code, key.modifiers) {
    case (.escape, []): return [.cancel]
    case (.up, []), (.tab, .shift): return step(-1)
    case (.down, []), (.tab, []): return step(1)
    case (.pageUp, []): return step(-page)
    case (.pageDown, []): return step(page)
    case (.home, .control): return step(-rows.count)
    case (.end, .control): return step(rows.count)
    case (.down, .alt), (.function(4), []):
      openList()
      return [.handled]
    case (.enter, []): return enter()
    default: break
    }
    let outcomes = edit(key)
    // A letter that means nothing in this row must not become a command of the screen behind.
    return outcomes.isEmpty && key.text != nil ? [.handled] : outcomes
  }

  private mutating func enter() -> [Outcome] {
    let row = rows[cursor]
    switch row.control {
    case .longText: return [.openLongText(id: row.id)]
    case .heading:
      toggleSection()
      return [.handled]
    default:
      if cursor == stops.last { return [.committed(id: row.id), .save] }
      return step(1)
    }
  }

  // MARK: - The open list

  /// Nil when no list is open or the key is not for it.
  private mutating func actOnList(_ key: Key) -> [Outcome]? {
    guard isListOpen else { return nil }
    if case .choices = rows[cursor].control {
      switch (key.code, key.modifiers) {
      // In what is typed a blank is a blank.
      case (.character(" "), []) where field.isEmpty: return toggleSelected()
      // Enter takes what was searched for; when nothing was, it is done.
      case (.enter, []) where !field.isEmpty: return toggleSelected()
      case (.enter, []):
        completion?.close()
        field = TextField()
        return [.handled]
      case (.tab, _):
        completion?.close()
        return step(key.modifiers.contains(.shift) ? -1 : 1)
      default: break
      }
    }
    switch completion?.handle(key) ?? .ignored {
    case .accepted(let index):
      let outcomes = take(index)
      return key.code == .tab ? outcomes + step(1) : outcomes
    case .closed:
      if !rows[cursor].isText { field = TextField() }
      return [.handled]
    case .moved: return [.handled]
    case .ignored: return nil
    }
  }

  /// Takes what is selected in an open list of single answers, so that saving does not lose it.
  private mutating func takeOpenList() -> [Outcome] {
    guard isListOpen, let index = completion?.selectedIndex else { return [] }
    if case .choices = rows[cursor].control { return [] }
    completion?.close()
    return take(index)
  }

  mutating func take(_ index: Int) -> [Outcome] {
    guard let item = completion?.items[index] else { return [.handled] }
    switch rows[cursor].control {
    case .suggestions:
      isTyping = false
      field = TextField(item.text)
      return set(item.text, value: item.value)
    case .choice:
      field = TextField()
      return set(item.value ?? item.text)
    default: return [.handled]
    }
  }

  private mutating func toggleSelected() -> [Outcome] {
    guard let value = completion?.selected?.value else { return [.handled] }
    if !field.isEmpty {
      field = TextField()
      completion?.filter("")
    }
    return toggle(value)
  }

  mutating func toggle(_ value: String) -> [Outcome] {
    let row = rows[cursor]
    var chosen = row.chosen
    if let place = chosen.firstIndex(of: value) { chosen.remove(at: place) } else { chosen.append(value) }
    // In the order of the options; what is not one of them stays at the end.
    let order = row.options.map(\.value)
    let sorted = order.filter(chosen.contains) + chosen.filter { !order.contains($0) }
    return set(sorted.joined(separator: ", "))
  }

  // MARK: - The row

  private mutating func edit(_ key: Key) -> [Outcome] {
    let row = rows[cursor]
    switch row.control {
    case .text, .suggestions: return editText(key)
    case .longText:
      // The letter goes to the end of the text, and the editor opens behind it: nothing typed is lost.
      guard let character = key.text else { return [] }
      return set(row.text + String(character)) + [.openLongText(id: row.id)]
    case .choice(let options): return editChoice(key, options)
    case .choices: return editChoices(key)
    case .scale(let levels): return editScale(key, levels)
    case .flag(let yes, let no): return editFlag(key, yes, no)
    case .heading: return editHeading(key)
    case .readOnly: return []
    }
  }

  private mutating func editText(_ key: Key) -> [Outcome] {
    switch field.handle(key) {
    case .ignored: return []
    case .moved: return [.handled]
    case .changed: return typed()
    }
  }

  private mutating func typed() -> [Outcome] {
    isTyping = true
    if field.isEmpty { completion?.close() } else { completion?.filter(field.text) }
    return set(field.text)
  }

  private mutating func editChoice(_ key: Key, _ options: [FormOption]) -> [Outcome] {
    if !isListOpen, field.isEmpty {
      switch (key.code, key.modifiers) {
      case (.left, []), (.right, []):
        return nudge(key.code == .right ? 1 : -1, options, wraps: true)
      case (.character(" "), []):
        openList()
        return [.handled]
      case (.backspace, []), (.delete, []): return set("")
      default: break
      }
    }
    guard field.handle(key) == .changed else { return [] }
    completion?.filter(field.text)
    if field.isEmpty {
      openList()
      return isListOpen && options.contains { $0.value == rows[cursor].text } ? [.handled] : set("")
    }
    // What matches nothing stays as typed, for the caller to say what is wrong with it.
    return isListOpen ? [.handled] : set(field.text)
  }

  private mutating func editChoices(_ key: Key) -> [Outcome] {
    if !isListOpen, field.isEmpty {
      switch (key.code, key.modifiers) {
      case (.character(" "), []), (.right, []):
        completion?.open()
        return [.handled]
      case (.backspace, []), (.delete, []):
        return set(rows[cursor].chosen.dropLast().joined(separator: ", "))
      default: break
      }
    }
    if field.isEmpty { ticked = rows[cursor].text }
    guard field.handle(key) == .changed else { return [] }
    completion?.filter(field.text)
    // What matches nothing stays behind what is ticked, for the caller to say what is wrong with it.
    return set(isListOpen || field.isEmpty ? ticked : (ticked.isEmpty ? "" : ticked + ", ") + field.text)
  }

  private mutating func editScale(_ key: Key, _ levels: [FormOption]) -> [Outcome] {
    switch (key.code, key.modifiers) {
    case (.character("+"), []), (.right, []): return nudge(1, levels, wraps: false)
    case (.character("-"), []), (.left, []): return nudge(-1, levels, wraps: false)
    case (.backspace, []), (.delete, []): return set("")
    default:
      guard let digit = key.digit, levels.contains(where: { $0.value == String(digit) }) else { return [] }
      return set(String(digit))
    }
  }

  private mutating func editFlag(_ key: Key, _ yes: FormOption, _ no: FormOption) -> [Outcome] {
    let isYes = rows[cursor].text == yes.value
    switch (key.code, key.modifiers) {
    case (.character(" "), []), (.left, []), (.right, []): return set(isYes ? no.value : yes.value)
    case (.backspace, []), (.delete, []): return set("")
    default:
      guard let letter = key.text?.lowercased() else { return [] }
      if letter == yes.title.first?.lowercased() { return set(yes.value) }
      if letter == no.title.first?.lowercased() { return set(no.value) }
      return letter == "y" ? set(yes.value) : letter == "n" ? set(no.value) : []
    }
  }

  private mutating func editHeading(_ key: Key) -> [Outcome] {
    let isFolded = folded.contains(rows[cursor].id)
    switch (key.code, key.modifiers) {
    case (.character(" "), []): toggleSection()
    case (.right, []): if isFolded { toggleSection() }
    case (.left, []): if !isFolded { toggleSection() }
    default: return []
    }
    return [.handled]
  }

  /// One step along the options; from nothing to the first, or backwards to the last.
  private mutating func nudge(_ delta: Int, _ options: [FormOption], wraps: Bool) -> [Outcome] {
    guard !options.isEmpty else { return [.handled] }
    guard let place = options.firstIndex(where: { $0.value == rows[cursor].text }) else {
      return set(options[delta > 0 ? 0 : options.count - 1].value)
    }
    let next = place + delta
    if options.indices.contains(next) { return set(options[next].value) }
    return wraps ? set(options[delta > 0 ? 0 : options.count - 1].value) : [.handled]
  }

  private mutating func set(_ text: String, value: String? = nil) -> [Outcome] {
    guard text != rows[cursor].text || value != rows[cursor].value else { return [.handled] }
    rows[cursor].text = text
    rows[cursor].value = value
    return [.changed(id: rows[cursor].id, text: text)]
  }

  /// Opens the list with all there is, on what the row says now.
  private mutating func openList() {
    let row = rows[cursor]
    let chosen = row.options.firstIndex { $0.value == row.text }
    completion?.open(at: chosen)
  }
}

extension FormRow {
  /// Whether the field holds the row's text itself, and not a filter of options.
  var isText: Bool {
    switch control {
    case .text, .suggestions: true
    default: false
    }
  }
}
