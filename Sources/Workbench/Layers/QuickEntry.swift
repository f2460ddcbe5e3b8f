import ChainAnalysis
import SessionModel
import Widgets
import Words

/// A new entry from one typed line: a name, then whatever else can be recognised, set apart by commas.
enum QuickEntry {
  static func parts(_ line: String) -> [String] { line.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed) }

  /// Fields that a part may fill besides the name, in the order in which they are tried.
  static func fields(_ kind: EntityKind) -> [FieldDescription] {
    let all = kind.description.fields.filter { $0.aspect == nil && !$0.isConfidential }
    let nameKey = all.first?.key
    // People first: of several names the first leads, the others take part.
    return all.filter { field in
      guard field.key != nameKey, field.group != "basis" else { return false }
      switch field.kind {
      case .choice, .choices, .date, .reference, .references, .figures: return true
      case .number, .scale, .flag: return field.isProminent
      default: return false
      }
    }
  }
}

extension QuickEntry {
  /// Fields that a part may fill that begins with their name.
  static func namedFields(_ kind: EntityKind) -> [FieldDescription] {
    kind.description.fields.dropFirst().filter { field in
      guard field.aspect == nil, !field.isConfidential, field.group != "basis" else { return false }
      switch field.kind {
      case .longText, .items, .levels, .moment: return false
      default: return true
      }
    }
  }
}

extension Desk {
  /// Makes entries of typed lines in one transaction; what is not recognised goes into the notes, so that no word is lost.
  mutating func capture(_ lines: [String], _ kind: EntityKind) {
    var changes: [Change] = []
    var names: [String] = []
    var unknown: [String] = []
    for line in lines {
      guard let (entity, rest) = entry(line, kind) else { continue }
      changes.append(.insert(entity))
      names.append(entity.ownName)
      unknown += rest
    }
    guard let first = names.first else { return }
    if kind == .participant { changes += presence(of: changes.map(\.ref.id)) }
    let title = Title(names.count > 1 ? .paste : .add, kind, name: first, count: names.count)
    guard perform(title, changes) else { return }
    if !unknown.isEmpty { say(.unknownInLine(title, unknown), .warning) }
    if kind == .action, let wrong = lines.map({ planLine($0).unknownDate }).first(where: { !$0.isEmpty }) {
      message = MessageLine(notADate(wrong), .warning)
    }
    if let ref = changes.last(where: { $0.ref.kind == kind })?.ref {
      selectInList(ref)
      prepare()
    }
  }

  mutating func entry(_ line: String, _ kind: EntityKind) -> (entity: any Entity, unknown: [String])? {
    let planned = kind == .action ? planLine(line) : nil
    let parts = QuickEntry.parts(planned?.what ?? line)
    guard let name = parts.first(where: { !$0.isEmpty }), let nameField = kind.description.fields.first else { return nil }
    let made = kind.description.make(newID(kind))
    guard var entity = made.setting(nameField.key, to: .text(name)) as? any Entity else { return nil }
    var unknown: [String] = []
    for part in parts.dropFirst() where !part.isEmpty && part != name {
      if let better = recognise(part, in: entity) { entity = better } else { unknown.append(part) }
    }
    if !unknown.isEmpty { entity.common.notes = unknown.joined(separator: ", ") }
    if let planned, var action = entity as? ActionItem {
      let missed = put(planned, into: &action)
      if let missed {
        unknown.insert(missed, at: 0)
        action.common.notes = unknown.joined(separator: ", ")
      }
      entity = action
    }
    return (withUsualValues(entity), unknown)
  }

  /// What a part says: a field by its name and what stands in it, a whole word of a list, or the beginning of one.
  private func recognise(_ part: String, in entity: any Entity) -> (any Entity)? {
    named(part, in: entity) ?? recognise(part, in: entity, notation) ?? recognise(part, in: entity, notationOfBeginnings)
  }

  /// `severity 4`, `place Baní`: the name of a field and what stands in it.
  private func named(_ part: String, in entity: any Entity) -> (any Entity)? {
    for field in QuickEntry.namedFields(type(of: entity).kind) {
      let label = words.label(field)
      let rest = part.dropFirst(label.count)
      guard rest.first == " " || rest.first == ":", FoldedText(String(part.prefix(label.count))).bytes == FoldedText(label).bytes else { continue }
      let text = String(rest.dropFirst()).trimmed
      if let value = (try? field.kind.parse(text, notation)) ?? (try? field.kind.parse(text, notationOfBeginnings)), !value.isEmpty {
        return entity.setting(field.key, to: value)
      }
    }
    return nil
  }

