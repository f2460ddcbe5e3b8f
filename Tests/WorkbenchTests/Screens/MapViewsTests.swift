import Drawing
import MapLayout
import SessionModel
import Testing

@testable import Workbench

@Suite("The views of the map")
struct MapViewsTests {
  static func bench(_ width: Int = 120, _ height: Int = 40) throws -> ScreenBench {
    var bench = try ScreenBench.mango(width: width, height: height, now: ScreenBench.july)
    bench.press(Key("2"))
    return bench
  }

  @Test("v goes through chain, network, grid by interest, grid by support and circles, with the same one selected")
  func views() throws {
    var bench = try Self.bench()
    let box = bench.desk.map.box
    for name in ["Network", "Power and interest", "support", "Circles", "Chain"] {
      bench.press(Key("v"))
      #expect(bench.shows(name) && bench.desk.map.box == box)
    }
    #expect(bench.desk.isChanged == false, "looking changes nothing")
  }

  @Test("the room sees no grid, no overlay that tells, no day and no way of trust")
  func room() throws {
    var bench = try Self.bench(80, 24)
    bench.press(Key(.function(5)), Key("v"), Key("v"))
    #expect(bench.shows("not shown in room mode") && bench.desk.map.scene.boxes.isEmpty)
    bench.press(Key("w"))
    #expect(bench.shows("Not in room mode"))
    bench.press(Key("["))
    #expect(bench.shows("Not in room mode"))
    bench.press(Key("v"))
    for _ in 0..<12 {
      bench.press(Key("o"))
      #expect(!bench.desk.map.overlay.isConfidential && !bench.desk.map.scene.showsTrust)
    }
  }

  @Test("every overlay has a legend, and says what it says in characters", arguments: MapViewKind.allCases)
  func overlays(view: MapViewKind) throws {
    var bench = try Self.bench(120, 40)
    while bench.desk.map.view != view { bench.press(Key("v")) }
    for overlay in bench.desk.overlaysOnMap {
      #expect(bench.desk.map.overlay == overlay)
      if let signs = bench.desk.map.signs {
        #expect(signs.isEmpty || !bench.desk.map.legend.isEmpty, "\(overlay)")
        #expect(signs.all.allSatisfy { !$0.text.isEmpty })
      }
      bench.press(Key("o"))
    }
  }

  @Test("f shows one with its neighbours, = goes a step further, and whoever comes back is where they were")
  func focus() throws {
    var bench = try Self.bench()
    let before = bench.desk.map.scene
    bench.desk.map.selected = try #require(bench.desk.working.session.stakeholders.sorted.first { $0.name.hasPrefix("Mangos de") }).id
    bench.press(Key("f"))
    let near = bench.desk.map.scene.boxes.count
    #expect(near > 3 && near < before.boxes.count && bench.shows("1 step around"))
    bench.press(Key("="))
    #expect(bench.desk.map.scene.boxes.count > near)
    bench.press(Key(.escape))
    #expect(bench.desk.map.scene.boxes.map(\.rect) == before.boxes.map(\.rect))
  }

  @Test("F shows those in whose fields the words are, M the marked ones; Esc shows all again")
  func narrowed() throws {
    var bench = try Self.bench()
    bench.press(Key("F"))
    bench.type("exporter")
    #expect(bench.shows("Showing "))
    bench.press(Key(.enter))
    let few = bench.desk.map.scene.boxes.count
    #expect(few > 0 && few < 12 && bench.shows("only “exporter”"))
    bench.press(Key(.escape), Key(" "), Key("M"))
    #expect(bench.desk.map.scene.boxes.count == 1)
    bench.press(Key(.escape))
    #expect(bench.desk.map.scene.boxes.count > 30)
  }

  @Test("[ goes back through the days with trust readings, and ] on to today; the session stays as it is")
  func days() throws {
    var bench = try Self.bench()
    let now = bench.desk.map.distrust.count
    bench.press(Key("["))
    #expect(bench.shows("as of") && bench.desk.map.day != nil)
    for _ in 0..<40 { bench.press(Key("[")) }
    let first = try #require(bench.desk.map.day)
    #expect(first == bench.desk.working.session.trustDays.first)
    #expect(bench.desk.map.scene.ties.count { $0.isRelated && $0.trust != nil } < 20)
    for _ in 0..<40 { bench.press(Key("]")) }
    #expect(bench.desk.map.day == nil && bench.desk.map.distrust.count == now && !bench.desk.isChanged)
  }

  @Test("a year and its first day are two days of the map, each with the ties that were there then")
  func yearAndDay() throws {
    func id(_ text: String) -> EntityID { EntityID(text) ?? .session }
    var working = WorkingSession(Session())
    var changes: [Change] = ["s-a", "s-b"].map { .insert(Stakeholder(id: id($0))) }
    var tie = Relationship(id: id("r-1"))
    (tie.from, tie.to, tie.since) = (id("s-a"), id("s-b"), PartialDate("2007-05"))
    changes.append(.insert(tie))
    for (index, day) in ["2007-01-01", "2007"].enumerated() {
      var reading = Reading(id: id("t-\(index)"))
      (reading.aspect, reading.subject, reading.toward, reading.on, reading.score) = (.known(.trust), id("s-a"), id("s-b"), PartialDate(day), 3)
      changes.append(.insert(reading))
    }
    try working.perform(Transaction(Title(.add), changes))
    var bench = ScreenBench(working.session, width: 120, height: 40, now: ScreenBench.july)
    bench.press(Key("2"))
    bench.desk.map.overlay = .all
    bench.press(Key("["))
    #expect(bench.desk.map.day == PartialDate("2007") && bench.desk.map.scene.ties.count == 1)
    bench.press(Key("["))
    #expect(bench.desk.map.day == PartialDate("2007-01-01") && !bench.desk.map.scene.ties.contains { $0.isRelated })
  }

