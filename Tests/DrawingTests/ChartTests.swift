import Testing

@testable import Drawing

@Suite struct ChartTests {
  @Test("dots stand where they were set, lines include both ends, nothing outside is drawn")
  func braille() {
    var canvas = BrailleCanvas(Size(width: 2, height: 1))
    #expect(canvas.character(x: 0, y: 0) == nil)
    for (x, y, expected) in [(0, 0, "⠁"), (1, 0, "⠉"), (0, 3, "⡉"), (1, 3, "⣉")] as [(Int, Int, Character)] {
      canvas.set(x, y)
      #expect(canvas.character(x: 0, y: 0) == expected)
    }
    canvas.set(-1, 9)
    canvas.line(from: Point(x: 2, y: 1), to: Point(x: .max, y: 1))
    #expect(canvas.character(x: 1, y: 0) == "⠒")
    var surface = Surface(Size(width: 2, height: 1))
    surface.put("ab", x: 0, y: 0)
    surface.put(BrailleCanvas(Size(width: 2, height: 1)), x: 0, y: 0, .text)
    #expect(surface.lines == ["ab"])
  }

  @Test("a sparkline spans its values, marks gaps, and a flat one stands in the middle")
  func sparkline() {
    #expect(BlockChart.sparkline([1, 2, nil, 3, 5], lowest: 1, highest: 5) == "▁▃·▅█")
    #expect(BlockChart.sparkline([2, 2]) == "▄▄")
    #expect(BlockChart.sparkline([.nan, .infinity, 9], lowest: 0, highest: 5) == "··█")
    #expect(BlockChart.bar(0.5, width: 5) == "██▌")
    #expect(BlockChart.bar(0.0001, width: 5) == "▏")
    #expect(BlockChart.bar(.nan, width: 5) == "" && BlockChart.bar(7, width: 2) == "██")
  }

  @Test("big digits have rows of one width", arguments: [3, 5])
  func digits(_ rows: Int) {
    let lines = BigDigits.lines("-12:34.56 7890%x", rows: rows)
    #expect(lines.count == rows)
    #expect(Set(lines.map { TextWidth.columns($0) }).count == 1)
    for digit in "0123456789" {
      for other in "0123456789" where other != digit {
        #expect(BigDigits.lines(String(digit), rows: rows) != BigDigits.lines(String(other), rows: rows))
      }
    }
  }

  @Test("every line and mark that screens use has an ASCII stand-in")
  func fallback() {
    let used =
      "─│┌┐└┘├┤┬┴┼━┃┏┓┗┛┣┫┳┻╋╌╎┄┆═║╔╗╚╝▁▂▃▄▅▆▇█▒▓░▏▎▍▌▋▊▉▀✓✗…›‹⇄→←↑↓▸▾·•×●○┝┥╭╮╰╯–—“”‘’°≤≥⠁⣿"
    for scalar in used.unicodeScalars {
      let plain = ASCIIFallback.character(for: scalar)
      #expect(plain.isASCII && plain != "?", "\(scalar)")
    }
    #expect(ASCIIFallback.text("┌─┐ Asociación Ñandú 日本 ●○ žluť") == "+-+ Asociacion Nandu ? ?  *o zlut")
  }
}
