import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The built program, run as people run it.
enum Program {
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("rapport").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appendingPathComponent(".build/debug/rapport").path
  }()

  struct Result {
    let output: String
    let complaint: String
    let status: Int32
  }

  /// Runs the program to its end, away from any terminal.
  static func run(_ arguments: [String], in folder: Folder, input: String = "", environment: [String: String] = [:]) throws -> Result {
    try run(path, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a line of shell in which `rapport` is the program.
  static func shell(_ line: String, in folder: Folder) throws -> Result {
    try run("/bin/sh", ["-c", "rapport() { \"\(path)\" \"$@\"; }; \(line)"], in: folder)
  }

  static func run(
    _ executable: String, _ arguments: [String], in folder: Folder, input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    // Files and not pipes, which could fill up; and no `Process`, which waits for every descendant, such as a tmux server, to end.
    let streams = Folder()
    try streams.write(input, to: "in")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams["in"], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, streams["out"], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, streams["err"], O_WRONLY | O_CREAT, 0o600)
    // Threads that run tests block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let variables = pinned(folder).merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
    let words = (["sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, executable] + arguments).map { strdup($0) } + [nil]
    let settings = variables.map { strdup($0) } + [nil]
    defer { for text in words + settings { free(text) } }
    var process = pid_t()
    let failure = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, settings)
    guard failure == 0 else { throw CannotStart(reason: String(cString: strerror(failure))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Result(output: streams.read("out"), complaint: streams.read("err"), status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F))
  }

  struct CannotStart: Error { let reason: String }

  /// An environment that is the same everywhere, with a home of its own.
  static func pinned(_ folder: Folder) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "TZ": "UTC",
      "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
    ]
  }
}

/// A folder that is gone when nobody holds it any more.
final class Folder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("rapport-test-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws { try text.write(toFile: self[name], atomically: false, encoding: .utf8) }

  func read(_ name: String) -> String { String(decoding: FileManager.default.contents(atPath: self[name]) ?? Data(), as: UTF8.self) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted() }
}

/// The sample session of the repository.
enum Sample {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("sample-data/mango-cluster.json").path

  static var text: String { String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self) }
}