  @Test("w lights up the chain of trust between two marked ones and names its weakest link")
  func way() throws {
    var bench = try Self.bench()
    let all = bench.desk.working.session.stakeholders.sorted
    let ends = try [#require(all.first { $0.name.hasPrefix("CIRAD") }), #require(all.first { $0.name.hasPrefix("Mangos de") })].map(\.id)
    bench.desk.lists[.stakeholder]?.marks = Set(ends)
    bench.press(Key("w"))
    #expect(bench.shows("Weakest:") && bench.desk.map.signs?.boxes.count ?? 0 >= 2)
    bench.press(Key(.escape))
    #expect(bench.desk.map.signs == nil)
  }

  @Test("dragging one onto another asks how they are tied; into another segment it moves; in the network it is pinned")
  func drag() throws {
    var bench = try Self.bench()
    let scene = bench.desk.map.scene
    let from = try #require(scene.boxes.first { !$0.isInBand && $0.id.stakeholder != nil })
    let to = try #require(scene.boxes.last { !$0.isInBand && $0.id.stakeholder != nil && $0.rect.right < 110 && $0.rect.bottom < 20 && $0.id != from.id })
    func at(_ point: ScenePoint) -> Point { Point(x: point.x - bench.desk.map.scroll.x, y: point.y + 3 - bench.desk.map.scroll.y) }
    func drag(_ a: Point, _ b: Point) {
      for (action, place) in [(MouseEvent.Action.press, a), (.drag, b), (.release, b)] { _ = bench.desk.update(.mouse(MouseEvent(action, at: place)), now: bench.now) }
    }
    drag(at(from.rect.centre), at(to.rect.centre))
    #expect(bench.shows("What kind of tie?"))
    bench.press(Key("t"), Key("4"))
    let tie = try #require(bench.desk.working.latest(1).first?.changes.compactMap { $0.entity as? Relationship }.first)
    #expect(tie.from == from.id.stakeholder && tie.to == to.id.stakeholder)
    bench.press(Key("v"))
    let network = bench.desk.map.scene
    let actor = try #require(network.boxes.first { $0.id == from.id }?.mark)
    let free = try #require((0..<20).lazy.map { ScenePoint(x: 3 + $0, y: 1) }.first { network.box(at: $0) == nil })
    drag(at(actor), at(free))
    #expect(bench.desk.map.scene.box(from.id)?.mark == free)
    #expect(bench.desk.working.session.mapViews.sorted.contains { $0.view == .known(.network) && $0.pinned.count == 1 })
    bench.press(Key("u"), Key("u"))
    #expect(!bench.desk.isChanged || bench.desk.working.stepCount == 0)
  }

  @Test("adding and removing one leaves the others where they were, in chain and network", arguments: [0, 1])
  func calm(turns: Int) throws {
    var bench = try Self.bench()
    for _ in 0..<turns { bench.press(Key("v")) }
    let before = bench.desk.map.scene
    bench.press(Key("a"))
    bench.type("Somebody new, exporter")
    bench.press(Key(.enter), Key(.escape))
    let after = bench.desk.map.scene
    let moved = before.boxes.count { after.box($0.id)?.mark != $0.mark || after.box($0.id)?.slot != $0.slot }
    #expect(moved == 0 && after.boxes.count == before.boxes.count + 1)
  }

  @Test("a paste says what each line becomes and who is there already; Space leaves one out, and leaving makes them")
  func paste() throws {
    var bench = try Self.bench(100, 30)
    let count = bench.desk.working.session.stakeholders.count
    _ = bench.desk.update(.paste("Ana Growers, cooperative, leader\nlarger growres\nZed"), now: bench.now)
    #expect(bench.shows("there is already Larger growers") && bench.shows("cooperative") && bench.desk.working.session.stakeholders.count == count)
    bench.press(Key(.down), Key(" "), Key(.enter))
    #expect(bench.desk.working.session.stakeholders.count == count + 2)
    _ = bench.desk.update(.paste("One\nTwo"), now: bench.now)
    _ = bench.desk.update(.key(Key.control("q")), now: bench.now)
    #expect(bench.desk.working.session.stakeholders.count == count + 4)
  }

  @Test("a large network is laid out behind, can be stopped, and the keys go on working meanwhile")
  func large() throws {
    var session = Session(profile: SessionProfile(id: .session))
    var before: EntityID?
    for number in 0..<900 {
      guard let id = EntityID("s\(number)"), let tieID = EntityID("r\(number)") else { continue }
      var one = Stakeholder(id: id)
      one.name = "Grower \(number)"
      session.put(one)
      var tie = Relationship(id: tieID)
      tie.from = before
      tie.to = id
      if before != nil { session.put(tie) }
      before = number % 7 == 0 ? EntityID("s\(number / 2)") : id
    }
    var bench = ScreenBench(session, width: 120, height: 40)
    bench.press(Key("2"), Key("v"))
    let job = try #require(bench.desk.layoutJob)
    #expect(bench.shows("Finding places for 900") && bench.desk.nextTick != nil)
    bench.press(Key(.down), Key(.escape))
    bench.desk.receive(job.run(), of: job)
    #expect(bench.desk.layoutJob == nil && bench.desk.map.scene.boxes.reduce(0) { $0 + $1.count } == 900)
    bench.press(Key("="))
    #expect(bench.desk.map.scene.crowded < 900 && bench.desk.layoutJob == nil)
  }
}
