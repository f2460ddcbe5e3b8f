import SessionModel
import Testing

@testable import MapLayout

@Suite("Folded segments beyond the chain")
struct FoldingTests {
  @Test("become one mark of the network in the middle of their members, with their ties as weak as the weakest, and nobody else moves")
  func network() throws {
    var fixture = ChainFixture(ChainFixture.chain)
    let packer = fixture.add("Packer", 3)
    let growers = [2, 4, 5].map { level in
      let grower = fixture.add("Grower \(level)", 1)
      fixture.tie(grower, packer, trust: level, back: 5)
      return grower
    }
    fixture.tie(growers[0], growers[1], trust: 1)
    fixture.tie(packer, fixture.add("Shop", 5))
    let roster = ChainRoster(fixture.session)
    let plan = NetworkPlan(roster)
    func scene(_ fixture: ChainFixture, _ previous: Scene?) -> Scene {
      var options = FieldTests.options(80, 20)
      options.previous = previous
      return NetworkScene.scene(session: fixture.session, readings: ReadingIndex(fixture.session), roster: roster, plan: plan, options: options)
    }
    let before = scene(fixture, nil)
    fixture.view(.network, folded: [1])
    let after = scene(fixture, before)
    let fold = try #require(after.box(.folded(ChainFixture.id("g-1"))))
    #expect(fold.count == 3 && fold.name == "production" && after.boxes.count == 3)
    let tie = try #require(after.ties(of: fold.id).first)
    #expect(after.ties(of: fold.id).count == 1 && (tie.from == fold.id ? tie.trust : tie.trustBack) == 2 && (tie.from == fold.id ? tie.trustBack : tie.trust) == 5)
    for box in after.boxes where box.id != fold.id { #expect(before.box(box.id)?.mark == box.mark) }
    fixture.view(.grid, folded: [1])
    #expect(scene(fixture, before) == before)
    expectAllReachable(after)
  }

  @Test("stand once in each field of the grid and in each place of the circles where members stand, so that no place is untrue")
  func places() {
    var fixture = ChainFixture.random(2, stakeholders: 60, ties: 60)
    fixture.session = FieldTests.session(60)
    let segment = ChainFixture.id("g-1")
    let members = fixture.session.stakeholders.sorted.filter { $0.segment == segment }
    let open = FieldTests.grid(fixture.session, .interest, FieldTests.options(160, 50))
    let places = Set(members.compactMap { open.box(of: $0.id)?.slot })
    fixture.view(.grid, folded: [1])
    let grid = FieldTests.grid(fixture.session, .interest, FieldTests.options(160, 50))
    let parts = grid.boxes.filter { $0.id.foldedSegment == segment }
    #expect(Set(parts.map(\.slot)) == places && parts.count == places.count)
    #expect(parts.reduce(0) { $0 + $1.count } == members.count && !members.contains { grid.box(of: $0.id) != nil })
    #expect(grid.boxes.reduce(0) { $0 + $1.count } == 60)
    expectNoOverlap(grid)
    expectAllReachable(grid)

    fixture.view(.circles, folded: [1])
    let circles = CirclesLayout.scene(
      session: fixture.session, readings: ReadingIndex(fixture.session), roster: ChainRoster(fixture.session), options: FieldTests.options(160, 50))
    #expect(circles.boxes.filter { $0.id.foldedSegment == segment }.reduce(0) { $0 + $1.count } == members.count)
    #expect(circles.boxes.reduce(0) { $0 + $1.count } == 60)
    expectNoOverlap(circles)
    expectAllReachable(circles)
  }
}
