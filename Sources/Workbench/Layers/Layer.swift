import Drawing
import SessionModel
import Widgets
import Words

/// Something that lies open over the screen and has the keys until it is closed. Esc closes it, and nothing typed is lost.
enum Layer: Sendable {
  case form(RecordForm)
  case items(ItemsEditor)
  case text(LongTextEditor)
  case finder(FinderLayer)
  case pick(ColumnPicker)
  case dialog(Question)
  case capture(CaptureLayer)
  case pair(PairEditor)
  case paste(PastePreview)
  case help(Viewport)
  case comparison(ComparisonLayer)
  case settle(SettleLayer)
  case page(TextPage)
  case ballot(BallotEditor)
  case handOut(HandOutMenu)
  case assumptions(AssumptionsLayer)
  case proposal(ProposalLayer)

  /// Whether it may show what the room must not see; closed when room mode comes on.
  var isConfidential: Bool {
    switch self {
    case .form, .items, .text, .pair, .finder, .comparison, .settle, .page, .assumptions, .proposal, .handOut: true
    case .capture(let layer): layer.purpose.isConfidential
    case .pick, .dialog, .paste, .help, .ballot: false
    }
  }
}

extension Desk {
  /// Gives an event to the topmost layer.
  mutating func updateLayer(_ event: Event) -> [Effect] {
    guard let layer = layers.popLast() else { return [] }
    switch layer {
    case .form(let form): return update(form, event)
    case .items(let editor): return update(editor, event)
    case .text(let editor): return update(editor, event)
    case .finder(let finder): return update(finder, event)
    case .pick(let picker): return update(picker, event)
    case .dialog(let question): return update(question, event)
    case .capture(let capture): return update(capture, event)
    case .pair(let editor): return update(editor, event)
    case .paste(let preview): return update(preview, event)
    case .help(let viewport): return update(help: viewport, event)
    case .comparison(let layer): return update(layer, event)
    case .settle(let layer): return update(layer, event)
    case .page(let page): return update(page, event)
    case .ballot(let editor): return update(editor, event)
    case .handOut(let menu): return update(menu, event)
    case .assumptions(let layer): return update(layer, event)
    case .proposal(let layer): return update(layer, event)
    }
  }

  private mutating func update(help viewport: Viewport, _ event: Event) -> [Effect] {
    var viewport = viewport
    let inner = helpBox.inset(2, 1)
    switch event {
    case .key(let key):
      if [Key(.escape), Key("?"), Key(.function(1)), Key("q"), Key(.enter)].contains(key) { return [] }
      _ = viewport.handle(key, in: inner)
    case .mouse(let mouse): _ = viewport.handle(mouse, in: inner)
    default: break
    }
    layers.append(.help(viewport))
    return []
  }

  var helpBox: Rect { Rect(size).centred(width: min(size.width - 4, 96), height: size.height - 4) }

  mutating func openHelp() {
    var lines: [StyledLine] = []
    let (here, everywhere) = Registry.commands(on: screen)
    let digits = Screens.of(screen).digitScale(self)
    func line(_ keys: String, _ title: String, _ explanation: String) {
      let padding = String(repeating: " ", count: max(1, 18 - TextWidth.columns(keys)))
      lines.append(
        StyledLine(
          [StyledText("  " + keys, Style(.hintKey)), StyledText(padding), StyledText(title, Style(.strong)), StyledText("  " + explanation, .dim)],
          hangingIndent: 20))
    }
    func section(_ title: String, _ commands: [Command], isHere: Bool) {
      let set = isHere ? digits : nil
      guard !commands.isEmpty || set != nil else { return }
      lines.append(StyledLine(title, Style(.heading)))
      if let set { line(set.keys, words.setting(set.name).capitalised, words.frame(.helpDigits)) }
      for command in commands where !command.keys.isEmpty {
        let keys = command.keys.filter { isHere || digits == nil || $0.digit == nil }.map { KeyNotation.label(of: $0) }
        line(keys.joined(separator: " "), words.title(command.name), words.explanation(command.name))
      }
      lines.append(.empty)
    }
    section(words.frame(.helpHere) + " · " + words.word(screen).capitalised, here, isHere: true)
    if screen == .map {
      let signs = MapLegend(self).lines
      if !signs.isEmpty { lines += [StyledLine(words.map(.signsTitle), Style(.heading))] + signs + [.empty] }
    }
    section(words.frame(.helpEverywhere), everywhere, isHere: false)
    lines.append(StyledLine(words.frame(.helpForms), Style(.heading)))
    lines.append(StyledLine("  " + words.frame(.formHints)))
    lines.append(StyledLine("  " + words.frame(.textHints)))
    lines.append(StyledLine("  " + words.frame(.itemsHints)))
    layers.append(.help(Viewport(lines)))
  }
}
