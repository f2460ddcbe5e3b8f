import Drawing
import SessionModel
import Widgets
import Words

/// What a paste of several lines would make, a line each, before any of it is made.
struct PastePreview: Sendable {
  struct Line: Sendable {
    var text: String
    /// What is made of it, in words.
    var becomes: String
    /// The name of one that it may be.
    var twin: String?
    var isTaken = true
  }

  var kind: EntityKind
  var lines: [Line]
  var cursor = 0

  var count: Int { lines.count { $0.isTaken } }
}

extension Desk {
  /// One line is made at once; of several the facilitator sees first what they would become.
  mutating func paste(_ lines: [String], _ kind: EntityKind) {
    let lines = lines.map(\.trimmed).filter { !$0.isEmpty }
    guard lines.count > 1, kind == .stakeholder else { return capture(lines, kind) }
    var names: [[UInt8]: String] = [:]
    let previews = lines.map { line -> PastePreview.Line in
      let name = QuickEntry.parts(line).first { !$0.isEmpty } ?? line
      let folded = FoldedText(name.filter { !$0.isWhitespace }).bytes
      let twin = names[folded] ?? (kind == .stakeholder ? nearDuplicate(of: name) : nil)
      names[folded] = name
      return PastePreview.Line(text: line, becomes: describe(line, kind), twin: twin)
    }
    layers.append(.paste(PastePreview(kind: kind, lines: previews)))
  }

  /// The fields that a typed line fills, as a person would say them.
  private func describe(_ line: String, _ kind: EntityKind) -> String {
    // A copy makes the entry, so that no id is used up by looking.
    var copy = self
    guard let (entity, unknown) = copy.entry(line, kind) else { return "" }
    var parts = [entity.ownName]
    for field in type(of: entity).description.fields.dropFirst() where field.group != "basis" && field.aspect == nil {
      let value = entity.value(at: field.index)
      if !value.isEmpty { parts.append(show(value, field)) }
    }
    parts += unknown.map { "“\($0)”?" }
    return parts.joined(separator: " · ")
  }

  mutating func update(_ preview: PastePreview, _ event: Event) -> [Effect] {
    var preview = preview
    guard case .key(let key) = event else {
      layers.append(.paste(preview))
      return []
    }
    let last = preview.lines.count - 1
    switch key.code {
    case .escape: return []
    case .enter:
      let lines = preview.lines.filter(\.isTaken).map(\.text)
      capture(lines, preview.kind)
      return []
    case .up: preview.cursor = max(0, preview.cursor - 1)
    case .down: preview.cursor = min(last, preview.cursor + 1)
    case .pageUp: preview.cursor = max(0, preview.cursor - 10)
    case .pageDown: preview.cursor = min(last, preview.cursor + 10)
    case .home: preview.cursor = 0
    case .end: preview.cursor = last
    case .character(" "), .character("d"):
      preview.lines[preview.cursor].isTaken.toggle()
      preview.cursor = min(last, preview.cursor + 1)
    default: break
    }
    layers.append(.paste(preview))
    return []
  }

  func draw(_ preview: PastePreview, on surface: inout Surface) {
    let box = Rect(size).centred(width: min(size.width - 4, 100), height: min(size.height - 4, preview.lines.count + 4))
    drawBox(box, "\(words.map(.pasteTitle)): \(words.counted(preview.count, preview.kind))", hints: words.map(.pasteHint), on: &surface)
    let rows = box.inset(2, 1)
    let first = max(0, min(preview.cursor - rows.height / 2, preview.lines.count - rows.height))
    for (place, line) in preview.lines.enumerated().dropFirst(first).prefix(rows.height) {
      let y = rows.y + place - first
      let emphasis: Emphasis = place == preview.cursor ? .selected : []
      surface.fill(Rect(x: rows.x, y: y, width: rows.width, height: 1), with: " ", Style(.text, emphasis))
      let mark = line.isTaken ? (line.twin == nil ? "✓ " : "! ") : "  "
      var x = rows.x + surface.put(mark, x: rows.x, y: y, Style(line.twin == nil ? .success : .warning, emphasis), width: rows.width)
      let twin = line.twin.map { "  \(words.map(.pasteTwin)) \($0)" } ?? ""
      let room = max(8, rows.right - x - TextWidth.columns(twin))
      x += surface.put(line.becomes, x: x, y: y, Style(line.isTaken ? .text : .dim, emphasis), width: room)
      surface.put(twin, x: x, y: y, Style(.warning, emphasis), width: max(0, rows.right - x))
    }
  }
}
