import Drawing
import Foundation
import SessionModel
import SessionStore
import Testing

@testable import Workbench

/// A desk to press keys on, and what it shows.
struct ScreenBench: CustomTestStringConvertible {
  var desk: Desk
  var now: Instant
  static let june = Instant("2008-06-01T09:00:00Z") ?? Instant(seconds: 0)
  static let july = Instant("2008-07-01T10:00:00Z") ?? Instant(seconds: 0)

  init(_ session: Session, width: Int = 80, height: Int = 24, now: Instant = june) {
    self.now = now
    desk = Desk(session, file: OpenFile(name: "test.json", path: nil), size: Size(width: width, height: height), now: now, seed: 7)
    // Enough for a picture, and quick without optimisation.
    desk.outlookRuns = 200
  }

  /// The sample that comes with the program.
  static func mango(width: Int = 80, height: Int = 24, now: Instant = june) throws -> ScreenBench {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("sample-data/mango-cluster.json")
    return ScreenBench(try SessionFormat.decode([UInt8](try Data(contentsOf: file)), file: file.lastPathComponent), width: width, height: height, now: now)
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      for effect in desk.update(.key(key), now: now) where effect == .readKinds { desk.receiveBuiltInKinds() }
      work()
    }
  }

  /// Does what goes on behind.
  private mutating func work() {
    while let job = desk.outlookJob { desk.receive(job.run(), of: job) }
    while let job = desk.answersJob { desk.receive(job.run(), of: job) }
  }

  mutating func type(_ text: String) { for character in text { press(Key(character)) } }
  mutating func resize(_ width: Int, _ height: Int) { _ = desk.update(.resize(Size(width: width, height: height)), now: now) }

  var lines: [String] {
    var surface = Surface(desk.size)
    desk.draw(on: &surface)
    return surface.lines
  }

  /// The screen, so that a failed test shows what was seen.
  var testDescription: String { "\n" + text }

  var text: String { lines.joined(separator: "\n") }
  /// Between the tabs and the messages.
  var body: [String] { Array(lines.dropFirst(2).dropLast(2)) }
  func shows(_ text: String) -> Bool { self.text.contains(text) }
}

extension Session {
  /// So many firms, each with what it is called; tied in a ring if asked for.
  static func firms(_ count: Int, tied: Bool = false, named name: (Int) -> String = { "Firm \($0)" }) -> Session {
    var session = Session()
    func id(_ text: String) -> EntityID { EntityID(text) ?? .session }
    for number in 0..<count {
      var firm = Stakeholder(id: id("s-\(number)"))
      firm.name = name(number)
      session.put(firm)
      guard tied else { continue }
      var tie = Relationship(id: id("r-\(number)"))
      (tie.from, tie.to, tie.type) = (firm.id, id("s-\((number + 1) % count)"), .known(.trade))
      session.put(tie)
    }
    return session
  }
}
