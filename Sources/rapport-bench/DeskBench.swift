import Drawing
import SessionModel
import Workbench

/// Update and draw without a terminal, for a profiler: `--desk SIZE SCREEN KEYS`.
enum DeskBench {
  static func run(_ arguments: [String]) {
    let numbers = arguments.compactMap { Int($0) }
    let size = numbers.first ?? 50
    let screens = numbers.count > 1 && numbers[1] > 0 ? [numbers[1]] : Array(1...9)
    let keys = numbers.count > 2 ? numbers[2] : 400
    let now = Instant(seconds: 1_750_000_000, offset: 0)
    let session = SessionGenerator.session(stakeholders: size)
    let started = Nanoseconds.now
    var desk = Desk(session, file: OpenFile(name: "bench", path: nil), size: Size(width: 120, height: 40), now: now, seed: 1)
    var surface = Surface(Size(width: 120, height: 40))
    desk.draw(on: &surface)
    print("first frame \((Nanoseconds.now - started).milliseconds.text(2)) ms")
    for screen in screens {
      _ = desk.update(.key(Key.alt(Character(String(screen)))), now: now)
      desk.draw(on: &surface)
      var times: [Nanoseconds] = []
      for index in 0..<keys {
        let key = Key(index % 40 < 20 ? .down : index % 40 < 38 ? .up : index % 2 == 0 ? .right : .left)
        let before = Nanoseconds.now
        _ = desk.update(.key(key), now: now)
        desk.draw(on: &surface)
        times.append(.now - before)
      }
      print("screen \(screen): median \((Double(times.median) / 1000).text(1)) µs, p95 \((Double(times.percentile(0.95)) / 1000).text(1)) µs")
    }
  }
}
