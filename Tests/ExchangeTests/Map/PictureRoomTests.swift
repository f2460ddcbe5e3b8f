import MapLayout
import SessionModel
import Testing
import Words

@testable import Exchange

@Suite("The room of a picture")
struct PictureRoomTests {
  private static func drawing(_ growers: Int) -> MapDrawing {
    var session = MapFixture.session()
    for number in 0..<growers {
      var one = Stakeholder(id: EntityID("s-x\(number)") ?? .session)
      one.name = "Mango growers of valley \(number)"
      one.segment = EntityID("g-1")
      session.put(one)
    }
    return MapDrawing(session, for: .room, words: English())
  }

  private static func height(_ picture: String) -> Int? {
    picture.split(separator: "viewBox=\"").dropFirst().first?.split(separator: "\"").first?.split(separator: " ").last.flatMap { Int($0) }
  }

  @Test("grows until everybody has a box and a name that is known")
  func grows() {
    let few = Self.drawing(2).svg(.chain), many = Self.drawing(30).svg(.chain)
    #expect((Self.height(many) ?? 0) > (Self.height(few) ?? .max))
    for number in 0..<30 { #expect(many.contains("<title>Mango growers of valley \(number)</title>")) }
    #expect(!many.contains("… "), "nobody is only counted")
  }

  @Test("is the one that was asked for")
  func asked() {
    let small = Self.drawing(30).svg(.chain, size: (100, 30))
    #expect(small.contains("… ") && small != Self.drawing(30).svg(.chain))
  }

  @Test("of the other views does not grow where that brings nobody onto it", arguments: [MapViewKind.network, .circles])
  func views(view: MapViewKind) {
    let drawing = Self.drawing(4)
    #expect(drawing.svg(view) == drawing.svg(view, size: (150, 44)))
  }

  @Test("says how many ties it has no line for, so that nobody seems to stand alone")
  func remark() {
    let session = MapFixture.session()
    let drawing = MapDrawing(session, for: .room, words: English())
    let scene = drawing.scene(.chain, width: 150, height: 44)
    let hidden = scene.ties.count { !$0.hasLine }
    #expect(hidden > 0)
    #expect(drawing.svg(.chain).contains(English().mapHidden(hidden, .all)))
    #expect(drawing.lines(.chain, width: 150, height: 44).last == English().mapHidden(hidden, .all))
    #expect(!drawing.svg(.circles).contains("without a line"))
  }
}
