import Glibc

/// Notices when the wall clock is put forward or back, by the clock that only ever goes on and counts a suspended computer's time too.
struct ClockWatch {
  /// What the wall clock was ahead of the other one.
  private var ahead: Int64?

  /// Less than this is the clock being trimmed.
  static let least: Int64 = 20

  /// By how many seconds the wall clock jumped since this was asked last; 0 when it did not.
  mutating func jump(wall: Int64, steady: Int64) -> Int {
    let now = wall - steady
    defer { ahead = now }
    guard let ahead, abs(now - ahead) >= Self.least else { return 0 }
    return Int(now - ahead)
  }

  /// Seconds since the computer was started.
  static var steady: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec)
  }
}
