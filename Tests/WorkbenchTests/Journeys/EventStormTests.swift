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

  @Test("the largest and smallest numbers that a file may hold are shown and worked with on every screen", .timeLimit(.minutes(5)), arguments: ["", "-"])
  func extremes(sign: String) throws {
    let text = String(decoding: SessionFormat.encode(try ScreenBench.mango().desk.working.session), as: UTF8.self)
    let extreme = text.replacing(/"(?!rapport)(\w+)": -?\d+(,?)\n/) { "\"\($0.output.1)\": \(sign)9999999999\($0.output.2)\n" }
    let session = try SessionFormat.decode(Array(extreme.utf8), file: "extreme")
    #expect(session.constraints.sorted.contains { $0.severity?.magnitude == 9_999_999_999 })
    for screen in 1...9 {
      var bench = ScreenBench(session, width: 160, height: 50)
      bench.press(.alt(Character(String(screen))))
      for key in Array("voooooooooooop+-y") + Array("\r") { bench.press(key == "\r" ? Key(.enter) : Key(key)) }
      bench.press(Key(.escape), Key(.escape), Key(.tab), Key(.down), Key("+"), Key("-"), Key(.function(5)), Key(.down))
      #expect(!bench.text.isEmpty)
    }
    var storm = EventStorm(session, seed: 11)
    storm.run(150)
    let bytes = SessionFormat.encode(storm.desk.working.session)
    #expect(try SessionFormat.decode(bytes, file: "storm") == storm.desk.working.session)
  }
}
