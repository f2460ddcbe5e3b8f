import Drawing
import Foundation
import SessionModel
import Testing

@testable import Workbench

/// Every screen of the sample session as it is expected to look, as text and as the roles of its cells. `make golden` writes them anew.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Expected")
  private static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]
  private static var isWriting: Bool { ProcessInfo.processInfo.environment["RAPPORT_GOLDEN"] == "write" }

  @Test("every screen looks as expected", arguments: WorkScreen.allCases, sizes)
  func screen(screen: WorkScreen, size: Size) throws {
    try check("\(screen.rawValue)-\(size.width)x\(size.height)", size, [Self.key(of: screen)])
  }

  @Test("every screen looks as expected in room mode", arguments: WorkScreen.allCases)
  func room(screen: WorkScreen) throws {
    try check("\(screen.rawValue)-room-80x24", Self.sizes[0], [Self.key(of: screen), Key(.function(5))])
  }

  @Test(
    "what lies open over a screen looks as expected",
    arguments: [
      ("form", [Key("3"), Key("e")]), ("help", [Key("3"), Key("?")]), ("palette", [Key("3"), Key(":")]), ("find", [Key("/"), Key("d"), Key("u"), Key("e")]),
      ("capture", [Key("3"), Key("a"), Key("M")]), ("connect", [Key("3"), Key("c")]), ("columns", [Key("3"), Key("|")]),
    ])
  func layer(name: String, keys: [Key]) throws { try check("layer-\(name)-80x24", Self.sizes[0], keys) }

  private static func key(of screen: WorkScreen) -> Key {
    Key(Character(String((WorkScreen.allCases.firstIndex(of: screen) ?? 0) + 1)))
  }

  private func check(_ name: String, _ size: Size, _ keys: [Key]) throws {
    var bench = try ScreenBench.mango(width: size.width, height: size.height)
    for key in keys { bench.press(key) }
    var surface = Surface(size)
    bench.desk.draw(on: &surface)
    let now = Screenshot(surface).textWithStyles
    let file = Self.folder.appendingPathComponent(name + ".txt")
    if Self.isWriting { try Data(now.utf8).write(to: file) }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(now == expected, "\(name) looks different now; when that is meant, make golden writes it anew")
  }
}
