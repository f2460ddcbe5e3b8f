import Glibc

/// Asks the person at the terminal for something that must not be seen: nothing that is typed is shown.
///
/// The terminal is as it was afterwards, however it ends: a signal that comes meanwhile is held back until the terminal has its echo again.
struct HiddenPrompt {
  enum Failure: Error {
    case noTerminal
    /// An empty line, the end of the input, or a signal that did not end the program.
    case givenUp
  }

  /// A terminal takes no longer line.
  private static let greatestLength = 4096
  /// Milliseconds after which a signal is noticed.
  private static let patience: Int32 = 100
  private static let signals = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGALRM, SIGUSR1, SIGUSR2]

  /// One line, without its end.
  static func ask(_ prompt: String) throws(Failure) -> [UInt8] {
    while true {
      let (line, signal) = try askOnce(prompt)
      guard let signal else {
        guard let line, !line.isEmpty else { throw .givenUp }
        return line
      }
      // Most end the program here. After a stop it goes on, and asks again.
      raise(signal)
      guard signal == SIGTSTP else { throw .givenUp }
    }
  }

  /// What was typed, nil at the end of the input; or which signal came before it was.
  private static func askOnce(_ prompt: String) throws(Failure) -> (line: [UInt8]?, signal: Int32?) {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw .noTerminal }
    defer { close(terminal) }
    var held = sigset_t(), former = sigset_t()
    sigemptyset(&held)
    for signal in signals { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { throw .noTerminal }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
    silent.c_lflag |= tcflag_t(ICANON | ISIG)
    silent.c_iflag |= tcflag_t(ICRNL)
    // What was typed before anything was asked is no answer.
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { throw .noTerminal }
    write(prompt, to: terminal)
    let answer = read(terminal, &held)
    tcsetattr(terminal, TCSADRAIN, &before)
    write("\n", to: terminal)
    return answer
  }

  private static func read(_ terminal: Int32, _ held: inout sigset_t) -> (line: [UInt8]?, signal: Int32?) {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while line.count < greatestLength {
      var now = timespec()
      let signal = sigtimedwait(&held, nil, &now)
      if signal > 0 { return (nil, signal) }
      var watched = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, patience) > 0 else { continue }
      let count = Glibc.read(terminal, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return (nil, nil) }
      line += buffer[..<count]
      if line.last == 0x0A { return (Array(line.dropLast()), nil) }
    }
    return (nil, nil)
  }

  private static func write(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
  }
}
