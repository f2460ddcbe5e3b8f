import CNcurses
import CSupport
import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for the terminal, signals, jobs and a deadline at once, in one synchronous thread, and gives what comes one at a time.
///
///     var loop = try EventLoop(driver)
///     while true {
///       if loop.shouldPresent { driver.present(surface) }
///       switch loop.next(deadline: state.deadline) { … }
///     }
public struct EventLoop {
  /// Wakes the loop from other threads.
  public let waker: Waker

  private let driver: TerminalDriver
  private let wakeEnd: Int32
  private var decoder = InputDecoder()
  private var pending: [TerminalEvent] = []
  private var isGone = false
  private var lastPause = Deadline.now

  public init(_ driver: TerminalDriver) throws(TerminalError) {
    self.driver = driver
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .noResources }
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakeEnd = ends[0]
    waker = Waker(descriptor: ends[1])
    decoder.backspaceIsControlH = driver.backspaceIsControlH
    decoder.ownSequences = driver.ownSequences
  }

  /// Whether a frame is due: nothing more has come to be handled before it, or keys have come for longer than a frame may wait.
  public var shouldPresent: Bool {
    mutating get {
      let now = Deadline.now
      let busy = !pending.isEmpty || decoder.isWaiting || hasInput
      if busy, now.nanoseconds &- lastPause.nanoseconds < 30_000_000 { return false }
      lastPause = now
      return true
    }
  }

  /// Waits for the next thing to happen. Without a deadline it waits as long as it takes, using no processor.
  public mutating func next(deadline: Deadline? = nil) -> TerminalEvent {
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      if let event = decoder.next(now: Deadline.now.nanoseconds) { return .event(event) }
      if isGone { return .hangup }
      let left = deadline?.millisecondsLeft
      if let left, left == 0, !hasInput { return .deadline }
      wait(atMost: left)
    }
  }

  /// Waits once and takes in what came.
  private mutating func wait(atMost left: Int32?) {
    // Woken every half minute while there is a deadline: the wait does not count time asleep, the deadline does.
    var timeout = left.map { min($0, 30_000) } ?? -1
    let patience = decoder.patience
    if decoder.isWaiting { timeout = timeout < 0 ? patience : min(timeout, patience) }
    var watched = [
      pollfd(fd: driver.input, events: Int16(POLLIN), revents: 0), pollfd(fd: driver.signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeEnd, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&watched, nfds_t(watched.count), timeout)
    if ready < 0 { return }
    if ready == 0 {
      if decoder.isWaiting, timeout == patience, let event = decoder.next(now: Deadline.now.nanoseconds, timedOut: true) {
        pending.append(.event(event))
      }
      return
    }
    if watched[1].revents != 0 { takeSignals() }
    if watched[2].revents != 0, Self.drain(wakeEnd) { pending.append(.wake) }
    if watched[0].revents & Int16(POLLIN) != 0 {
      readInput()
    } else if watched[0].revents != 0 {
      isGone = true
    }
  }

  private mutating func readInput() {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      let count = read(driver.input, buffer.baseAddress, buffer.count)
      if count > 0 {
        decoder.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        isGone = true
      }
    }
  }

  private var hasInput: Bool {
    var watched = pollfd(fd: driver.input, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }

  /// Signals that came are events, but for those of stopping and resizing, which the driver answers at once.
  private mutating func takeSignals() {
    var numbers: [Int32] = []
    _ = Self.drain(driver.signals) { numbers.append(Int32($0)) }
    var resized = false
    for number in numbers {
      switch number {
      case SIGTSTP:
        driver.stop()
        // The signal that continued us has been answered by coming back.
        _ = Self.drain(driver.signals) { if Int32($0) != SIGCONT, Int32($0) != SIGWINCH { pending.append(.signal(Int32($0))) } }
        resized = true
      case SIGCONT:
        driver.comeBack()
        resized = true
      case SIGWINCH: resized = true
      default: pending.append(.signal(number))
      }
    }
    if resized, driver.adoptSize() { pending.append(.event(.resize(driver.size))) }
  }

  /// Empties a pipe; whether there was anything in it.
  private static func drain(_ descriptor: Int32, _ each: (UInt8) -> Void = { _ in }) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 256)
    var any = false
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count <= 0 { return any }
      any = true
      for byte in buffer[..<count] { each(byte) }
    }
  }
}
