import JSON
import SessionModel

/// What a journal brings back on top of a session's file.
public struct Recovery: Sendable {
  /// The session that it begins with: that of the file, or of work that never had one.
  public var base: Session
  /// The session with everything done again, and with what can be undone and redone.
  public var working: WorkingSession
  /// What was done since the file was saved, in its order.
  public var steps: [RecordedStep]
  /// What was half-typed; null when nothing was.
  public var draft: JSONValue
  /// Whether a part of the journal could not be read or does not fit; everything before it is here.
  public var isPartial: Bool

  /// The time of the last line.
  public var until: Instant?
}

/// What a journal is to a session.
public enum JournalFinding: Sendable {
  /// Nothing that the file does not have.
  case nothing
  case recovered(Recovery)
  /// It stands on another file than this one; with how many steps.
  case foreign(steps: Int)
}

extension JournalReading {
  /// What it brings back on top of a session whose file has the hash.
  public func recover(_ session: Session, hash: UInt64) -> JournalFinding {
    guard let first = records.first else { return .nothing }
    var from: Int? = first.base == hash ? 0 : nil
    for (index, record) in records.enumerated() {
      // The file was saved, perhaps without the journal having been told that it was.
      if case .saving(hash) = record.event { from = index + 1 }
    }
    guard let from else { return stepCount > 0 || draft != .null ? .foreign(steps: stepCount) : .nothing }
    return replay(records[from...], on: session)
  }

  /// What it brings back of work that never had a file; nil when it does not say what that began with.
  public func recoverUnsaved() -> Recovery? {
    guard case .start(let value)? = records.first?.event,
      let session = try? SessionFormat.decode(value.serialized(), file: "")
    else { return nil }
    if case .recovered(let recovery) = replay(records.dropFirst(), on: session) { return recovery }
    return nil
  }

  /// What was half-typed last.
  private var draft: JSONValue {
    for record in records.reversed() { if case .draft(let value) = record.event { return value } }
    return .null
  }

  private func replay(_ records: ArraySlice<JournalRecord>, on session: Session) -> JournalFinding {
    var recovery = Recovery(base: session, working: WorkingSession(session), steps: [], draft: draft, isPartial: !isWhole)
    for record in records {
      guard case .step(let step) = record.event else { continue }
      do throws(TransactionError) {
        try recovery.working.replay(step)
      } catch {
        recovery.isPartial = true
        break
      }
      recovery.steps.append(step)
    }
    recovery.until = records.last?.at
    return recovery.steps.isEmpty && recovery.draft == .null && !recovery.isPartial ? .nothing : .recovered(recovery)
  }
}
