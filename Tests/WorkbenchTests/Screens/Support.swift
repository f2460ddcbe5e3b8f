import Drawing
import Foundation
import SessionModel
import SessionStore

@testable import Workbench

/// A desk on a session, as a facilitator would have it open on 1 July 2008.
struct TestDesk {
  var desk: Desk
  var now = Instant("2008-07-01T10:00:00Z") ?? Instant(seconds: 0)

  init(_ session: Session, _ width: Int = 120, _ height: Int = 40) {
    desk = Desk(session, file: OpenFile(name: "test.json", path: nil), size: Size(width: width, height: height), now: now, seed: 1)
  }

  /// The sample that comes with the program.
  static func mango(_ width: Int = 120, _ height: Int = 40) throws -> TestDesk {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent("sample-data/mango-cluster.json")))
    return TestDesk(try SessionFormat.decode(bytes, file: "mango-cluster.json"), width, height)
  }

  mutating func press(_ keys: Key...) {
    for key in keys { _ = desk.update(.key(key), now: now) }
  }

  var lines: [String] {
    var surface = Surface(desk.size)
    desk.draw(on: &surface)
    return surface.lines
  }

  var text: String { lines.joined(separator: "\n") }
}
