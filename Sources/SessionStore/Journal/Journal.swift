import JSON
import Sealing
import SessionModel

#if canImport(Glibc)
  import Glibc
#endif

/// The journal of one session: what is done to it is written at its end at once, and confirmed by the disk behind. That of a protected
/// session has every line sealed; no other is ever written.
///
/// Used from one thread. When a write or the disk fails, all that has not been saved is still here: `trouble` says why, and every further
/// line, or `tryAgain`, writes a fresh file; the one that was there stays until the fresh one is whole.
public final class Journal {
  /// Where it is, or will be.
  public private(set) var path: String
  /// Why it could not be written; nil when all of it stands in its file.
  public private(set) var trouble: FileFault?

  /// Where it is written when the first place refuses.
  private let otherPlace: String?
  private let system: any FileSystem
  private let posix: PosixFile
  private let sync: JournalSync
  private var file: FileDescriptor?
  /// Of the session's file that the next step stands on.
  private var base: UInt64
  private var sequence = 0
  /// Every line since the file was saved, drafts aside.
  private var lines: [UInt8] = []
  /// So many of their bytes stand in the file.
  private var written = 0
  /// The file's, in bytes.
  private var size = 0
  /// What is half-typed; null when nothing is.
  private(set) var draft: JSONValue = .null
  private var draftAt = Instant(seconds: 0)
  /// Whether the file says something else of what is half-typed.
  private var isDraftStale = false
  /// What drafts that no longer count take up in the file.
  private var draftBytes = 0
  /// Whether the file there is must be replaced, not written on.
  private var needsFreshFile = false
  /// Of the session's file, when it is protected.
  private var seal: Seal?
  /// Seals what this run of the program writes into the file; nil until it has written something.
  private var sealer: RecordSealer?

  /// When half-typed text has come to take up more than this and more than the steps, the file is written anew without what is old.
  private static let greatestDraftBytes = 256 << 10

  /// - Parameters:
  ///   - base: the hash of the session's file.
  ///   - seal: of the session's file, when it is protected.
  ///   - otherPlace: where to write when nothing can be written at `path`.
  ///   - onFault: called from another thread when the disk did not confirm; `check` then says why.
  public init(
    at path: String, base: UInt64, sealedBy seal: Seal? = nil, otherPlace: String? = nil, _ system: any FileSystem = SystemFiles(),
    onFault: @escaping @Sendable () -> Void = {}
  ) {
    self.path = path
    self.base = base
    self.seal = seal
    self.otherPlace = otherPlace
    self.system = system
    posix = PosixFile(system)
    sync = JournalSync(system, onFault: onFault)
  }

  deinit {
    if let file { sync.close(file) }
  }

  /// Goes on with a journal that was there: its whole lines stay, and what of it is damaged goes with the next line.
  public func goOn(from reading: JournalReading, fileSize: Int) {
    for record in reading.records {
      base = record.base
      switch record.event {
      case .draft(let value):
        (draft, draftAt) = (value, record.at)
        continue
      case .saving(let hash): base = hash
      case .step, .start: break
      }
      lines += JournalLines.encode(record)
      sequence = record.sequence
    }
    written = lines.count
    size = fileSize
    // Sealed lines are longer by a third.
    draftBytes = max(0, (seal == nil ? fileSize : fileSize / 4 * 3) - lines.count)
    needsFreshFile = !reading.isWhole
  }

  // MARK: - Writing

  /// Whether there is anything in it that a save has not taken into the file.
  public var isEmpty: Bool { lines.isEmpty && draft == .null }
  /// Whether there are lines besides what is half-typed.
  var hasLines: Bool { !lines.isEmpty }

  /// Keeps steps, and with them what is half-typed now.
  public func append(_ steps: [RecordedStep], draft value: JSONValue) {
    for step in steps { add(.step(step), at: step.at) }
    setDraft(value, at: steps.last?.at ?? draftAt)
    flush()
  }

  /// The session that work without a file begins with. Only the first line can say it.
  public func begin(with session: Session, at: Instant) {
    guard sequence == 0, let value = try? JSONValue(parsing: SessionFormat.encode(session)) else { return }
    add(.start(value), at: at)
  }

  /// Keeps what is half-typed now, in place of what was half-typed before.
  public func note(_ value: JSONValue, at: Instant) {
    guard value != draft else { return }
    setDraft(value, at: at)
    // Nothing is left that needs a journal.
    if isEmpty { saved(base, at: at) } else { flush() }
  }

  private func setDraft(_ value: JSONValue, at: Instant) {
    guard value != draft else { return }
    (draft, draftAt) = (value, at)
    isDraftStale = true
  }

  /// Notes that the session is about to be written, as bytes with this hash. What follows stands on them.
  public func noteSaving(_ hash: UInt64, at: Instant) {
    guard !lines.isEmpty || hash != base else { return }
    add(.saving(hash), at: at)
    base = hash
    flush()
  }

