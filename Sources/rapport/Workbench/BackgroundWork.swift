import SessionStore
import Synchronization
import Terminal

/// Something computed on a thread of its own, which wakes the event loop when it is done.
final class BackgroundWork<Result: Sendable>: Sendable {
  private let found = Mutex<Result?>(nil)

  /// Nil while it is being computed.
  var result: Result? { found.withLock { $0 } }

  init(_ waker: Waker, _ compute: @escaping @Sendable () -> Result) {
    let work: @Sendable () -> Void = { [self] in
      let result = compute()
      found.withLock { $0 = result }
      waker.wake()
    }
    // Without a thread it is computed here and now.
    if let thread = WorkThread(work) { thread.detach() } else { work() }
  }
}
