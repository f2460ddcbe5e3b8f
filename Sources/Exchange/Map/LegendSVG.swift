import Drawing
import SessionModel

/// What the lines and marks of a picture mean, in rows below it: a sample drawn as on the map, and its word as real text.
struct LegendSVG {
  let picture: SceneSVG
  let legend: SceneLegend

  private static let row = 24
  private static let gap = 18
  /// Between the map and the first row.
  private static let above = 20

  /// Pixels that a sample takes, with the blank behind it.
  private func sampleWidth(_ sign: SceneLegend.Sign) -> Int {
    switch sign {
    case .trust, .wished, .conflict: 40
    case .role, .buyer, .ownTrust, .sector: 17
    // Nothing is selected in a picture, and its marks have sizes of their own.
    case .tied, .dots: 0
    case .overlay(let text, _): TextWidth.columns(text) * SceneSVG.cell.width + 8
    }
  }

  /// Each entry with the left edge and the row where it stands.
  private func placed(_ width: Int) -> [(sign: SceneLegend.Sign, word: String, x: Int, row: Int)] {
    var x = 0
    var row = 0
    return legend.entries.map { entry in
      let needed = sampleWidth(entry.sign) + TextWidth.columns(entry.word) * 15 / 2
      if x > 0, x + needed > width {
        x = 0
        row += 1
      }
      defer { x += needed + Self.gap }
      return (entry.sign, entry.word, x, row)
    }
  }

  /// Pixels that the rows take below the map; none without an entry.
  func height(_ width: Int) -> Int { placed(width).last.map { ($0.row + 1) * Self.row + Self.above } ?? 0 }

  func body(_ width: Int, top: Int) -> String {
    guard !legend.entries.isEmpty else { return "" }
    var out = "<g transform=\"translate(0 \(top + Self.above))\">\n<path d=\"M0 -6H\(width)\" stroke=\"\(picture.color(picture.palette.rule))\"/>\n"
    for entry in placed(width) {
      let y = entry.row * Self.row
      out += "<g>" + sample(entry.sign, entry.x, y)
      out += "<text x=\"\(entry.x + sampleWidth(entry.sign))\" y=\"\(y + 17)\" fill=\"\(picture.color(picture.palette.ink))\">\(SVGText.escaped(entry.word))</text></g>\n"
    }
    return out + "</g>\n"
  }

  private func sample(_ sign: SceneLegend.Sign, _ x: Int, _ y: Int) -> String {
    let palette = picture.palette
    switch sign {
    case .trust(let level):
      let (dash, width) = SceneSVG.stroke(trust: level)
      let stroke = picture.color(palette.color(trust: level))
      let line = "<path d=\"M\(x) \(y + 12)h34\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"\(width)\"\(dash)/>"
      return line + on(line: x, y, level.map(String.init) ?? "", stroke)
    case .wished: return "<path d=\"M\(x) \(y + 12)h34\" fill=\"none\" stroke=\"\(picture.color(palette.trustUnknown))\" stroke-width=\"2\"\(SceneSVG.wishedDash)/>"
    case .conflict:
      let stroke = picture.color(palette.trustUnknown)
      return "<path d=\"M\(x) \(y + 12)h34\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"2\"/>" + on(line: x, y, "×", stroke)
    case .role(let role): return mark(SceneStyle.mark(role), x, y, palette.business)
    case .buyer: return mark(SceneStyle.market, x, y, palette.business)
    case .ownTrust: return mark(SceneStyle.own, x, y, palette.faint)
    case .tied, .dots: return ""
    case .sector(let sector): return "<rect x=\"\(x)\" y=\"\(y + 6)\" width=\"12\" height=\"12\" rx=\"2\" fill=\"\(picture.color(palette.color(sector)))\"/>"
    case .overlay(let text, _):
      return "<text x=\"\(x)\" y=\"\(y + 17)\" font-weight=\"bold\" fill=\"\(picture.color(palette.ink))\">\(SVGText.escaped(text))</text>"
    }
  }

  /// A character in the middle of a sample of a line, on a plate of the paper's colour.
  private func on(line x: Int, _ y: Int, _ text: String, _ fill: String) -> String {
    guard !text.isEmpty else { return "" }
    return "<rect x=\"\(x + 12)\" y=\"\(y + 4)\" width=\"10\" height=\"16\" fill=\"\(picture.color(picture.palette.paper))\"/>"
      + "<text x=\"\(x + 17)\" y=\"\(y + 17)\" text-anchor=\"middle\" font-weight=\"bold\" fill=\"\(fill)\">\(SVGText.escaped(text))</text>"
  }

  private func mark(_ character: Character, _ x: Int, _ y: Int, _ fill: String) -> String {
    "<text x=\"\(x)\" y=\"\(y + 17)\" font-size=\"12\" fill=\"\(picture.color(fill))\">\(SVGText.escaped(String(character)))</text>"
  }
}
