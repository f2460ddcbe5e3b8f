#if canImport(Glibc)
  import Glibc
#endif

/// A point or a stretch of time.
typealias Nanoseconds = Int64

extension Nanoseconds {
  /// By a clock that only goes forward.
  static var now: Nanoseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  var milliseconds: Double { Double(self) / 1e6 }
}

extension [Nanoseconds] {
  /// The value that a share of all is at most, from 0 to 1.
  func percentile(_ share: Double) -> Nanoseconds {
    guard !isEmpty else { return 0 }
    return sorted()[Swift.min(count - 1, Int(Double(count) * share))]
  }

  var median: Nanoseconds { percentile(0.5) }
}
