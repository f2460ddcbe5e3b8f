import Drawing
import Widgets

/// A text to read over the screen: scrolled with the arrows, closed with Esc.
struct TextPage: Sendable {
  var title: String
  var text: Viewport
}

extension Desk {
  mutating func update(_ page: TextPage, _ event: Event) -> [Effect] {
    var page = page
    let inner = helpBox.inset(2, 1)
    switch event {
    case .key(let key):
      if [Key(.escape), Key("q"), Key(.enter)].contains(key) { return [] }
      _ = page.text.handle(key, in: inner)
    case .mouse(let mouse): _ = page.text.handle(mouse, in: inner)
    default: break
    }
    layers.append(.page(page))
    return []
  }

  func draw(_ page: TextPage, on surface: inout Surface) {
    drawBox(helpBox, page.title, hints: words.frame(.helpKeys), on: &surface)
    page.text.draw(in: helpBox.inset(2, 1), on: &surface)
  }
}
