import Glibc
import MapLayout
import Synchronization
import Terminal
import Workbench

/// Makes a layout on a thread of its own and wakes the event loop when it is done.
final class LayoutThread: Sendable {
  let job: LayoutJob
  private let plan = Mutex<NetworkPlan?>(nil)

  /// The layout; nil while it is being made.
  var result: NetworkPlan? { plan.withLock { $0 } }

  init(_ job: LayoutJob, _ waker: Waker) {
    self.job = job
    let work = Unmanaged.passRetained(Work { [self] in
      let made = job.run()
      plan.withLock { $0 = made }
      waker.wake()
    })
    var thread = pthread_t()
    // Signals are the event loop's.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT] { sigdelset(&all, number) }
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let failure = pthread_create(&thread, nil, { argument in
      guard let argument else { return nil }
      Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
      return nil
    }, work.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if failure == 0 {
      pthread_detach(thread)
    } else {
      // Without a thread it is made here and now.
      work.takeRetainedValue().run()
    }
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
