import JSON
import SessionModel
import Synchronization
import Testing

/// Long lists are read and written by two threads, each a half.
@Suite struct SharedReadingTests {
  /// Counts how often it was asked, and does the work at once.
  private final class Helper: Sendable {
    let asked = Mutex(0)

    var sideWork: SideWork {
      SideWork { [self] work in
        asked.withLock { $0 += 1 }
        work()
        return {}
      }
    }
  }

  private static let many: EntityCollection<Stakeholder> = {
    var session = Session()
    for number in 0..<3_000 {
      var stakeholder = Stakeholder(id: EntityID("s-\(10_000 + number)") ?? .session)
      stakeholder.name = "Growers of valley \(number) with a \"quote\" and é"
      stakeholder.contribution = "They know the trees, and bring \(number) crates."
      session.put(stakeholder)
    }
    return session.stakeholders
  }()

  private static func write(_ all: EntityCollection<Stakeholder>, aside: SideWork? = nil) -> [UInt8] {
    var writer = JSONWriter()
    all.write(to: &writer, aside: aside)
    return writer.finish()
  }

  private struct Outcome: Equatable {
    var ids: [EntityID] = []
    var collection: EntityCollection<Stakeholder>?
    var error: JSONError?
  }

  private static func read(_ bytes: [UInt8], aside: SideWork? = nil) -> Outcome {
    var outcome = Outcome()
    do throws(JSONError) {
      outcome.collection = try JSONReader.read(bytes) { reader throws(JSONError) in
        try EntityCollection<Stakeholder>(from: &reader, ids: &outcome.ids, aside: aside)
      }
    } catch {
      outcome = Outcome(error: error)
    }
    return outcome
  }

  @Test("a long list is the same whoever reads and writes its second half")
  func same() throws {
    let helper = Helper()
    let bytes = Self.write(Self.many)
    #expect(Self.write(Self.many, aside: helper.sideWork) == bytes)
    #expect(helper.asked.withLock { $0 } == 1)
    let read = Self.read(bytes, aside: helper.sideWork)
    #expect(helper.asked.withLock { $0 } == 2)
    #expect(read == Self.read(bytes))
    #expect(read.collection == Self.many)
  }

  @Test("wherever a long list is damaged, it is the same error at the same place", arguments: 0..<30)
  func damaged(seed: UInt64) {
    var random = Seeded(seed)
    var bytes = Self.write(Self.many)
    for _ in 0...random.below(2) {
      let damage: [UInt8] = [0x22, 0x2C, 0x5C, 0x5D, 0x7B, 0x7D, 0x0A, 0x00, 0x80]
      bytes[random.below(bytes.count)] = damage[random.below(damage.count)]
    }
    #expect(Self.read(bytes, aside: Helper().sideWork) == Self.read(bytes))
  }

  @Test("a place that only looks like the beginning of an element is not taken for one")
  func misled() throws {
    // Members of the elements stand where elements would.
    let lines = (0..<6_000).map { "{\"id\": \"s-\(20_000 + $0)\", \"later\": [\n  {\"name\": \"\(String(repeating: "x", count: 60))\"\n}]}" }
    let bytes = Array("[\n\(lines.joined(separator: ",\n"))\n]\n".utf8)
    let helper = Helper()
    let read = Self.read(bytes, aside: helper.sideWork)
    #expect(helper.asked.withLock { $0 } == 1)
    #expect(read.collection?.count == 6_000)
    #expect(read == Self.read(bytes))
  }
}
