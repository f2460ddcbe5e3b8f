import CSupport

#if canImport(Glibc)
  import Glibc
#endif
import SessionModel
import SessionStore

/// Measures the real program on a terminal: how soon it is there, how soon a key shows, and what it costs.
enum TerminalBench {
  private static let folder = "/tmp/rapport-bench-\(getpid())"

  static func run(sizes: [Int]) {
    mkdir(folder, 0o700)
    defer { removeFolder() }
    let binary = programPath
    guard access(binary, X_OK) == 0 else {
      print("There is no \(binary). Build it first: make release")
      return
    }
    let floor = measureFloor()
    print(
      "The floor, an echo on the same terminal: started \(floor.start.milliseconds.text(1)) ms, key to frame"
        + " \(floor.median.milliseconds.text(2)) ms in the median, \(floor.p95.milliseconds.text(2)) ms at p95, \(floor.processor) µs a key.")
    print("Beside each figure stands its goal; what is measured in multiples is so of the floor of this very run.\n")
    for size in sizes { measure(binary, size, floor) }
  }

  private struct Floor {
    var start, median, p95: Nanoseconds
    var processor: Int
  }

  private static func measureFloor() -> Floor {
    let starts = (0..<9).compactMap { _ in
      guard let echo = TestedProgram([ownPath, "--echo"], environment: environment) else { return Nanoseconds?.none }
      defer { echo.end() }
      return echo.firstFrame().time
    }
    guard let echo = TestedProgram([ownPath, "--echo"], environment: environment) else { return Floor(start: 0, median: 0, p95: 0, processor: 0) }
    defer { echo.end() }
    _ = echo.firstFrame()
    for _ in 0..<10 { _ = echo.press([0x78]) }
    let before = echo.processorTime
    let times = (0..<150).compactMap { _ in echo.press([0x78]).time }
    return Floor(
      start: starts.median, median: times.median, p95: times.percentile(0.95),
      processor: Int((echo.processorTime - before) / 1000) / 150)
  }

  private static func measure(_ binary: String, _ size: Int, _ floor: Floor) {
    let path = folder + "/session.json"
    let bytes = SessionFormat.encode(SessionGenerator.session(stakeholders: size))
    guard (try? PosixFile().write(bytes, to: path)) != nil else { return print("Cannot write \(path).") }
    let command = [binary, path]
    let starts = (0..<(size > 10_000 ? 3 : 9)).compactMap { _ in
      guard let program = TestedProgram(command, environment: environment) else { return Nanoseconds?.none }
      defer { program.end() }
      return program.firstFrame().time
    }
    guard let program = TestedProgram(command, environment: environment) else { return print("Cannot start \(binary).") }
    defer { program.end() }
    _ = program.firstFrame()
    let startMemory = program.memory
    program.settle()
    let startTime = program.processorTime
    sleep(2)
    let idle = (program.processorTime - startTime) / 2000
    print("\(size) stakeholders, \(bytes.count / 1000) kB")
    var table = PlainTable(["key to frame", "median ms", "p95", "p99", "median × floor (2)", "p95 × floor (4)", "bytes (300)", "µs (250)"])
    for series in KeySeries.all { measure(series, program, floor, &table) }
    table.print()
    let startGoal = size > 10_000 ? "150" : "6"
    let memoryGoal = size > 10_000 ? "100" : "14 and the data"
    let echoes = (Double(starts.median) / Double(max(1, floor.start))).text(1)
    print(
      "  first complete frame \(starts.median.milliseconds.text(1)) ms in the median of \(starts.count), \((starts.min() ?? 0).milliseconds.text(1)) ms"
        + " at best (goal \(startGoal)); \(echoes) times the start of the echo")
    print("  memory \(megabytes(startMemory)) MB at the first frame, \(megabytes(program.memory)) MB after all keys (goal \(memoryGoal))")
    print("  idle \(idle) µs of processor a second (goal 0)\n")
  }

  private static func measure(_ series: KeySeries, _ program: TestedProgram, _ floor: Floor, _ table: inout PlainTable) {
    for key in series.before { _ = program.press(key) }
    let processorBefore = program.processorTime
    let end = Nanoseconds.now + 20_000_000_000
    var times: [Nanoseconds] = []
    var bytes: [Nanoseconds] = []
    var count = 0
    for key in series.keys where Nanoseconds.now < end {
      let answer = program.press(key)
      count += 1
      bytes.append(Nanoseconds(answer.bytes))
      if let time = answer.time { times.append(time) }
    }
    let processor = (program.processorTime - processorBefore) / 1000 / Nanoseconds(max(1, count))
    for key in series.after { _ = program.press(key, patience: 80) }
    func ratio(_ value: Nanoseconds, _ floor: Nanoseconds) -> String { (Double(value) / Double(max(1, floor))).text(1) }
    table.add([
      series.name, times.median.milliseconds.text(2), times.percentile(0.95).milliseconds.text(2), times.percentile(0.99).milliseconds.text(2),
      ratio(times.median, floor.median), ratio(times.percentile(0.95), floor.p95), String(bytes.median), String(processor),
    ])
  }

  // MARK: Surroundings

  /// Nothing of the user's: no configuration, and state that goes with the folder.
  private static var environment: [String] {
    [
      "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(folder)", "XDG_CONFIG_HOME=\(folder)/config",
      "XDG_STATE_HOME=\(folder)/state", "XDG_DATA_HOME=\(folder)/data", "XDG_CACHE_HOME=\(folder)/cache",
    ]
  }

  private static var ownPath: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The program stands beside this one.
  private static var programPath: String { ownPath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/rapport" }

  private static func megabytes(_ kilobytes: Int) -> String { (Double(kilobytes) / 1024).text(1) }

  /// Everything in the folder, however deep: the program may have made files of its own.
  private static func removeFolder() {
    rapport_folder_remove(folder)
  }
}
