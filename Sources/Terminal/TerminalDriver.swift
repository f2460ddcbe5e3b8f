import CNcurses
import CSupport
import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The screen of one terminal: opened with `init`, given back as it was by `close()`, by `deinit`, and by a crash.
/// One at a time, and used from one thread.
public final class TerminalDriver {
  /// Colours that the terminal shows, after `NO_COLOR`.
  public let colourDepth: ColourDepth
  /// Whether text is shown in Unicode; else in ASCII.
  public let isUTF8: Bool
  /// Something worth a message, settled without asking.
  public let notice: TerminalNotice?
  /// The size of the screen in cells.
  public private(set) var size: Size
  /// How roles look. A new theme shows with the next `present`.
  public var theme: Theme {
    get { painter.theme }
    set { painter.theme = newValue }
  }

  let input: Int32
  let signals: Int32
  let backspaceIsControlH: Bool
  /// Key sequences of a terminal that has none of the common ones.
  let ownSequences: [(bytes: [UInt8], key: Key)]
  private let output: Int32
  private let modesOn: [UInt8]
  private let modesOff: [UInt8]
  private var painter: FramePainter
  private var before: termios
  private var isOpen = true
  private var isShown = true
  /// Whether the alternate screen is ours.
  private var hasScreen = false

  /// Opens the terminal and enters its alternate screen with the first `present`.
  ///
  /// Signals and crashes are handled from now on (see `EventLoop`); `crashSentence`, ending in a line feed, is what a crash leaves on
  /// standard error. `environment` answers for `TERM`, `COLORTERM` and `NO_COLOR`.
  public init(
    path: String = "/dev/tty", theme: Theme = .plain, mouse: Bool = true, crashSentence: String = "",
    environment: (String) -> String? = TerminalDriver.systemEnvironment
  ) throws(TerminalError) {
    rapport_crash_install(crashSentence)
    signals = rapport_signals_install()
    guard signals >= 0 else { throw .noResources }
    let term = environment("TERM") ?? ""
    output = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    if output < 0 { throw .noTerminal(path: path, reason: String(cString: strerror(errno))) }
    input = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
    before = termios()
    guard input >= 0, tcgetattr(output, &before) == 0 else {
      let reason = String(cString: strerror(errno))
      closeDescriptor(output)
      if input >= 0 { closeDescriptor(input) }
      throw .noTerminal(path: path, reason: reason)
    }
    let localeIsUTF8 = cn_set_locale()
    notice = try Self.openScreen(term, output, input)
    isUTF8 = localeIsUTF8 && !Self.showsOnlyASCII(term)
    colourDepth = Self.depth(colours: LookCodes.colours, noColour: environment("NO_COLOR"))
    painter = FramePainter(theme: theme, depth: colourDepth, isUTF8: isUTF8)
    (modesOn, modesOff) = Self.modes(mouse: mouse)
    let erase = withUnsafeBytes(of: before.c_cc) { $0.count > Int(VERASE) ? $0[Int(VERASE)] : 0x7F }
    backspaceIsControlH = erase == 0x08
    ownSequences = Self.uncommonSequences()
    size = Size(width: Int(cn_columns_of_screen()), height: Int(cn_rows()))
    send(modesOn)
    arm()
    adoptSize()
  }

  deinit { close() }

  /// Shows a surface: sends what differs from the one before. Cells beyond the screen are cut.
  public func present(_ surface: Surface) {
    guard isOpen, isShown else { return }
    if !hasScreen { takeScreen() }
    send(painter.paint(surface, on: size))
  }

  /// Sends everything again with the next `present`, for a screen that something else has written on.
  public func repaint() { painter.forget() }

  /// Gives the terminal back as it was. What is presented later is dropped; calling it again does nothing.
  public func close() {
    guard isOpen else { return }
    leave()
    isOpen = false
    cn_close()
  }

