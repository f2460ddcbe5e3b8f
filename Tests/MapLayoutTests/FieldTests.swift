import SessionModel
import Testing

@testable import MapLayout

@Suite("Grid and circles")
struct FieldTests {
  static let labels = FieldLabels(
    powerQuadrants: ["satisfied", "closely", "in view", "informed"], supportQuadrants: ["1", "2", "3", "4", "5", "6"], influence: "influence", interest: "interest",
    support: "support", unassessed: "not assessed", rings: ["core", "involved", "outer"],
    sectors: [.business: "private", .publicSector: "public", .knowledge: "knowledge"], noSector: "no sector")

  static func options(_ width: Int, _ height: Int) -> FieldOptions { FieldOptions(labels: labels, available: SceneSize(width: width, height: height)) { _ in 1 } }

  /// Stakeholders with levels that follow from their number; every seventh was not assessed.
  static func session(_ count: Int) -> Session {
    var fixture = ChainFixture.random(2, stakeholders: count, ties: count)
    for (number, id) in fixture.session.stakeholders.ids.enumerated() where number % 7 != 0 {
      for (place, (aspect, level)) in [(Aspect.influence, 1 + number % 5), (.interest, 1 + number / 5 % 5), (.stance, number % 5 - 2)].enumerated() {
        guard let reading = EntityID("tf\(number)-\(place)") else { continue }
        var one = Reading(id: reading)
        one.aspect = .known(aspect)
        one.subject = id
        one.score = level
        fixture.session.put(one)
      }
    }
    return fixture.session
  }

  static func grid(_ session: Session, _ axis: GridLayout.Axis, _ options: FieldOptions) -> Scene {
    GridLayout.scene(session: session, readings: ReadingIndex(session), roster: ChainRoster(session), axis: axis, options: options)
  }

  @Test("a place in the grid says the levels, however crowded it is", arguments: [GridLayout.Axis.interest, .support])
  func places(axis: GridLayout.Axis) throws {
    for (count, width, height) in [(12, 80, 19), (30, 120, 33), (120, 200, 53), (400, 120, 33)] {
      let session = Self.session(count)
      let readings = ReadingIndex(session)
      let scene = Self.grid(session, axis, Self.options(width, height))
      expectNoOverlap(scene)
      #expect(scene.boxes.reduce(0) { $0 + $1.count } == count, "everybody is listed or counted")
      for box in scene.boxes {
        guard let id = box.id.stakeholder, let mark = box.mark else { continue }
        let influence = readings.current(ReadingSubject(.influence, id))?.level
        let other = readings.current(ReadingSubject(axis == .interest ? .interest : .stance, id))?.level
        let levels = scene.gridLevels(at: mark, axis)
        #expect(levels?.influence == influence && levels?.other == other)
      }
      expectAllReachable(scene)
    }
  }

  @Test("the grid is empty without what is confidential")
  func gridForRoom() {
    var options = Self.options(120, 33)
    options.showTrust = false
    let scene = Self.grid(Self.session(30), .interest, options)
    #expect(scene.boxes.isEmpty && scene.captions.isEmpty)
  }

  @Test("everybody stands in its ring, in the wedge of its sector", arguments: [(80, 19), (120, 34), (200, 54), (64, 14)])
  func circles(size: (Int, Int)) throws {
    for count in [5, 30, 200] {
      var session = Self.session(count)
      for (number, one) in session.stakeholders.sorted.enumerated() {
        var changed = one
        changed.sector = [.known(.business), .known(.publicSector), .known(.knowledge), nil][number % 4]
        session.put(changed)
        if number % 3 == 0, let id = EntityID("te\(number)") {
          var reading = Reading(id: id)
          reading.aspect = .known(.engagement)
          reading.subject = one.id
          reading.state = .known(number % 2 == 0 ? .takingPart : .invited)
          session.put(reading)
        }
      }
      let roster = ChainRoster(session)
      let scene = CirclesLayout.scene(session: session, readings: ReadingIndex(session), roster: roster, options: Self.options(size.0, size.1))
      expectNoOverlap(scene)
      #expect(scene.boxes.reduce(0) { $0 + $1.count } <= count && scene.boxes.count { $0.id.stakeholder != nil } + scene.crowded == count)
      expectAllReachable(scene)
    }
  }

  @Test("who carries the others stands in the core, who only was invited outside")
  func rings() {
    let bounds = CircleRing.Bounds(degrees: [1, 1, 2, 2, 3, 9])
    #expect(CircleRing.of(.takingPart, roles: [.honestBroker], ties: 0, bounds) == .core)
    #expect(CircleRing.of(.takingPart, roles: [], ties: 9, bounds) == .core)
    #expect(CircleRing.of(.takingPart, roles: [], ties: 1, bounds) == .involved)
    #expect(CircleRing.of(.invited, roles: [.anchorFirm], ties: 9, bounds) == .outer)
    #expect(CircleRing.of(nil, roles: [], ties: 2, bounds) == .involved)
    #expect(CircleRing.of(nil, roles: [], ties: 1, bounds) == .outer)
  }

  @Test("texts of an overlay stand on their own line, and never on a box")
  func signs() {
    let scene = ChainFixture.random(4, stakeholders: 30, ties: 45).scene()
    var signs = SceneSigns()
    for line in scene.lines { signs.setTie(line.to, line.from, .init("▸▸", .bad)) }
    let labelled = scene.labelled(signs)
    var taken: Set<ScenePoint> = []
    for line in labelled.lines {
      for label in line.labels {
        #expect(label.text == "▸▸")
        for x in label.rect.x..<label.rect.right {
          let cell = ScenePoint(x: x, y: label.rect.y)
          #expect(line.cells.contains(cell) && taken.insert(cell).inserted && scene.box(at: cell) == nil)
        }
      }
    }
    #expect(labelled.lines.count { !$0.labels.isEmpty } * 2 > scene.lines.count)
    #expect(labelled.boxes == scene.boxes)
  }
}
