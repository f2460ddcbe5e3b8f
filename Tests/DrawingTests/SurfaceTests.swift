import Testing

@testable import Drawing

@Suite struct SurfaceTests {
  private func drawn(_ width: Int, _ text: String, x: Int = 0, limit: Int = .max) -> (String, Int) {
    var surface = Surface(Size(width: width, height: 1))
    let used = surface.put(text, x: x, y: 0, .text, width: limit)
    return (surface.lines[0], used)
  }

  @Test("text that does not fit ends in an ellipsis at the limit")
  func cut() {
    #expect(drawn(10, "Mangos de Matanzas") == ("Mangos de…", 10))
    #expect(drawn(20, "Mangos de Matanzas", limit: 7) == ("Mangos…", 7))
    #expect(drawn(20, "Asociación nacional", limit: 7) == ("Asocia…", 7))
    #expect(drawn(4, "日本語") == ("日…", 4))
    #expect(drawn(5, "日本語") == ("日本…", 5))
    #expect(drawn(1, "日") == ("…", 1))
    #expect(drawn(6, "日本語") == ("日本語", 6))
    #expect(drawn(0, "x") == ("", 0))
  }

  @Test("text that begins left of the surface shows what lies on it")
  func leftOfTheEdge() {
    #expect(drawn(6, "Mangos", x: -2).0 == "ngos")
    #expect(drawn(6, "añjoño", x: -2).0 == "joño")
    #expect(drawn(6, "日本", x: -1).0 == " 本")
    #expect(drawn(6, "x", x: .min).0 == "")
  }

  @Test("a flag shows as its letters, and of an emoji family the first picture")
  func flags() {
    #expect(drawn(9, "🇩🇴 x").0 == "DO x")
    #expect(drawn(2, "a🇩🇴").0 == "a…")
    #expect(drawn(9, "👩‍👩‍👧!").0 == "👩!")
  }

  @Test("every spacing part of a syllable is shown, and right-to-left text in its stored order")
  func scripts() {
    #expect(drawn(20, "हिन्दी").0 == "हिन्दी")
    #expect(drawn(20, "العربية") == ("العربية", 7))
    #expect(drawn(20, "e\u{301}\u{302}\u{303}\u{304}\u{305}x").0 == "e\u{301}\u{302}\u{303}\u{304}x")
  }

  @Test("no control character or override reaches a cell")
  func controls() {
    #expect(drawn(20, "a\u{1B}[2Jb\u{202E}c\u{9B}d\te").0 == "a·[2Jb·c·d·e")
  }

  @Test("a wide character that loses one half loses the other")
  func halves() {
    var surface = Surface(Size(width: 6, height: 1))
    surface.put("日本語", x: 0, y: 0)
    surface.put("x", x: 1, y: 0)
    surface.put("é", x: 4, y: 0)
    #expect(surface.lines[0] == " x本é")
    surface.put("日本語", x: 0, y: 0)
    surface.put("日", x: 1, y: 0)
    #expect(surface.lines[0] == " 日 語")
    surface.put("日本語", x: 0, y: 0)
    surface.fill(Rect(x: 1, y: 0, width: 2, height: 1), with: "─")
    #expect(surface.lines[0] == " ── 語")
  }

  @Test("drawing is cut at the clip on every side")
  func clipping() {
    var surface = Surface(Size(width: 8, height: 3))
    surface.fill(surface.bounds, with: ".")
    surface.clipped(to: Rect(x: 2, y: 1, width: 4, height: 1)) { inner in
      inner.frame(Rect(x: 0, y: 0, width: 8, height: 3), .text)
      for y in -1...4 {
        inner.put("abcdéfghij", x: 0, y: y)
        inner.put("abcdefgh", x: 0, y: y, .text, width: 4)
      }
    }
    #expect(surface.lines == ["........", "..c…é…..", "........"])
  }

  @Test("surfaces are equal when they show the same, however it was drawn")
  func equality() {
    var one = Surface(Size(width: 8, height: 2))
    var other = one
    one.put("e\u{301}x\u{301}", x: 0, y: 0)
    other.put("x\u{301}", x: 1, y: 0)
    other.put("e\u{301}", x: 0, y: 0)
    #expect(one == other)
    other.put("x\u{302}", x: 1, y: 0)
    #expect(one != other)
    #expect(one.changedColumns(from: other, 0) == 1..<2)
    #expect(one.rowEquals(other, 1))
    one.emphasise(Rect(x: 3, y: 1, width: 2, height: 1), .selected)
    #expect(one.changedColumns(from: other, 1) == 3..<5)
    one.reset(one.size)
    #expect(one == Surface(one.size))
  }

  @Test("any size and any text is drawn without a trap", arguments: [0, 1, 2, 3, 7])
  func smallSizes(_ side: Int) {
    var surface = Surface(Size(width: side, height: side))
    for x in -3...8 {
      for y in -2...8 {
        surface.put("日本é🇩🇴e\u{301}abc", x: x, y: y, .text, width: side)
        surface.frame(Rect(x: x, y: y, width: side + 1, height: 3), .text, title: "long title")
        surface.put("日" as Character, x: x, y: y)
      }
    }
    #expect(surface.lines.count == side)
  }
}