  /// Leaves the screen, runs `body` with the terminal as it was, and shows the last frame again. Interrupts from the keyboard are not
  /// for us meanwhile.
  public func suspendFor<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    leave()
    rapport_signals_yield()
    defer {
      rapport_signals_resume()
      enter()
    }
    return try body()
  }

  /// Runs an editor on a file, as in `EDITOR="vim -n"`: the command may have arguments of its own. Its exit status; nil when the shell
  /// could not be started; 128 plus the signal when it was killed; 127 when there is no such command.
  public func runEditor(_ command: String, file: String) -> Int32? {
    let terminal = output
    return suspendFor { () -> Int32? in ForegroundProgram.run(command, argument: file, terminal: terminal) }
  }

  /// Stops the program, as the shell's `kill -TSTP` asks; shows the last frame again when it is continued.
  func stop() {
    leave()
    rapport_signals_stop()
    enter()
  }

  /// Takes the screen again after a stop that could not be noticed before it came.
  func comeBack() {
    leave()
    enter()
  }

  /// Reads the size anew; whether it has changed.
  @discardableResult
  func adoptSize() -> Bool {
    var window = winsize()
    guard isOpen, ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else { return false }
    cn_resize(Int32(window.ws_row), Int32(window.ws_col))
    let current = Size(width: Int(window.ws_col), height: Int(window.ws_row))
    guard current != size else { return false }
    size = current
    painter.forget()
    return true
  }

  private func leave() {
    guard isOpen, isShown else { return }
    isShown = false
    send(hasScreen ? modesOff + painter.farewell : modesOff)
    hasScreen = false
    cn_leave()
    // Also what ncurses could not know: modes as they were when we came.
    tcsetattr(output, TCSADRAIN, &before)
    rapport_crash_disarm()
  }

  private func enter() {
    guard isOpen, !isShown else { return }
    isShown = true
    arm()
    send(modesOn)
    takeScreen()
    send(painter.paintAgain())
  }

  private func takeScreen() {
    hasScreen = true
    cn_enter()
  }

  /// Sends bytes, all of them unless the terminal has gone. A terminal that takes no more just now is waited for.
  private func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let written = write(output, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if written > 0 {
          sent += written
        } else if written < 0, errno == EAGAIN {
          var watched = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
          _ = poll(&watched, 1, -1)
          if watched.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return painter.forget() }
        } else if written == 0 || errno != EINTR {
          return painter.forget()
        }
      }
    }
  }

  private func arm() {
    // What a crash must undo: our modes, then the cursor, the attributes and the alternate screen of ncurses.
    let undo = modesOff + ["cnorm", "sgr0", "op", "rmcup"].flatMap(Self.capability) + Array("\r\n".utf8)
    undo.withUnsafeBytes { rapport_crash_arm(output, $0.baseAddress, $0.count, &before) }
  }

  /// A value of the process's environment; nil when it has none.
  public static func systemEnvironment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func openScreen(_ term: String, _ output: Int32, _ input: Int32) throws(TerminalError) -> TerminalNotice? {
    for name in [term] + replacements(for: term) where !name.isEmpty {
      switch cn_open(name, output, input) {
      case 0: return name == term ? nil : .tookAnotherType(named: term, instead: name)
      case 1: continue
      case 2:
        cn_close()
        throw .incapable(name)
      default:
        cn_close()
        throw .noResources
      }
    }
    cn_close()
    throw .unknownTerminal(term)
  }

  /// What to try when `TERM` is unknown: terminals of today understand xterm.
  private static func replacements(for term: String) -> [String] {
    term.isEmpty ? ["ansi", "vt100"] : ["xterm-256color", "xterm", "screen", "ansi", "vt100"]
  }

  /// Terminals from before Unicode.
  private static func showsOnlyASCII(_ term: String) -> Bool {
    ["vt", "ansi", "cons", "sun", "wy"].contains { term.hasPrefix($0) }
  }

  private static func depth(colours: Int, noColour: String?) -> ColourDepth {
    if noColour?.isEmpty == false { return .none }
    return colours >= 1 << 24 ? .trueColour : colours >= 256 ? .of256 : colours >= 16 ? .of16 : colours >= 8 ? .of8 : .none
  }

  /// What switches on, and off again, the modes that ncurses does not know: keypad keys, bracketed paste, and the mouse with presses,
  /// drags and the wheel in SGR reports.
  private static func modes(mouse: Bool) -> ([UInt8], [UInt8]) {
    var on = capability("smkx")
    var off = capability("rmkx")
    if cn_capability("kmous") != nil {
      on += Array("\u{1B}[?2004h".utf8)
      off += Array("\u{1B}[?2004l".utf8)
      if mouse {
        on += Array("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h".utf8)
        off += Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)
      }
    }
    return (on, off)
  }

  /// What terminfo says of the keys, where it is not what the decoder knows of itself.
  private static func uncommonSequences() -> [(bytes: [UInt8], key: Key)] {
    let up = capability("kcuu1")
    if up.isEmpty || up.count > 1 && (up[1] == UInt8(ascii: "[") || up[1] == UInt8(ascii: "O")) { return [] }
    let named: [(String, Key.Code)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcuf1", .right), ("kcub1", .left), ("khome", .home), ("kend", .end), ("kpp", .pageUp),
      ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.Code.function($0)) }
    return (named + functions).compactMap { name, code in
      let bytes = capability(name)
      return bytes.count > 1 && bytes[0] == 0x1B ? (bytes, Key(code)) : nil
    }
  }

  /// A capability's bytes without the delays that a hardware terminal would have needed; empty when the terminal has none of that name.
  static func capability(_ name: String) -> [UInt8] { cn_capability(name).map(withoutDelays) ?? [] }

  static func withoutDelays(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var result: [UInt8] = []
    var inDelay = false
    for byte in String(cString: text).utf8 {
      if byte == UInt8(ascii: "<"), result.last == UInt8(ascii: "$") {
        result.removeLast()
        inDelay = true
      } else if inDelay {
        if byte == UInt8(ascii: ">") { inDelay = false }
      } else {
        result.append(byte)
      }
    }
    return result
  }
}

/// The system's `close`, which a method of that name would hide.
private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
