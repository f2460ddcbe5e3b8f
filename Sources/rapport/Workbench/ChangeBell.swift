import Synchronization
import Terminal

/// Wakes the event loop from the threads that watch files, from the moment there is a loop to wake.
final class ChangeBell: Sendable {
  private let waker = Mutex<Waker?>(nil)

  func connect(_ waker: Waker) { self.waker.withLock { $0 = waker } }
  func ring() { waker.withLock { $0?.wake() } }
}
