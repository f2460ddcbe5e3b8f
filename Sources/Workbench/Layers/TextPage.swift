import Drawing
import JSON
import SessionModel
import Widgets
import Words

/// A text to read over the screen: scrolled with the arrows, closed with Esc.
struct TextPage: Sendable {
  var title: String
  var text: Viewport
  /// Its keys, when it has more than the one that closes it.
  var hints: String?
  /// What further keys do about what it says; each closes it.
  var actions: [Character: Question.Answer] = [:]
  /// What was half-typed and could not be put back where it was: kept as long as the page shows it.
  var halfTyped: JSONValue?
  /// What `a` puts into the agenda of the workshop, when the text is about a method.
  var item: AgendaItem?
}

extension Desk {
  mutating func update(_ page: TextPage, _ event: Event) -> [Effect] {
    var page = page
    let inner = helpBox.inset(2, 1)
    switch event {
    case .key(let key):
      if [Key(.escape), Key("q"), Key(.enter)].contains(key) { return [] }
      if let character = key.text, let action = page.actions[character] { return answer(action) }
      if key == Key("a"), let item = page.item {
        addToAgenda([item])
        return []
      }
      _ = page.text.handle(key, in: inner)
    case .mouse(let mouse): _ = page.text.handle(mouse, in: inner)
    default: break
    }
    layers.append(.page(page))
    return []
  }

  func draw(_ page: TextPage, on surface: inout Surface) {
    let hints = page.item == nil ? page.hints ?? words.frame(.helpKeys) : words.workshop(.methodKeys)
    drawBox(helpBox, page.title, hints: hints, on: &surface)
    page.text.draw(in: helpBox.inset(2, 1), on: &surface)
  }
}
