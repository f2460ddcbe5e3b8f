import CSupport

#if canImport(Glibc)
  import Glibc
#endif

/// The least that any program can do with a key: read it and write one character back. Everything else is measured in multiples of it.
enum Echo {
  static func run() {
    var modes = termios()
    tcgetattr(0, &modes)
    cfmakeraw(&modes)
    tcsetattr(0, TCSANOW, &modes)
    var buffer = [UInt8](repeating: 0, count: 64)
    write(1, "ready", 5)
    while true {
      let count = read(0, &buffer, buffer.count)
      guard count > 0 else { return }
      write(1, buffer, count)
    }
  }
}