  private func recognise(_ part: String, in entity: any Entity, _ context: NotationContext) -> (any Entity)? {
    for field in QuickEntry.fields(type(of: entity).kind) {
      let before = entity.value(at: field.index)
      // What can be so or not is so when its name is typed: “may be named”.
      if case .flag = field.kind {
        if before.isEmpty, FoldedText(part).bytes == FoldedText(words.label(field)).bytes { return entity.setting(field.key, to: .flag(true)) }
        continue
      }
      if case .figures = field.kind, part.first.map({ $0.isNumber || "<>~≈≥≤".contains($0) }) != true { continue }
      guard let value = try? field.kind.parse(part, context), !value.isEmpty else { continue }
      if case .figures(let figures) = value, figures.first?.amount.unit.isEmpty != false, field.kind != .figures(hint: "people") { continue }
      if case .choices(let added) = value, case .choices(let there) = before {
        return entity.setting(field.key, to: .choices(there + added.filter { !there.contains($0) }))
      }
      if case .references(let added) = value, case .references(let there) = before {
        return entity.setting(field.key, to: .references(there + added.filter { !there.contains($0) }))
      }
      if before.isEmpty { return entity.setting(field.key, to: value) }
    }
    return nil
  }

  /// A stakeholder's kind proposes its segment and sector; a new action is to do.
  func withUsualValues(_ entity: any Entity) -> any Entity {
    if var stakeholder = entity as? Stakeholder {
      if let kind = stakeholder.type?.option {
        let segments = working.session.profile.segments
        if stakeholder.segment == nil {
          stakeholder.segment = kind.usualStages.lazy.compactMap { stage in segments.first { $0.stage == stage }?.id }.first
        }
        if stakeholder.sector == nil { stakeholder.sector = .known(kind.usualSector) }
      }
      return stakeholder
    }
    if var action = entity as? ActionItem {
      if action.status == nil { action.status = .known(.toDo) }
      if action.agreedAt == nil { action.agreedAt = latestWorkshop?.runningItem(at: now)?.id }
      return action.settingDay(since: ActionItem(id: action.id), today: today)
    }
    if var initiative = entity as? Initiative {
      if initiative.status == nil { initiative.status = .known(.idea) }
      return initiative
    }
    if var constraint = entity as? Constraint {
      if constraint.status == nil { constraint.status = .known(.open) }
      return constraint
    }
    if var workshop = entity as? Workshop {
      if workshop.on == nil { workshop.on = today }
      return workshop
    }
    return entity
  }

  func captureSuggestions(_ kind: EntityKind) -> [CompletionItem] {
    QuickEntry.fields(kind).flatMap { field -> [CompletionItem] in
      switch field.kind {
      case .choice(let list), .choices(let list):
        list.codes.map { CompletionItem(words.choice(list.name, $0), detail: words.label(field), value: $0) }
      case .flag: [CompletionItem(words.label(field), value: words.label(field))]
      case .reference(let target) where target.kinds.isEmpty || kind == .action:
        view.session.candidates(for: target).prefix(500).map { CompletionItem($0.name, detail: words.label(field), value: $0.id.text) }
      default: []
      }
    }
  }

  /// The name of a stakeholder that is, but for capitals, accents, blanks and a slip or two of the fingers, the same.
  func nearDuplicate(of name: String) -> String? {
    let folded = FoldedText(name.filter { !$0.isWhitespace }).bytes
    guard folded.count > 1 else { return nil }
    let slips = folded.count < 5 ? 0 : folded.count < 9 ? 1 : 2
    var near: String?
    for entry in view.session.stakeholders.sorted {
      let other = FoldedText(entry.name.filter { !$0.isWhitespace }).bytes
      if other == folded { return entry.name }
      if near == nil, slips > 0, abs(other.count - folded.count) <= slips, Slips.count(folded, other, atMost: slips) != nil { near = entry.name }
    }
    return near
  }

  /// The same, a word of a list by its beginning too: `anchor` for an anchor firm, where only one begins so.
  private var notationOfBeginnings: NotationContext {
    let words = self.words
    var context = notation
    context.choice = { text, list in
      let folded = FoldedText(text).bytes
      guard folded.count >= 3 else { return nil }
      let found = list.codes.filter { FoldedText(words.choice(list.name, $0)).bytes.starts(with: folded) }
      return found.count == 1 ? found[0] : nil
    }
    return context
  }

  /// Reads typed names and words as ids and codes: exact first, then without capitals and accents.
  var notation: NotationContext {
    let session = view.session
    let words = self.words
    return NotationContext(
      references: { text, target in
        let all = session.candidates(for: target)
        let exact = all.filter { $0.name == text || $0.id.text == text }
        if !exact.isEmpty { return exact.map(\.id) }
        let folded = FoldedText(text).bytes
        return all.filter { FoldedText($0.name).bytes == folded }.map(\.id)
      },
      choice: { text, list in
        if list.codes.contains(text) { return text }
        let folded = FoldedText(text).bytes
        return list.codes.first { FoldedText(words.choice(list.name, $0)).bytes == folded }
      },
      name: { id, target in session.name(of: id, as: target) },
      date: typedDate)
  }
}
