import Drawing
import Exchange
import MapLayout
import SessionModel
import Testing
import Widgets

@testable import Workbench

/// What stands on the map can be read, and is all there.
@Suite struct MapReadingTests {
  private static let sizes = [(64, 20), (80, 24), (120, 40), (200, 60)]

  private func bench(_ size: (Int, Int), view: MapViewKind) throws -> ScreenBench {
    var bench = try ScreenBench.mango(width: size.0, height: size.1, now: ScreenBench.july)
    bench.press(Key("2"))
    while bench.desk.map.view != view { bench.press(Key("v")) }
    return bench
  }

  /// The names that are on the screen and not read there as they stand in the scene, or cut with `…`.
  private func broken(_ bench: ScreenBench) -> [String] {
    let desk = bench.desk
    let lines = bench.lines.map(Array.init)
    let canvas = MapScreen().canvas(desk, desk.frameAreas.body)
    return desk.map.scene.boxes.compactMap { box -> String? in
      guard box.mark != nil, let label = box.label.first, !box.nameRect.isEmpty, box.id != desk.map.box else { return nil }
      let x = canvas.x + box.nameRect.x - desk.map.scroll.x
      let y = canvas.y + box.nameRect.y - desk.map.scroll.y
      // What is scrolled out of sight, or stands where a sign says that there is more.
      guard x >= canvas.x, x + box.nameRect.width < canvas.right - 3, y > canvas.y, y < canvas.bottom - 1 else { return nil }
      let shown = String(lines[y].dropFirst(x))
      let isWhole = shown.hasPrefix(label) && !(lines[y].dropFirst(x + label.count).first?.isNumber ?? false)
      let cut = shown.prefix { $0 != "…" }
      let isCut = !cut.isEmpty && cut.count < label.count && label.hasPrefix(cut) && shown.dropFirst(cut.count).first == "…"
      return isWhole || isCut ? nil : "\(label) reads \(shown.prefix(label.count + 8))"
    }
  }

  @Test("no digit, sign or line stands on a name: where there is no room beside it, it is cut with …", arguments: [MapViewKind.network, .grid, .circles])
  func names(view: MapViewKind) throws {
    for size in Self.sizes {
      var bench = try bench(size, view: view)
      let everybody = bench.desk.map.scene.boxes.map(\.id)
      for id in everybody.prefix(12) {
        bench.desk.map.box = id
        bench.desk.prepare()
        #expect(broken(bench) == [], "\(size) \(id)")
      }
      for _ in bench.desk.overlaysOnMap {
        bench.press(Key("o"))
        #expect(broken(bench) == [], "\(size) \(bench.desk.map.overlay)")
      }
    }
  }

  @Test("the lines of a focus end beside the names in the bands and never among them")
  func bands() throws {
    for size in Self.sizes {
      var bench = try bench(size, view: .chain)
      bench.press(Key("g"), Key("f"))
      let name = try #require(bench.body.first { $0.contains("▪ ProMango, the mango cluster") })
      #expect(name.contains("▪ ProMango, the mango cluster ▲■"), "\(size)")
    }
  }

  @Test("trust between two without a relationship is on the map, with a line where it is low, and counts in every view alike")
  func unrelated() throws {
    var bench = try bench((120, 40), view: .network)
    let session = bench.desk.working.session
    let before = bench.desk.map.distrust.count
    let tied = Set(session.relationships.sorted.flatMap { tie in [[tie.from, tie.to], [tie.to, tie.from]] })
    let people = session.stakeholders.sorted.map(\.id)
    let pair = try #require(people.lazy.flatMap { a in people.lazy.map { b in (a, b) } }.first { a, b in
      a < b && !tied.contains([a, b]) && bench.desk.working.readings.trust(a, b) == nil && bench.desk.working.readings.trust(b, a) == nil
    })
    bench.desk.setTrust(pair.0, pair.1, 1)
    for view in MapViewKind.allCases where view != .grid {
      while bench.desk.map.view != view { bench.press(Key("v")) }
      bench.desk.map.selected = pair.0
      bench.desk.prepare()
      #expect(bench.desk.map.distrust.count == before + 1 && bench.shows("Low trust \(before + 1)"), "\(view)")
      #expect(bench.desk.map.scene.ties(of: .stakeholder(pair.0)).contains { $0.partner(of: .stakeholder(pair.0)) == .stakeholder(pair.1) && $0.lowerTrust == 1 })
    }
    while bench.desk.map.view != .network { bench.press(Key("v")) }
    #expect(bench.desk.map.scene.lines.contains { $0.relationships.isEmpty && $0.lowerTrust == 1 })
    // The room sees nothing of it.
    bench.press(Key(.function(5)))
    #expect(!bench.desk.map.scene.ties.contains { !$0.isRelated } && bench.desk.map.distrust.isEmpty)
  }

  @Test("no two overlays of a view have one title, and where a view has no lines none is offered that says all on lines")
  func overlays() throws {
    for view in MapViewKind.allCases {
      var bench = try bench((120, 40), view: view)
      let titles = bench.desk.overlaysOnMap.map { _ in
        bench.press(Key("o"))
        return bench.body[0]
      }
      #expect(Set(titles).count == titles.count, "\(titles)")
    }
    let circles = try bench((80, 24), view: .circles)
    #expect(!circles.desk.overlaysOnMap.contains(.power) && !circles.desk.overlaysOnMap.contains(.contracts))
  }

  @Test("the legend explains only what stands on the map, and the help all of it")
  func legend() throws {
    var bench = try bench((80, 24), view: .circles)
    for _ in bench.desk.overlaysOnMap {
      bench.press(Key("o"))
      guard let signs = bench.desk.map.signs else { continue }
      #expect(signs.isEmpty ? bench.shows("nothing ") : !bench.desk.map.legend.isEmpty, "\(bench.desk.map.overlay)")
      for (sign, _) in bench.desk.map.legend {
        if case .overlay(_, let tone) = sign { #expect(signs.all.contains { $0.tone == tone }, "\(bench.desk.map.overlay)") }
      }
    }
    while bench.desk.map.overlay != .flow { bench.press(Key("o")) }
    bench.press(Key("?"))
    let help = (0..<8).map { _ in
      defer { bench.press(Key(.pageDown)) }
      return bench.text
    }.joined()
    for words in ["Signs on the map", "◉ ● •", "$", "buys for an end market", "tied to the selected one", "neutral host"] { #expect(help.contains(words), "\(words)") }
  }

  @Test("who is selected on the map stays so when a view in between shows nobody")
  func selectionAcrossViews() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("2"), Key("v"), Key(.down), Key(.right))
    let selected = try #require(bench.desk.map.selected)
    bench.press(Key(.function(5)), Key("v"))
    #expect(bench.desk.map.view == .grid && bench.desk.map.scene.boxes.isEmpty)
    bench.press(Key("v"))
    #expect(bench.desk.map.view == .circles && bench.desk.map.selected == selected)
  }

  @Test("on the map a command that cannot run says what stands there")
  func whyNotOnMap() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("2"), Key("Z"))
    #expect(bench.shows("Nothing is folded"))
    bench.press(Key("z"), Key("f"))
    #expect(bench.shows("Several stand together here"))
    bench.press(Key("3"))
    bench.type("aSomebody new")
    bench.press(Key(.enter), Key(.escape), Key("2"), Key("z"))
    #expect(bench.shows("has no segment yet"))
  }
}