  /// The session stands in its file: what was to be remembered of it is not any more. Only what is half-typed stays.
  public func saved(_ hash: UInt64, at: Instant) {
    base = hash
    sequence = 0
    lines = []
    written = 0
    leaveFile()
    size = 0
    draftBytes = 0
    if draft == .null {
      trouble = nil
      needsFreshFile = false
      isDraftStale = false
      for place in [path] + (otherPlace.map { [$0] } ?? []) {
        // What somebody else keeps under this name is not ours to take away.
        if (try? FileChecks.mayReplace(place, system)) != nil { _ = system.remove(place) }
      }
    } else {
      writeFreshFile()
    }
  }

  /// Begins anew on another state of the file, with the steps that lead on from it. The journal is the old one or the new one at every moment.
  public func restart(on hash: UInt64, _ steps: [RecordedStep], at: Instant) {
    guard !steps.isEmpty else { return saved(hash, at: at) }
    base = hash
    sequence = 0
    lines = []
    for step in steps { add(.step(step), at: step.at) }
    writeFreshFile()
  }

  /// Writes what is not written yet; for when some time has gone by after `trouble`.
  public func tryAgain() { if trouble != nil { flush() } }

  /// Looks whether the disk has refused what was written. Whether `trouble` is another now.
  @discardableResult
  public func check() -> Bool {
    guard let error = sync.takeFault() else { return false }
    trouble = FileFault(.sync, .system(errno: error.number), path)
    // What the system still holds of the file may never reach the disk; only a fresh one can be trusted.
    needsFreshFile = true
    return true
  }

  /// Whether the disk has confirmed all that was written.
  public var isSettled: Bool { sync.isSettled }

  /// Stops writing, because somebody else does now.
  public func letGo() { leaveFile() }

  /// From the next line on the journal is one of a session that is protected in another way, or not at all. To be followed by `saved` or
  /// `restart`, which replace what is written in the old way.
  func change(_ seal: Seal?) {
    guard seal != self.seal else { return }
    self.seal = seal
    sealer = nil
    needsFreshFile = true
  }

  private func leaveFile() {
    if let file { sync.close(file) }
    file = nil
    sealer = nil
  }

  private func add(_ event: JournalRecord.Event, at: Instant) {
    sequence += 1
    lines += JournalLines.encode(JournalRecord(sequence: sequence, base: base, at: at, event))
  }

  private func flush() {
    check()
    guard written < lines.count || isDraftStale || trouble != nil else { return }
    if needsFreshFile || draftBytes > max(Self.greatestDraftBytes, lines.count) { return writeFreshFile() }
    let isNew = file == nil
    guard let file = openFile() else { return writeFreshFile() }
    let drafted = isDraftStale ? draftLine : []
    do throws(FileFault) {
      let bytes = try inked(lines[written...] + drafted)
      try posix.writeAll(bytes, to: file, path)
      size += bytes.count
      draftBytes += drafted.count
      written = lines.count
      isDraftStale = false
      trouble = nil
      sync.request(file, folder: isNew ? SessionPlaces(path, system).folder : nil)
    } catch {
      // Perhaps a fresh file finds room, or another place does.
      needsFreshFile = true
      writeFreshFile()
    }
  }

  private var draftLine: [UInt8] {
    JournalLines.encode(JournalRecord(sequence: sequence, base: base, at: draftAt, .draft(draft)))
  }

  private func openFile() -> FileDescriptor? {
    if let file { return file }
    guard written == 0 || FileChecks.isThere(path, system) else { return nil }
    guard case .success(let opened) = system.openToAppend(path) else { return nil }
    guard case .success(let status) = system.status(opened), FileChecks.isOwn(status) else {
      _ = system.close(opened)
      return nil
    }
    // Something else stands there than what we know of: it is replaced as a whole.
    guard status.size == size else {
      _ = system.close(opened)
      return nil
    }
    file = opened
    return opened
  }

  /// Lines as they go into the file.
  private func inked(_ lines: ArraySlice<UInt8>) throws(FileFault) -> [UInt8] {
    guard let seal else { return Array(lines) }
    var sealer = self.sealer.take() ?? RecordSealer(seal)
    let salt = sealer.number == 0 ? SealedLines.salt(of: sealer) : []
    let sealed = SealedLines.sealed(lines, &sealer)
    self.sealer = consume sealer
    guard let sealed else { throw FileFault(.write, .system(errno: ENOMEM), path) }
    return salt + sealed
  }

  /// Puts all lines into a new file in place of the one that is there.
  private func writeFreshFile() {
    var first: FileFault?
    for place in [path] + (otherPlace.map { [$0] } ?? []) {
      // A new file has a salt of its own.
      leaveFile()
      do throws(FileFault) {
        let drafted = draft == .null ? [] : draftLine
        let bytes = try inked((lines + drafted)[...])
        if place == otherPlace { try posix.makeFolders(SessionPlaces(place, system).folder) }
        try FileChecks.mayReplace(place, system)
        try posix.write(bytes, to: place)
        path = place
        written = lines.count
        size = bytes.count
        draftBytes = drafted.count
        isDraftStale = false
        needsFreshFile = false
        trouble = nil
        return
      } catch {
        first = first ?? error
      }
    }
    trouble = first
    needsFreshFile = true
  }
}
