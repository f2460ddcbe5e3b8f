import Sealing
import SessionModel

#if canImport(Glibc)
  import Glibc
#endif

/// An earlier state of a session's file.
public struct Backup: Hashable, Sendable {
  /// From 1, the latest.
  public var number: Int
  public var path: String
  /// When that state was saved.
  public var savedAt: Instant
  /// In bytes.
  public var size: Int
}

/// The latest saves of a session's file, each as it was when the next one replaced it: dated files in a hidden folder beside it.
public struct Backups: Sendable {
  /// So many are kept.
  public static let kept = 10

  public let folder: String
  private let file: String
  private let system: any FileSystem
  private let keys: Keyring

  /// - Parameter keys: what opens those of a protected session.
  public init(of places: SessionPlaces, _ system: any FileSystem = SystemFiles(), keys: Keyring = Keyring()) {
    folder = places.backups
    file = places.file
    self.system = system
    self.keys = keys
  }

  /// All that are there, the latest first.
  public func list() -> [Backup] {
    guard case .success(let names) = system.names(in: folder) else { return [] }
    let dated = names.filter { $0.hasSuffix(".json") }.compactMap { name in DateStamp.moment(name).map { (name: name, moment: $0) } }
    // Of two in one second the later one has the higher number behind it.
    let sorted = dated.sorted { one, other in
      one.moment != other.moment ? one.moment > other.moment : (one.name.utf8.count, one.name) > (other.name.utf8.count, other.name)
    }
    return sorted.compactMap { name, moment -> (String, Instant, Int)? in
      let path = "\(folder)/\(name)"
      guard case .success(let status) = system.status(path, followsLinks: false), status.kind == .regular else { return nil }
      return (path, moment, status.size)
    }
    .enumerated().map { Backup(number: $0.offset + 1, path: $0.element.0, savedAt: $0.element.1, size: $0.element.2) }
  }

  /// Keeps the file as it is now, before it is replaced, and lets go of the oldest. Nil when there is no file.
  @discardableResult
  public func keep() throws(FileFault) -> String? {
    guard case .success(let status) = system.status(file, followsLinks: true), status.kind == .regular, status.size > 0 else { return nil }
    try PosixFile(system).makeFolders(folder)
    let path = try write(status, at: Instant(seconds: status.modified / 1_000_000_000))
    prune()
    return path
  }

  private func write(_ status: FileStatus, at moment: Instant) throws(FileFault) -> String {
    let posix = PosixFile(system)
    guard case .success(let there) = system.status(folder, followsLinks: false), there.kind == .folder else {
      throw FileFault(.open, .notRegular(.unknown), folder)
    }
    // The state that is kept already needs no second file.
    if let latest = list().first, case .success(let kept) = system.status(latest.path, followsLinks: false), kept.size == status.size {
      if kept.inode == status.inode && kept.device == status.device { return latest.path }
      if try posix.read(latest.path).bytes == posix.read(file).bytes { return latest.path }
    }
    let path = unusedName(moment)
    // What is about to be replaced by another file under its name is kept by a second name, at no cost.
    if FileChecks.isOwn(status), status.mode == 0o600, case .success = system.link(file, to: path) { return path }
    try posix.write(try posix.read(file).bytes, to: path)
    return path
  }

  /// Of several in one second each has a higher number than those before, also when these have gone.
  private func unusedName(_ moment: Instant) -> String {
    let stamp = DateStamp.text(moment)
    var names: [String] = []
    if case .success(let all) = system.names(in: folder) { names = all.filter { $0.hasPrefix(stamp) } }
    let taken = names.map { name in Int(name.dropFirst(stamp.count + 1).prefix { $0.isNumber }) ?? 1 }
    guard let highest = taken.max() else { return "\(folder)/\(stamp).json" }
    return "\(folder)/\(stamp)-\(highest + 1).json"
  }

  private func prune() {
    for backup in list().dropFirst(Self.kept) { _ = system.remove(backup.path) }
  }

  /// The session that a backup holds.
  public func open(_ backup: Backup) throws(SessionFileFault) -> Session {
    let opened = try SessionFile(system, keys: keys).open(backup.path)
    guard !opened.isReadOnly else { throw .readOnly(path: backup.path) }
    return opened.session
  }
}
