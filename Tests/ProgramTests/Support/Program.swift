import Foundation

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
    // Files and not pipes, which could fill up.
    let streams = Folder()
    try input.write(toFile: streams["in"], atomically: false, encoding: .utf8)
    for name in ["out", "err"] { FileManager.default.createFile(atPath: streams[name], contents: nil) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = pinned(folder).merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: streams["in"])
    process.standardOutput = FileHandle(forWritingAtPath: streams["out"])
    process.standardError = FileHandle(forWritingAtPath: streams["err"])
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: FileManager.default.contents(atPath: streams["out"]) ?? Data(), as: UTF8.self),
      complaint: String(decoding: FileManager.default.contents(atPath: streams["err"]) ?? Data(), as: UTF8.self),
      status: process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus)
  }

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
