import SessionStore
import Synchronization

/// Something computed on a thread of its own, and waited for when it is needed.
final class Ahead<Result: Sendable>: Sendable {
  private final class Found: Sendable {
    let result = Mutex<Result?>(nil)
  }

  private let found: Found
  private let thread: Mutex<WorkThread?>

  /// Nil where it would only take turns with whoever needs it, and where there is no thread to be had.
  init?(_ compute: @escaping @Sendable () -> Result) {
    let found = Found()
    let work: @Sendable () -> Void = {
      let result = compute()
      found.result.withLock { $0 = result }
    }
    guard WorkThread.hasProcessor, let thread = WorkThread(work) else { return nil }
    self.found = found
    self.thread = Mutex<WorkThread?>(thread)
  }

  /// Waits for it; nil when it was taken before.
  func take() -> Result? {
    thread.withLock { $0.take()?.join() }
    return found.result.withLock { $0.take() }
  }
}
