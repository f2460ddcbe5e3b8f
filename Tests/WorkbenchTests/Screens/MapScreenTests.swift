import Drawing
import Exchange
import MapLayout
import SessionModel
import Testing

@testable import Workbench

@Suite("The map screen")
struct MapScreenTests {
  static let arrows: [Key] = [Key(.right), Key(.down), Key(.right), Key(.down), Key(.down), Key(.left), Key(.down), Key(.right), Key(.up), Key(.up)]

  @Test("never changes the picture while one walks: nobody moves, no line takes another way")
  func calm() throws {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
      var test = try ScreenBench.mango(width: width, height: height, now: ScreenBench.july)
      test.press(Key("2"))
      let scene = test.desk.map.scene
      #expect(!scene.lines.isEmpty)
      for key in Self.arrows {
        test.press(key)
        #expect(test.desk.map.scene == scene)
      }
    }
  }

  @Test("shows at 120 columns the whole chain and both bands at once")
  func fits() throws {
    var test = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july)
    test.press(Key("2"))
    let names = ["Growing", "Exporting", "Shops", "Frutas del", "Supermarket", "▪ CIRAD", "▪ Municipality of Baní", "Supporting functions", "Enabling environment"]
    for name in names { #expect(test.text.contains(name), "\(name)") }
    let scene = test.desk.map.scene
    #expect(scene.size.width <= 120 && scene.size.height <= 34)
    for box in scene.boxes where !box.isInBand {
      #expect(box.rect.width >= 10)
      if box.label.last?.hasSuffix("…") == true { #expect(box.label.count >= 3, "\(box.name)") }
    }
  }

  @Test("marks at their other ends all ties of the selected one, with a line or without")
  func ties() throws {
    var test = try ScreenBench.mango(width: 200, height: 60, now: ScreenBench.july)
    test.press(Key("2"))
    let promango = try #require(test.desk.map.scene.boxes.first { $0.name.hasPrefix("ProMango") })
    let ties = test.desk.map.scene.ties(of: promango.id)
    #expect(ties.count > 15 && ties.allSatisfy { !$0.hasLine })
    let before = test.text
    test.desk.map.box = promango.id
    let rect = try #require(test.desk.map.scene.box(ties[0].partner(of: promango.id))).rect
    #expect(rect.width > 0)
    let signs = { (text: String) in text.filter { $0 == "›" || $0 == "◈" }.count }
    #expect(signs(test.text) >= signs(before) + 12)
  }

  @Test("shows in room mode the same picture whatever anybody thinks of anybody")
  func room() throws {
    let session = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july).desk.working.session
    let trust = session.readings.sorted.filter { $0.aspect == .trust }
    let others = EntityKind.allCases.filter { $0 != .session }.flatMap { session.entities(of: $0) }.filter { one in !trust.contains { $0.id == one.id } }
    let changed = trust.enumerated().map { place, reading in
      var reading = reading
      reading.score = 1 + (place * 3 + (reading.score ?? 0)) % 5
      return reading
    }
    let other = Session(profile: session.profile, entities: others + changed.map { $0 as any Entity })
    let without = Session(profile: session.profile, entities: others)
    #expect(trust.count > 20)
    for (width, height) in [(64, 20), (120, 40), (200, 60)] {
      let surfaces = [session, other, without].map { session in
        var test = ScreenBench(session, width: width, height: height, now: ScreenBench.july)
        test.press(Key(.function(5)), Key("2"))
        for key in Self.arrows { test.press(key) }
        var surface = Surface(test.desk.size)
        test.desk.draw(on: &surface)
        return surface
      }
      #expect(surfaces[0].cells == surfaces[1].cells && surfaces[0].cells == surfaces[2].cells)
      let text = surfaces[0].lines.dropFirst(2).dropLast(2).joined(separator: "\n")
      #expect(!text.contains(where: { "╍╏┝┥".contains($0) }))
      // Beside a wide map the inspector cites headings of documents.
      if width < 160 { #expect(!text.lowercased().contains("trust")) }
    }
  }

  @Test("goes from the flow to all ties to the flow without trust, and O goes back; says how many have no line")
  func overlays() throws {
    var test = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july)
    test.press(Key("2"))
    let flow = test.desk.map.scene
    #expect(test.text.contains("Chain · flow · trust   \(flow.hiddenLines) more ties"))
    test.press(Key("o"))
    #expect(test.desk.map.scene.lines.count > flow.lines.count && test.text.contains("all ties"))
    test.press(Key("o"))
    #expect(!test.desk.map.scene.showsTrust && !test.text.contains("╍"))
    test.press(Key("O"))
    test.press(Key("O"))
    #expect(test.desk.map.scene.lines.count == flow.lines.count)
  }

  @Test("selects what is clicked and says its whole name where there is no inspector; i brings the inspector")
  func clicks() throws {
    var test = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july)
    test.press(Key("2"))
    let box = try #require(test.desk.map.scene.boxes.first { $0.name.hasPrefix("Competitiveness") })
    let at = Point(x: box.rect.x + 3, y: box.rect.y + 3 - test.desk.map.scroll.y)
    _ = test.desk.update(.mouse(MouseEvent(.press, at: at)), now: test.now)
    #expect(test.desk.map.box == box.id)
    #expect(test.lines[2].contains("Competitiveness and Policy Program"))
    test.press(Key("i"))
    #expect(test.desk.showsInspectorOnMap && test.text.contains("│"))
    test.press(Key("i"))
    #expect(!test.desk.showsInspectorOnMap)
  }
}
