import Testing

@testable import Drawing

@Suite struct StripTests {
  private func surface(_ text: String) -> Surface {
    var surface = Surface(Size(width: 12, height: 2))
    surface.put(text, x: 0, y: 0, Style(.strong))
    return surface
  }

  @Test("a strip is drawn as it was taken, styles and all")
  func drawnAgain() throws {
    let source = surface("Mangos 日本")
    let strip = try #require(source.strip(x: 0, y: 0, width: 12))
    var target = Surface(Size(width: 12, height: 2))
    target.put(strip, x: 0, y: 1)
    #expect(target.lines == ["", "Mangos 日本"])
    #expect(target[2, 1] == source[2, 0])
  }

  @Test("the clip cuts a strip, and no half of a wide character is left on either side of it")
  func cut() throws {
    let strip = try #require(surface("日本語").strip(x: 0, y: 0, width: 6))
    var target = surface("한국어한국어")
    target.clipped(to: Rect(x: 3, y: 0, width: 4, height: 1)) { $0.put(strip, x: 2, y: 0) }
    #expect(target.lines[0] == "한  本  국어")
    target.put(strip, x: 9, y: 0)
    #expect(target.lines[0] == "한  本   日")
  }

  @Test("characters with marks, and what lies outside, make no strip")
  func none() {
    #expect(surface("e\u{301}").strip(x: 0, y: 0, width: 3) == nil)
    #expect(surface("日").strip(x: 1, y: 0, width: 3) == nil)
    #expect(surface("x").strip(x: 8, y: 0, width: 5) == nil)
    #expect(surface("x").strip(x: 0, y: 2, width: 5) == nil)
  }

  @Test("a scalar alone takes its columns, and one that steers a terminal shows as a dot")
  func scalar() {
    var surface = Surface(Size(width: 4, height: 1))
    surface.put(scalar: "本", x: 0, y: 0)
    surface.put(scalar: "\u{1B}", x: 2, y: 0)
    surface.put(scalar: "本", x: 3, y: 0)
    #expect(surface.lines[0] == "本·")
  }
}
