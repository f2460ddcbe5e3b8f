import CNcurses
import Testing

@testable import Drawing

@Suite struct TextWidthTests {
  @Test("the table gives every scalar the columns that wcwidth gives it, and one column to those it refuses")
  func agreesWithTheSystem() {
    #expect(cn_set_locale())
    var different: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let system = cn_columns(value)
      // Where wcwidth says -1 a mark stands in; NUL, to which it gives none, counts as the other controls do.
      let expected = system < 0 || value == 0 ? 1 : Int(system)
      if TextWidth.columns(scalar) != expected { different.append(String(value, radix: 16)) }
    }
    #expect(different == [])
  }

  @Test(
    "a character takes the columns that a surface gives it",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("한", 2), ("🇩🇴", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("हि", 2), ("ع", 1), ("\u{7}", 1),
      ("\u{202E}", 1), ("❤️", 1), ("\u{200B}", 0), ("\r\n", 1),
    ] as [(Character, Int)])
  func characters(_ character: Character, _ columns: Int) {
    #expect(TextWidth.columns(character) == columns)
    var surface = Surface(Size(width: 6, height: 1))
    #expect(surface.put(String(character), x: 0, y: 0) == columns)
  }

  @Test("text is cut with an ellipsis and never in the middle of a wide character")
  func truncated() {
    #expect(TextWidth.truncated("Mango", to: 5) == "Mango")
    #expect(TextWidth.truncated("Mangos", to: 5) == "Mang…")
    #expect(TextWidth.truncated("日本語", to: 4) == "日…")
    #expect(TextWidth.truncated("日本語", to: 0) == "")
    #expect(TextWidth.padded("日本語", to: 4) == "日… ")
    #expect(TextWidth.padded("12", to: 4, .right) == "  12")
    #expect(TextWidth.padded("ab", to: 5, .centre) == " ab  ")
  }
}
