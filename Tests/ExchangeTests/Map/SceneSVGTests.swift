import MapLayout
import SessionModel
import Testing
import Words

@testable import Exchange

@Suite("The map as SVG")
struct SceneSVGTests {
  static let hostile = "</text><script>alert(\"1\")</script>&amp;' onload='x\u{0}\u{7}\u{202E}]]>"

  @Test("is well-formed, closes what it opens, and says nothing twice differently")
  func wellFormed() throws {
    let scene = MapFixture.scene(MapFixture.session())
    let text = SceneSVG(title: "Mangos", description: "Who trusts whom").text(scene)
    #expect(text == SceneSVG(title: "Mangos", description: "Who trusts whom").text(scene))
    #expect(Self.unclosed(text) == [])
    for name in ["Mangos", "Who trusts whom", "Growers", "Packers", "MdM", "FdC", "CIRAD", "Production", "2›‹4", "stroke-dasharray"] {
      #expect(text.contains(name))
    }
    #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\"") && text.contains("role=\"img\""))
  }

  @Test("escapes whatever a name, a title or a colour holds")
  func hostileNames() {
    var svg = SceneSVG(title: Self.hostile, description: Self.hostile)
    svg.palette.ink = "\"/><script>"
    svg.idPrefix = "a\"b<c"
    let text = svg.text(MapFixture.scene(MapFixture.session(Self.hostile)))
    #expect(Self.unclosed(text) == [])
    #expect(!text.contains("<script") && text.contains("&lt;script&gt;"))
    #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E })
    #expect(text.contains("id=\"abc-title\""))
  }

  @Test("says nothing of trust without trust")
  func withoutTrust() {
    let scene = MapFixture.scene(MapFixture.session())
    var svg = SceneSVG(title: "Mangos", description: "The chain")
    svg.showTrust = false
    let text = svg.text(scene)
    #expect(!text.contains("›‹") && !text.contains("7 4"))
    for color in svg.palette.trust { #expect(!text.contains(color)) }
  }

  @Test("explains its lines and marks below the map, those that are on it, as real text")
  func legend() {
    let scene = MapFixture.scene(MapFixture.session())
    var svg = SceneSVG(title: "Mangos", description: "The chain")
    let bare = svg.text(scene)
    svg.legend = SceneLegend(of: scene, showsTrust: true, asPicture: true, words: English())
    let text = svg.text(scene)
    #expect(Self.unclosed(text) == [])
    for word in ["at arm’s length", "cooperating"] { #expect(text.contains(">\(word)</text>") && !bare.contains(word)) }
    #expect(text.contains("anchor firm") == scene.boxes.contains { $0.roles.contains(.anchorFirm) })
    svg.showTrust = false
    svg.legend = SceneLegend(of: scene, showsTrust: false, asPicture: true, words: English())
    for color in svg.palette.trust { #expect(!svg.text(scene).contains(color)) }
    svg.legend = SceneLegend([(.wished, Self.hostile), (.overlay(Self.hostile, .bad), "x")])
    #expect(Self.unclosed(svg.text(scene)) == [] && !svg.text(scene).contains("<script"))
  }

  /// The elements left open, or `?` where something is closed that was not open or an attribute is not quoted.
  static func unclosed(_ text: String) -> [String] {
    var open: [String] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      if rest[..<start].contains(">") { return ["?"] }
      guard let end = rest[start...].firstIndex(of: ">") else { return ["?"] }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) { return ["?"] }
      } else {
        if tag.filter({ $0 == "\"" }).count % 2 != 0 || tag.contains("<") { return ["?"] }
        if !tag.hasSuffix("/") { open.append(String(tag.prefix { $0 != " " })) }
      }
    }
    return open
  }
}
