import JSON
import SessionModel

#if canImport(Glibc)
  import Glibc
#endif

/// Who has a session file open for work.
public struct LockOwner: Hashable, Sendable {
  public var host: String
  public var process: Int
  /// When the process started, in the system's own count; tells it from a later one of the same number.
  public var started: String
  public var user: String
  public var since: Instant

  public init(host: String, process: Int, started: String, user: String, since: Instant) {
    self.host = host
    self.process = process
    self.started = started
    self.user = user
    self.since = since
  }

  /// This process.
  public static func current(at: Instant) -> LockOwner {
    LockOwner(host: currentHost, process: Int(getpid()), started: startTime(of: Int(getpid())) ?? "", user: currentUser, since: at)
  }

  static var currentHost: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static var currentUser: String {
    if let name = getenv("USER") ?? getenv("LOGNAME"), name.pointee != 0 { return String(cString: name) }
    return String(geteuid())
  }

  /// The boot and the clock ticks after it at which a process started; nil when there is no such process, or no way to tell.
  static func startTime(of process: Int) -> String? {
    let files = PosixFile()
    guard let bytes = try? files.read("/proc/\(process)/stat", limit: 1 << 16).bytes, let end = bytes.lastIndex(of: 0x29) else { return nil }
    // The name of the program, in brackets, may hold anything; after it the start is the twentieth field.
    let fields = bytes[(end + 1)...].split(separator: 0x20)
    guard fields.count > 19 else { return nil }
    let boot = (try? files.read("/proc/sys/kernel/random/boot_id", limit: 1 << 12).bytes) ?? []
    return String(decoding: boot.prefix(8), as: UTF8.self) + "-" + String(decoding: fields[19], as: UTF8.self)
  }

  /// Whether the process is known to be gone: it was on this computer, and is there no more.
  var isGone: Bool {
    guard host == LockOwner.currentHost, process > 0, let number = Int32(exactly: process) else { return false }
    if kill(number, 0) != 0, errno == ESRCH { return true }
    guard !started.isEmpty, let now = LockOwner.startTime(of: process) else { return false }
    return now != started
  }

  // MARK: - As the lock file says it

  var bytes: [UInt8] {
    JSONValue.object([
      JSONMember(key: "host", value: .string(host)), JSONMember(key: "process", value: .integer(process)),
      JSONMember(key: "started", value: .string(started)), JSONMember(key: "user", value: .string(user)),
      JSONMember(key: "since", value: .string(since.description)),
    ]).serialized()
  }

  /// Nil for bytes that say no such thing.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes), let host = value["host"]?.string, let process = value["process"]?.int,
      let user = value["user"]?.string, let since = value["since"]?.string.flatMap({ Instant($0) })
    else { return nil }
    self.init(host: host, process: process, started: value["started"]?.string ?? "", user: user, since: since)
  }
}
