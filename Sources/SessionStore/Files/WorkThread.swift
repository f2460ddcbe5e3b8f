import SessionModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A thread that runs one closure. It takes no signals: those are the event loop's.
public struct WorkThread: ~Copyable {
  private let thread: pthread_t

  /// Whether a second thread runs beside the first, not in turn with it.
  public static let hasProcessor = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1

  /// Begins; nil when the system has no more threads to give, and then nothing was run.
  public init?(_ run: @escaping @Sendable () -> Void) {
    var all = sigset_t(), before = sigset_t()
    sigfillset(&all)
    // Faults of this thread must still reach the crash handler.
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT] { sigdelset(&all, number) }
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let job = Unmanaged.passRetained(Job(run))
    var thread = pthread_t()
    let failure = pthread_create(&thread, nil, { argument in
      guard let argument else { return nil }
      Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run()
      return nil
    }, job.toOpaque())
    guard failure == 0 else {
      job.release()
      return nil
    }
    self.thread = thread
  }

  /// Lets it run without anybody waiting for it.
  public consuming func detach() { pthread_detach(thread) }

  /// Waits until it has ended.
  public consuming func join() { pthread_join(thread, nil) }

  private final class Job: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}

extension SideWork {
  /// On a thread for each piece; nil on a machine with one processor, where that would gain nothing.
  static let thread: SideWork? = !WorkThread.hasProcessor ? nil : SideWork { work in
    guard let thread = WorkThread(work) else { return nil }
    let running = Mutex<WorkThread?>(thread)
    return { running.withLock { $0.take()?.join() } }
  }
}
