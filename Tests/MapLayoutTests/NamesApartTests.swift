import SessionModel
import Testing

@testable import MapLayout

@Suite("Names that begin alike")
struct NamesApartTests {
  private static let places = ["Azua", "Baní", "Mata Gorda", "Ocoa", "San Juan"]
  private static let text = LabelText { _ in 1 }

  /// Growers of five places, tied in a row.
  private static func growers(in stages: [Stage]) -> Session {
    var fixture = ChainFixture(stages)
    let ids = places.map { fixture.add("Small growers’ association of \($0)", 0) }
    for (one, other) in zip(ids, ids.dropFirst()) { fixture.tie(one, other, trust: 3) }
    for (number, id) in ids.enumerated() {
      for aspect in [Aspect.influence, .interest] {
        guard let reading = EntityID("tn\(number)-\(aspect == .interest ? 1 : 0)") else { continue }
        var one = Reading(id: reading)
        one.aspect = .known(aspect)
        one.subject = id
        one.score = 3
        fixture.session.put(one)
      }
    }
    return fixture.session
  }

  @Test("are told apart on every view, and take no more room than before")
  func views() {
    let stages: [Stage] = [.inputs, .production, .collection, .processing, .packing, .transport, .export, .retail]
    var crowded = ChainFixture(stages)
    for place in Self.places { crowded.add("Small growers’ association of \(place)", 0) }
    for number in 1..<stages.count { crowded.add("Somebody at work", number) }
    let session = Self.growers(in: [.production])
    let (narrow, roster) = (FieldTests.options(60, 20), ChainRoster(session))
    let scenes = [
      crowded.scene(ChainFixture.options(120, 40)),
      FieldTests.grid(session, .interest, narrow),
      CirclesLayout.scene(session: session, readings: ReadingIndex(session), roster: roster, options: narrow),
      NetworkTests.scene(session, nil, narrow),
    ]
    for scene in scenes {
      let boxes = scene.boxes.filter { $0.name.hasPrefix("Small") }
      let labels = boxes.map { $0.label.joined(separator: " ") }
      #expect(labels.count == 5 && Set(labels).count == 5, "\(labels)")
      for (box, label) in zip(boxes, labels) where label != box.name {
        #expect(label.hasPrefix("Sma") && box.name.split(separator: " ").last.map { label.hasSuffix($0) } == true, "\(label)")
      }
    }
    expectSoundScene(scenes[0])
    for scene in scenes.dropFirst() { expectNoOverlap(scene) }
  }

  @Test("are cut before the word that tells them apart", arguments: [
    ("Small growers’ association of Azua", 30, 20, 1, ["Small growers’…Azua"]), ("Small growers’ association of Azua", 30, 12, 2, ["Small growe…", "of Azua"]),
    ("Importer Baní Inc.", 9, 12, 1, ["Import…Baní…"]), ("Growers of the upper valley", 17, 14, 2, ["Growers of the", "upper valley"]),
    ("果物生産者組合東支部長", 8, 8, 1, ["果物生産…支部長"]),
  ])
  func cut(name: String, shared: Int, limit: Int, lines: Int, label: [String]) {
    #expect(Self.text.cut(Array(name), where: shared, to: limit, lines: lines) == label)
  }

  @Test("stay as they are where the one is the other's beginning, or there is no room for both ends")
  func unchanged() {
    #expect(Self.text.cut(Array("Growers"), where: 7, to: 20, lines: 1) == nil)
    #expect(Self.text.cut(Array("Growers of Azua"), where: 11, to: 5, lines: 1) == nil)
  }
}
