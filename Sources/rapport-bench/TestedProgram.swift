import CSupport

#if canImport(Glibc)
  import Glibc
#endif

/// A program that runs on a pseudo terminal, watched from outside.
struct TestedProgram {
  let process: pid_t
  let terminal: PseudoTerminal
  /// When it was started.
  let start: Nanoseconds

  /// What came of one key.
  struct Answer {
    /// From the key to the last byte of the frame, in nanoseconds; nil when nothing was sent.
    var time: Nanoseconds?
    var bytes: Int
  }

  /// Starts a program as the leader of a session of its own, so that opening the terminal makes it the session's.
  init?(_ command: [String], environment: [String]) {
    guard let terminal = PseudoTerminal() else { return nil }
    self.terminal = terminal
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, terminal.path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, rapport_spawn_setsid())
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var process = pid_t()
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    start = .now
    guard posix_spawn(&process, command[0], &actions, &attributes, arguments, variables) == 0 else {
      terminal.close()
      return nil
    }
    self.process = process
  }

  /// The time from the start to the last byte of the first frame.
  func firstFrame() -> Answer { frame(since: start, patience: 20_000, quiet: 60) }

  /// Sends a key and waits for its whole frame.
  func press(_ key: [UInt8], patience: Int32 = 12) -> Answer {
    let sent = Nanoseconds.now
    terminal.send(key)
    return frame(since: sent, patience: patience, quiet: 6)
  }

  /// A frame is complete when nothing has come for `quiet` milliseconds and the program waits for more.
  ///
  /// - Parameter patience: milliseconds until a program that waits is taken to have nothing to show.
  private func frame(since: Nanoseconds, patience: Int32, quiet: Int32) -> Answer {
    var answer = Answer(time: nil, bytes: 0)
    let limit = since + 30_000_000_000
    while Nanoseconds.now < limit {
      let count = terminal.receive(within: answer.bytes == 0 ? patience : quiet)
      if count > 0 {
        answer.bytes += count
        answer.time = .now - since
      } else if isWaiting {
        break
      }
    }
    return answer
  }

  private var isWaiting: Bool {
    let text = Self.read("/proc/\(process)/stat")
    guard let end = text.lastIndex(of: ")") else { return true }
    return text[end...].dropFirst(2).first != "R"
  }

  /// Nanoseconds of processor time that its threads have used.
  var processorTime: Nanoseconds {
    folderNames("/proc/\(process)/task").filter { $0.allSatisfy(\.isNumber) }.reduce(0) { sum, thread in
      sum + (Nanoseconds(Self.read("/proc/\(process)/task/\(thread)/schedstat").split(separator: " ").first ?? "") ?? 0)
    }
  }

  /// Waits until nothing goes on behind any more, at most ten seconds.
  func settle() {
    var before = processorTime
    for _ in 0..<40 {
      usleep(250_000)
      let now = processorTime
      if now &- before < 50_000, now >= before { return }
      before = now
    }
  }

  /// Its largest memory so far, in kB.
  var memory: Int {
    for line in Self.read("/proc/\(process)/status").split(separator: "\n") where line.hasPrefix("VmHWM:") {
      return Int(line.filter(\.isNumber)) ?? 0
    }
    return 0
  }

  func end() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    terminal.close()
  }

  private static func read(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { _ = Glibc.close(file) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = max(0, Glibc.read(file, &bytes, bytes.count))
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
