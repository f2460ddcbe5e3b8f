import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the event loop gives its caller, one at a time.
public enum TerminalEvent: Hashable, Sendable {
  /// A key, a paste, the mouse or a new size.
  case event(Event)
  /// HUP, TERM, INT or QUIT: save what is to be saved, close the driver, exit with 128 plus the number.
  case signal(Int32)
  /// Another thread called `Waker.wake()`, once or more often.
  case wake
  /// The deadline has come.
  case deadline
  /// The terminal is gone: nothing can be shown or read any more.
  case hangup
}

/// A point in time on the clock that runs on while the computer sleeps, in nanoseconds since it was started.
public struct Deadline: Hashable, Comparable, Sendable {
  public var nanoseconds: UInt64

  public init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

  public static var now: Deadline {
    var time = timespec()
    #if canImport(Glibc)
      clock_gettime(CLOCK_BOOTTIME, &time)
    #else
      clock_gettime(CLOCK_MONOTONIC, &time)
    #endif
    return Deadline(nanoseconds: UInt64(max(0, time.tv_sec)) &* 1_000_000_000 &+ UInt64(max(0, time.tv_nsec)))
  }

  public static func after(milliseconds: Int) -> Deadline {
    Deadline(nanoseconds: now.nanoseconds &+ UInt64(max(0, min(milliseconds, 1 << 40))) &* 1_000_000)
  }

  public static func < (one: Deadline, other: Deadline) -> Bool { one.nanoseconds < other.nanoseconds }

  /// Milliseconds from now, rounded up; 0 when it has come.
  var millisecondsLeft: Int32 {
    let now = Deadline.now
    if nanoseconds <= now.nanoseconds { return 0 }
    return Int32(min((nanoseconds - now.nanoseconds + 999_999) / 1_000_000, 1_000_000_000))
  }
}

/// Wakes the event loop from any thread, when a job has left a result.
public struct Waker: Sendable {
  let descriptor: Int32

  public func wake() {
    var byte: UInt8 = 1
    // A full pipe already holds enough to wake the loop.
    _ = write(descriptor, &byte, 1)
  }
}
