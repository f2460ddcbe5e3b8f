import Drawing
import MapLayout
import SessionModel
import Testing

@testable import Exchange

@Suite("The map in characters")
struct SceneTextTests {
  @Test("shows segments, stakeholders, and trust by weight and digit")
  func golden() {
    let lines = SceneText.lines(MapFixture.scene(MapFixture.session()))
    #expect(lines == MapGolden.chain)
  }

  @Test("shows neither digit nor weight without trust")
  func withoutTrust() {
    let scene = MapFixture.scene(MapFixture.session())
    for lines in [SceneText.lines(scene, showTrust: false), SceneText.lines(MapFixture.scene(MapFixture.session()) { $0.showTrust = false })] {
      let text = lines.joined(separator: "\n")
      #expect(!text.contains(where: { "━┃╌╎╍╏›‹".contains($0) }))
      #expect(text.filter(\.isNumber).isEmpty)
    }
  }

  @Test("is cut into strips that fit the width, none through a box")
  func strips() {
    let scene = MapFixture.scene(MapFixture.session())
    let lines = SceneText.lines(scene, width: 40)
    #expect(lines.allSatisfy { TextWidth.columns($0) <= 40 })
    for name in ["Growers", "Packers", "MdM", "FdC", "CIRAD"] { #expect(lines.contains { $0.contains(name) }) }
  }

  @Test("draws the same cells whatever part of it is seen")
  func scrolled() {
    let scene = MapFixture.scene(MapFixture.session())
    var whole = Surface(Size(width: scene.size.width, height: scene.size.height))
    ScenePainter().draw(scene, on: &whole, in: whole.bounds)
    var part = Surface(Size(width: 34, height: 11))
    let area = Rect(x: 2, y: 1, width: 30, height: 9)
    ScenePainter().draw(scene, on: &part, in: area, scrolledBy: Point(x: 13, y: 4))
    for y in 0..<area.height {
      // The bands stand still.
      let left = 4 + y < scene.bandTop ? 13 : 0
      for x in 0..<area.width {
        #expect(part.scalars(of: part[area.x + x, area.y + y]) == whole.scalars(of: whole[left + x, 4 + y]))
        #expect(part[area.x + x, area.y + y].style == whole[left + x, 4 + y].style)
      }
    }
    #expect(part.lines[0].isEmpty && part.lines[10].isEmpty)
  }

  @Test("shows what is selected and marked without colour too")
  func selected() {
    let scene = MapFixture.scene(MapFixture.session())
    var painter = ScenePainter()
    painter.selection = .stakeholder(MapFixture.id("s-3"))
    painter.marks = [.stakeholder(MapFixture.id("s-1"))]
    var surface = Surface(Size(width: scene.size.width, height: scene.size.height))
    painter.draw(scene, on: &surface, in: surface.bounds)
    let rect = scene.box(of: MapFixture.id("s-3"))?.rect ?? SceneRect(x: 0, y: 0, width: 0, height: 0)
    #expect(surface.scalars(of: surface[rect.right - 1, rect.y]) == ["┓"])
    #expect(surface[rect.centre.x, rect.centre.y].emphasis.contains(.selected))
    let marked = scene.box(of: MapFixture.id("s-1"))?.rect.centre ?? ScenePoint(x: 0, y: 0)
    #expect(surface[marked.x, marked.y].emphasis.contains(.marked))
  }

  @Test("says at the other end of every tie of the selected one how far the two trust each other, in a band too")
  func badges() {
    let scene = MapFixture.scene(MapFixture.session())
    func lines(_ selected: String, trust: Bool = true) -> [String] {
      var painter = ScenePainter()
      painter.selection = .stakeholder(MapFixture.id(selected))
      painter.showTrust = trust
      var surface = Surface(Size(width: scene.size.width, height: scene.size.height))
      painter.draw(scene, on: &surface, in: surface.bounds)
      return surface.lines
    }
    #expect(lines("s-1").contains { $0.contains("CIRAD ◆ 5›‹4") })
    #expect(lines("s-5").contains { $0.contains("4›‹5┐") } && lines("s-5").contains { $0.contains("[CIRAD]") })
    #expect(lines("s-1", trust: false).contains { $0.contains("CIRAD ◆ ◈") })
    #expect(!lines("s-2").joined().contains("CIRAD ◆ ◈"))
  }

  @Test("keeps bands in place when the chain is scrolled sideways, and finds there what is clicked")
  func bandsStandStill() {
    let scene = MapFixture.scene(MapFixture.session())
    var surface = Surface(Size(width: 50, height: scene.size.height))
    ScenePainter().draw(scene, on: &surface, in: surface.bounds, scrolledBy: Point(x: 20, y: 0))
    #expect(surface.lines.contains(" ▪ CIRAD ◆"))
    let row = scene.box(of: MapFixture.id("s-5"))?.rect.y ?? 0
    let cell = ScenePainter.cell(of: scene, at: Point(x: 4, y: row), in: surface.bounds, scrolledBy: Point(x: 20, y: 0))
    #expect(scene.box(at: cell)?.name == "CIRAD")
    #expect(ScenePainter.cell(of: scene, at: Point(x: 4, y: 1), in: surface.bounds, scrolledBy: Point(x: 20, y: 0)).x == 24)
  }

  @Test("joins arms of every weight into the character that has them")
  func arms() {
    #expect(LineArms(up: .light, down: .light, left: .none, right: .heavy).scalar == "┝")
    #expect(LineArms(up: .heavy, down: .heavy, left: .light, right: .light).scalar == "╂")
    #expect(LineArms(up: .none, down: .heavy, left: .heavy, right: .none).scalar == "┓")
    #expect(LineArms(up: .heavy, down: .light, left: .light, right: .heavy).scalar == "╄")
    #expect(LineArms(up: .light, down: .light, isDashed: true).scalar == "╎")
    #expect(LineArms(left: .heavy, right: .heavy, isDashed: true).scalar == "╍")
    #expect(LineArms(left: .light, right: .light, isDotted: true).scalar == "┈")
  }

  @Test("keeps hostile and wide names inside their boxes", arguments: ["\u{1B}[2J\u{202E}evil", "日本農業協同組合連合会", "👩‍👩‍👧‍👧🇩🇴", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}"])
  func names(name: String) {
    let plain = SceneText.lines(MapFixture.scene(MapFixture.session("Growers")))
    let lines = SceneText.lines(MapFixture.scene(MapFixture.session(name)))
    #expect(lines.count == plain.count)
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }
}

@Suite("The legend of the map")
struct SceneLegendTests {
  @Test("fits its entries whole into rows of the width there is")
  func rows() {
    let legend = SceneLegend([
      (.trust(1), "antagonistic"), (.trust(3), "at arm's length"), (.trust(5), "on a handshake"), (.trust(nil), "not read"), (.role(.anchorFirm), "anchor firm"),
    ])
    #expect(legend.lines(width: 60) == ["╍1╍ antagonistic  ─3─ at arm's length  ━5━ on a handshake", "─── not read  ★ anchor firm"])
    #expect(legend.lines(width: 20).allSatisfy { TextWidth.columns($0) <= 20 })
    #expect(SceneLegend([]).lines(width: 20).isEmpty && legend.lines(width: 0).allSatisfy(\.isEmpty))
  }
}
