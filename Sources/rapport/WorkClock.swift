import Glibc
import SessionModel

/// What time it is: the wall clock of this machine and place, or a fixed moment from which time does not move on.
struct WorkClock {
  var fixed: Instant?

  var now: Instant {
    if let fixed { return fixed }
    var time = time_t()
    Glibc.time(&time)
    var local = tm()
    localtime_r(&time, &local)
    return Instant(seconds: Int64(time), offset: Int(local.tm_gmtoff) / 60)
  }

  /// A moment by the clock of this place.
  func here(_ moment: Instant) -> Instant {
    var time = time_t(moment.seconds)
    var local = tm()
    localtime_r(&time, &local)
    return Instant(seconds: moment.seconds, offset: Int(local.tm_gmtoff) / 60)
  }

  /// Seconds since the computer was started, suspended or not.
  static var steady: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec)
  }

  /// Different at every start, so that two people's new ids do not meet.
  static var seed: UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }
}
