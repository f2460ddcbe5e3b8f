import Drawing
import Exchange
import SessionModel
import Widgets
import Words

/// What differs between another version and the one that is open, to read.
struct ComparisonLayer: Sendable {
  let name: String
  let other: Session
  var viewport: Viewport
}

extension Desk {
  /// Shows what changed from another version, older by rule, to what is open now. The room sees only what it may see of both.
  public mutating func showComparison(with other: Session, named name: String) {
    let lines = comparisonLines(from: other.redacted(for: audience), to: view.session)
    layers.append(.comparison(ComparisonLayer(name: name, other: other, viewport: Viewport(lines))))
  }

  /// What has changed from one session to another, in words.
  func comparisonLines(from old: Session, to new: Session) -> [StyledLine] {
    let comparison = SessionComparison(old, new)
    var lines: [StyledLine] = []
    for line in ComparisonText.lines(comparison, words: words) {
      if line.tone == .heading {
        if !lines.isEmpty { lines.append(.empty) }
        lines.append(StyledLine(line.text, Style(.heading)))
        continue
      }
      let indent = String(repeating: "  ", count: line.depth)
      let mark = line.mark.isEmpty ? "" : line.mark + " "
      lines.append(
        StyledLine([StyledText(indent), StyledText(mark, style(of: line.tone)), StyledText(line.text)], hangingIndent: line.depth * 2 + mark.count))
    }
    return lines
  }

  private func style(of tone: ComparisonLine.Tone) -> Style {
    switch tone {
    case .added, .rose: Style(.success)
    case .removed, .fell: Style(.error)
    case .changed: Style(.accent)
    case .heading, .plain: .text
    }
  }

  mutating func openCompare() {
    ask(
      CaptureLine(label: words.comparison(.compareLabel), placeholder: words.comparison(.comparePlaceholder), separator: nil),
      CaptureLayer.Purpose(keeping: .nothing, finished: { _, text in .close([.compare(path: text)]) }))
  }

  mutating func update(_ layer: ComparisonLayer, _ event: Event) -> [Effect] {
    var layer = layer
    let inner = helpBox.inset(2, 1)
    switch event {
    case .key(let key):
      if [Key(.escape), Key("q"), Key(.enter)].contains(key) { return [] }
      _ = layer.viewport.handle(key, in: inner)
    case .mouse(let mouse): _ = layer.viewport.handle(mouse, in: inner)
    default: break
    }
    layers.append(.comparison(layer))
    return []
  }

  func draw(_ layer: ComparisonLayer, on surface: inout Surface) {
    drawBox(helpBox, words.comparisonTitle(layer.name), hints: words.comparison(.compareHints), on: &surface)
    layer.viewport.draw(in: helpBox.inset(2, 1), on: &surface)
  }
}
