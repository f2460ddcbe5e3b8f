import SessionModel
import Testing

@testable import MapLayout

@Suite("The chain")
struct ChainLayoutTests {
  @Test("covers nothing with anything, whoever is on the map and however small it is", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func soundScenes(seed: UInt64) {
    let fixture = ChainFixture.random(seed, stakeholders: 8 + Int(seed) * 7, ties: 6 + Int(seed) * 12)
    let sizes: [(Int, Int, ChainOptions.Density)] = [
      (80, 20, .automatic), (120, 40, .automatic), (200, 60, .automatic), (100, 30, .compact), (100, 30, .framed),
    ]
    for (width, height, density) in sizes {
      var options = ChainFixture.options(width, height)
      options.density = density
      for lines in [ChainOptions.Lines.flow, .all] {
        options.lines = lines
        expectSoundScene(fixture.scene(options))
      }
    }
  }

  @Test("is drawn the same every time")
  func deterministic() {
    let fixture = ChainFixture.random(11, stakeholders: 40, ties: 70)
    #expect(fixture.scene() == fixture.scene())
    var entities: [any Entity] = fixture.session.stakeholders.sorted.reversed()
    entities += fixture.session.relationships.sorted.reversed() as [any Entity]
    entities += fixture.session.readings.sorted.reversed() as [any Entity]
    let again = Session(profile: fixture.session.profile, entities: entities)
    #expect(ChainLayout.scene(session: again, readings: ReadingIndex(again), options: ChainFixture.options()) == fixture.scene())
  }

  @Test("draws every tie of two stakeholders as one line, and says how many found no room")
  func counts() {
    var fixture = ChainFixture(ChainFixture.chain)
    let a = fixture.add("Growers", 1)
    let b = fixture.add("Packers", 3)
    fixture.tie(a, b, .trade, trust: 2, back: 4)
    fixture.tie(b, a, .information)
    let scene = fixture.scene()
    #expect(scene.lines.count == 1 && scene.hiddenLines == 0)
    #expect(scene.lines[0].relationships.count == 2)
    #expect(scene.lines[0].trust == 2 && scene.lines[0].trustBack == 4 && scene.lines[0].lowerTrust == 2)
    #expect(scene.lines[0].weight == .dashed)
    #expect(scene.lines[0].labels.map(\.text) == ["2›‹4"])

    let crowd = ChainFixture.random(3, stakeholders: 60, ties: 500).scene()
    let session = ChainFixture.random(3, stakeholders: 60, ties: 500).session
    let pairs = ChainContent(session, ChainRoster(session), ReadingIndex(session), ChainFixture.options()).ties.count
    #expect(crowd.hiddenLines > 0)
    #expect(crowd.lines.count + crowd.hiddenLines == pairs)
  }

  @Test("shows no trust at all when it may not: neither digits nor weights nor another way for the lines")
  func withoutTrust() {
    var options = ChainFixture.options()
    options.showTrust = false
    var fixture = ChainFixture.random(5, stakeholders: 30, ties: 200)
    let scene = fixture.scene(options)
    #expect(scene.lines.allSatisfy { $0.trust == nil && $0.trustBack == nil && $0.weight == .light })
    #expect(scene.boxes.allSatisfy { $0.ownTrust == nil })
    let someone = fixture.session.relationships.sorted[0]
    if let from = someone.from, let to = someone.to { fixture.read(from, to, 1) }
    #expect(fixture.scene(options) == scene)
  }

  @Test("leaves everybody in place when one more comes or one goes")
  func stable() {
    var fixture = ChainFixture.random(7, stakeholders: 30, ties: 40)
    let before = fixture.scene()
    fixture.add("Nueva", 2, id: "s-new")
    var options = ChainFixture.options()
    options.previous = before
    let after = fixture.scene(options)
    #expect(after.boxes.count == before.boxes.count + 1)
    for box in before.boxes { #expect(after.box(box.id)?.slot == box.slot, "\(box.name) moved") }
    expectSoundScene(after)
    options.previous = after
    let smaller = Session(profile: fixture.session.profile, entities: fixture.session.stakeholders.sorted.dropFirst().map { $0 as any Entity })
    let last = ChainLayout.scene(session: smaller, readings: ReadingIndex(smaller), options: options)
    for box in last.boxes { #expect(after.box(box.id)?.slot.y == box.slot.y, "\(box.name) moved") }
  }

  @Test("keeps pinned stakeholders where the facilitator put them")
  func pinned() {
    var fixture = ChainFixture(ChainFixture.chain)
    let ids = (0..<4).map { fixture.add("Grower \($0)", 1) }
    let bank = fixture.add("Bank", 6)
    fixture.view(pinned: [(ids[2], x: 0, y: 5), (bank, x: 3, y: 1)])
    let scene = fixture.scene()
    #expect(scene.box(of: ids[2])?.slot.y == 5 && scene.box(of: ids[2])?.isPinned == true)
    #expect(scene.box(of: bank)?.slot == SceneSlot(segment: ChainFixture.id("g-6"), x: 3, y: 1, span: 1))
    expectSoundScene(scene)
  }

  @Test("goes round who is pinned without a tangle")
  func pinnedAmongOthers() {
    var fixture = ChainFixture(ChainFixture.chain)
    let growers = (0..<5).map { fixture.add("Grower \($0)", 1) }
    // The names would have it the other way round.
    for number in 0..<5 { fixture.tie(growers[number], fixture.add("Packer \(9 - number)", 2)) }
    #expect(Self.crossings(fixture.scene()) == 0)
    fixture.view(pinned: [(growers[2], x: 0, y: 2)])
    let scene = fixture.scene()
    #expect(scene.box(of: growers[2])?.slot.y == 2 && scene.lines.count == 5 && Self.crossings(scene) == 0)
    expectSoundScene(scene)
  }

  /// Cells in which lines cross.
  private static func crossings(_ scene: Scene) -> Int {
    var lines: [ScenePoint: Int] = [:]
    for line in scene.lines { for cell in LineLabels.cells(line.points) { lines[cell, default: 0] += 1 } }
    return lines.values.count { $0 > 1 }
  }

  @Test("folds a segment into one box that holds its lines, as weak as the weakest")
  func folded() {
    var fixture = ChainFixture(ChainFixture.chain)
    let packer = fixture.add("Packer", 3)
    for level in [2, 4] { fixture.tie(fixture.add("Grower \(level)", 1), packer, trust: level, back: 5) }
    fixture.view(folded: [1])
    let scene = fixture.scene()
    let fold = scene.box(of: ChainFixture.id("g-1"))
    #expect(fold?.count == 2 && fold?.isFolded == true && fold?.label == ["production 2"])
    #expect(scene.lines.count == 1 && scene.lines[0].relationships.count == 2 && scene.lines[0].trust == 2)
    expectSoundScene(scene)
  }

  @Test("shows of a very large segment those with roles and ties, and how many more there are")
  func more() {
    var fixture = ChainFixture(ChainFixture.chain)
    for number in 0..<4_000 { fixture.add("Grower \(number)", 1) }
    let anchor = fixture.add("Zeta", 1, [.anchorFirm])
    let hub = fixture.add("Ypsilon", 1)
    fixture.tie(hub, anchor)
    let hidden = fixture.add("Hidden", 1)
    var options = ChainFixture.options()
    options.highlight = hidden
    let scene = fixture.scene(options)
    #expect(scene.boxes.count == 13)
    #expect(scene.box(of: anchor) != nil && scene.box(of: hub) != nil && scene.box(of: hidden) != nil)
    let more = scene.box(.more(ChainFixture.id("g-1")))
    #expect(more?.count == 3_991)
    #expect(more?.label.joined(separator: " ") == "… 3,991 more")
    #expect(scene.columns[1].count == 4_003)
    expectSoundScene(scene)
  }

  @Test("draws only the lines of one stakeholder when asked to")
  func linesOfOne() {
    var fixture = ChainFixture(ChainFixture.chain)
    let a = fixture.add("A", 1)
    let b = fixture.add("B", 2)
    let c = fixture.add("C", 3)
    fixture.tie(a, b)
    fixture.tie(b, c)
    var options = ChainFixture.options()
    options.lines = .of(a)
    #expect(fixture.scene(options).lines.map(\.to) == [.stakeholder(b)])
    #expect(fixture.scene(options).hiddenLines == 1)
    options.lines = .none
    #expect(fixture.scene(options).lines.isEmpty && fixture.scene(options).hiddenLines == 2)
  }

  @Test("draws of itself what flows along the chain and ties its members to one another, and nothing that leads to a band")
  func flow() {
    var fixture = ChainFixture(ChainFixture.chain)
    let grower = fixture.add("Grower", 1)
    let packer = fixture.add("Packer", 3)
    let rival = fixture.add("Rival", 3)
    let bank = fixture.add("Bank", 6)
    fixture.tie(grower, packer, .trade)
    fixture.tie(packer, rival, .cooperation)
    fixture.tie(grower, rival, .information, trust: 2)
    fixture.tie(bank, grower, .trade, trust: 5)
    let scene = fixture.scene()
    #expect(scene.lines.map(\.kind) == [.trade, .cooperation])
    #expect(scene.hiddenLines == 2)
    #expect(scene.ties(of: .stakeholder(grower)).map { $0.partner(of: .stakeholder(grower)) } == [packer, rival, bank].map { .stakeholder($0) })
    #expect(scene.ties(of: .stakeholder(grower)).map(\.hasLine) == [true, false, false])
    #expect(scene.box(of: rival)?.unseenDistrust == 2 && scene.box(of: bank)?.unseenDistrust == nil)
    // Who is beheld, and who trusts whom, moves nobody.
    for lines in [ChainOptions.Lines.of(bank), .none] {
      var options = ChainFixture.options()
      options.lines = lines
      for box in fixture.scene(options).boxes { #expect(box.slot == scene.box(box.id)?.slot) }
    }
  }

  @Test("never leads a line of the flow through the bands, however full it is", arguments: [1, 2, 3] as [UInt64])
  func flowStaysAbove(seed: UInt64) {
    let scene = ChainFixture.random(seed, stakeholders: 50, ties: 150).scene(ChainFixture.options(120, 34))
    let bands = Set(scene.boxes.filter(\.isInBand).map(\.id))
    #expect(!scene.lines.isEmpty && scene.bandsStandApart)
    for line in scene.lines {
      #expect(!bands.contains(line.from) && !bands.contains(line.to))
      #expect(line.points.allSatisfy { $0.y < scene.bandTop })
    }
    #expect(scene.bandsWidth <= 120)
  }

  @Test("stands up to sessions with nobody, with one, with no segment, and to those who relate to themselves")
  func oddSessions() {
    expectSoundScene(ChainFixture([]).scene())
    expectSoundScene(ChainFixture([.supporting]).scene())
    expectSoundScene(ChainFixture(ChainFixture.chain).scene())
    expectSoundScene(ChainFixture(ChainFixture.chain).scene(ChainFixture.options(0, 0)))
    var one = ChainFixture([.production])
    let alone = one.add("Alone", 0)
    one.tie(alone, alone)
    one.read(alone, alone, 2)
    let scene = one.scene()
    expectSoundScene(scene)
    #expect(scene.box(of: alone)?.ownTrust == 2 && scene.box(of: alone)?.relatesToItself == true)
    var unplaced = ChainFixture([])
    let ids = (0..<20).map { unplaced.add("Somebody \($0)", nil) }
    unplaced.tie(ids[0], ids[19])
    let without = unplaced.scene()
    expectSoundScene(without)
    #expect(without.boxes.count == 20 && without.bands.map(\.name) == ["not placed yet"])
    var stray = ChainFixture([.production])
    stray.add("Placed", 0)
    stray.add("Stray", 7)
    #expect(stray.scene().columns.map(\.name) == ["production", "not placed yet"])
    expectSoundScene(stray.scene())
  }

  @Test("puts end markets without a buyer at the end of the chain and marks the buyers of the others")
  func markets() {
    var fixture = ChainFixture(ChainFixture.chain)
    let shop = fixture.add("Shop", 5)
    for (id, buyer) in [("m-1", shop), ("m-2", nil)] as [(String, EntityID?)] {
      var market = EndMarket(id: ChainFixture.id(id))
      market.name = id
      market.buyer = buyer
      fixture.session.put(market)
    }
    let scene = fixture.scene()
    #expect(scene.box(of: shop)?.markets == 1)
    #expect(scene.box(.market(ChainFixture.id("m-1"))) == nil)
    #expect(scene.box(.market(ChainFixture.id("m-2")))?.slot.segment == ChainFixture.id("g-5"))
  }

  @Test("never makes a label wider than its box", arguments: ["日本の農業協同組合", "Asociación", "a\u{301}\u{301}b c", "👩‍👩‍👧‍👧 family farm", "جمعية المزارعين", "", "   "])
  func wideNames(name: String) {
    var fixture = ChainFixture(ChainFixture.chain)
    for segment in 0..<6 { fixture.add(name + name, segment) }
    for width in [40, 80, 200] {
      let options = ChainFixture.options(width, 24)
      let scene = fixture.scene(options)
      expectSoundScene(scene)
      let text = LabelText(columns: options.columns)
      for box in scene.boxes { for line in box.label { #expect(text.width(line) <= box.rect.width - 2) } }
    }
  }
}
