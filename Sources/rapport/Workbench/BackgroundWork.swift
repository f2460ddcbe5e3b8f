import Glibc
import Synchronization
import Terminal

/// Something computed on a thread of its own, which wakes the event loop when it is done.
final class BackgroundWork<Result: Sendable>: Sendable {
  private let found = Mutex<Result?>(nil)

  /// Nil while it is being computed.
  var result: Result? { found.withLock { $0 } }

  init(_ waker: Waker, _ compute: @escaping @Sendable () -> Result) {
    let work = Unmanaged.passRetained(Errand { [self] in
      let result = compute()
      found.withLock { $0 = result }
      waker.wake()
    })
    var thread = pthread_t()
    // Signals are the event loop's, but for those of a crash.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT] { sigdelset(&all, number) }
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let failure = pthread_create(&thread, nil, { argument in
      guard let argument else { return nil }
      Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().run()
      return nil
    }, work.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if failure == 0 {
      pthread_detach(thread)
    } else {
      // Without a thread it is computed here and now.
      work.takeRetainedValue().run()
    }
  }
}

/// What a thread is to do.
private final class Errand: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
