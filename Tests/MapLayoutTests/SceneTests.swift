import SessionModel
import Testing

@testable import MapLayout

@Suite("A scene")
struct SceneTests {
  @Test("finds all that stands in a rectangle")
  func index() {
    let scene = ChainFixture.random(4, stakeholders: 60, ties: 60).scene(ChainFixture.options(200, 60))
    for x in stride(from: 0, to: scene.size.width, by: 17) {
      for y in stride(from: 0, to: scene.size.height, by: 9) {
        let rect = SceneRect(x: x, y: y, width: 20, height: 10)
        let found = scene.elements(in: rect)
        for (number, box) in scene.boxes.enumerated() where box.rect.intersects(rect) { #expect(found.boxes.contains(number)) }
        for (number, line) in scene.lines.enumerated() where LineLabels.cells(line.points).contains(where: rect.contains) {
          #expect(found.lines.contains(number))
        }
      }
    }
    for box in scene.boxes { #expect(scene.box(at: box.rect.centre)?.id == box.id) }
    #expect(scene.elements(in: SceneRect(x: -500, y: -500, width: 10, height: 10)).boxes.isEmpty)
  }

  @Test("is walked up and down in a column, across to the nearest row, and down into the bands and back")
  func walking() {
    var fixture = ChainFixture([.production, .export, .supporting, .enabling])
    let grower = fixture.add("Grower", 0)
    let packer = fixture.add("Packer", 1)
    let bank = fixture.add("Bank", 2)
    let ministry = fixture.add("Ministry", 3)
    for other in [packer, bank] { fixture.tie(grower, other) }
    let scene = fixture.scene()
    #expect(scene.step(from: .stakeholder(grower), .right) == .stakeholder(packer))
    #expect(scene.step(from: .stakeholder(packer), .left) == .stakeholder(grower))
    #expect(scene.step(from: .stakeholder(grower), .left) == nil)
    #expect(scene.step(from: .stakeholder(grower), .down) == .stakeholder(bank))
    #expect(scene.step(from: .stakeholder(bank), .down) == .stakeholder(ministry))
    #expect(scene.step(from: .stakeholder(ministry), .up) == .stakeholder(bank))
    #expect(scene.step(from: .stakeholder(bank), .up) == .stakeholder(grower))
    #expect(scene.step(from: .market(grower), .up) == scene.firstBox)
    #expect(Scene().step(from: .stakeholder(grower), .up) == nil)
  }
}
