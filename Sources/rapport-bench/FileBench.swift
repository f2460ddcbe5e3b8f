#if canImport(Glibc)
  import Glibc
#endif
import JSON
import SessionModel
import SessionStore

/// Measures how fast a session is read and written, in this process; the best of several runs.
enum FileBench {
  static func run(sizes: [Int]) {
    print(
      "The session file, the best of several runs. Beside the figures stand their goals; the references of the same run are going through the"
        + " bytes without keeping anything, and a write with fsync of the same bytes.\n")
    var table = PlainTable([
      "", "kB", "load ms", "MB/s (400)", "going through MB/s", "encode ms", "write and fsync ms", "save ms", "save × write (2.5)",
    ])
    for size in sizes { table.add(measure(size)) }
    table.print()
    measureJournal()
  }

  /// How long an edit takes to be kept, beside one append and fdatasync of the same bytes. The key waits for the first figure only.
  private static func measureJournal() {
    let path = "/tmp/rapport-bench-\(getpid()).journal", plain = path + "-plain"
    defer {
      unlink(path)
      unlink(plain)
    }
    var actor = Stakeholder(id: .session)
    actor.name = "Growers of the upper valley"
    let step = RecordedStep(.did, Transaction(Title(.edit, .stakeholder, name: actor.name), [.replace(actor)]), at: Instant(seconds: 0))
    let journal = Journal(at: path, base: 0)
    var waits: [Nanoseconds] = [], kept: [Nanoseconds] = [], appended: [Nanoseconds] = []
    let file = open(plain, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let bytes = [UInt8](repeating: 0x78, count: 300)
    for _ in 0..<200 {
      var start = Nanoseconds.now
      journal.append([step], draft: .null)
      waits.append(.now - start)
      while !journal.isSettled { sched_yield() }
      kept.append(.now - start)
      start = .now
      _ = write(file, bytes, bytes.count)
      fdatasync(file)
      appended.append(.now - start)
    }
    close(file)
    func median(_ times: [Nanoseconds]) -> Double { Double(times.sorted()[times.count / 2]) / 1000 }
    print("\nAn edit in the journal, medians in µs. Goal: on the disk within 1.5 times one append and fdatasync.\n")
    var table = PlainTable(["", "the key waits", "on the disk", "append and fdatasync", "times"])
    table.add([
      "an edit", median(waits).text(0), median(kept).text(0), median(appended).text(0), (median(kept) / max(1, median(appended))).text(2),
    ])
    table.print()
  }

  private static func measure(_ size: Int) -> [String] {
    let session = SessionGenerator.session(stakeholders: size)
    let bytes = SessionFormat.encode(session)
    let runs = size > 10_000 ? 7 : 50
    // What was read is kept until the clock has stopped, for its end is no part of loading.
    var kept: Session?
    let load = best(of: runs, before: { kept = nil }) { kept = try? SessionFormat.decode(bytes, file: "bench") }
    withExtendedLifetime(kept) {}
    let encode = best(of: runs) { _ = SessionFormat.encode(session) }
    let scan = best(of: runs) { _ = try? JSONReader.read(bytes) { reader throws(JSONError) in try reader.skip() } }
    let path = "/tmp/rapport-bench-\(getpid()).json"
    defer { unlink(path) }
    let files = PosixFile()
    guard (try? files.write(bytes, to: path)) != nil else { return ["\(size) stakeholders"] }
    var print = try? SessionFile().open(path).fingerprint
    // In turn, so that a busy disk does not fall on one of them alone.
    var (write, save) = (Nanoseconds.max, Nanoseconds.max)
    for _ in 0..<runs {
      write = min(write, best(of: 1) { _ = try? files.write(bytes, to: path) })
      print = try? SessionFile().open(path).fingerprint
      save = min(save, best(of: 1) { print = try? SessionFile().save(session, to: path, expecting: print) })
    }
    return [
      "\(size) stakeholders", String(bytes.count / 1000), load.milliseconds.text(2), rate(bytes, load), rate(bytes, scan),
      encode.milliseconds.text(2), write.milliseconds.text(2), save.milliseconds.text(2), (Double(save) / Double(max(1, write))).text(1),
    ]
  }

  private static func best(of runs: Int, before: () -> Void = {}, _ body: () -> Void) -> Nanoseconds {
    var least = Nanoseconds.max
    for _ in 0..<runs {
      before()
      let start = Nanoseconds.now
      body()
      least = min(least, .now - start)
    }
    return least
  }

  private static func rate(_ bytes: [UInt8], _ time: Nanoseconds) -> String { (Double(bytes.count) * 1000 / Double(max(1, time))).text(0) }
}
