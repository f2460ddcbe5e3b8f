import Drawing
import Widgets

/// A page of text over the screen, with a key or two that do something about what it says.
struct TextPage: Sendable {
  var title: String
  var viewport: Viewport
  var hints: String
  var actions: [Character: Question.Answer] = [:]
}

extension Desk {
  mutating func update(_ page: TextPage, _ event: Event) -> [Effect] {
    var page = page
    let inner = helpBox.inset(2, 1)
    switch event {
    case .key(let key):
      if [Key(.escape), Key("q"), Key(.enter)].contains(key) { return [] }
      if let character = key.text, let action = page.actions[character] { return answer(action) }
      _ = page.viewport.handle(key, in: inner)
    case .mouse(let mouse): _ = page.viewport.handle(mouse, in: inner)
    default: break
    }
    layers.append(.page(page))
    return []
  }
}
