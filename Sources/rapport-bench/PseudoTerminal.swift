import CSupport

#if canImport(Glibc)
  import Glibc
#endif

/// The user's end of a terminal of 120 columns and 40 rows that a program runs on.
struct PseudoTerminal {
  static let columns: UInt16 = 120
  static let rows: UInt16 = 40

  let master: Int32
  /// The name by which the program opens its end.
  let path: String

  /// Nil when the system has no terminal to give.
  init?() {
    var name = [CChar](repeating: 0, count: 256)
    master = rapport_pseudoterminal_open(&name, name.count)
    guard master >= 0 else { return nil }
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var window = winsize(ws_row: Self.rows, ws_col: Self.columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  func send(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

  /// Takes what has come within so many milliseconds; the number of bytes, 0 when nothing came.
  func receive(within milliseconds: Int32) -> Int {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return 0 }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      max(0, read(master, buffer.baseAddress, buffer.count))
    }
  }

  func close() { _ = Glibc.close(master) }
}
