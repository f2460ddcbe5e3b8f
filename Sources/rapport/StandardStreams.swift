import Drawing
import Glibc
import SessionStore
import Words

/// The three streams that every program is given.
enum StandardStreams {
  /// Writes bytes to standard output; on a terminal without what could steer it. A reader that has gone away ends the program quietly, as it ends `cat`.
  static func print(_ bytes: [UInt8]) throws(Refusal) {
    let bytes = isatty(STDOUT_FILENO) == 1 ? Array(harmless(String(decoding: bytes, as: UTF8.self), keepsLines: true).utf8) : bytes
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress?.advanced(by: done), bytes.count - done) }
      if count > 0 {
        done += count
      } else if count < 0, errno == EPIPE {
        exit(128 + SIGPIPE)
      } else if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if count == 0 || errno != EINTR {
        throw Refusal(
          .standardOutput(words.fileFault(FileFault(.write, .system(errno: count == 0 ? EIO : errno), "-"))), .inputOutput)
      }
    }
  }

  static func print(_ text: String) throws(Refusal) { try print(Array(text.utf8)) }

  /// One line of a message. What could steer a terminal is shown as a replacement character.
  static func printLine(_ line: String) throws(Refusal) { try print(harmless(line) + "\n") }

  /// One line for standard error; nothing can be done when even that fails.
  static func complain(_ line: String) {
    let bytes = Array((harmless(line) + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, bytes.count) }
  }

  static func complain(_ lines: [String]) { for line in lines { complain(line) } }

  /// All of standard input, up to a limit in bytes.
  static func readAll(limit: Int) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Refusal(FileFault(.read, .system(errno: errno), "-"))
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw Refusal(FileFault(.read, .tooLarge(limit: limit), "-")) }
    }
  }

  /// Whether any of the three is a terminal.
  static var isAnyTerminal: Bool { isatty(STDIN_FILENO) == 1 || isatty(STDOUT_FILENO) == 1 || isatty(STDERR_FILENO) == 1 }

  /// Whether a person types and reads here.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  static func harmless(_ text: String, keepsLines: Bool = false) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isKept = !TextWidth.isUnsafe(scalar) || (keepsLines && (scalar == "\n" || scalar == "\t"))
      scalars.append(isKept ? scalar : "\u{FFFD}")
    }
    return String(scalars)
  }
}
