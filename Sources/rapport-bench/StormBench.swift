import SessionModel
import SessionStore
import Workbench

/// Presses random keys for as long as asked: `--storm COUNT [SEED]`. Stops at the first session that could not be opened again.
enum StormBench {
  static func run(_ numbers: [Int]) {
    let count = numbers.first ?? 100_000
    let seed = UInt64(max(0, numbers.count > 1 ? numbers[1] : 1))
    var storm = EventStorm(SessionGenerator.session(stakeholders: 50, seed: seed), seed: seed)
    let started = Nanoseconds.now
    for done in stride(from: 0, to: count, by: 1000) {
      storm.run(min(1000, count - done), drawEvery: 3)
      let session = storm.desk.working.session
      guard (try? SessionFormat.decode(SessionFormat.encode(session), file: "storm")) == session else {
        print("seed \(seed): after \(done + 1000) events the session cannot be read again")
        return
      }
    }
    print("seed \(seed): \(count) events in \((Nanoseconds.now - started).milliseconds.text(0)) ms, the session is as it should be")
  }
}
