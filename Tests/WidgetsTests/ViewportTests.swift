import Drawing
import Testing

@testable import Widgets

private let text = (1...30).map { StyledLine("Line \($0) is of some length and wraps", hangingIndent: 2) }

private func shown(_ viewport: Viewport, _ height: Int = 4) -> [String] {
  drawn(26, height) { rect, surface in viewport.draw(in: rect, on: &surface, scrollbar: false) }
}

@Test("it scrolls by rows and pages, and never past the end")
func scrollingText() {
  var viewport = Viewport(text)
  let rect = screen(26, 4)
  #expect(shown(viewport) == ["Line 1 is of some length", "  and wraps", "Line 2 is of some length", "  and wraps"])
  for key in keys("<Down>") { _ = viewport.handle(key, in: rect) }
  #expect(shown(viewport)[0] == "  and wraps")
  for key in keys("<PgDn><Up><Up>") { _ = viewport.handle(key, in: rect) }
  #expect(shown(viewport)[0] == "Line 2 is of some length")
  for key in keys("<End><Down><Down>") { _ = viewport.handle(key, in: rect) }
  #expect(shown(viewport)[3] == shown(Viewport([text[29]]))[1])
  for key in keys("<Up>") { _ = viewport.handle(key, in: rect) }
  #expect(shown(viewport)[3].hasPrefix("Line 30"))
  for key in keys("<Home>") { _ = viewport.handle(key, in: rect) }
  #expect(viewport.top == 0)
}

@Test("there and back again by single rows shows the same rows")
func rowsThereAndBack() {
  var viewport = Viewport(text)
  var seen: [[String]] = []
  for _ in 0..<70 { seen.append(shown(viewport)); _ = viewport.handle(Key(.down), in: screen(26, 4)) }
  // 60 rows in all: 56 steps down, and no further.
  #expect(Set(seen).count == 57)
  for step in (0..<56).reversed() {
    _ = viewport.handle(Key(.up), in: screen(26, 4))
    #expect(shown(viewport) == seen[step])
  }
}

@Test("fewer lines, and another size, leave no empty room")
func changes() {
  var viewport = Viewport(text)
  _ = viewport.handle(Key(.end), in: screen(26, 4))
  viewport.show(Array(text.prefix(3)))
  #expect(shown(viewport)[3] == "  and wraps")
  #expect(shown(viewport, 9).filter { !$0.isEmpty }.count == 6)
  viewport.show([])
  #expect(viewport.handle(Key(.down), in: screen(26, 4)) == .moved)
  #expect(shown(viewport) == ["", "", "", ""])
}
