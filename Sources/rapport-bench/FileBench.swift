#if canImport(Glibc)
  import Glibc
#endif
import JSON
import SessionModel
import SessionStore

/// Measures how fast a session is read and written, for sessions of the three sizes that the design names.
enum FileBench {
  static func run(sizes: [Int]) {
    for size in sizes {
      let session = SessionGenerator.session(stakeholders: size)
      let bytes = SessionFormat.encode(session)
      let runs = size > 10_000 ? 7 : 50
      // What was read is kept until the clock has stopped, for its end is no part of loading.
      var kept: Session?
      let load = best(of: runs, before: { kept = nil }) { kept = try? SessionFormat.decode(bytes, file: "bench") }
      withExtendedLifetime(kept) {}
      let encode = best(of: runs) { _ = SessionFormat.encode(session) }
      let scan = best(of: runs) { _ = try? JSONReader.read(bytes) { reader throws(JSONError) in try reader.skip() } }
      let path = "/tmp/rapport-bench-\(getpid())"
      let files = PosixFile()
      let write = best(of: runs) { _ = try? files.write(bytes, to: path) }
      var print = try? SessionFile().open(path).fingerprint
      let save = best(of: runs) { print = try? SessionFile().save(session, to: path, expecting: print) }
      let open = best(of: runs, before: { kept = nil }) { kept = try? SessionFile().open(path).session }
      unlink(path)
      Swift.print(
        "\(size) stakeholders, \(bytes.count / 1000) kB: decode \(rate(bytes.count, load)), encode \(rate(bytes.count, encode)),"
          + " fsynced write \(rate(bytes.count, write)), save \(rate(bytes.count, save)), open \(rate(bytes.count, open)),"
          + " JSON alone \(rate(bytes.count, scan))")
    }
  }

  private static func best(of runs: Int, before: () -> Void = {}, _ body: () -> Void) -> Duration {
    let clock = ContinuousClock()
    return (0..<runs)
      .map { _ in
        before()
        return clock.measure(body)
      }
      .min() ?? .zero
  }

  private static func rate(_ bytes: Int, _ time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let milliseconds = (seconds * 100_000).rounded() / 100
    return "\(milliseconds) ms (\(Int(Double(bytes) / seconds / 1_000_000)) MB/s)"
  }
}
