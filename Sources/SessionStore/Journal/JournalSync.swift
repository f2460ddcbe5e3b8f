import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A thread that has the disk confirm what a journal has written, so that no key waits for it.
///
/// What is asked for while it is busy is done at once afterwards, so a line is on the disk after two rounds at the latest. The thread starts
/// with the first request and ends with this object; descriptors handed to it are closed by it.
final class JournalSync: Sendable {
  private struct Work {
    var file: FileDescriptor?
    var folder: String?
    var closing: [FileDescriptor] = []
    var fault: ErrorNumber?
    var requests = 0
    var confirmed = 0
  }

  private let work = Mutex(Work())
  private let system: any FileSystem
  /// Wakes the thread; its read end is the thread's own.
  private let bell: Mutex<FileDescriptor?> = Mutex(nil)
  /// Called from the thread when the disk refused.
  private let onFault: @Sendable () -> Void

  init(_ system: any FileSystem, onFault: @escaping @Sendable () -> Void) {
    self.system = system
    self.onFault = onFault
  }

  deinit {
    bell.withLock { bell in if let bell { _ = SystemFiles().close(bell) } }
  }

  /// Why the disk did not confirm; asked once, then forgotten.
  func takeFault() -> ErrorNumber? {
    work.withLock { work in
      defer { work.fault = nil }
      return work.fault
    }
  }

  /// Whether everything asked for has been confirmed.
  var isSettled: Bool { work.withLock { $0.requests == $0.confirmed } }

  /// Has the bytes of a file confirmed, and with `folder` that its name will be there after a power cut.
  func request(_ file: FileDescriptor, folder: String?) {
    work.withLock { work in
      work.file = file
      work.folder = folder ?? work.folder
      work.requests += 1
    }
    ring()
  }

  /// Closes a descriptor when nothing more is being done with it.
  func close(_ file: FileDescriptor) {
    work.withLock { work in
      if work.file == file { work.file = nil }
      work.closing.append(file)
    }
    ring()
  }

  private func ring() {
    let isThere = bell.withLock { bell in
      if bell == nil { bell = start() }
      guard let bell else { return false }
      var byte: UInt8 = 1
      // A full pipe rings long enough.
      _ = Glibc.write(bell.number, &byte, 1)
      return true
    }
    // Without a thread the key waits, which is better than not being sure.
    if !isThere { Self.round(work: { change in work.withLock { change(&$0) } }, system, onFault) }
  }

  /// Starts the thread and gives the bell that wakes it; nil when the system has no more threads to give.
  private func start() -> FileDescriptor? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let ear = ends[0]
    let system = system, onFault = onFault
    let thread = WorkThread { [weak self] in
      var buffer = [UInt8](repeating: 0, count: 64)
      while true {
        let count = Glibc.read(ear, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        guard let self else { break }
        Self.round(work: { change in self.work.withLock { change(&$0) } }, system, onFault)
      }
      _ = Glibc.close(ear)
    }
    guard let thread else {
      _ = Glibc.close(ends[0])
      _ = Glibc.close(ends[1])
      return nil
    }
    thread.detach()
    return FileDescriptor(ends[1])
  }

  /// One round: confirms what there is to confirm, then closes what nobody needs any more.
  private static func round(work: ((inout Work) -> Void) -> Void, _ system: any FileSystem, _ onFault: () -> Void) {
    var file: FileDescriptor?, folder: String?, closing: [FileDescriptor] = [], requests = 0
    work { work in
      (file, folder, closing, requests) = (work.file, work.folder, work.closing, work.requests)
      (work.file, work.folder, work.closing) = (nil, nil, [])
    }
    var fault: ErrorNumber?
    if let file, case .failure(let error) = repeated({ system.syncBytes(file) }) { fault = error }
    if let folder, fault == nil, case .success(let opened) = system.openFolder(folder) {
      if case .failure(let error) = repeated({ system.sync(opened) }), error.number != EINVAL, error.number != ENOTSUP { fault = error }
      _ = system.close(opened)
    }
    for file in closing { _ = system.close(file) }
    work { work in
      work.confirmed = max(work.confirmed, requests)
      // A descriptor that was closed meanwhile is that of a journal that is not wanted any more.
      if let fault, fault.number != EBADF { work.fault = fault }
    }
    if fault != nil { onFault() }
  }

  private static func repeated(_ call: () -> Result<Void, ErrorNumber>) -> Result<Void, ErrorNumber> {
    for _ in 0..<1000 {
      let result = call()
      if case .failure(let error) = result, error.number == EINTR { continue }
      return result
    }
    return call()
  }
}
