import SessionModel
import Testing

@testable import MapLayout

@Suite("The network view")
struct NetworkTests {
  static func options(_ width: Int = 120, _ height: Int = 34, trust: Bool = true) -> FieldOptions {
    var options = FieldOptions(labels: FieldLabels(), available: SceneSize(width: width, height: height)) { character in
      (character.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? 2 : 1
    }
    options.showTrust = trust
    return options
  }

  static func scene(_ session: Session, _ plan: NetworkPlan? = nil, _ options: FieldOptions = options()) -> Scene {
    let roster = ChainRoster(session)
    return NetworkScene.scene(
      session: session, readings: ReadingIndex(session), roster: roster, plan: plan ?? NetworkPlan(roster), options: options)
  }

  /// A ring of so many with a spoke to every fourth.
  static func ring(_ count: Int) -> PlainNetwork {
    PlainNetwork(count: count + 1, ties: (0..<count).map { ($0, ($0 + 1) % count) } + stride(from: 0, to: count, by: 4).map { (count, $0) })
  }

  @Test("a path comes out straight and with even steps")
  func path() {
    let network = PlainNetwork(count: 12, ties: (0..<11).map { ($0, $0 + 1) })
    let positions = NetworkLayout.positions(network)
    #expect(NetworkLayout.stress(network, positions) < 0.001)
    #expect(positions.bounds.bottom - positions.bounds.top < 2)
  }

  @Test("the same network gives the same positions, and the drawn distances follow the steps, small or large")
  func quality() {
    for (count, limit) in [(60, 0.12), (300, 0.16)] {
      var ties: [(Int, Int)] = []
      var chance = SeededGenerator(seed: 7)
      for node in 1..<count { for _ in 0..<(1 + chance.below(2)) { ties.append((node, chance.below(node))) } }
      let network = PlainNetwork(count: count, ties: ties)
      let positions = NetworkLayout.positions(network)
      #expect(positions == NetworkLayout.positions(network))
      #expect(NetworkLayout.stress(network, positions) < limit, "\(count)")
      // The way of the large ones, on a small one.
      var large = PivotStress(network, pivots: 20, seed: 1)
      large.descend(rounds: 40, sources: 10)
      #expect(NetworkLayout.stress(network, large.positions) < limit * 1.15, "\(count)")
    }
  }

  @Test("parts that do not hang together stand apart, and a stray one does not shrink the rest")
  func components() {
    let ring = Self.ring(40)
    var ties: [(Int, Int)] = []
    for node in 0..<ring.count { for other in ring.neighbours(of: node) { ties.append((node, Int(other))) } }
    let network = PlainNetwork(count: ring.count + 6, ties: ties + [(41, 42), (42, 43)])
    let positions = NetworkLayout.positions(network)
    #expect(network.components().map(\.count) == [41, 3, 1, 1, 1])
    var nearest = Float.infinity
    for a in 0..<41 {
      for b in 41..<network.count {
        let (dx, dy) = (positions.x[a] - positions.x[b], positions.y[a] - positions.y[b])
        nearest = min(nearest, (dx * dx + dy * dy).squareRoot())
      }
    }
    #expect(nearest > 0.6)
  }

  @Test("stops when it is told to, with a place for everybody")
  func stops() {
    let network = Self.ring(1_300)
    var heard: [Float] = []
    let positions = NetworkLayout.positions(network) { part in
      heard.append(part)
      return heard.count < 3
    }
    #expect(heard.count == 3 && positions.count == 1_301 && positions.x.allSatisfy(\.isFinite))
  }

  @Test("no name lies on another name or on a mark, whatever the size and the names", arguments: [(80, 19), (120, 34), (200, 54), (64, 14)])
  func overlaps(size: (Int, Int)) {
    for seed: UInt64 in 1...3 {
      let fixture = ChainFixture.random(seed, stakeholders: 20 + Int(seed) * 25, ties: 40 + Int(seed) * 80)
      let scene = Self.scene(fixture.session, nil, Self.options(size.0, size.1))
      expectNoOverlap(scene)
      #expect(scene.boxes.reduce(0) { $0 + $1.count } == 20 + Int(seed) * 25)
      expectAllReachable(scene)
    }
  }

  @Test("wide, joined and right-to-left names keep to their cells")
  func names() {
    var fixture = ChainFixture(ChainFixture.chain)
    for name in ["芒果合作社联合会", "تعاونية المانجو في الوادي", "👩‍🌾 Growers", "आम उत्पादक संघ", "", String(repeating: "Long ", count: 30)] { fixture.add(name, 1) }
    expectNoOverlap(Self.scene(fixture.session, nil, Self.options(80, 19)))
  }

  @Test("who comes is put beside those it is tied to, and nobody else moves; nor when one goes")
  func calm() throws {
    var fixture = ChainFixture.random(3, stakeholders: 60, ties: 110)
    let plan = NetworkPlan(ChainRoster(fixture.session))
    let before = Self.scene(fixture.session, plan)
    let friend = try #require(before.boxes.first?.id.stakeholder)
    let new = fixture.add("Just come", 2)
    fixture.tie(new, friend, .trade)
    var options = Self.options()
    options.previous = before
    let later = plan.following(ChainRoster(fixture.session))
    let after = Self.scene(fixture.session, later, options)
    for box in before.boxes { #expect(after.box(box.id)?.mark == box.mark) }
    let (a, b) = try (#require(after.box(.stakeholder(new))?.mark), #require(after.box(.stakeholder(friend))?.mark))
    #expect(abs(a.x - b.x) + 2 * abs(a.y - b.y) < 60)
    options.previous = after
    let gone = ChainRoster(fixture.session).keeping(Set(fixture.session.stakeholders.ids).subtracting([friend]))
    let fewer = NetworkScene.scene(session: fixture.session, readings: ReadingIndex(fixture.session), roster: gone, plan: later.following(gone), options: options)
    for box in fewer.boxes { #expect(after.box(box.id)?.mark == box.mark) }
  }

  @Test("of too many the others are counted in those that are shown, and zooming in shows them")
  func crowds() {
    let fixture = ChainFixture.random(9, stakeholders: 900, ties: 1_500)
    let plan = NetworkPlan(ChainRoster(fixture.session))
    let near = Self.scene(fixture.session, plan, Self.options(80, 19))
    #expect(near.crowded > 300 && near.boxes.reduce(0) { $0 + $1.count } == 900)
    var options = Self.options(80, 19)
    options.zoom = 12
    let large = Self.scene(fixture.session, plan, options)
    #expect(large.crowded == 0 && large.size.width == 480)
    expectNoOverlap(large)
    options.zoom = 2
    options.highlight = fixture.session.stakeholders.ids.last
    #expect(Self.scene(fixture.session, plan, options).box(.stakeholder(options.highlight ?? .session)) != nil)
  }

  @Test("without trust there is no digit, and who is hidden does not depend on it")
  func room() {
    let fixture = ChainFixture.random(5, stakeholders: 40, ties: 90)
    let plan = NetworkPlan(ChainRoster(fixture.session))
    let scene = Self.scene(fixture.session, plan, Self.options(trust: false))
    #expect(scene.lines.allSatisfy { $0.trust == nil && $0.trustBack == nil && $0.labels.allSatisfy { $0.text == "×" } })
    #expect(scene.boxes.map(\.mark) == Self.scene(fixture.session, plan).boxes.map(\.mark))
  }
}

/// No cell belongs to two names or marks, and none to a caption besides.
func expectNoOverlap(_ scene: Scene, sourceLocation: SourceLocation = #_sourceLocation) {
  var complaints: [String] = []
  var owner: [ScenePoint: String] = [:]
  func take(_ rect: SceneRect, _ name: String) {
    if rect.x < 0 || rect.y < 0 || rect.right > scene.size.width || rect.bottom > scene.size.height { complaints.append("\(name) stands outside") }
    for y in rect.y..<rect.bottom {
      for x in rect.x..<rect.right {
        if let other = owner.updateValue(name, forKey: ScenePoint(x: x, y: y)) { complaints.append("\(name) lies on \(other)") }
      }
    }
  }
  for box in scene.boxes {
    if let mark = box.mark { take(SceneRect(x: mark.x, y: mark.y, width: 1, height: 1), "mark of \(box.name)") }
    take(box.nameRect, "name of \(box.name)")
  }
  for caption in scene.captions { take(caption.rect, caption.text) }
  for line in scene.lines { for label in line.labels { take(label.rect, "digits \(label.text)") } }
  #expect(complaints.isEmpty, sourceLocation: sourceLocation)
}
