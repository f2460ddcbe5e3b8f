import Drawing
import Glibc
import Testing

@testable import Terminal

/// The two ends of a pseudo-terminal.
private struct Pty {
  let master: Int32
  let path: String

  init(_ size: Size) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (locked, number): (Int32, Int32) = (0, 0)
    // TIOCSPTLCK and TIOCGPTN of Linux, macros that Swift does not see.
    try #require(master >= 0 && ioctl(master, 0x4004_5431, &locked) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
    path = "/dev/pts/\(number)"
    resize(size)
    _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK)
  }

  func resize(_ size: Size) {
    var window = winsize(ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  func type(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

  /// All that was sent to the screen since the last call.
  func sent() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(master, &buffer, buffer.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(master, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}

/// ncurses has one screen a process, so these run one after the other.
@Suite(.serialized) struct TerminalDriverTests {
  private func environment(_ term: String, noColour: Bool = false) -> (String) -> String? {
    { ["TERM": term, "NO_COLOR": noColour ? "1" : ""][$0] }
  }

  private func surface(_ size: Size, _ text: String, row: Int = 1) -> Surface {
    var surface = Surface(size)
    surface.put(text, x: 0, y: row)
    return surface
  }

  private func expectNext(
    _ loop: inout EventLoop, _ expected: TerminalEvent, deadline: Deadline? = .after(milliseconds: 2000),
    location: SourceLocation = #_sourceLocation
  ) {
    let event = loop.next(deadline: deadline)
    #expect(event == expected, sourceLocation: location)
  }

  @Test("the terminal is given back as it was")
  func restored() throws {
    let size = Size(width: 40, height: 10)
    let pty = try Pty(size)
    let before = pty.modes
    let driver = try TerminalDriver(path: pty.path, environment: environment("xterm-256color"))
    #expect(driver.size == size && driver.colourDepth == .of256 && driver.isUTF8 && driver.notice == nil)
    driver.present(surface(size, "Asociación 日本"))
    #expect(pty.modes != before)
    let on = pty.sent()
    #expect(on.contains("Asociación 日本"))
    for mode in ["?1049h", "?2004h", "?1002h", "?1006h", "?25l"] { #expect(on.contains("\u{1B}[\(mode)"), "\(mode)") }
    driver.close()
    driver.close()
    driver.present(surface(size, "too late"))
    #expect(pty.modes == before)
    let off = pty.sent()
    for mode in ["?1049l", "?2004l", "?1002l", "?1006l"] { #expect(off.contains("\u{1B}[\(mode)"), "\(mode)") }
    #expect(!off.contains("too late"))
  }

  @Test("only what differs is sent")
  func differences() throws {
    let size = Size(width: 80, height: 24)
    let pty = try Pty(size)
    let driver = try TerminalDriver(path: pty.path, environment: environment("xterm-256color"))
    defer { driver.close() }
    var frame = surface(size, "Mangos de Matanzas")
    driver.present(frame)
    _ = pty.sent()
    driver.present(frame)
    #expect(pty.sent() == "")
    frame.put("x", x: 40, y: 12)
    driver.present(frame)
    #expect(pty.sent().utf8.count < 20)
    driver.repaint()
    driver.present(frame)
    #expect(pty.sent().contains("Mangos de Matanzas"))
  }

  @Test("keys, pastes, new sizes, wakes, deadlines and signals come one at a time, and the terminal's end last")
  func loop() throws {
    let pty = try Pty(Size(width: 40, height: 10))
    let driver = try TerminalDriver(path: pty.path, environment: environment("xterm-256color"))
    defer { driver.close() }
    var loop = try EventLoop(driver)
    expectNext(&loop, .deadline, deadline: .after(milliseconds: 1))
    pty.type("a\u{1B}[A\u{1B}[200~x\ny\u{1B}[201~\u{1B}")
    expectNext(&loop, .event(.key(Key("a"))))
    let early = loop.shouldPresent
    #expect(!early)
    expectNext(&loop, .event(.key(Key(.up))))
    expectNext(&loop, .event(.paste("x\ny")))
    expectNext(&loop, .event(.key(Key(.escape))))
    let due = loop.shouldPresent
    #expect(due)
    pty.resize(Size(width: 50, height: 12))
    pty.resize(Size(width: 60, height: 15))
    kill(getpid(), SIGWINCH)
    kill(getpid(), SIGWINCH)
    expectNext(&loop, .event(.resize(Size(width: 60, height: 15))), deadline: .after(milliseconds: 500))
    expectNext(&loop, .deadline, deadline: .after(milliseconds: 5))
    #expect(driver.size == Size(width: 60, height: 15))
    loop.waker.wake()
    loop.waker.wake()
    expectNext(&loop, .wake)
    kill(getpid(), SIGTERM)
    expectNext(&loop, .signal(SIGTERM))
    pty.type("z")
    close(pty.master)
    var last = loop.next()
    // The kernel tells us of the end with HUP as well, when the terminal is ours.
    while last != .hangup, case .event = last { last = loop.next() }
    #expect(last == .hangup)
    expectNext(&loop, .hangup)
  }

  @Test("a terminal of before Unicode and colour gets ASCII and no colours")
  func plain() throws {
    let size = Size(width: 40, height: 10)
    let pty = try Pty(size)
    let driver = try TerminalDriver(path: pty.path, environment: environment("vt100"))
    defer { driver.close() }
    #expect(driver.colourDepth == .none && !driver.isUTF8)
    driver.present(surface(size, "┌─ Ñandú ● 日本 →"))
    #expect(pty.sent().contains("+- Nandu * ? ?  >"))
  }

  @Test("NO_COLOR sends no colours")
  func noColour() throws {
    let size = Size(width: 40, height: 10)
    let pty = try Pty(size)
    let theme = Theme(name: "x", roles: [.text: Paint(foreground: .colour(Colour(red: 1, green: 200, blue: 3)))])
    let driver = try TerminalDriver(path: pty.path, theme: theme, environment: environment("xterm-256color", noColour: true))
    defer { driver.close() }
    driver.present(surface(size, "text"))
    #expect(!pty.sent().contains("\u{1B}[38;5"))
  }

  @Test("an unknown type is taken for the nearest known one, a dumb terminal is refused in one sentence")
  func types() throws {
    let pty = try Pty(Size(width: 40, height: 10))
    do {
      let driver = try TerminalDriver(path: pty.path, environment: environment("no-such-terminal"))
      #expect(driver.notice == .tookAnotherType(named: "no-such-terminal", instead: "xterm-256color"))
      driver.close()
    }
    #expect(throws: TerminalError.incapable("dumb")) { try TerminalDriver(path: pty.path, environment: environment("dumb")) }
    #expect(throws: TerminalError.noTerminal(path: "/nonexistent", reason: "No such file or directory")) {
      try TerminalDriver(path: "/nonexistent", environment: environment("xterm"))
    }
    #expect(throws: TerminalError.self) { try TerminalDriver(path: "/dev/null", environment: environment("xterm")) }
  }

  @Test("an editor runs on the terminal as it was, its status is told, and the frame comes back")
  func editor() throws {
    let size = Size(width: 40, height: 10)
    let pty = try Pty(size)
    let before = pty.modes
    let driver = try TerminalDriver(path: pty.path, environment: environment("xterm-256color"))
    defer { driver.close() }
    driver.present(surface(size, "behind the editor"))
    _ = pty.sent()
    driver.suspendFor { #expect(pty.modes == before) }
    #expect(pty.modes != before)
    #expect(pty.sent().contains("behind the editor"))
    #expect(driver.runEditor("echo edited", file: "two words") == 0)
    #expect(pty.sent().contains("edited two words"))
    #expect(driver.runEditor("sh -c 'exit 3'", file: "x") == 3)
    #expect(driver.runEditor("sh -c 'kill -9 $$'", file: "x") == 137)
    #expect(driver.runEditor("no-such-editor", file: "x") == 127)
  }

  @Test("every size is drawn", arguments: [Size(width: 1, height: 1), Size(width: 2, height: 50), Size(width: 400, height: 200)])
  func sizes(_ size: Size) throws {
    let pty = try Pty(size)
    let driver = try TerminalDriver(path: pty.path, environment: environment("xterm-256color"))
    defer { driver.close() }
    #expect(driver.size == size)
    driver.present(surface(size, "日本", row: 0))
    driver.present(surface(Size(width: 500, height: 300), "日本x", row: 0))
    driver.present(surface(Size(width: 0, height: 0), ""))
  }
}
