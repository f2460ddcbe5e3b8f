import Drawing
import SessionModel
import Widgets
import Words

/// What stands beside a list: all that is known of the selected entry, its relationships and what belongs to it.
extension Desk {
  func drawInspector(_ ref: EntityRef?, _ pane: Pane, on surface: inout Surface) {
    guard let rect = pane.inspector else { return }
    pane.drawDivider(on: &surface)
    guard let ref else { return }
    drawNotes(.entity(ref), in: rect.inset(1, 0), on: &surface) { inspectorLines(ref, width: rect.width - 2) }
  }

  func inspectorLines(_ ref: EntityRef, width: Int) -> [StyledLine] {
    guard let entity = view.session.entity(ref) else { return [] }
    var lines: [StyledLine] = [StyledLine(name(ref), Style(.heading))]
    let labelWidth = min(16, width / 3)
    let stored = entity.values
    let fields = ref.kind.description.fields
    for index in fields.indices.dropFirst() {
      let isDated = fields[index].aspect != nil
      if !isDated, case .empty = stored[index] { continue }
      let field = fields[index]
      if audience != .facilitator, field.isConfidential { continue }
      let value = isDated ? view.value(of: field, in: entity) : stored[index]
      if case .empty = value { continue }
      let label = TextWidth.padded(TextWidth.truncated(words.label(field), to: labelWidth), to: labelWidth + 1)
      var text = show(value, field)
      // Every line break of Unicode has one of these bytes, and few texts have any of them.
      if text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) {
        text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      }
      if case .scale(let scale) = field.kind, case .number(let level) = value {
        text = (scale.range.lowerBound > 0 ? dots(level) + " " : "") + words.level(scale, level)
      }
      lines.append(StyledLine([StyledText(label, .dim), StyledText(text)], hangingIndent: labelWidth + 1))
    }
    if ref.kind == .stakeholder { lines += tieLines(ref.id, width: width) + actorBrief(ref.id) }
    lines += relatedLines(ref)
    return lines
  }

  /// The ties of a stakeholder, with trust given and received where the audience may see it.
  private func tieLines(_ id: EntityID, width: Int) -> [StyledLine] {
    var others: [EntityID: [String]] = [:]
    for source in view.references.sources(of: id) {
      switch source.kind {
      case .relationship:
        guard let tie = view.session.relationships.of(source.id, { ($0.from, $0.to, $0.type?.code) }), let from = tie.0, let to = tie.1 else { continue }
        others[from == id ? to : from, default: []].append(tie.2.map { words.choice(RelationshipKind.list, $0) } ?? "")
      case .reading:
        let trust = view.session.readings.of(source.id) { $0.aspect == .trust ? ($0.subject, $0.toward) : (nil, nil) }
        guard let from = trust?.0, let to = trust?.1 else { continue }
        others[from == id ? to : from, default: []] += []
      default: break
      }
    }
    guard !others.isEmpty else { return [] }
    let showsTrust = audience == .facilitator
    var head = [StyledText(TextWidth.padded(words.frame(.relationships), to: max(10, width - 14)), Style(.heading))]
    if showsTrust { head.append(StyledText(words.frame(.trustGives) + " " + words.frame(.trustGets), .dim)) }
    var lines: [StyledLine] = [.empty, StyledLine(head)]
    let named: [(EntityID, String)] = others.keys.map { ($0, view.session.stakeholders.of($0, \.name) ?? $0.text) }
    let sorted = named.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 < $1.1 }
    for (other, name) in sorted {
      let kinds = (others[other] ?? []).filter { !$0.isEmpty }
      let label = other == id ? "↺ " + name : name
      let text = TextWidth.padded(TextWidth.truncated(label + (kinds.isEmpty ? "" : " · " + kinds.joined(separator: ", ")), to: max(9, width - 15)), to: max(10, width - 14))
      var runs = [StyledText(text)]
      if showsTrust {
        runs.append(trustRun(view.readings.trust(id, other), width: 6))
        runs.append(trustRun(view.readings.trust(other, id), width: 5))
      }
      lines.append(StyledLine(runs))
    }
    return lines
  }

  func trustRun(_ level: Int?, width: Int) -> StyledText {
    let text = TextWidth.padded("  " + (level.map(String.init) ?? "·"), to: width)
    return StyledText(text, Style(.trust(level)))
  }

  /// What points at the entry, kind by kind.
  private func relatedLines(_ ref: EntityRef) -> [StyledLine] {
    var lines: [StyledLine] = []
    let sources = view.references.sources(of: ref.id).filter { ![.relationship, .reading, .mapView, .session].contains($0.kind) }
    for kind in EntityKind.allCases {
      let of = sources.filter { $0.kind == kind }
      guard !of.isEmpty else { continue }
      lines.append(.empty)
      lines.append(StyledLine(words.capitalisedPlural(kind), Style(.heading)))
      for source in of.prefix(12) { lines.append(StyledLine("· " + name(source), hangingIndent: 2)) }
      if of.count > 12 { lines.append(StyledLine("  … " + String(of.count - 12) + " " + words.frame(.more), .dim)) }
    }
    return lines
  }
}

extension Role {
  /// The role of a level of trust, 1…5, or of one never read.
  static func trust(_ level: Int?) -> Role {
    switch level {
    case 1: .trust1
    case 2: .trust2
    case 3: .trust3
    case 4: .trust4
    case 5: .trust5
    default: .trustUnknown
    }
  }
}
