#if canImport(Glibc)
  import Glibc
#endif

/// Says when one of some files in a folder is written, made, replaced or removed, by whomever on this computer.
///
/// A thread waits for the system to tell; nothing is used while nothing happens. What happens on another computer that shares the folder
/// is not told, so whoever must know looks from time to time too.
final class FolderWatch: Sendable {
  private let stop: FileDescriptor

  /// Nil when the system cannot tell, or the folder is not there.
  init?(_ folder: String, names: [String], _ onChange: @escaping @Sendable () -> Void) {
    let watch = inotify_init1(O_CLOEXEC)
    guard watch >= 0 else { return nil }
    let wanted = UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
    var ends: [Int32] = [-1, -1]
    guard inotify_add_watch(watch, folder, wanted) >= 0, pipe(&ends) == 0 else {
      close(watch)
      return nil
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stop = FileDescriptor(ends[1])
    let ear = ends[0]
    let wantedNames = names.map { Array($0.utf8) }
    let thread = WorkThread {
      FolderWatch.listen(watch, until: ear, wantedNames, onChange)
      close(watch)
      close(ear)
    }
    guard let thread else {
      close(watch)
      close(ends[0])
      close(ends[1])
      return nil
    }
    thread.detach()
  }

  deinit { close(stop.number) }

  private static func listen(_ watch: Int32, until ear: Int32, _ names: [[UInt8]], _ onChange: () -> Void) {
    let size = 16 << 10
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
    defer { buffer.deallocate() }
    while true {
      var waiting = [pollfd(fd: watch, events: Int16(POLLIN), revents: 0), pollfd(fd: ear, events: Int16(POLLIN), revents: 0)]
      if poll(&waiting, 2, -1) < 0 {
        if errno == EINTR { continue }
        return
      }
      // The other end is closed when nobody wants to know any more.
      if waiting[1].revents != 0 { return }
      let count = read(watch, buffer, size)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      if concerns(UnsafeRawBufferPointer(start: buffer, count: count), names) { onChange() }
    }
  }

  /// Whether one of the events is about one of the names, or some were lost.
  private static func concerns(_ events: UnsafeRawBufferPointer, _ names: [[UInt8]]) -> Bool {
    let lead = MemoryLayout<inotify_event>.size
    var place = 0
    while place + lead <= events.count {
      let event = events.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
      let length = Int(event.len)
      guard length >= 0, place + lead + length <= events.count else { return true }
      if event.mask & UInt32(IN_Q_OVERFLOW | IN_IGNORED) != 0 { return true }
      let name = events[(place + lead)..<(place + lead + length)].prefix { $0 != 0 }
      if names.contains(where: { $0.elementsEqual(name) }) { return true }
      place += lead + length
    }
    return false
  }
}
