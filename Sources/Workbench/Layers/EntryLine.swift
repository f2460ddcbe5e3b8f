import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// New entries typed one a line; the line stays open for the next.
extension Desk {
  mutating func openCapture(of kind: EntityKind? = nil) {
    guard let kind = kind ?? kindToAdd else { return }
    let isStakeholder = kind == .stakeholder
    var line = CaptureLine(
      label: isStakeholder ? words.frame(.captureStakeholder) : words.frame(.captureOther) + " " + words.singular(kind),
      placeholder: words.entryExample(kind))
    if kind == .action { line.label = words.frame(.actionLabel) }
    if kind == .indicator, !measuresSales { line.placeholder = words.plan(.salesExample) }
    ask(
      line,
      CaptureLayer.Purpose(
        keeping: .entity(kind),
        changed: { desk, text, line in if kind == .action { desk.changedAction(text, &line) } else { desk.changedEntry(text, kind, &line) } },
        pasted: { desk, lines in desk.paste(lines, kind) },
        finished: { desk, text in
          desk.capture([text], kind)
          return .next(desk.message)
        }))
  }

  private func changedEntry(_ text: String, _ kind: EntityKind, _ line: inout CaptureLine) {
    line.suggest(line.part.index == 0 ? [] : captureSuggestions(kind))
    let name = QuickEntry.parts(text).first ?? ""
    let twin = kind == .stakeholder ? nearDuplicate(of: name) : nil
    line.note = MessageLine(twin.map { words.message(.sameName($0)) } ?? "", .warning)
  }

  /// Behind `@` an owner is completed, behind `#` an initiative; what has been understood stands below the line.
  private func changedAction(_ text: String, _ line: inout CaptureLine) {
    let mark = line.field.textBeforeCursor.last { "@#,".contains($0) }
    line.separator = mark ?? ","
    switch mark {
    case "@"?, "#"?: line.suggest(planSuggestions(after: mark ?? "@"))
    case ","?: line.suggest(captureSuggestions(.action))
    default: line.suggest([])
    }
    let wrong = planLine(text).unknownDate
    line.note = wrong.isEmpty ? MessageLine(understood(text)) : MessageLine(notADate(wrong), .warning)
  }
}
