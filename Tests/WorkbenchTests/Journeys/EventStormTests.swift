import Drawing
import SessionModel
import SessionStore
import Testing

@testable import Workbench

/// `rapport-bench --storm` presses more of them.
@Suite struct EventStormTests {
  @Test("random keys, pastes, clicks and sizes neither crash nor spoil the session", .timeLimit(.minutes(5)), arguments: 0..<6 as Range<UInt64>)
  func storm(seed: UInt64) throws {
    let session = seed % 2 == 0 ? try ScreenBench.mango().desk.working.session : Session()
    var storm = EventStorm(session, seed: seed)
    for _ in 0..<5 {
      storm.run(60)
      let bytes = SessionFormat.encode(storm.desk.working.session)
      #expect(try SessionFormat.decode(bytes, file: "storm") == storm.desk.working.session)
    }
  }
}
